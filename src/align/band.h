/* Band: where in the lattice the path may run. */
#ifndef VIA_ALIGN_BAND_H
#define VIA_ALIGN_BAND_H

#include "evidence/evidence.h"

/* Pairs with at most this many cells are searched whole. Chosen, not tuned. */
#define VIA_WHOLE_CELLS_MAX 40000

/* Row i holds the cells (i, j) with j in [lo[i], hi[i]): i source and j target
 * segments are behind. Both bounds never fall, rows overlap (but within locks),
 * (0, 0) and the last corner are inside. */
typedef struct via_band {
    size_t n_rows; /* source segments + 1 */
    uint32_t *lo, *hi;
    size_t *first;    /* number of the row's first cell; n_rows + 1 of them */
    uint8_t *is_open; /* by cell: a likely ladder runs through; NULL: all may */
    /* By cell: how much worse the best ladder is that runs through it, of what is
     * before the cell, and of what is behind it; NULL with is_open. */
    float *before, *behind;
} via_band;

/* Makes a band of so many empty rows in `arena`; false if there is no memory. */
bool via_band_new(size_t n_rows, via_arena *arena, via_band *out);

/* Numbers the cells, once all rows are set. */
void via_band_number(via_band *band);

/* Sets rows that hold [lo[i], hi[i]) of each row, or nothing where lo[i] >= hi[i], as
 * the rules of rows allow. Rows overlap as far as those of `old` do, unless NULL; where
 * a decided bead leaves a row none it keeps one cell. */
void via_band_bound(via_band *band, const via_band *old, const uint32_t *lo,
                    const uint32_t *hi);

/* Chooses the band of a pair: everything for short ones, else found coarse to fine,
 * so that it has about the same width for any length. Lives in `arena`. */
via_status via_band_choose(const via_evidence *ev, via_arena *arena, via_band *out,
                           via_error *err);

#endif
