/* Multi beads: what is kept of a pair of documents until all languages are aligned. */
#ifndef VIA_BATCH_MULTI_BEADS_H
#define VIA_BATCH_MULTI_BEADS_H

#include "batch/multi_compose.h"
#include "batch/standing.h"

/* Appends the names of both documents, the places of the units of a standing article in
 * them (none if it is NULL), and the beads that belong in a memory, but for those that
 * skip a segment: units are made of stretches of the pivot. `has_failed` of `out` tells
 * of a lack of memory. */
void via_multi_keep(via_pair pair, const via_ladder *ladder, double min_confidence,
                    const via_standing_article *standing, via_buffer *out);

/* The same, read back; by side, borrowed from the buffer. */
typedef struct via_multi_kept {
    const char *names[2];
    const char *shifts[2]; /* a ptrdiff_t of each unit, not aligned in memory */
    const char *beads;
    size_t n_units;
} via_multi_kept;

via_multi_kept via_multi_look(const via_buffer *kept);

/* Returns how far a unit has moved on a side; VIA_PLACE_LOST where it is not. */
ptrdiff_t via_multi_shift(const via_multi_kept *kept, int side, size_t unit);

/* Appends each via_multi_bead with side `p` as the pivot. */
void via_multi_read(const via_buffer *kept, int p, size_t lang, via_buffer *out);

#endif
