/* Raw track: stretches of running text against gold stretches, letter by letter. */
#ifndef VIA_EVAL_RAW_H
#define VIA_EVAL_RAW_H

#include "eval/ratings.h"
#include "eval/spans.h"

/* What was found, of how much. */
typedef struct via_shares {
    double answer_part, answer_whole; /* precision */
    double gold_part, gold_whole;     /* recall, at most 1 */
} via_shares;

/* Sums over documents; zero it first, freed with via_raw_counts_clear(). */
typedef struct via_raw_counts {
    via_shares bead, bead_lax, cut, chars;
    size_t n_units;
    double src_letters;  /* of all units */
    via_ratings ratings; /* of beads of the answer that are tiles, or not */
} via_raw_counts;

/* Adds the counts of one document. */
via_status via_raw_count(const via_span_list *gold, const via_span_list *hyp,
                         via_raw_counts *counts, via_error *err);

/* Fills in the figures of the track. */
via_status via_raw_figures(via_raw_counts *counts, via_eval_figures *figures,
                           via_error *err);
void via_raw_counts_clear(via_raw_counts *counts);

#endif
