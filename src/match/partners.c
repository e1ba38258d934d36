/* Partners: which candidates are taken for translations of each other, and how surely.
 */
#include "match/partners.h"

#include "base/status.h"
#include "match/rivalry.h"

#include <stdlib.h>

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

static struct ranked *rank(const via_couple *candidates, size_t n_candidates)
{
    struct ranked *ranked = malloc((n_candidates + 1) * sizeof *ranked);

    for (size_t c = 0; ranked && c < n_candidates; c++)
        ranked[c] = (struct ranked){candidates[c].score, (uint32_t)c};
    if (ranked)
        qsort(ranked, n_candidates, sizeof *ranked, compare_ranked);
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

struct choice {
    const via_rivalry *rivalry;
    bool *are_taken[2]; /* by document of a side */
    double min_confidence;
    bool are_many;
};

/* Takes candidates from the best on; returns how many. */
static size_t take(struct choice *choice, const struct ranked *ranked,
                   via_partners *out)
{
    const via_rivalry *rivalry = choice->rivalry;
    size_t n_out = 0;

    for (size_t i = 0; i < rivalry->n_candidates; i++) {
        const via_couple *at = &rivalry->candidates[ranked[i].number];
        double confidence = rivalry->confidences[ranked[i].number];
        bool *src_taken = &choice->are_taken[0][at->src];
        bool *tgt_taken = &choice->are_taken[1][at->tgt];

        if (confidence < choice->min_confidence ||
            (!choice->are_many && (*src_taken || *tgt_taken)))
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
    via_rivalry *rivalry = NULL;
    struct ranked *ranked = rank(candidates, n_candidates);
    via_partners *partners = malloc((n_candidates + 1) * sizeof *partners);
    struct choice choice = {
        NULL,
        {calloc(index->sides[0].n_docs + 1, 1), calloc(index->sides[1].n_docs + 1, 1)},
        min_confidence,
        are_many};
    via_status st = via_rivalry_new(index, candidates, n_candidates, &rivalry, err);

    *out = NULL;
    *n_out = 0;
    if (st == VIA_OK &&
        (!ranked || !partners || !choice.are_taken[0] || !choice.are_taken[1]))
        st = via_fail_memory(err);
    if (st == VIA_OK) {
        choice.rivalry = rivalry;
        *n_out = take(&choice, ranked, partners);
        *out = partners;
    } else {
        free(partners);
    }
    free(choice.are_taken[0]);
    free(choice.are_taken[1]);
    free(ranked);
    via_rivalry_free(rivalry);
    return st;
}
