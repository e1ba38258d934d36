/* Lexicon learning: from trusted beads to a lexicon. */
#ifndef VIA_EVIDENCE_LEXICON_LEARN_H
#define VIA_EVIDENCE_LEXICON_LEARN_H

#include "evidence/lexicon.h"
#include "evidence/side.h"

/* A pair of documents and its ladder of the last pass. */
typedef struct via_lexicon_text {
    const via_side *src, *tgt;
    const via_bead *beads;
    size_t n_beads;
} via_lexicon_text;

/* Learns from all beads that are at least as likely as VIA_LEXICON_TRUST_MIN, on top
 * of `prior`, unless it is NULL, whose counts are worth `prior_scale` of theirs. The
 * outcome does not depend on `n_workers`. `*out` is freed with via_lexicon_free(). */
#define VIA_LEXICON_TRUST_MIN 0.3
via_status via_lexicon_learn(const via_lexicon_text *texts, size_t n_texts,
                             const via_lexicon *prior, double prior_scale,
                             size_t n_workers, via_lexicon **out, via_error *err);

/* Returns what tells this pair of texts from others. */
uint64_t via_lexicon_pair_id(const via_side *src, const via_side *tgt);

#endif
