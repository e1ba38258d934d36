/* Tiling: which gold beads are covered exactly by whole beads of an answer. */
#ifndef VIA_EVAL_TILING_H
#define VIA_EVAL_TILING_H

#include "eval/spans.h"

/* Takes every run of up to `n_beads_max` gold beads that adjoin on both sides as one,
 * and looks whether beads of the answer tile it. Counts the gold beads in such runs
 * and the beads that are such tiles, each once, and marks those in `is_right`, which
 * has room for each bead of the answer. Returns false if there is no memory. */
bool via_tiling_count(const via_span_list *gold, const via_span_list *hyp,
                      size_t n_beads_max, bool *is_right, size_t *n_found,
                      size_t *n_right);

#endif
