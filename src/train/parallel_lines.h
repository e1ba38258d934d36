/* Parallel lines: a lexicon learned from texts whose lines are translations. */
#ifndef VIA_TRAIN_PARALLEL_LINES_H
#define VIA_TRAIN_PARALLEL_LINES_H

#include "align/aligner.h"

/* Learns a lexicon on top of what the aligner knows: segment i of a source is
 * translated by segment i of its target. `*out` is freed with via_lexicon_free(). */
via_status via_parallel_lines_learn(const via_aligner *aligner, const via_pair *pairs,
                                    size_t n_pairs, size_t n_workers, via_lexicon **out,
                                    via_error *err);

#endif
