/* Seed: the lexicon that is installed for a pair of languages. */
#ifndef VIA_EVIDENCE_SEED_H
#define VIA_EVIDENCE_SEED_H

#include "evidence/lexicon.h"
#include "token/spellings.h"

/* Loads `seed-vi-ja.tsv.gz` for vi and ja in either order; NULL if there is none. Its
 * words are added to `spellings`, unless NULL. Freed with via_lexicon_free(). */
via_status via_seed_load(const char *src_lang, const char *tgt_lang,
                         via_spellings *spellings, via_lexicon **out, via_error *err);

#endif
