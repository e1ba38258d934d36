/* Value match: the longest reading of a place in a text, by the rules of a language. */
#ifndef VIA_VALUE_VALUE_MATCH_H
#define VIA_VALUE_VALUE_MATCH_H

#include "value/value_rules.h"

typedef struct via_value_match {
    via_mention mentions[VIA_RULE_VALUES_MAX];
    size_t n_mentions; /* 0: a trap */
    size_t end;        /* of all that was read */
    size_t resume;     /* where reading goes on: behind the rule, or within */
} via_value_match;

/* Reads what begins at `at`; false if nothing does. */
bool via_value_match_at(const via_lexis *lexis, const via_value_rules *rules,
                        const via_scope *scope, size_t at, via_value_match *out);

#endif
