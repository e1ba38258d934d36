/* Skips: beads around a segment that has no part in them. */
#ifndef VIA_ALIGN_SKIPS_H
#define VIA_ALIGN_SKIPS_H

#include "align/lattice.h"

/* Adds to a lattice that is summed the beads that skip a segment, and sums it again.
 * What is added lives in `arena`. */
via_status via_skips_add(via_lattice *lat, via_arena *arena, via_error *err);

#endif
