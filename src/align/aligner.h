/* Aligner: what a pair of languages knows, and how it learns it. */
#ifndef VIA_ALIGN_ALIGNER_H
#define VIA_ALIGN_ALIGNER_H

#include "align/kept_sides.h"
#include "align/lattice.h"
#include "align/trail.h"

struct via_aligner {
    via_knowledge know;
    via_align_options opt;
    via_kept_sides kept; /* of the pairs that it learned from */
};

/* As via_aligner_new(). The words of seed and model are added to `spellings`, unless
 * NULL. */
via_status via_aligner_new_spelled(const char *src_lang, const char *tgt_lang,
                                   const via_align_options *opt,
                                   via_spellings *spellings, via_aligner **out,
                                   via_error *err);

/* Returns whether all is known from a model, and nothing to be learned. */
bool via_aligner_is_frozen(const via_aligner *aligner);

/* As via_aligner_learn(), from pairs of which segment i of the source is translated by
 * segment i of the target. */
via_status via_aligner_learn_lines(via_aligner *aligner, const via_pair *pairs,
                                   size_t n_pairs, size_t n_workers, via_error *err);

/* Both sides of a pair; what is decided of it, where ladders ran before (a trail
 * without rows says nothing) and which keys match, or NULL; all borrowed. Nothing is
 * left out of a lattice that shall be whole, unless the pair is a long one: training
 * needs what is unlikely. Ladders to learn from skip nothing: what they hold is held by
 * runs of segments. */
typedef struct via_sides {
    const via_side *src, *tgt;
    const via_locks *locks;
    const via_trail *trail;
    const via_matches *matches;
    bool is_whole, can_skip;
} via_sides;

/* Prepares the summed lattice of a pair. All of it lives in `arena`. */
via_status via_aligner_lattice(const via_aligner *aligner, via_sides sides,
                               via_arena *arena, via_lattice **out, via_error *err);

#endif
