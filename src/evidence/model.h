/* Model: what was learned of a pair of languages, kept in a file. */
#ifndef VIA_EVIDENCE_MODEL_H
#define VIA_EVIDENCE_MODEL_H

#include "evidence/knowledge.h"
#include "token/spellings.h"

/* Loads the seed lexicon of a pair of languages that is installed, in either
 * direction, into `*out`; NULL if there is none. Freed with via_lexicon_free(). */
via_status via_seed_load(const char *src_lang, const char *tgt_lang, via_lexicon **out,
                         via_error *err);

/* Loads a lexicon file, plain or gzipped. */
via_status via_lexicon_load(const char *path, bool is_turned, via_lexicon **out,
                            via_error *err);

#endif
