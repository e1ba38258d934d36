/* Glosses: which tokens of two languages translate each other, and how likely.
 *
 * Where they come from is no business of the matching: from pairs of documents that it
 * was sure of, or from a lexicon that somebody learned before. */
#ifndef VIA_MATCH_GLOSSES_H
#define VIA_MATCH_GLOSSES_H

#include "evidence/lexicon.h"

#define VIA_GLOSS_NONE UINT32_MAX

typedef struct via_gloss {
    uint32_t src, tgt;            /* numbers of tokens */
    float src_to_tgt, tgt_to_src; /* t(t|s) and t(s|t) */
} via_gloss;

/* The tokens of one language, numbered by ascending hash. */
typedef struct via_gloss_tokens {
    uint32_t *ids; /* as in sketches */
    size_t n_ids;
} via_gloss_tokens;

/* Read-only once they are made. */
typedef struct via_glosses {
    via_gloss_tokens src, tgt;
    via_gloss *rows;   /* by source, then target */
    size_t *row_begin; /* by source token; one more at the end */
    size_t n_rows;
} via_glosses;

/* Takes what is likely enough from a lexicon. On success `*out` is freed with
 * via_glosses_free(). */
via_status via_glosses_new(const via_lexicon *lexicon, via_glosses **out,
                           via_error *err);
void via_glosses_free(via_glosses *glosses);

/* Returns the number of a token, or VIA_GLOSS_NONE. */
uint32_t via_gloss_find(const via_gloss_tokens *tokens, uint32_t id);

#endif
