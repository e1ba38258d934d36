/* Model: what was learned of a pair of languages, kept in a file. */
#ifndef VIA_EVIDENCE_MODEL_H
#define VIA_EVIDENCE_MODEL_H

#include "evidence/knowledge.h"
#include "token/spellings.h"

/* Appends all that is known: weights, lengths, joint events, how rare keys are, and
 * the `n_pairs_max` pairs of the lexicon that tell most. `spellings` has the words of
 * the texts and of the prior. */
via_status via_model_print(const via_knowledge *know, const via_spellings *spellings,
                           size_t n_pairs_max, via_buffer *out, via_error *err);

/* Loads a model, plain or gzipped, over what is known; its lexicon becomes the prior.
 * Fails if it is of other languages. Spellings of its words are added to `spellings`,
 * unless NULL. */
via_status via_model_load(const char *path, via_knowledge *know,
                          via_spellings *spellings, via_error *err);

/* Sets `*is_of` to whether the model at `path` is of these languages, in this order. */
via_status via_model_is_of(const char *path, const char *src_lang, const char *tgt_lang,
                           bool *is_of, via_error *err);

#endif
