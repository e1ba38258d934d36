/* Fit: the weights under which gold ladders are likeliest. */
#ifndef VIA_TRAIN_FIT_H
#define VIA_TRAIN_FIT_H

#include "train/chart.h"

/* A chart and how much it counts. */
typedef struct via_lesson {
    via_chart *chart;
    double weight;
} via_lesson;

typedef struct via_descent {
    double freedom; /* the standard deviation of a weight around where it starts */
    unsigned n_rounds_max;
    size_t n_workers;
} via_descent;

/* What was reached. */
typedef struct via_descent_result {
    double loss_before, loss_after; /* nats, of all lessons */
    unsigned n_rounds;
} via_descent_result;

/* Changes the weights of sentences or clauses, whichever `cut` says, to fit the
 * lessons of that kind. The outcome does not depend on `n_workers`. */
via_status via_fit(const via_lesson *lessons, size_t n_lessons, enum via_cut cut,
                   const via_descent *opt, via_weights *weights,
                   via_descent_result *out, via_error *err);

#endif
