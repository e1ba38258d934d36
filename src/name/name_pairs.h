/* Name pairs: which names of one side are which names of the other. */
#ifndef VIA_NAME_NAME_PAIRS_H
#define VIA_NAME_NAME_PAIRS_H

#include "name/names.h"

typedef struct via_name_pair {
    uint32_t src, tgt; /* numbers of the names */
    float likeness;    /* above 0, at most 1 */
} via_name_pair;

/* The distinct names of one side. */
typedef struct via_name_list {
    const via_name *names;
    size_t n_names;
} via_name_list;

/* Finds the names of two sides that are the same, or parts of one another, and that
 * nothing else fits clearly better: a name may have several partners, such as the
 * full name and the family name. `*out` lives in `arena`, ordered by source, then
 * target. A thousand by a thousand names take some ten milliseconds. */
via_status via_name_pairs_find(const via_names *names, via_name_list src,
                               via_name_list tgt, via_arena *arena, via_name_pair **out,
                               size_t *n_out, via_error *err);

#endif
