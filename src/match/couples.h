/* Couples: which documents are worth comparing, found through the index. */
#ifndef VIA_MATCH_COUPLES_H
#define VIA_MATCH_COUPLES_H

#include "match/index.h"

/* So many are looked for on behalf of each document. */
#define VIA_COUPLES_PER_DOC 8

typedef struct via_couple {
    uint32_t src, tgt;
    double score; /* log odds that they are translations; set by the resemblance */
} via_couple;

/* Finds the most similar documents of the other language for each document of either.
 * Work grows with the number of documents, never with its square: a document reads only
 * so much of the index, rare keys first. `*out` is freed with free(), ordered by
 * source, then target; scores are 0. */
via_status via_couples_find(const via_index *index, size_t n_workers, via_couple **out,
                            size_t *n_out, via_error *err);

#endif
