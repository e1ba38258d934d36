/* Parallel text: trusted beads as sets of small numbers, one for each token. */
#ifndef VIA_EVIDENCE_PARALLEL_TEXT_H
#define VIA_EVIDENCE_PARALLEL_TEXT_H

#include "evidence/lexicon.h"
#include "evidence/lexicon_learn.h"

/* A bead of more tokens on a side is a list or worse, and is left out. */
#define VIA_BEAD_TOKENS_MAX 400

/* Everything by bead; lists are one behind the other in one array a side. */
typedef struct via_parallel_text {
    size_t n_beads;
    float *weight;             /* how likely the bead is right */
    size_t *begin[2];          /* n_beads + 1 */
    uint32_t *tokens[2];       /* ascending within a bead */
    size_t n_tokens[2];        /* different ones */
    uint32_t *n_beads_with[2]; /* by token */
} via_parallel_text;

/* Numbers the tokens of the beads into `ids`, which are empty; lists the beads in
 * `beads` and what each text gave in `lessons`. Tokens that stand in one bead only
 * teach nothing and are left out. On failure the caller clears it all the same. */
via_status via_parallel_text_init(via_parallel_text *text,
                                  const via_lexicon_text *texts, size_t n_texts,
                                  via_lexicon *lexicon, via_error *err);
void via_parallel_text_clear(via_parallel_text *text);

#endif
