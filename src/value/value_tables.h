/* Value tables: the words and rules of a language, from its data files. */
#ifndef VIA_VALUE_VALUE_TABLES_H
#define VIA_VALUE_VALUE_TABLES_H

#include "value/value_rules.h"

typedef struct via_value_tables {
    via_lexis lexis;
    via_value_rules rules;
} via_value_tables;

/* Loads values-LANG.tsv, if there is one, and values-any.tsv. Zero `tables` before; on
 * failure they are as good as cleared. */
via_status via_value_tables_load(const char *lang, via_value_tables *tables,
                                 via_error *err);
void via_value_tables_clear(via_value_tables *tables);

#endif
