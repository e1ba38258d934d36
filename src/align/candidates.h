/* Candidates: which beads may be, and their scores. */
#ifndef VIA_ALIGN_CANDIDATES_H
#define VIA_ALIGN_CANDIDATES_H

#include "align/lattice.h"
#include "base/buffer.h"

/* Fills `begin` and `candidates` of a lattice with every bead that has any chance; for
 * a first look, with the smallest. Lives in `arena`. */
via_status via_candidates_find(via_lattice *lat, via_arena *arena, via_error *err);

/* Appends further candidates of a cell to `found`. */
typedef void via_candidates_fn(void *data, size_t i, size_t j, via_buffer *found);

/* Lists the candidates again, those of each cell with what `fn` has for it behind them.
 * The new list lives in `arena`. */
via_status via_candidates_extend(via_lattice *lat, via_candidates_fn *fn, void *data,
                                 via_arena *arena, via_error *err);

#endif
