/* IBM model 1: expected counts of translations, both directions at once. */
#ifndef VIA_EVIDENCE_IBM1_H
#define VIA_EVIDENCE_IBM1_H

#include "evidence/lexicon_merge.h"
#include "evidence/parallel_text.h"

/* Turns the rows that via_lexicon_merge() left into expected counts, but for those of
 * weak pairs, and fills `tokens`, going on from what was known `before`; weak pairs
 * leave that, too. */
via_status via_ibm1_learn(const via_parallel_text *text, via_lexicon_before *before,
                          size_t n_workers, via_lexicon *lexicon, via_error *err);

#endif
