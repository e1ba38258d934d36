/* Terms: features that are not zero, item by item. */
#ifndef VIA_TRAIN_TERMS_H
#define VIA_TRAIN_TERMS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "evidence/weights.h"

typedef struct via_term {
    uint32_t feature; /* enum via_feature */
    float value;
} via_term;

/* The terms of item k are list[begin[k]] to list[begin[k + 1]]. */
typedef struct via_terms {
    size_t *begin;
    via_term *list;
    size_t n_items;
    via_buffer found; /* until via_terms_end() */
} via_terms;

/* Starts a list of `n_items` items, in `arena`; false if there is no memory. */
bool via_terms_start(via_terms *terms, size_t n_items, via_arena *arena);

/* Adds the next item. */
void via_terms_add(via_terms *terms, const double *features);

/* Ends the list, after `n_items` items; false if there was no memory. */
bool via_terms_end(via_terms *terms, via_arena *arena);

/* Returns the sum of weight times feature of an item. */
double via_terms_score(const via_terms *terms, size_t item, const double *weights);

/* Adds the features of an item `times` times to `sums`. */
void via_terms_sum(const via_terms *terms, size_t item, double times, double *sums);

#endif
