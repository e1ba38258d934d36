/* Sentence track: beads against gold beads, segment by segment. */
#ifndef VIA_EVAL_SENT_H
#define VIA_EVAL_SENT_H

#include "eval/beadset.h"

/* Of the beads of one set, how many the other one confirms. */
typedef struct via_hits {
    size_t n_strict; /* equal to a bead of the other set */
    size_t n_lax;    /* or sharing a link with it */
    size_t n_beads;
} via_hits;

#define VIA_CALIBRATION_BINS 10

/* Sums over documents; zero it first. */
typedef struct via_sent_counts {
    via_hits answers;     /* of the answer, null beads left out: precision */
    via_hits all_answers; /* the same with null beads, as vecalign has it */
    via_hits golds;       /* of the gold, null beads left out: recall */
    /* Beads of the answer that carry a confidence, by confidence. */
    size_t bin_beads[VIA_CALIBRATION_BINS], bin_right[VIA_CALIBRATION_BINS];
    double bin_confidence[VIA_CALIBRATION_BINS]; /* sums */
} via_sent_counts;

/* Adds the counts of one document. */
via_status via_sent_count(const via_bead_set *gold, const via_bead_set *hyp,
                          via_sent_counts *counts, via_error *err);

/* Fills in the figures of the track. */
void via_sent_figures(const via_sent_counts *counts, via_eval_figures *figures);

#endif
