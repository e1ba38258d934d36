/* Scout: a first, cheap look at a lattice, which leaves a narrow band. */
#ifndef VIA_ALIGN_SCOUT_H
#define VIA_ALIGN_SCOUT_H

#include "align/band.h"

/* Ladders that are so much worse than the best do not matter: a cell or a bead that
 * only they run through is left out. */
#define VIA_LIKELY_NATS -14.0

/* Narrows `band` to the neighbourhood of cells that some likely ladder of single and
 * double segments runs through. Leaves small bands, and those of clauses, as they are.
 * The new rows live in `arena`. */
via_status via_scout_narrow(via_evidence *ev, via_band *band, via_arena *arena,
                            via_error *err);

#endif
