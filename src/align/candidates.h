/* Candidates: which beads may be, and their scores. */
#ifndef VIA_ALIGN_CANDIDATES_H
#define VIA_ALIGN_CANDIDATES_H

#include "align/lattice.h"

/* Fills `begin` and `candidates` of a lattice with every bead that has any chance; for
 * a first look, with the smallest. Lives in `arena`. */
via_status via_candidates_find(via_lattice *lat, via_arena *arena, via_error *err);

#endif
