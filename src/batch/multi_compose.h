/* Multi composing: the beads of one article in pairs of languages, as units of all.
 *
 *     vi      |  1   2  | 3 | 4   5 |
 *     vi-ja   |    a    | b |   c   |
 *     vi-th   |  p | q  | r |   -   |        1-2 = a = p q,  3 = b = r,  4-5 = c
 *
 * Beads that share segments of the pivot belong together. Where those of each language
 * cover the same segments, all become one unit. Where they do not, the surest bead
 * stands, those of other languages that cover just its segments join it, and what
 * contradicts it is left out. */
#ifndef VIA_BATCH_MULTI_COMPOSE_H
#define VIA_BATCH_MULTI_COMPOSE_H

#include "vialign.h"

/* A bead of the pivot with one other language, without empty sides. */
typedef struct via_multi_bead {
    size_t lang;       /* a number of the other language */
    size_t begin, end; /* segments of the pivot */
    double confidence;
    const char *texts[2]; /* of the pivot, of the other language; borrowed */
    size_t n_bytes[2];
} via_multi_bead;

/* Is told of a unit: beads by language, then place. */
typedef void via_multi_unit_fn(void *data, const via_multi_bead *const *beads,
                               size_t n_beads);

/* Puts the beads of an article in order and tells the units in the order of the pivot;
 * where beads contradict each other, the surest first. Beads of one language must not
 * overlap. No segment is told twice. */
via_status via_multi_compose(via_multi_bead *beads, size_t n_beads,
                             via_multi_unit_fn *fn, void *data, via_error *err);

#endif
