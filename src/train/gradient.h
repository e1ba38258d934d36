/* Gradient: how the weights should change so that a gold ladder becomes likelier. */
#ifndef VIA_TRAIN_GRADIENT_H
#define VIA_TRAIN_GRADIENT_H

#include "align/aligner.h"

typedef struct via_gradient {
    double loss_nats;          /* -ln of the probability of the gold ladders */
    double by[VIA_N_FEATURES]; /* of the loss, by weight */
    size_t n_ladders;
} via_gradient;

/* Adds one pair of documents, of which `gold` holds the beads in any order, null
 * beads or not. Beads that cross or that the lattice does not try are taken for
 * nulls. Each thread adds to a gradient of its own. */
via_status via_gradient_add(via_gradient *sum, const via_aligner *aligner,
                            via_pair pair, const via_bead *gold, size_t n_gold,
                            via_error *err);

#endif
