/* Ratings: how sure an answer was of its beads, and which of them were right.
 *
 * Two views of the same beads, sorted by confidence. Ten bins of equal width compare
 * what was promised with what came true (a reliability diagram, DeGroot and Fienberg
 * 1983); the mean gap between both, weighted by beads, is the expected calibration
 * error. And what a user of --min-confidence gets: the precision of the most confident
 * share of the beads. */
#include "eval/ratings.h"

#include "base/status.h"
#include "eval/prf.h"

#include <math.h>
#include <stdlib.h>

/* Shares of whole numbers are not exact; less than this of a bead is none. */
#define A_TRIFLE 1e-6

static const double SHARES[VIA_EVAL_COVERAGES] = {.5, .7, .8, .85, .9, .95, 1};

void via_ratings_add(via_ratings *ratings, double confidence, bool is_right)
{
    via_rating rating = {confidence, is_right};

    via_buffer_append(&ratings->rated, (const char *)&rating, sizeof rating);
}

void via_ratings_clear(via_ratings *ratings)
{
    via_buffer_clear(&ratings->rated);
}

static size_t find_bin(double confidence)
{
    size_t bin = (size_t)(confidence * VIA_EVAL_BINS);

    return bin < VIA_EVAL_BINS ? bin : VIA_EVAL_BINS - 1;
}

static void fill_bins(const via_rating *rated, size_t n_rated,
                      via_eval_figures *figures)
{
    size_t n_right[VIA_EVAL_BINS] = {0};
    double sums[VIA_EVAL_BINS] = {0}, error = 0;

    for (size_t i = 0; i < n_rated; i++) {
        size_t bin = find_bin(rated[i].confidence);

        figures->bin_beads[bin]++;
        n_right[bin] += rated[i].is_right;
        sums[bin] += rated[i].confidence;
    }
    for (size_t bin = 0; bin < VIA_EVAL_BINS; bin++) {
        double n_beads = (double)figures->bin_beads[bin];

        figures->bin_confidence[bin] = via_ratio(sums[bin], n_beads);
        figures->bin_precision[bin] = via_ratio((double)n_right[bin], n_beads);
        error += fabs(sums[bin] - (double)n_right[bin]);
    }
    figures->calibration_error = via_ratio(error, (double)n_rated);
}

/* Finds how many of the `n_wanted` most confident are right; `n_wanted` need not be
 * whole. Of beads that are equally confident none comes first: where only some of them
 * are wanted, their precision counts for as many. */
static void fill_coverage(const via_rating *rated, size_t n_rated, double n_wanted,
                          via_eval_coverage *coverage)
{
    double n_right = 0, n_taken = 0;

    for (size_t begin = 0, end; begin < n_rated && n_wanted - n_taken > A_TRIFLE;
         begin = end) {
        double n_tied_right = 0, n_left = n_wanted - n_taken;

        for (end = begin;
             end < n_rated && rated[end].confidence == rated[begin].confidence; end++)
            n_tied_right += rated[end].is_right;
        double n_tied = (double)(end - begin);
        double n_used = n_tied < n_left ? n_tied : n_left;

        n_right += n_tied_right * (n_used / n_tied);
        n_taken += n_used;
        coverage->min_confidence = rated[begin].confidence;
    }
    coverage->precision = via_ratio(n_right, n_taken);
}

static int by_confidence(const void *a, const void *b)
{
    const via_rating *x = a, *y = b;

    if (x->confidence != y->confidence)
        return x->confidence > y->confidence ? -1 : 1;
    return y->is_right - x->is_right;
}

via_status via_ratings_figures(via_ratings *ratings, via_eval_figures *figures,
                               via_error *err)
{
    via_rating *rated = (via_rating *)(void *)ratings->rated.bytes;
    size_t n_rated = ratings->rated.n_bytes / sizeof *rated;

    if (ratings->rated.has_failed)
        return via_fail_memory(err);
    if (n_rated)
        qsort(rated, n_rated, sizeof *rated, by_confidence);
    figures->n_rated = n_rated;
    fill_bins(rated, n_rated, figures);
    for (size_t i = 0; i < VIA_EVAL_COVERAGES; i++) {
        figures->coverages[i].share = SHARES[i];
        fill_coverage(rated, n_rated, SHARES[i] * (double)n_rated,
                      &figures->coverages[i]);
    }
    return VIA_OK;
}
