/* Lengths: how likely two sizes are translations, against sizes met by chance.
 *
 * After Gale and Church (1993), with three departures: sizes are weighted sums over
 * classes of characters; the logarithm of the ratio is normal, with a variance that
 * shrinks with the length; and what counts is the ratio to chance, so that a length
 * that fits says little where all lengths are alike. */
#include "evidence/lengths.h"

#include <math.h>
#include <string.h>

/* One odd length in fifty, so that no length can veto. */
#define ODD_SHARE 0.02
#define TWO_PI    6.283185307179586
/* Start, and what the learning is pulled to: the trial's figures lie around these
 * (design, "length": A .013-.026, B .40-.76), widened for unknown pairs. */
#define START_FLOOR_VAR 0.025
#define START_SLOPE_VAR 0.7
/* As many samples as the starting point is worth. Chosen, not tuned. */
#define PRIOR_SAMPLES 40.0
#define N_UNKNOWNS    (2 * VIA_SIZE_N_CLASSES)
#define LEARN_SWEEPS  50

void via_lengths_start(via_lengths *lengths, const via_size_weights *src,
                       const via_size_weights *tgt, double src_total, double tgt_total)
{
    lengths->src = *src;
    lengths->tgt = *tgt;
    lengths->ratio =
        src_total > 0.0 && tgt_total > 0.0 ? log(tgt_total / src_total) : 0.0;
    if (fabs(lengths->ratio) > 0.7) /* one side is mostly something else */
        lengths->ratio = copysign(0.7, lengths->ratio);
    lengths->floor_var = START_FLOOR_VAR;
    lengths->slope_var = START_SLOPE_VAR;
}

/* Both are positive. */
static double harmonic_mean(double a, double b)
{
    return 2.0 * a * b / (a + b);
}

static double normal_density(double x, double mean, double var)
{
    return exp(-0.5 * (x - mean) * (x - mean) / var) / sqrt(TWO_PI * var);
}

double via_lengths_log(double size)
{
    return log(size + 0.5);
}

double via_lengths_chance(double log_size, const via_chance *chance)
{
    return log(normal_density(log_size, chance->mean, chance->var) + 1e-3);
}

double via_lengths_fit(const via_lengths *lengths, double src_size, double tgt_size,
                       double log_ratio)
{
    double var = lengths->floor_var +
                 lengths->slope_var / harmonic_mean(src_size + 0.5, tgt_size + 0.5);
    double fits = (1.0 - ODD_SHARE) * normal_density(log_ratio, lengths->ratio, var) +
                  ODD_SHARE * normal_density(log_ratio, lengths->ratio, 4.0);

    return log(fits + 1e-9);
}

double via_lengths_ratio(const via_lengths *lengths, double src_size, double tgt_size,
                         const via_chance *src_chance, const via_chance *tgt_chance)
{
    double log_src = via_lengths_log(src_size), log_tgt = via_lengths_log(tgt_size);
    double fits = via_lengths_fit(lengths, src_size, tgt_size, log_tgt - log_src);

    /* A size that is odd in itself says nothing about the pair. */
    return fits - 0.5 * (via_lengths_chance(log_src, src_chance) +
                         via_lengths_chance(log_tgt, tgt_chance));
}

/* ---- Learning ------------------------------------------------------------ */

/* Normal equations of the weighted ridge regression of 0 on the relative difference
 * (tgt - e^ratio src) / size, unknowns: source weights, then target weights. */
struct equations {
    double a[N_UNKNOWNS][N_UNKNOWNS];
    double b[N_UNKNOWNS];
    double mean[N_UNKNOWNS]; /* what each adds to (tgt + e^ratio src) / size */
    double weight;
};

static void add_sample(struct equations *eq, const via_lengths *lengths,
                       const via_length_sample *sample)
{
    double x[N_UNKNOWNS];
    double scale = exp(lengths->ratio);
    double size = scale * via_size_of(&sample->src, &lengths->src) +
                  via_size_of(&sample->tgt, &lengths->tgt) + 1.0;

    for (int c = 0; c < VIA_SIZE_N_CLASSES; c++) {
        x[c] = -scale * sample->src.n[c] / size;
        x[VIA_SIZE_N_CLASSES + c] = sample->tgt.n[c] / size;
    }
    for (int r = 0; r < N_UNKNOWNS; r++) {
        for (int c = 0; c < N_UNKNOWNS; c++)
            eq->a[r][c] += sample->weight * x[r] * x[c];
        eq->mean[r] += sample->weight * fabs(x[r]);
    }
    eq->weight += sample->weight;
}

/* Keeps the mean size of both sides together where it is, for all weights at nought
 * would fit best: noise shrinks them, and the more so the more samples there are. */
static void add_scale(struct equations *eq, const double *start)
{
    double size = 0.0;

    if (eq->weight <= 0.0)
        return;
    for (int i = 0; i < N_UNKNOWNS; i++) {
        eq->mean[i] /= eq->weight;
        size += eq->mean[i] * start[i];
    }
    for (int r = 0; r < N_UNKNOWNS; r++) {
        for (int c = 0; c < N_UNKNOWNS; c++)
            eq->a[r][c] += eq->weight * eq->mean[r] * eq->mean[c];
        eq->b[r] += eq->weight * eq->mean[r] * size;
    }
}

/* Pulls each weight w to its start w0 with the force of (w / w0 - 1)^2: relative,
 * because the scale of both sides together is free. */
static void add_prior(struct equations *eq, const double *start)
{
    for (int i = 0; i < N_UNKNOWNS; i++) {
        double w0 = start[i] > 0.05 ? start[i] : 0.05;
        /* .01: typical squared share of one class in the difference. */
        double force = PRIOR_SAMPLES * 0.01 / (w0 * w0);

        eq->a[i][i] += force;
        eq->b[i] += force * start[i];
    }
}

/* Cyclic coordinate descent; each step is exact, so it cannot diverge. */
static void solve_nonnegative(const struct equations *eq, double *w)
{
    for (int sweep = 0; sweep < LEARN_SWEEPS; sweep++) {
        for (int i = 0; i < N_UNKNOWNS; i++) {
            double rest = eq->b[i];

            if (!via_size_is_learned((enum via_size_class)(i % VIA_SIZE_N_CLASSES)))
                continue;
            for (int j = 0; j < N_UNKNOWNS; j++)
                rest -= j == i ? 0.0 : eq->a[i][j] * w[j];
            w[i] = rest > 0.0 ? rest / eq->a[i][i] : 0.0;
        }
    }
}

static void learn_weights(via_lengths *lengths, const via_length_sample *samples,
                          size_t n_samples)
{
    struct equations eq = {0};
    double w[N_UNKNOWNS];

    memcpy(w, lengths->src.w, sizeof lengths->src.w);
    memcpy(w + VIA_SIZE_N_CLASSES, lengths->tgt.w, sizeof lengths->tgt.w);
    for (size_t i = 0; i < n_samples; i++)
        add_sample(&eq, lengths, &samples[i]);
    add_scale(&eq, w);
    add_prior(&eq, w);
    solve_nonnegative(&eq, w);
    memcpy(lengths->src.w, w, sizeof lengths->src.w);
    memcpy(lengths->tgt.w, w + VIA_SIZE_N_CLASSES, sizeof lengths->tgt.w);
}

/* Sums over samples, with the starting point as PRIOR_SAMPLES more. */
struct spread {
    double n, d;           /* weight, and log ratio */
    double hh, h1, hr, r1; /* 1/h squared, 1/h, residual^2 / h, residual^2 */
};

static void learn_ratio(via_lengths *lengths, const via_length_sample *samples,
                        size_t n_samples)
{
    struct spread s = {PRIOR_SAMPLES, PRIOR_SAMPLES * lengths->ratio, 0, 0, 0, 0};

    for (size_t i = 0; i < n_samples; i++) {
        double src = via_size_of(&samples[i].src, &lengths->src) + 0.5;
        double tgt = via_size_of(&samples[i].tgt, &lengths->tgt) + 0.5;

        s.n += samples[i].weight;
        s.d += samples[i].weight * log(tgt / src);
    }
    lengths->ratio = s.d / s.n;
}

/* Least squares of the squared residuals on 1/h, with prior samples at h = 20 and
 * h = 100 that say what is there now. Residuals are cut at 4 sigma, because trusted
 * beads hold a few wrong ones. */
static void learn_spread(via_lengths *lengths, const via_length_sample *samples,
                         size_t n_samples)
{
    struct spread s = {0};

    for (size_t i = 0; i < n_samples + 2; i++) {
        double inv_h, squared, weight;
        if (i < n_samples) {
            double src = via_size_of(&samples[i].src, &lengths->src) + 0.5;
            double tgt = via_size_of(&samples[i].tgt, &lengths->tgt) + 0.5;
            double residual = log(tgt / src) - lengths->ratio;

            inv_h = 1.0 / harmonic_mean(src, tgt);
            double var = lengths->floor_var + lengths->slope_var * inv_h;
            squared = fmin(residual * residual, 16.0 * var);
            weight = samples[i].weight;
        } else {
            inv_h = i == n_samples ? 0.05 : 0.01;
            squared = lengths->floor_var + lengths->slope_var * inv_h;
            weight = PRIOR_SAMPLES / 2.0;
        }
        s.n += weight;
        s.h1 += weight * inv_h;
        s.hh += weight * inv_h * inv_h;
        s.r1 += weight * squared;
        s.hr += weight * squared * inv_h;
    }
    double det = s.n * s.hh - s.h1 * s.h1;
    if (det <= 0.0)
        return;
    double slope = (s.n * s.hr - s.h1 * s.r1) / det;
    lengths->slope_var = fmin(fmax(slope, 0.1), 3.0);
    lengths->floor_var =
        fmin(fmax((s.r1 - lengths->slope_var * s.h1) / s.n, 0.005), 0.3);
}

void via_lengths_learn(via_lengths *lengths, const via_length_sample *samples,
                       size_t n_samples)
{
    learn_weights(lengths, samples, n_samples);
    learn_ratio(lengths, samples, n_samples);
    learn_spread(lengths, samples, n_samples);
}
