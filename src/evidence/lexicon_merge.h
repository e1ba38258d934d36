/* Lexicon merge: a lexicon that was learned elsewhere as the start of another. */
#ifndef VIA_EVIDENCE_LEXICON_MERGE_H
#define VIA_EVIDENCE_LEXICON_MERGE_H

#include "evidence/lexicon.h"

/* What a lexicon holds before the beads of a batch are counted. */
typedef struct via_lexicon_before {
    float (*counts)[2];           /* by entry */
    via_lexicon_token *tokens[2]; /* known, kept, and share as a number of tokens */
} via_lexicon_before;

/* Adds the tokens and entries of `prior`, `scale` times, to a lexicon that has rows
 * of candidates for the tokens of a batch. Their ratios are those of the prior, where
 * it knows both. `prior` may be NULL. On failure the caller clears `out` all the
 * same. */
via_status via_lexicon_merge(via_lexicon *lexicon, const via_lexicon *prior,
                             double scale, via_lexicon_before *out, via_error *err);
void via_lexicon_before_clear(via_lexicon_before *before);

#endif
