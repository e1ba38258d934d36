/* Multi composing: the beads of one article in pairs of languages, as units of all.
 *
 *     vi      |  1   2  | 3 | 4   5 |
 *     vi-ja   |    a    | b |   c   |
 *     vi-th   |  p | q  | r |   -   |        1-2 = a = p q,  3 = b = r,  4-5 = c
 *
 * Beads that share segments of the pivot belong together. Where those of each language
 * cover the same segments, all become one unit. Where they do not, the surest bead
 * stands, those of other languages that cover just its segments join it, and what
 * contradicts it is left out.
 *
 * Units that stand already come first, however sure a bead is that contradicts them:
 * beads that cover just their segments join them, all others that touch them are left
 * out. */
#ifndef VIA_BATCH_MULTI_COMPOSE_H
#define VIA_BATCH_MULTI_COMPOSE_H

#include "vialign.h"

/* A bead of the pivot with one other language, without empty sides. */
typedef struct via_multi_bead {
    size_t lang;       /* a number of the other language */
    size_t begin, end; /* segments of the pivot */
    size_t other_begin, other_end;
    double confidence;
    const char *texts[2]; /* of the pivot, of the other language; borrowed */
    size_t n_bytes[2];
} via_multi_bead;

/* The segments of the pivot that a standing unit has; none if it is nowhere. */
typedef struct via_multi_place {
    size_t begin, end;
} via_multi_place;

/* Is told of a unit: beads by language, then place. `standing` is the number of the
 * standing unit that they join, VIA_MULTI_NEW if there is none; of a standing unit
 * there may be no bead at all. */
#define VIA_MULTI_NEW SIZE_MAX
typedef void via_multi_unit_fn(void *data, size_t standing,
                               const via_multi_bead *const *beads, size_t n_beads);

/* The beads of an article, to be put in order, and the units that stand, which share no
 * segment. Beads of one language must not overlap. */
typedef struct via_multi_task {
    via_multi_bead *beads;
    size_t n_beads;
    const via_multi_place *places;
    size_t n_places;
} via_multi_task;

/* Tells the units in the order of the pivot; where beads contradict each other, the
 * surest first. Those that stand keep their own order. No segment is told twice, and
 * each standing unit once. */
via_status via_multi_compose(const via_multi_task *task, via_multi_unit_fn *fn,
                             void *data, via_error *err);

#endif
