/* Parallel loops: the only door to OpenMP. */
#ifndef VIA_BASE_PARALLEL_H
#define VIA_BASE_PARALLEL_H

#include "vialign.h"

/* Does one item. Results go to the slot of the item, scratch is the desk of the
 * worker, everything else is read-only until the loop ends. */
typedef void via_item_fn(void *data, size_t item, size_t worker);

/* Calls `fn` once for each item below `n_items`, on at most `n_workers` threads,
 * with worker numbers below `n_workers`. Items are handed out one at a time in
 * order, so put the largest first. Returns when all are done. Does not nest. */
void via_parallel_for(size_t n_items, size_t n_workers, via_item_fn *fn, void *data);

#endif
