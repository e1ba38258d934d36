/* Bead set: the beads of one document as somebody wrote them, each once. */
#ifndef VIA_EVAL_BEADSET_H
#define VIA_EVAL_BEADSET_H

#include "vialign.h"

typedef struct via_bead_set via_bead_set;

/* A bead of a set: segment numbers in the order of the file, not always neighbours.
 * Borrowed from the set. */
typedef struct via_set_bead {
    const uint32_t *src, *tgt;
    size_t n_src, n_tgt;
    double confidence; /* negative: none */
} via_set_bead;

/* Loads beads from "[0]:[1, 2]" lines or from the "i TAB j" rungs of a ladder. What
 * follows a second colon is the confidence if `is_rated` and it is a number from 0 to
 * 1; everything else behind is ignored. A bead that holds nothing is left out. */
via_status via_bead_set_load(const char *path, bool is_rated, via_bead_set **out,
                             via_error *err);

/* Makes a set that holds nothing; NULL if there is no memory. */
via_bead_set *via_bead_set_new(void);
void via_bead_set_free(via_bead_set *set);

size_t via_bead_set_count(const via_bead_set *set);
via_set_bead via_bead_set_get(const via_bead_set *set, size_t i);

/* Returns whether `set` holds the i-th bead of `other`. */
bool via_bead_set_holds(const via_bead_set *set, const via_bead_set *other, size_t i);

/* Returns whether no side is empty. */
static inline bool via_set_bead_is_full(const via_set_bead *bead)
{
    return bead->n_src && bead->n_tgt;
}

#endif
