/* Co-occurrence: which tokens stand in beads together more often than by chance. */
#ifndef VIA_EVIDENCE_COOCCUR_H
#define VIA_EVIDENCE_COOCCUR_H

#include "evidence/parallel_text.h"

/* Fills `row_begin` and `rows` of the lexicon: for each source token the target
 * tokens that may translate it. `ratios` hold how many times likelier than by chance
 * the two meet. */
via_status via_cooccur_find(const via_parallel_text *text, size_t n_workers,
                            via_lexicon *lexicon, via_error *err);

#endif
