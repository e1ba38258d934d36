/* Lexicon: which tokens translate each other, as expected counts of both directions.
 *
 * A count and not a probability is kept, so that what a document taught can be taken
 * off before the document itself is scored. With C(s) the expected number of target
 * tokens that s explains, kept(s) those of them that stand in its row, and p(t) the
 * share of t among all target tokens,
 *
 *     t(t|s) / p(t)  =  base(s) + c(s,t) / (p(t) (C(s) + a)),
 *     base(s)        =  (C(s) - kept(s) + a) / (C(s) + a).
 *
 * The prior `a` makes a token that was never seen neutral: the ratio is 1 for every
 * t. A token well known, without t in its row, is evidence against. */
#ifndef VIA_EVIDENCE_LEXICON_H
#define VIA_EVIDENCE_LEXICON_H

#include "base/intern.h"
#include "vialign.h"

#define VIA_LEXICON_NONE VIA_INTERN_NONE

/* The prior `a`, in tokens. Of 1, 4, 8, 16 and 32 tried on batches of 62 short
 * documents. */
#define VIA_LEXICON_PRIOR 4.0

/* A pair is weak whose ratios are below the one and whose probabilities t(t|s) and
 * t(s|t) are below the other: function words that stand beside anything. Of ratios of
 * 1, 2, 4 and 8 tried: up to 4 nothing is lost without weak pairs, and half of the work
 * saved. */
#define VIA_LEXICON_RATIO_MIN 4.0f
#define VIA_LEXICON_P_MIN     0.3f

/* A pair of tokens. The first of two is forward, from source to target. */
typedef struct via_lexicon_entry {
    uint32_t tgt;
    float counts[2]; /* c(s,t), c(t,s) */
    float ratios[2]; /* t(t|s) / p(t) without the base, from which the last round of
                        learning expected those counts */
} via_lexicon_entry;

/* One token of a side. */
typedef struct via_lexicon_token {
    float known; /* C: tokens of the other side that it explains */
    float kept;  /* those of them in its row or column */
    float share; /* p: among all tokens of its side */
    float base;  /* of the last round, as the ratios of the entries */
} via_lexicon_token;

typedef struct via_lexicon_bead {
    uint32_t src_begin, src_end, tgt_begin, tgt_end;
    float weight;
} via_lexicon_bead;

/* The beads that one pair of documents taught. */
typedef struct via_lexicon_lesson {
    uint64_t pair_id;
    size_t bead_begin, bead_end;
} via_lexicon_lesson;

/* Read-only once it is made; shared by any number of threads. */
typedef struct via_lexicon {
    via_intern *ids[2]; /* of token hashes: source, target */
    via_lexicon_token *tokens[2];
    double n_all[2];             /* tokens seen on a side, of which shares are */
    size_t *row_begin;           /* by source token; one more at the end */
    via_lexicon_entry *rows;     /* ascending target within a row */
    via_lexicon_lesson *lessons; /* ascending pair_id */
    size_t n_lessons;
    via_lexicon_bead *beads;
} via_lexicon;

void via_lexicon_free(via_lexicon *lexicon);

/* Returns the number of a token on side 0 (source) or 1, or VIA_LEXICON_NONE. */
uint32_t via_lexicon_find(const via_lexicon *lexicon, int side, uint64_t token);

/* Returns what the pair taught, or NULL if it did not. */
const via_lexicon_lesson *via_lexicon_lesson_of(const via_lexicon *lexicon,
                                                uint64_t pair_id);

/* Works out the ratios of all entries and the bases of all tokens from counts and
 * shares. */
void via_lexicon_rate(via_lexicon *lexicon);

/* Returns c / (p (C + a)). */
static inline double via_lexicon_ratio(double count, double known, double share)
{
    return count / (share * (known + VIA_LEXICON_PRIOR));
}

static inline bool via_lexicon_is_weak(const via_lexicon *lexicon, uint32_t src,
                                       const via_lexicon_entry *entry)
{
    float there = entry->ratios[0], back = entry->ratios[1];

    return there < VIA_LEXICON_RATIO_MIN && back < VIA_LEXICON_RATIO_MIN &&
           there * lexicon->tokens[1][entry->tgt].share < VIA_LEXICON_P_MIN &&
           back * lexicon->tokens[0][src].share < VIA_LEXICON_P_MIN;
}

static inline double via_lexicon_base(double known, double kept)
{
    return (known - kept + VIA_LEXICON_PRIOR) / (known + VIA_LEXICON_PRIOR);
}

#endif
