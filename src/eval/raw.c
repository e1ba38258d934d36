/* Raw track: stretches of running text against gold stretches, letter by letter.
 *
 * bead      a gold bead is found if beads of the answer tile it on both sides, so that
 *           a finer answer is as good; a bead of the answer is right if it is such a
 *           tile.
 * bead_lax  the same for up to three neighbouring gold beads, taken as one.
 * cut       a cut is a place in the source and one in the target where beads start or
 *           end. A cut of the answer inside a gold bead cannot be judged and is left
 *           out; any other must be a cut of the gold.
 * chars     each letter of a bead of the answer earns the share of the letters on the
 *           other side that gold ties to it; a letter of a gold bead is found if it
 *           is tied to any letter of its counterpart.
 */
#include "eval/raw.h"

#include "base/status.h"
#include "eval/prf.h"
#include "eval/tiling.h"

#include <stdlib.h>

#define LAX_BEADS 3

static via_status count_beads(const via_span_list *gold, const via_span_list *hyp,
                              size_t n_beads_max, bool *is_right, via_shares *shares,
                              via_error *err)
{
    size_t n_found, n_right;

    if (!via_tiling_count(gold, hyp, n_beads_max, is_right, &n_found, &n_right))
        return via_fail_memory(err);
    shares->answer_part += (double)n_right;
    shares->answer_whole += (double)hyp->n_spans;
    shares->gold_part += (double)n_found;
    shares->gold_whole += (double)gold->n_spans;
    return VIA_OK;
}

/* Strict beads are rated, lax ones are not. */
static via_status count_all_beads(const via_span_list *gold, const via_span_list *hyp,
                                  via_raw_counts *counts, via_error *err)
{
    bool *is_right = calloc(hyp->n_spans + 1, sizeof *is_right);

    if (!is_right)
        return via_fail_memory(err);
    via_status st = count_beads(gold, hyp, LAX_BEADS, is_right, &counts->bead_lax, err);
    if (st == VIA_OK)
        st = count_beads(gold, hyp, 1, is_right, &counts->bead, err);
    for (size_t i = 0; st == VIA_OK && i < hyp->n_spans; i++) {
        if (hyp->spans[i].confidence >= 0)
            via_ratings_add(&counts->ratings, hyp->spans[i].confidence, is_right[i]);
    }
    free(is_right);
    return st;
}

struct cut {
    size_t src, tgt;
};

static int by_place(const void *a, const void *b)
{
    const struct cut *x = a, *y = b;

    if (x->src != y->src)
        return x->src < y->src ? -1 : 1;
    return x->tgt < y->tgt ? -1 : x->tgt > y->tgt;
}

/* Returns the cuts of a list in order, each once; NULL if there is no memory. */
static struct cut *find_cuts(const via_span_list *list, size_t *n_cuts)
{
    struct cut *cuts = calloc(2 * list->n_spans + 1, sizeof *cuts);
    size_t n_kept = 0;

    *n_cuts = 0;
    if (!cuts)
        return NULL;
    for (size_t i = 0; i < list->n_spans; i++) {
        const via_span *span = &list->spans[i];

        cuts[2 * i] = (struct cut){span->src_begin, span->tgt_begin};
        cuts[2 * i + 1] = (struct cut){span->src_end, span->tgt_end};
    }
    qsort(cuts, 2 * list->n_spans, sizeof *cuts, by_place);
    for (size_t i = 0; i < 2 * list->n_spans; i++) {
        if (!n_kept || by_place(&cuts[n_kept - 1], &cuts[i]) != 0)
            cuts[n_kept++] = cuts[i];
    }
    *n_cuts = n_kept;
    return cuts;
}

static bool is_inside(const via_span_list *gold, const struct cut *cut)
{
    for (size_t i = via_span_list_before(gold, cut->src);
         i-- > 0 && gold->reaches[i] > cut->src;) {
        const via_span *span = &gold->spans[i];

        if (cut->src < span->src_end && span->tgt_begin < cut->tgt &&
            cut->tgt < span->tgt_end)
            return true;
    }
    return false;
}

static via_status count_cuts(const via_span_list *gold, const via_span_list *hyp,
                             via_shares *shares, via_error *err)
{
    size_t n_golds, n_hyps, n_right = 0, n_judged = 0;
    struct cut *golds = find_cuts(gold, &n_golds);
    struct cut *hyps = find_cuts(hyp, &n_hyps);
    bool is_well = golds && hyps;

    for (size_t i = 0; is_well && i < n_hyps; i++) {
        n_right += bsearch(&hyps[i], golds, n_golds, sizeof *golds, by_place) != NULL;
        n_judged += !is_inside(gold, &hyps[i]);
    }
    free(golds);
    free(hyps);
    shares->answer_part += (double)n_right;
    shares->answer_whole += (double)n_judged;
    shares->gold_part += (double)n_right;
    shares->gold_whole += (double)n_golds;
    return is_well ? VIA_OK : via_fail_memory(err);
}

/* How many letters two stretches share. */
static double overlap(size_t begin, size_t end, size_t other_begin, size_t other_end)
{
    size_t from = begin > other_begin ? begin : other_begin;
    size_t to = end < other_end ? end : other_end;

    return to > from ? (double)(to - from) : 0;
}

static double n_letters(const via_span_list *list)
{
    double sum = 0;

    for (size_t i = 0; i < list->n_spans; i++) {
        const via_span *span = &list->spans[i];

        sum += (double)(span->src_end - span->src_begin);
        sum += (double)(span->tgt_end - span->tgt_begin);
    }
    return sum;
}

static void count_chars(const via_span_list *gold, const via_span_list *hyp,
                        via_shares *shares)
{
    for (size_t h = 0; h < hyp->n_spans; h++) {
        const via_span *x = &hyp->spans[h];

        for (size_t g = via_span_list_before(gold, x->src_end);
             g-- > 0 && gold->reaches[g] > x->src_begin;) {
            const via_span *y = &gold->spans[g];
            double src = overlap(x->src_begin, x->src_end, y->src_begin, y->src_end);
            double tgt = overlap(x->tgt_begin, x->tgt_end, y->tgt_begin, y->tgt_end);

            if (src == 0 || tgt == 0)
                continue;
            shares->answer_part += src * tgt / (double)(x->tgt_end - x->tgt_begin) +
                                   src * tgt / (double)(x->src_end - x->src_begin);
            shares->gold_part += src + tgt;
        }
    }
    shares->answer_whole += n_letters(hyp);
    shares->gold_whole += n_letters(gold);
}

via_status via_raw_count(const via_span_list *gold, const via_span_list *hyp,
                         via_raw_counts *counts, via_error *err)
{
    via_status st = count_all_beads(gold, hyp, counts, err);

    if (st == VIA_OK)
        st = count_cuts(gold, hyp, &counts->cut, err);
    if (st != VIA_OK)
        return st;
    count_chars(gold, hyp, &counts->chars);
    counts->n_units += hyp->n_spans;
    for (size_t i = 0; i < hyp->n_spans; i++)
        counts->src_letters +=
            (double)(hyp->spans[i].src_end - hyp->spans[i].src_begin);
    return VIA_OK;
}

static via_prf prf_of_shares(const via_shares *shares)
{
    double recall = via_ratio(shares->gold_part, shares->gold_whole);

    return via_prf_of(via_ratio(shares->answer_part, shares->answer_whole),
                      recall < 1 ? recall : 1);
}

via_status via_raw_figures(via_raw_counts *counts, via_eval_figures *figures,
                           via_error *err)
{
    figures->bead = prf_of_shares(&counts->bead);
    figures->bead_lax = prf_of_shares(&counts->bead_lax);
    figures->cut = prf_of_shares(&counts->cut);
    figures->chars = prf_of_shares(&counts->chars);
    figures->n_units = counts->n_units;
    figures->mean_unit_cps = via_ratio(counts->src_letters, (double)counts->n_units);
    return via_ratings_figures(&counts->ratings, figures, err);
}

void via_raw_counts_clear(via_raw_counts *counts)
{
    via_ratings_clear(&counts->ratings);
}
