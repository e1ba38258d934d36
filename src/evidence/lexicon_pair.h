/* Lexicon pair: how well the lexicon explains each bead of two documents.
 *
 * With S the source and T the target tokens of a bead, l of them in S,
 *
 *     forward(S, T) = sum over t in T of ln(.85 (1 + r(t)) / (l + 1) + .15),
 *     r(t) = sum over s in S of t(t|s) / p(t)
 *
 * is a sum over target segments once S is chosen. So for each source segment i, each
 * number m of segments from i on and each target segment j of the band one number is
 * kept, and a bead is a sum of few of them; the same the other way round. Most beads
 * are never asked for, and so a number is worked out when it is first wanted.
 *
 * All these numbers need of a cell is what each token of one side gets from all tokens
 * of the other: the sums below, a third as many as pairs of tokens. */
#ifndef VIA_EVIDENCE_LEXICON_PAIR_H
#define VIA_EVIDENCE_LEXICON_PAIR_H

#include "base/arena.h"
#include "evidence/lexicon.h"
#include "evidence/seams.h"
#include "evidence/side.h"

/* What a token gets from those of a segment of the other side: the sum of its ratios
 * t(t|s) / p(t), or of t(s|t) / p(s). */
typedef struct via_lexicon_sum {
    uint32_t slot;
    float ratio;
} via_lexicon_sum;

/* A source segment with a target segment: of either side the tokens that get something,
 * the source behind the target. */
typedef struct via_lexicon_cell {
    const via_lexicon_sum *sums[2];
    uint32_t n_sums[2];
} via_lexicon_cell;

/* Two tokens near borders that are much likelier together than by chance. */
typedef struct via_lexicon_link {
    uint32_t slots[2], segs[2];
    float odds; /* (1 + t(t|s) / p(t)) (1 + t(s|t) / p(s)) */
} via_lexicon_link;

/* What so many segments from one on are for a token of the other side that they do
 * not know, and what a ratio adds to it. */
typedef struct via_lexicon_scale {
    double rest_nats, gain; /* gain is 0 until it is worked out */
} via_lexicon_scale;

typedef struct via_lexicon_pair {
    const via_side *sides[2];
    const uint32_t *lo, *hi;
    size_t *first; /* by source segment, its first cell: that of lo[i] */
    size_t n_cells;
    size_t n_max[2]; /* segments of a bead */
    via_lexicon_cell *cells;
    const via_lexicon_link *links; /* by source segment, then target slot */
    size_t n_links;
    double *weights[2]; /* by segment: how far tokens before it are known, summed */
    double *bases[2];   /* by segment: bases of tokens before it, summed */
    via_lexicon_scale *scales[2]; /* by segment, then number of segments - 1 */
    /* Forward by cell and m - 1, backward by cell and n - 1; 0 where not worked out. */
    float *tables[2];
    double *sums[2]; /* by slot; nought between calls */
    uint32_t *touched;
    via_seams seams; /* with a band once they are added */
} via_lexicon_pair;

/* What is asked of a pair: source segment i with target segments [lo[i], hi[i]), beads
 * of at most so many segments. */
typedef struct via_lexicon_range {
    const uint32_t *lo, *hi;
    size_t src_max, tgt_max;
} via_lexicon_range;

/* Prepares a pair. What the pair itself taught the lexicon is taken off before. Lives
 * in `arena`, as must the bounds. One thread may ask. */
via_status via_lexicon_pair_new(const via_lexicon *lexicon, const via_side *src,
                                const via_side *tgt, const via_lexicon_range *range,
                                via_arena *arena, via_lexicon_pair **out,
                                via_error *err);

/* Adds the seams of a pair, which without them are nought. Of links in cells none of
 * whose corners is open nothing is heard, also where they would reach an open border
 * beyond a short segment. */
via_status via_lexicon_pair_add_seams(via_lexicon_pair *pair,
                                      const via_seams_band *band, via_arena *arena,
                                      via_error *err);

#endif
