/* Sentence track: beads against gold beads, segment by segment. */
#ifndef VIA_EVAL_SENT_H
#define VIA_EVAL_SENT_H

#include "eval/beadset.h"
#include "eval/ratings.h"

/* Of the beads of one set, how many the other one confirms. */
typedef struct via_hits {
    size_t n_strict; /* equal to a bead of the other set */
    size_t n_lax;    /* or sharing a link with it */
    size_t n_beads;
} via_hits;

/* Sums over documents; zero it first, freed with via_sent_counts_clear(). */
typedef struct via_sent_counts {
    via_hits answers;     /* of the answer, null beads left out: precision */
    via_hits all_answers; /* the same with null beads, as vecalign has it */
    via_hits golds;       /* of the gold, null beads left out: recall */
    via_ratings ratings;  /* of the answer, null beads left out */
} via_sent_counts;

/* Adds the counts of one document. */
via_status via_sent_count(const via_bead_set *gold, const via_bead_set *hyp,
                          via_sent_counts *counts, via_error *err);

/* Fills in the figures of the track. */
via_status via_sent_figures(via_sent_counts *counts, via_eval_figures *figures,
                            via_error *err);
void via_sent_counts_clear(via_sent_counts *counts);

#endif
