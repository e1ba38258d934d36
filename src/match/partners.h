/* Partners: which candidates are taken for translations of each other, and how surely.
 */
#ifndef VIA_MATCH_PARTNERS_H
#define VIA_MATCH_PARTNERS_H

#include "match/couples.h"

typedef struct via_partners {
    uint32_t src, tgt;
    double confidence; /* probability that they are translations of each other */
} via_partners;

/* Chooses partners among scored candidates, which are ordered by source, then target:
 * the best pair first, then the best of the documents that are left, unless `are_many`,
 * where a document may have any number. What is less likely than `min_confidence` is
 * left out. `*out` is freed with free(), ordered as the candidates. */
via_status via_partners_choose(const via_index *index, const via_couple *candidates,
                               size_t n_candidates, double min_confidence,
                               bool are_many, via_partners **out, size_t *n_out,
                               via_error *err);

#endif
