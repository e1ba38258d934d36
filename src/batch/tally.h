/* Tally: what was counted and how long it took. */
#ifndef VIA_BATCH_TALLY_H
#define VIA_BATCH_TALLY_H

#include "markup/json.h"

/* Beads of this many segments on a side and of more are counted together. */
#define VIA_TALLY_SIDE_MAX 32

/* Whole numbers are added up, so that no order of workers changes a sum. Seconds are
 * summed over workers. */
typedef struct via_tally {
    size_t n_pairs, n_src_segs, n_tgt_segs, n_beads, n_units;
    size_t n_beads_by_type[VIA_TALLY_SIDE_MAX + 1][VIA_TALLY_SIDE_MAX + 1];
    double load_s, cut_s, align_s, write_s;
} via_tally;

/* Counts an aligned pair; units are beads that belong in a memory. */
void via_tally_pair(via_tally *tally, via_pair pair, const via_ladder *ladder,
                    double min_confidence);

void via_tally_add(via_tally *tally, const via_tally *more);

/* Adds the object "beads": how many there are of each type, such as "1-2". */
void via_tally_beads(const via_tally *tally, via_json *json);

/* Returns seconds from some fixed point, which only grow. */
double via_now_s(void);

#endif
