/* Lexicon rating: what the lexicon says of a bead, worked out as it is asked for. */
#include "evidence/lexicon_rating.h"

#include <math.h>

/* So much of a translation is translated word by word; the rest may be anything
 * (design, "Lexicon"). */
#define SHARE 0.85
/* So many tokens of ratio 1 are added, lest the mean of a few be taken for that of
 * many. Of 1 to 16 tried. */
#define MEAN_TOKENS 5.0
/* A segment that is explained so well is as good as one explained better. */
#define WEAKEST_MAX 0.5
/* Products stay below this before their logarithm is taken. */
#define PRODUCT_MAX 1e200

/* ---- Values -------------------------------------------------------------- */

/* Adds what tokens of side `to` get in a cell. Written without a branch: whether a
 * token has been touched cannot be foreseen. */
static size_t touch(const via_lexicon_pair *pair, const via_lexicon_cell *cell, int to,
                    size_t n_touched)
{
    const via_lexicon_sum *sums = cell->sums[to];

    for (size_t k = 0; k < cell->n_sums[to]; k++) {
        double *sum = &pair->sums[to][sums[k].slot];

        pair->touched[n_touched] = sums[k].slot;
        n_touched += *sum == 0.0;
        *sum += sums[k].ratio;
    }
    return n_touched;
}

static via_lexicon_scale make_scale(size_t n_tokens, double base)
{
    double share = SHARE / (double)(n_tokens + 1);
    double rest = share * (1.0 + base) + (1.0 - SHARE);

    return (via_lexicon_scale){log(rest), share / rest};
}

static const via_lexicon_scale *scale_of(const via_lexicon_pair *pair, int side,
                                         size_t seg, size_t n)
{
    via_lexicon_scale *scale = &pair->scales[side][seg * pair->n_max[side] + n - 1];
    const size_t *begin = pair->sides[side]->tokens.begin;

    if (scale->gain == 0.0)
        *scale = make_scale(begin[seg + n] - begin[seg],
                            pair->bases[side][seg + n] - pair->bases[side][seg]);
    return scale;
}

/* One logarithm does for many factors. */
static void multiply(double factor, double *product, double *nats)
{
    *product *= factor;
    if (*product > PRODUCT_MAX) {
        *nats += log(*product);
        *product = 1.0;
    }
}

/* The sum over `n_tokens` tokens of one segment, of which those touched have more than
 * the rest. */
static double log_ratio(const via_lexicon_pair *pair, int to, size_t n_touched,
                        size_t n_tokens, const via_lexicon_scale *scale)
{
    const double *sums = pair->sums[to];
    double product = 1.0, nats = (double)n_tokens * scale->rest_nats;

    for (size_t k = 0; k < n_touched; k++)
        multiply(1.0 + scale->gain * sums[pair->touched[k]], &product, &nats);
    return nats + log(product);
}

static bool holds(const via_lexicon_pair *pair, size_t i, size_t j)
{
    return i < pair->sides[0]->n_segs && j < pair->sides[1]->n_segs &&
           j >= pair->lo[i] && j < pair->hi[i];
}

/* Works out what one segment of side `from` says of one of the other. */
static float work_out_single(const via_lexicon_pair *pair, int from, size_t i, size_t j)
{
    int to = 1 - from;
    const via_lexicon_cell *cell = &pair->cells[pair->first[i] + (j - pair->lo[i])];
    const size_t *begin = pair->sides[to]->tokens.begin;
    size_t seg = from ? j : i, other = from ? i : j;
    const via_lexicon_scale *scale = scale_of(pair, from, seg, 1);
    double product = 1.0,
           nats = (double)(begin[other + 1] - begin[other]) * scale->rest_nats;

    for (size_t k = 0; k < cell->n_sums[to]; k++)
        multiply(1.0 + scale->gain * cell->sums[to][k].ratio, &product, &nats);
    return (float)(nats + log(product));
}

/* Works out what `n` segments of side `from` from one on, and up to as many more as
 * make a power of two, say of a segment of the other side: whoever asks for one asks
 * for the next. (i, j) is the first of these cells. */
static void work_out(const via_lexicon_pair *pair, int from, size_t i, size_t j,
                     size_t n)
{
    int to = 1 - from;
    size_t home = pair->first[i] + (j - pair->lo[i]), n_touched = 0, n_last = 1;
    size_t seg = from ? j : i, other = from ? i : j;
    const size_t *begin = pair->sides[to]->tokens.begin;
    float *table = pair->tables[from] + home * pair->n_max[from];

    while (n_last < n)
        n_last *= 2;
    n_last = n_last < pair->n_max[from] ? n_last : pair->n_max[from];
    for (size_t k = 0; k < n_last; k++) {
        size_t row = from ? i : i + k, column = from ? j + k : j;

        if (!holds(pair, row, column))
            break;
        n_touched =
            touch(pair, &pair->cells[pair->first[row] + (column - pair->lo[row])], to,
                  n_touched);
        if (table[k] == 0.0f)
            table[k] =
                (float)log_ratio(pair, to, n_touched, begin[other + 1] - begin[other],
                                 scale_of(pair, from, seg, k + 1));
    }
    for (size_t k = 0; k < n_touched; k++)
        pair->sums[to][pair->touched[k]] = 0.0;
}

/* ---- Beads --------------------------------------------------------------- */

static double value_of(const via_lexicon_pair *pair, int from, size_t i, size_t j,
                       size_t n)
{
    if (!holds(pair, i, j))
        return 0.0;
    size_t home = pair->first[i] + (j - pair->lo[i]);
    float *value = &pair->tables[from][home * pair->n_max[from] + n - 1];

    if (*value == 0.0f && n == 1)
        *value = work_out_single(pair, from, i, j);
    else if (*value == 0.0f)
        work_out(pair, from, i, j, n);
    return *value;
}

/* The same where one of the segments from [begin, end) is skipped: worked out each
 * time, since few are asked for. `other` is the segment of the other side. */
static double value_around(const via_lexicon_pair *pair, const via_lexicon_span *at,
                           int from, size_t other)
{
    int to = 1 - from;
    const size_t *src = pair->sides[from]->tokens.begin;
    const size_t *tgt = pair->sides[to]->tokens.begin;
    size_t n_touched = 0, n_tokens = 0;
    double base = 0.0;
    bool is_whole = true; /* else nothing is said, as of others beyond the range */

    for (size_t seg = at->begin[from]; seg < at->end[from]; seg++) {
        size_t i = from ? other : seg, j = from ? seg : other;

        if (via_skips(at->skip[from], seg))
            continue;
        is_whole = is_whole && holds(pair, i, j);
        n_tokens += src[seg + 1] - src[seg];
        base += pair->bases[from][seg + 1] - pair->bases[from][seg];
        if (holds(pair, i, j))
            n_touched = touch(pair, &pair->cells[pair->first[i] + (j - pair->lo[i])],
                              to, n_touched);
    }
    via_lexicon_scale scale = make_scale(n_tokens, base);
    double value = log_ratio(pair, to, n_touched, tgt[other + 1] - tgt[other], &scale);
    for (size_t k = 0; k < n_touched; k++)
        pair->sums[to][pair->touched[k]] = 0.0;
    return is_whole ? value : 0.0;
}

static double weight_of(const double *weights, size_t begin, size_t end)
{
    return weights[end] - weights[begin] + MEAN_TOKENS;
}

/* The mean ratio of the tokens of segments [begin, end) of side `to`, given the
 * segments of the other side; lowers `weakest` to that of any of them alone. */
static double mean_ratio(const via_lexicon_pair *pair, const via_lexicon_span *at,
                         int from, double *weakest)
{
    int to = 1 - from;
    const double *weights = pair->weights[to];
    size_t n_from = at->end[from] - at->begin[from];
    double sum = 0.0, weight = weight_of(weights, at->begin[to], at->end[to]);

    for (size_t seg = at->begin[to]; seg < at->end[to]; seg++) {
        if (via_skips(at->skip[to], seg)) {
            weight -= weights[seg + 1] - weights[seg];
            continue;
        }
        double value = at->skip[from] ? value_around(pair, at, from, seg)
                       : from         ? value_of(pair, 1, seg, at->begin[1], n_from)
                                      : value_of(pair, 0, at->begin[0], seg, n_from);

        sum += value;
        *weakest = fmin(*weakest, value / weight_of(weights, seg, seg + 1));
    }
    return sum / weight;
}

void via_lexicon_pair_rate(const via_lexicon_pair *pair, const via_lexicon_span *at,
                           double ratio_min, via_lexicon_rating *out)
{
    double weakest[2] = {WEAKEST_MAX, WEAKEST_MAX};

    *out = (via_lexicon_rating){mean_ratio(pair, at, 0, &weakest[1]), 0.0};
    if (out->ratio < ratio_min)
        return;
    out->ratio = fmin(out->ratio, mean_ratio(pair, at, 1, &weakest[0]));
    for (int side = 0; side < 2; side++) {
        if (at->end[side] - at->begin[side] - (at->skip[side] != 0) > 1)
            out->weakest = fmin(out->weakest, weakest[side] - WEAKEST_MAX);
    }
}
