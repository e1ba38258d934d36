/* Evidence: the score of a bead and of a null segment in one pair of documents. */
#ifndef VIA_EVIDENCE_EVIDENCE_H
#define VIA_EVIDENCE_EVIDENCE_H

#include "evidence/knowledge.h"
#include "evidence/lexicon_pair.h"
#include "evidence/matches.h"

/* Most segments on a side of a bead: sentences, clauses, and sentences beside
 * clauses (design, "Thai by the other side"). */
#define VIA_BEAD_SENTENCES      6
#define VIA_BEAD_CLAUSES        20
#define VIA_BEAD_SENTENCES_FINE 3
/* The mean ratio of a bead stays below this: more is a token in ten that is as good as
 * certain, and nothing else known. */
#define VIA_MEAN_RATIO_MAX 3.0
/* Where both sides have several, at most this many on the smaller one. */
#define VIA_BEAD_BOTH_MAX 3

/* Which shapes of beads are tried: most segments on each side, and on the smaller one
 * where both have several. */
typedef struct via_bead_limits {
    size_t src, tgt, both;
} via_bead_limits;

typedef struct via_bead_scorer via_bead_scorer;

typedef struct via_evidence {
    const via_knowledge *know;
    const double *w; /* weights, by enum via_feature */
    const via_side *src, *tgt;
    double *src_sizes, *tgt_sizes; /* sums over segments before i */
    via_chance src_chance[VIA_BEAD_CLAUSES + 1], tgt_chance[VIA_BEAD_CLAUSES + 1];
    via_matches matches;
    via_lexicon_pair *lexicon;     /* NULL if there is none */
    const uint32_t *lo, *hi;       /* of what is filled; NULL before */
    bool *src_recurs, *tgt_recurs; /* or are marked as furniture */
    bool titles_differ; /* final marks tell titles from sentences on both sides */
    via_bead_limits limits;
    via_bead_scorer *scorer; /* see bead_score.h */
    const via_locks *locks;  /* what stands already, set by who knows; NULL: nothing */
} via_evidence;

/* Prepares the evidence of one pair, whose matches are found unless `matches` are
 * those. Lives in `arena`; matches, sides and `know` must outlive it.
 * via_evidence_fill() must be called before beads are scored. */
via_status via_evidence_new(const via_knowledge *know, const via_side *src,
                            const via_side *tgt, const via_matches *matches,
                            via_arena *arena, via_evidence **out, via_error *err);

/* Fills matches and lexicon for source segment i with target segments [lo[i], hi[i]);
 * the bounds must live as long as what is filled. */
via_status via_evidence_fill(via_evidence *ev, const uint32_t *lo, const uint32_t *hi,
                             via_arena *arena, via_error *err);

/* Returns whether a bead of these sizes is of a shape that is tried at all. */
bool via_evidence_allows(const via_evidence *ev, const via_span4 *at);

/* Returns how many segments from `seg` on may stand in one bead: a line without
 * words stands in a bead of its own, an empty one in none. */
size_t via_evidence_reach(const via_side *side, size_t seg, size_t n_max);

/* What a bead looks like: each side as a whole. */
typedef struct via_looks {
    bool recurs_on_one;                /* one side is furniture */
    bool are_titles, has_title_on_one; /* not said where titles are not told */
} via_looks;

via_looks via_evidence_looks(const via_evidence *ev, const via_span4 *at);

/* Returns the feature of keys of a kind that match; the next is that of those that are
 * missing on one side. */
static inline int via_evidence_key_feature(int kind)
{
    _Static_assert(VIA_W_PREFIX_MISSING == VIA_W_NUMBER + 2 * VIA_KEY_N_KINDS - 1,
                   "features of keys come by kind");
    return VIA_W_NUMBER + 2 * kind;
}

/* Finds the features of a bead, by enum via_feature. Neither side is empty. Of one that
 * skips a segment, with those of leaving that alone. */
void via_evidence_features(const via_evidence *ev, const via_span4 *at, double *f);

/* Returns the score of a bead that skips a segment. One that is certainly below `floor`
 * may come out as anything below it, and sooner. */
double via_evidence_skip_score(const via_evidence *ev, const via_span4 *at,
                               double floor);

/* The same for a null segment, and for opening a run of them before it. */
void via_evidence_null_features(const via_evidence *ev, bool is_src, size_t seg,
                                double *f);
void via_evidence_open_features(const via_evidence *ev, bool is_src, size_t seg,
                                double *f);

/* Returns the sum of weight times feature. */
double via_evidence_score(const via_evidence *ev, const double *f);

#endif
