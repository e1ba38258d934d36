/* Lengths: how likely two sizes are translations, against sizes met by chance. */
#ifndef VIA_EVIDENCE_LENGTHS_H
#define VIA_EVIDENCE_LENGTHS_H

#include "evidence/sizes.h"

/* The model of a pair of languages. `ln(tgt / src)` of a bead is normal around
 * `ratio`, with variance `floor_var + slope_var / h`, h the harmonic mean of both
 * sizes. */
typedef struct via_lengths {
    via_size_weights src, tgt;
    double ratio, floor_var, slope_var;
} via_lengths;

/* Sets the starting point: `ratio` from the totals of both sides. */
void via_lengths_start(via_lengths *lengths, const via_size_weights *src,
                       const via_size_weights *tgt, double src_total, double tgt_total);

/* One trusted bead, for learning. */
typedef struct via_length_sample {
    via_size_counts src, tgt;
    float weight; /* its posterior */
} via_length_sample;

/* Learns class weights, ratio and variance from trusted beads, regularised towards
 * what is there. With few samples little changes. */
void via_lengths_learn(via_lengths *lengths, const via_length_sample *samples,
                       size_t n_samples);

/* How sizes of so many segments spread when taken at random: moments of ln(size). */
typedef struct via_chance {
    double mean, var;
} via_chance;

/* Log-likelihood ratio of the sizes being a translation against the target being so
 * many segments taken at random, and the same the other way round, averaged. */
double via_lengths_ratio(const via_lengths *lengths, double src_size, double tgt_size,
                         const via_chance *src_chance, const via_chance *tgt_chance);

/* The parts of it: ln of a size; how likely such a size is by chance, in nats; and how
 * well two sizes fit, given the difference of their logarithms. The ratio is the fit
 * less the mean of both chances. */
double via_lengths_log(double size);
double via_lengths_chance(double log_size, const via_chance *chance);
double via_lengths_fit(const via_lengths *lengths, double src_size, double tgt_size,
                       double log_ratio);

#endif
