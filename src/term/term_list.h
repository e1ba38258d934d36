/* Term list: all names of terms in one language, from our tables and from CLDR. */
#ifndef VIA_TERM_TERM_LIST_H
#define VIA_TERM_TERM_LIST_H

#include "term/term_name.h"

typedef struct via_term_list {
    via_term_name *names;
    size_t n_names, capacity;
    via_arena *arena; /* holds their strings */
} via_term_list;

/* Gathers the names of a language: those of the tables `terms.tsv` and `places.tsv`,
 * then those of CLDR that the tables do not drop. On success cleared by
 * via_term_list_clear(); on failure there is nothing to clear. */
via_status via_term_list_init(via_term_list *list, const char *lang, via_error *err);
void via_term_list_clear(via_term_list *list);

#endif
