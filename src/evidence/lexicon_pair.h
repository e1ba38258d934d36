/* Lexicon pair: how well the lexicon explains each bead of two documents.
 *
 * With S the source and T the target tokens of a bead, l of them in S,
 *
 *     forward(S, T) = sum over t in T of ln(.85 (1 + sum t(t|s) / p(t)) / (l + 1) +
 * .15)
 *
 * is a sum over target segments once S is chosen. So for each source segment i, each
 * number m of segments from i on and each target segment j of the band one number is
 * stored, and a bead is a sum of few of them; the same the other way round. */
#ifndef VIA_EVIDENCE_LEXICON_PAIR_H
#define VIA_EVIDENCE_LEXICON_PAIR_H

#include "base/arena.h"
#include "evidence/lexicon.h"
#include "evidence/seams.h"
#include "evidence/side.h"

typedef struct via_lexicon_pair {
    const via_side *src, *tgt;
    const uint32_t *lo;
    size_t *first; /* by source segment, its first cell: that of lo[i] */
    size_t n_cells;
    double *weights[2]; /* by segment: how far tokens before it are known, summed */
    float *forward;     /* by m - 1, then by cell */
    float *backward;    /* by n - 1, then by cell */
    via_seams seams;
} via_lexicon_pair;

/* What is asked of a pair: source segment i with target segments [lo[i], hi[i]), beads
 * of at most so many segments. */
typedef struct via_lexicon_range {
    const uint32_t *lo, *hi;
    size_t src_max, tgt_max;
} via_lexicon_range;

/* Prepares a pair. What the pair itself taught the lexicon is taken off before. Lives
 * in `arena`, as must `lo`. */
via_status via_lexicon_pair_new(const via_lexicon *lexicon, const via_side *src,
                                const via_side *tgt, const via_lexicon_range *range,
                                via_arena *arena, via_lexicon_pair **out,
                                via_error *err);

/* Returns the mean log-likelihood ratio of a token of the bead, in the direction in
 * which it is smaller. It is near 0 where little is known of the tokens. */
double via_lexicon_pair_ratio(const via_lexicon_pair *pair, size_t src_begin,
                              size_t src_end, size_t tgt_begin, size_t tgt_end);

#endif
