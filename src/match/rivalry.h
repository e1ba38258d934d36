/* Rivalry: how likely each candidate is right where a document has one partner or none.
 */
#ifndef VIA_MATCH_RIVALRY_H
#define VIA_MATCH_RIVALRY_H

#include "match/couples.h"

/* Candidates by document, and what they come to. */
typedef struct via_rivalry {
    const via_index *index; /* borrowed, as are the candidates */
    const via_couple *candidates;
    size_t n_candidates;
    size_t *begin[2];      /* by document of a side, in `order`; one more at the end */
    uint32_t *order[2];    /* numbers of candidates by document of that side */
    uint32_t *prints[2];   /* by document: the first of those that are prints of one */
    uint32_t *n_prints[2]; /* by first document: how many these are */
    double *leads;         /* by candidate: nats before the next of its documents */
    double *odds;          /* by candidate */
    double *messages[2];   /* by candidate: how free the document of that side is */
    double *confidences;   /* by candidate: probability that it is right */
} via_rivalry;

/* Weighs scored candidates against each other. On success freed with
 * via_rivalry_free(). Work grows with the number of candidates. */
via_status via_rivalry_new(const via_index *index, const via_couple *candidates,
                           size_t n_candidates, via_rivalry **out, via_error *err);
void via_rivalry_free(via_rivalry *rivalry);

#endif
