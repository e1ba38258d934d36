/* Partners: which candidates are taken for translations of each other, and how surely.
 *
 * A score z is a log odds against chance. What a document might be instead, the
 * translation of another or of none, is weighed against it:
 *
 *     confidence = e^z / (1 + e^z + sum over rivals of e^z')
 *
 * where rivals are the other candidates of both documents. A second print of the
 * partner is no rival: who finds either has found the article. */
#include "match/partners.h"

#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two documents of one language that have so much in common are prints of one. Chosen,
 * not tuned. */
#define REPRINT_OVERLAP 0.8
/* A rival further behind, in nats, changes nothing. */
#define RIVAL_NATS 8.0

struct choice {
    const via_index *index;
    const via_couple *candidates;
    size_t n_candidates;
    size_t *begin[2];   /* by document of a side, in `order` */
    uint32_t *order[2]; /* candidates by document of that side */
    bool *are_taken[2]; /* by document of a side */
};

static uint32_t doc_of(const via_couple *candidate, int side)
{
    return side ? candidate->tgt : candidate->src;
}

/* ---- Confidence ---------------------------------------------------------- */

static bool is_reprint(const struct choice *choice, int side, uint32_t a, uint32_t b)
{
    const via_sketch *sketches = choice->index->sides[side].sketches;

    return sketches[a].text_id == sketches[b].text_id ||
           via_sketch_overlap(&sketches[a], &sketches[b]) >= REPRINT_OVERLAP;
}

/* Sum of e^(z' - z) over the rivals that share the document on `side`. */
static double weigh_rivals(const struct choice *choice, size_t number, int side)
{
    const via_couple *own = &choice->candidates[number];
    uint32_t doc = doc_of(own, side), partner = doc_of(own, 1 - side);
    double sum = 0.0;

    for (size_t i = choice->begin[side][doc]; i < choice->begin[side][doc + 1]; i++) {
        const via_couple *rival = &choice->candidates[choice->order[side][i]];
        double lead = own->score - rival->score;

        if (rival != own && lead < RIVAL_NATS &&
            !is_reprint(choice, 1 - side, partner, doc_of(rival, 1 - side)))
            sum += exp(-lead);
    }
    return sum;
}

static double confidence_of(const struct choice *choice, size_t number)
{
    double rivals = weigh_rivals(choice, number, 0) + weigh_rivals(choice, number, 1);

    return 1.0 / (1.0 + rivals + exp(-choice->candidates[number].score));
}

/* ---- Order --------------------------------------------------------------- */

/* Sorts candidate numbers by document of a side, by counting. */
static bool order_by(struct choice *choice, int side)
{
    size_t n_docs = choice->index->sides[side].n_docs;
    size_t *begin = calloc(n_docs + 2, sizeof *begin);
    uint32_t *order = malloc((choice->n_candidates + 1) * sizeof *order);

    choice->begin[side] = begin;
    choice->order[side] = order;
    choice->are_taken[side] = calloc(n_docs + 1, sizeof(bool));
    if (!begin || !order || !choice->are_taken[side])
        return false;
    for (size_t c = 0; c < choice->n_candidates; c++)
        begin[doc_of(&choice->candidates[c], side) + 1]++;
    for (size_t d = 0; d < n_docs; d++)
        begin[d + 1] += begin[d];
    for (size_t c = 0; c < choice->n_candidates; c++)
        order[begin[doc_of(&choice->candidates[c], side)]++] = (uint32_t)c;
    memmove(begin + 1, begin, n_docs * sizeof *begin);
    begin[0] = 0;
    return true;
}

struct ranked {
    double score;
    uint32_t number;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;

    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return (left->number > right->number) - (left->number < right->number);
}

static struct ranked *rank(const struct choice *choice)
{
    struct ranked *ranked = malloc((choice->n_candidates + 1) * sizeof *ranked);

    for (size_t c = 0; ranked && c < choice->n_candidates; c++)
        ranked[c] = (struct ranked){choice->candidates[c].score, (uint32_t)c};
    if (ranked)
        qsort(ranked, choice->n_candidates, sizeof *ranked, compare_ranked);
    return ranked;
}

/* ---- Choosing ------------------------------------------------------------ */

static int compare_partners(const void *a, const void *b)
{
    const via_partners *left = a, *right = b;

    if (left->src != right->src)
        return left->src < right->src ? -1 : 1;
    return (left->tgt > right->tgt) - (left->tgt < right->tgt);
}

/* Takes candidates from the best on; returns how many. */
static size_t take(struct choice *choice, const struct ranked *ranked,
                   double min_confidence, bool are_many, via_partners *out)
{
    size_t n_out = 0;

    for (size_t i = 0; i < choice->n_candidates; i++) {
        const via_couple *at = &choice->candidates[ranked[i].number];
        bool *src_taken = &choice->are_taken[0][at->src];
        bool *tgt_taken = &choice->are_taken[1][at->tgt];

        if (!are_many && (*src_taken || *tgt_taken))
            continue;
        double confidence = confidence_of(choice, ranked[i].number);
        if (confidence < min_confidence)
            continue;
        *src_taken = *tgt_taken = true;
        out[n_out++] = (via_partners){at->src, at->tgt, confidence};
    }
    if (n_out)
        qsort(out, n_out, sizeof *out, compare_partners);
    return n_out;
}

via_status via_partners_choose(const via_index *index, const via_couple *candidates,
                               size_t n_candidates, double min_confidence,
                               bool are_many, via_partners **out, size_t *n_out,
                               via_error *err)
{
    struct choice choice = {
        .index = index, .candidates = candidates, .n_candidates = n_candidates};
    struct ranked *ranked = rank(&choice);
    via_partners *partners = malloc((n_candidates + 1) * sizeof *partners);
    bool is_well = ranked && partners && order_by(&choice, 0) && order_by(&choice, 1);

    *out = NULL;
    *n_out = 0;
    if (is_well) {
        *n_out = take(&choice, ranked, min_confidence, are_many, partners);
        *out = partners;
    } else {
        free(partners);
    }
    for (int side = 0; side < 2; side++) {
        free(choice.begin[side]);
        free(choice.order[side]);
        free(choice.are_taken[side]);
    }
    free(ranked);
    return is_well ? VIA_OK : via_fail_memory(err);
}
