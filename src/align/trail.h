/* Trail: where ladders ran in one pass, for the next one to look there. */
#ifndef VIA_ALIGN_TRAIL_H
#define VIA_ALIGN_TRAIL_H

#include "align/lattice.h"

/* The likely cells of a pair, row by row: [lo[i], hi[i]). */
typedef struct via_trail {
    size_t n_rows;
    uint32_t *lo, *hi;
} via_trail;

/* Finds the trail of a summed lattice. What `out` holds is written over if it is of the
 * same pair, else it is made in `arena`, which may be another than that of the
 * lattice. */
via_status via_trail_find(const via_lattice *lat, via_arena *arena, via_trail *out,
                          via_error *err);

/* Makes a band of a trail and what is near it, as via_band_choose() does of nothing. */
via_status via_trail_follow(const via_trail *trail, const via_evidence *ev,
                            via_arena *arena, via_band *out, via_error *err);

#endif
