/* Ratings: how sure an answer was of its beads, and which of them were right. */
#ifndef VIA_EVAL_RATINGS_H
#define VIA_EVAL_RATINGS_H

#include "base/buffer.h"
#include "vialign.h"

/* Beads that carry a confidence. Zero it before the first; freed with
 * via_ratings_clear(). */
typedef struct via_ratings {
    via_buffer rated; /* of struct via_rating */
} via_ratings;

typedef struct via_rating {
    double confidence; /* from 0 to 1 */
    bool is_right;
} via_rating;

void via_ratings_add(via_ratings *ratings, double confidence, bool is_right);
void via_ratings_clear(via_ratings *ratings);

/* Fills in what is said of confidence; puts the ratings in order. Figures do not
 * depend on the order in which ratings were added. */
via_status via_ratings_figures(via_ratings *ratings, via_eval_figures *figures,
                               via_error *err);

#endif
