/* Counts: how many segments of a batch hold something, on either side. */
#ifndef VIA_EVIDENCE_COUNTS_H
#define VIA_EVIDENCE_COUNTS_H

#include "vialign.h"

typedef struct via_counts via_counts;

/* Returns NULL if there is no memory. Filled by one thread, read by any number. */
via_counts *via_counts_new(void);
void via_counts_free(via_counts *counts);

/* Counts `id` once more on side 0 (source) or 1; false: no memory. */
bool via_counts_add(via_counts *counts, uint64_t id, int side);

/* Adds to the number of segments there are on a side. */
void via_counts_add_total(via_counts *counts, int side, size_t n_segs);

/* Counts `id` so many times more on each side; false: no memory. */
bool via_counts_add_both(via_counts *counts, uint64_t id, const uint32_t n[2]);

/* Tells of each id and how often it was counted on either side, in the order of first
 * sight. Stops where `fn` returns false, and returns it. */
typedef bool via_count_fn(void *data, uint64_t id, const uint32_t n[2]);
bool via_counts_each(const via_counts *counts, via_count_fn *fn, void *data);

/* Returns the number of segments of a side. */
size_t via_counts_total(const via_counts *counts, int side);

/* How often something was counted on side 0 (source) and 1. */
typedef struct via_count {
    uint32_t n[2];
} via_count;

via_count via_counts_of(const via_counts *counts, uint64_t id);

/* Returns -ln of the share of segments that hold what was counted so often, on the side
 * where it is more common, within [0, VIA_RARITY_MAX_NATS]. What was never counted is
 * as rare as can be. */
#define VIA_RARITY_MAX_NATS 7.0
double via_counts_rarity(const via_counts *counts, via_count count);

/* The same for one side alone. */
double via_counts_rarity_on(const via_counts *counts, via_count count, int side);

/* Returns how far something stands on both sides rather than on one, from 0 to 1: what
 * was counted a hundred times here and once there stood there by accident. */
double via_count_balance(via_count count);

#endif
