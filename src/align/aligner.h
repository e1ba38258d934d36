/* Aligner: what a pair of languages knows, and how it learns it. */
#ifndef VIA_ALIGN_ALIGNER_H
#define VIA_ALIGN_ALIGNER_H

#include "align/kept_sides.h"
#include "align/lattice.h"

struct via_aligner {
    via_knowledge know;
    via_align_options opt;
    via_kept_sides kept; /* of the pairs that it learned from */
};

/* Both sides of a pair, and what is decided of it, or NULL; all borrowed. */
typedef struct via_sides {
    const via_side *src, *tgt;
    const via_locks *locks;
} via_sides;

/* Prepares the summed lattice of a pair. All of it lives in `arena`. */
via_status via_aligner_lattice(const via_aligner *aligner, via_sides sides,
                               via_arena *arena, via_lattice **out, via_error *err);

#endif
