/* Value compose: the values of a rule from what its slots took. */
#ifndef VIA_VALUE_VALUE_COMPOSE_H
#define VIA_VALUE_VALUE_COMPOSE_H

#include "value/value_match.h"
#include "value/value_slots.h"

/* A rule that has been read to its end. */
typedef struct via_value_parts {
    const via_value_rule *rule;
    const via_capture *captures;
    size_t n_captures;
    const size_t *brackets; /* ends of values, in pairs; none: all is one value */
    size_t n_brackets;
    size_t begin, end;
} via_value_parts;

/* Fills in the mentions alone; false if there is no such value: no 30th of February. */
bool via_value_compose(const via_value_parts *parts, via_value_match *out);

#endif
