/* Lexicon rating: what the lexicon says of a bead, worked out as it is asked for. */
#ifndef VIA_EVIDENCE_LEXICON_RATING_H
#define VIA_EVIDENCE_LEXICON_RATING_H

#include "evidence/lexicon_pair.h"

/* A bead: source, target. It may skip a segment inside each; 0: none. */
typedef struct via_lexicon_span {
    size_t begin[2], end[2], skip[2];
} via_lexicon_span;

typedef struct via_lexicon_rating {
    /* The mean log-likelihood ratio of a token of the bead, in the direction in which
     * it is smaller. It is near 0 where little is known of the tokens. */
    double ratio;
    /* By how much that of the segment that is explained worst falls short, of sides
     * that have several: a line that has no part in the bead. At most 0. */
    double weakest;
} via_lexicon_rating;

/* Rates a bead. A ratio that is certainly below `ratio_min` may come out as anything
 * below it, and sooner. */
void via_lexicon_pair_rate(const via_lexicon_pair *pair, const via_lexicon_span *at,
                           double ratio_min, via_lexicon_rating *out);

#endif
