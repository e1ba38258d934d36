/* Rivalry: how likely each candidate is right where a document has one partner or none.
 *
 * A score z is a log odds against chance. Of all ways to give each document one partner
 * or none, one is the likelier the more its scores add up to, and a candidate is as
 * likely as the ways that hold it:
 *
 *     a1 --- b1      b2 is the best for a1, but a2 has no other, and is far better
 *        \           there: it takes b2 away, and leaves a1 to b1.
 *     a2 --- b2
 *
 * There are too many ways to count. Belief propagation (Huang and Jebara 2009,
 * "Approximating the Permanent with Belief Propagation") comes close: along each
 * candidate a document says how free it is, given what its other candidates say,
 *
 *     message(a to b) = 1 / (1 + sum over other candidates b' of a of
 *                                e^z(a, b') message(b' to a))
 *
 * and the odds of a candidate are e^z times the messages of both its documents. Softmax
 * over the rivals of both, which is the first step of this, believes in a rival even
 * where that has long found another.
 *
 * A second print of the partner is no rival: who finds either has found the article.
 * But where both documents have something so alike beside them, these are no prints but
 * two pages of one mould, and each has its own partner. */
#include "match/rivalry.h"

#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two documents of one language that have so much in common are prints of one. Chosen,
 * not tuned. */
#define REPRINT_OVERLAP 0.8
/* A candidate further behind the best of its document is not looked at as a print. */
#define PRINT_NATS 8.0
/* What is surer than this is not told apart; it keeps sums exact. */
#define SCORE_MAX 20.0
/* What it is worth, in nats, that a candidate is the best of both its documents: so
 * much for each nat by which it leads, up to so many. Fitted with the weights of
 * traits, which came to 1.3 to 1.9; a longer lead was worth nothing more. */
#define LEAD_WORTH 1.5
#define LEAD_MAX   2.0
/* The figures of a few thousand help pages settle to three digits by then. */
#define N_SWEEPS 12
/* The share of documents with a partner that the weights of traits were fitted to go
 * with, held as firmly as if it had been seen in so many documents. */
#define PARTNER_SHARE 0.857
#define PRIOR_DOCS    20.0

static uint32_t doc_of(const via_couple *candidate, int side)
{
    return side ? candidate->tgt : candidate->src;
}

/* ---- Prints -------------------------------------------------------------- */

static uint32_t first_print(const via_rivalry *rivalry, int side, uint32_t doc)
{
    while (rivalry->prints[side][doc] != doc)
        doc = rivalry->prints[side][doc];
    return doc;
}

static void join_prints(via_rivalry *rivalry, int side, uint32_t a, uint32_t b)
{
    const via_sketch *sketches = rivalry->index->sides[side].sketches;

    a = first_print(rivalry, side, a);
    b = first_print(rivalry, side, b);
    if (a == b || via_sketch_overlap(&sketches[a], &sketches[b]) < REPRINT_OVERLAP)
        return;
    rivalry->prints[side][a > b ? a : b] = a > b ? b : a;
}

/* Compares the candidates of a document with the best of them. */
static void find_prints_of(via_rivalry *rivalry, int side, size_t doc)
{
    const uint32_t *order = rivalry->order[side];
    size_t begin = rivalry->begin[side][doc], end = rivalry->begin[side][doc + 1];
    const via_couple *best = NULL;

    for (size_t i = begin; i < end; i++) {
        const via_couple *at = &rivalry->candidates[order[i]];

        if (!best || at->score > best->score)
            best = at;
    }
    for (size_t i = begin; i < end; i++) {
        const via_couple *at = &rivalry->candidates[order[i]];

        if (at != best && at->score > best->score - PRINT_NATS)
            join_prints(rivalry, 1 - side, doc_of(best, 1 - side),
                        doc_of(at, 1 - side));
    }
}

static void find_prints(via_rivalry *rivalry)
{
    for (int side = 0; side < 2; side++) {
        for (size_t d = 0; d < rivalry->index->sides[side].n_docs; d++)
            find_prints_of(rivalry, side, d);
    }
    for (int side = 0; side < 2; side++) {
        for (size_t d = 0; d < rivalry->index->sides[side].n_docs; d++) {
            uint32_t first = first_print(rivalry, side, (uint32_t)d);

            rivalry->prints[side][d] = first; /* which stands before it */
            rivalry->n_prints[side][first]++;
        }
    }
}

static bool is_print(const via_rivalry *rivalry, int side, uint32_t a, uint32_t b)
{
    return rivalry->prints[side][a] == rivalry->prints[side][b];
}

static bool is_same_text(const via_rivalry *rivalry, int side, uint32_t a, uint32_t b)
{
    const via_sketch *sketches = rivalry->index->sides[side].sketches;

    return sketches[a].text_id == sketches[b].text_id;
}

/* ---- Messages ------------------------------------------------------------ */

/* What stands against the candidate on the part of its document of `side`, of which
 * all candidates together have `sum`. */
static double weigh_rivals(const via_rivalry *rivalry, int side, uint32_t number,
                           double sum)
{
    const uint32_t *order = rivalry->order[side];
    uint32_t doc = doc_of(&rivalry->candidates[number], side);
    uint32_t partner = doc_of(&rivalry->candidates[number], 1 - side);
    uint32_t first = rivalry->prints[1 - side][partner];
    bool is_alone = rivalry->n_prints[side][rivalry->prints[side][doc]] == 1;
    double own = rivalry->odds[number] * rivalry->messages[1 - side][number];

    sum -= own;
    if (rivalry->n_prints[1 - side][first] == 1)
        return fmax(sum, 0.0);
    for (size_t i = rivalry->begin[side][doc]; i < rivalry->begin[side][doc + 1]; i++) {
        uint32_t rival = doc_of(&rivalry->candidates[order[i]], 1 - side);

        if (order[i] != number &&
            ((is_alone && is_print(rivalry, 1 - side, partner, rival)) ||
             is_same_text(rivalry, 1 - side, partner, rival)))
            sum -= rivalry->odds[order[i]] * rivalry->messages[1 - side][order[i]];
    }
    return fmax(sum, 0.0);
}

/* Renews what the documents of a side say. */
static void tell(via_rivalry *rivalry, int side)
{
    const uint32_t *order = rivalry->order[side];

    for (size_t d = 0; d < rivalry->index->sides[side].n_docs; d++) {
        size_t begin = rivalry->begin[side][d], end = rivalry->begin[side][d + 1];
        double sum = 0.0;

        for (size_t i = begin; i < end; i++)
            sum += rivalry->odds[order[i]] * rivalry->messages[1 - side][order[i]];
        for (size_t i = begin; i < end; i++)
            rivalry->messages[side][order[i]] =
                1.0 / (1.0 + weigh_rivals(rivalry, side, order[i], sum));
    }
}

static void judge(via_rivalry *rivalry)
{
    for (size_t c = 0; c < rivalry->n_candidates; c++) {
        double odds =
            rivalry->odds[c] * rivalry->messages[0][c] * rivalry->messages[1][c];

        rivalry->confidences[c] = odds / (1.0 + odds);
    }
}

/* How many documents of a side have a partner, as far as can be expected. A document
 * may be sure of many, where they are prints of one, and still counts once. */
static double count_found(const via_rivalry *rivalry, int side)
{
    const uint32_t *order = rivalry->order[side];
    double n_found = 0.0;

    for (size_t d = 0; d < rivalry->index->sides[side].n_docs; d++) {
        double sum = 0.0;

        for (size_t i = rivalry->begin[side][d]; i < rivalry->begin[side][d + 1]; i++)
            sum += rivalry->confidences[order[i]];
        n_found += fmin(sum, 1.0);
    }
    return n_found;
}

/* By how much a candidate leads all others of its document; below 0 if it does not. */
static void find_leads(via_rivalry *rivalry, int side, size_t doc)
{
    const uint32_t *order = rivalry->order[side];
    size_t begin = rivalry->begin[side][doc], end = rivalry->begin[side][doc + 1];
    double best = -INFINITY, second = -INFINITY;

    for (size_t i = begin; i < end; i++) {
        double score = rivalry->candidates[order[i]].score;

        second = fmax(second, fmin(best, score));
        best = fmax(best, score);
    }
    for (size_t i = begin; i < end; i++) {
        double score = rivalry->candidates[order[i]].score;
        double lead = score - (score < best ? best : second);

        rivalry->leads[order[i]] = fmin(rivalry->leads[order[i]], lead);
    }
}

static void set_odds(via_rivalry *rivalry, double shift)
{
    for (size_t c = 0; c < rivalry->n_candidates; c++) {
        double lead = LEAD_WORTH * fmax(rivalry->leads[c], 0.0);

        rivalry->odds[c] =
            exp(fmin(rivalry->candidates[c].score + lead + shift, SCORE_MAX));
    }
}

/* How much better the odds are than where the weights were fitted, in nats: where
 * nearly all have partners, less has to speak for a pair. Saerens, Latinne and
 * Decaestecker 2002, "Adjusting the Outputs of a Classifier to New a Priori
 * Probabilities". */
static double find_shift(const via_rivalry *rivalry)
{
    double n_found = fmin(count_found(rivalry, 0), count_found(rivalry, 1));
    size_t n_src = rivalry->index->sides[0].n_docs;
    size_t n_tgt = rivalry->index->sides[1].n_docs;
    double n_docs = (double)(n_src < n_tgt ? n_src : n_tgt) + PRIOR_DOCS;
    double n_with = n_found + PRIOR_DOCS * PARTNER_SHARE;

    return log(n_with / (n_docs - n_with)) - log(PARTNER_SHARE / (1.0 - PARTNER_SHARE));
}

static void weigh(via_rivalry *rivalry)
{
    double shift = 0.0;

    for (size_t c = 0; c < rivalry->n_candidates; c++) {
        rivalry->messages[0][c] = rivalry->messages[1][c] = 1.0;
        rivalry->leads[c] = LEAD_MAX;
    }
    for (int side = 0; side < 2; side++) {
        for (size_t d = 0; d < rivalry->index->sides[side].n_docs; d++)
            find_leads(rivalry, side, d);
    }
    for (int i = 0; i < N_SWEEPS; i++) {
        set_odds(rivalry, shift);
        tell(rivalry, 0);
        tell(rivalry, 1);
        judge(rivalry);
        shift = find_shift(rivalry);
    }
}

/* ---- Making -------------------------------------------------------------- */

/* Sorts candidate numbers by document of a side, by counting. */
static void order_by(via_rivalry *rivalry, int side)
{
    size_t n_docs = rivalry->index->sides[side].n_docs;
    size_t *begin = rivalry->begin[side];

    for (size_t c = 0; c < rivalry->n_candidates; c++)
        begin[doc_of(&rivalry->candidates[c], side) + 1]++;
    for (size_t d = 0; d < n_docs; d++)
        begin[d + 1] += begin[d];
    for (size_t c = 0; c < rivalry->n_candidates; c++)
        rivalry->order[side][begin[doc_of(&rivalry->candidates[c], side)]++] =
            (uint32_t)c;
    memmove(begin + 1, begin, n_docs * sizeof *begin);
    begin[0] = 0;
}

static bool make_side(via_rivalry *rivalry, int side)
{
    size_t n_docs = rivalry->index->sides[side].n_docs;
    size_t n_candidates = rivalry->n_candidates;

    rivalry->begin[side] = calloc(n_docs + 2, sizeof(size_t));
    rivalry->order[side] = malloc((n_candidates + 1) * sizeof(uint32_t));
    rivalry->prints[side] = malloc((n_docs + 1) * sizeof(uint32_t));
    rivalry->n_prints[side] = calloc(n_docs + 1, sizeof(uint32_t));
    rivalry->messages[side] = malloc((n_candidates + 1) * sizeof(double));
    if (!rivalry->begin[side] || !rivalry->order[side] || !rivalry->prints[side] ||
        !rivalry->n_prints[side] || !rivalry->messages[side])
        return false;
    for (size_t d = 0; d < n_docs; d++)
        rivalry->prints[side][d] = (uint32_t)d;
    order_by(rivalry, side);
    return true;
}

via_status via_rivalry_new(const via_index *index, const via_couple *candidates,
                           size_t n_candidates, via_rivalry **out, via_error *err)
{
    via_rivalry *rivalry = calloc(1, sizeof *rivalry);

    *out = NULL;
    if (!rivalry)
        return via_fail_memory(err);
    rivalry->index = index;
    rivalry->candidates = candidates;
    rivalry->n_candidates = n_candidates;
    rivalry->leads = malloc((n_candidates + 1) * sizeof(double));
    rivalry->odds = malloc((n_candidates + 1) * sizeof(double));
    rivalry->confidences = malloc((n_candidates + 1) * sizeof(double));
    if (!rivalry->leads || !rivalry->odds || !rivalry->confidences ||
        !make_side(rivalry, 0) || !make_side(rivalry, 1)) {
        via_rivalry_free(rivalry);
        return via_fail_memory(err);
    }
    find_prints(rivalry);
    weigh(rivalry);
    *out = rivalry;
    return VIA_OK;
}

void via_rivalry_free(via_rivalry *rivalry)
{
    if (!rivalry)
        return;
    for (int side = 0; side < 2; side++) {
        free(rivalry->begin[side]);
        free(rivalry->order[side]);
        free(rivalry->prints[side]);
        free(rivalry->n_prints[side]);
        free(rivalry->messages[side]);
    }
    free(rivalry->leads);
    free(rivalry->odds);
    free(rivalry->confidences);
    free(rivalry);
}
