/* Chart: a pair of documents and its gold ladder as features, to be scored again. */
#ifndef VIA_TRAIN_CHART_H
#define VIA_TRAIN_CHART_H

#include "align/aligner.h"

/* Belongs to one thread at a time. */
typedef struct via_chart via_chart;

typedef struct via_gradient {
    double loss_nats;          /* -ln of the probability of the gold ladders */
    double by[VIA_N_FEATURES]; /* of the loss, by weight */
} via_gradient;

/* The gold beads of a pair of documents, in any order, null beads or not. If they are
 * not exact, finer beads that tile one are as right. */
typedef struct via_gold_beads {
    const via_bead *beads;
    size_t n_beads;
    bool is_exact;
} via_gold_beads;

/* Makes the chart of a pair of documents with what the aligner knows. Gold beads that
 * cross or that the lattice does not try are taken for nulls. `*out` is freed with
 * via_chart_free(); neither aligner nor documents are needed any more. */
via_status via_chart_new(const via_aligner *aligner, via_pair pair,
                         const via_gold_beads *gold, via_chart **out, via_error *err);
void via_chart_free(via_chart *chart);

/* Returns which weights score the chart. */
enum via_cut via_chart_cut(const via_chart *chart);

/* Adds the loss under `weights`, `times` times, and how it changes with each. */
via_status via_chart_add(via_chart *chart, const double *weights, double times,
                         via_gradient *sum, via_error *err);

#endif
