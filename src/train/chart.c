/* Chart: a pair of documents and its gold ladder as features, to be scored again.
 *
 * For a conditional random field the gradient of the loss is the difference of two
 * sums of features: as the lattice of all ladders expects them, and as the lattice of
 * the right ones does (Lafferty, McCallum and Pereira 2001; Sarawagi and Cohen 2004).
 * Gold beads by number leave one right ladder. A gold bead of running text is a
 * stretch: all beads that tile it are right together (Quattoni et al. 2007, "Hidden
 * Conditional Random Fields").
 *
 * Texts, matches and lexicon are looked at once; what is kept of them are the features
 * of those beads that any reasonable weights may find likely. */
#include "train/chart.h"

#include "base/status.h"
#include "train/terms.h"

#include <math.h>
#include <stdlib.h>

/* Beads less likely than this under the weights at hand are not kept. */
#define P_KEPT 1e-6
/* What is less likely does not show in the sum. */
#define P_MIN 1e-5

/* Null segments of one side: each as part of a run, and what opening one adds. */
struct nulls {
    via_terms more, open;
};

struct via_chart {
    via_arena *arena;
    enum via_cut cut;
    via_lattice all, gold; /* of all ladders, of the right ones: the same cells */
    bool *is_gold;         /* by candidate: whether it may stand in a right ladder */
    bool *src_in_gold, *tgt_in_gold; /* by segment: whether it may not be null */
    via_terms beads;                 /* by candidate */
    struct nulls src, tgt;
};

/* ---- Gold beads ---------------------------------------------------------- */

static int compare_beads(const void *a, const void *b)
{
    const via_bead *left = a, *right = b;

    if (left->src_begin != right->src_begin)
        return left->src_begin < right->src_begin ? -1 : 1;
    return (left->tgt_begin > right->tgt_begin) - (left->tgt_begin < right->tgt_begin);
}

static bool is_inside(const via_bead *gold, size_t i, size_t j,
                      const via_candidate *cand, bool is_exact)
{
    size_t src_end = i + cand->n_src, tgt_end = j + cand->n_tgt;

    if (cand->is_swapped)
        return false;
    if (is_exact) {
        via_span4 at = via_candidate_span(cand, i, j);

        return i == gold->src_begin && src_end == gold->src_end &&
               j == gold->tgt_begin && tgt_end == gold->tgt_end &&
               at.src_skip == gold->src_skip && at.tgt_skip == gold->tgt_skip;
    }
    return via_candidate_is_whole(cand) && i >= gold->src_begin &&
           src_end <= gold->src_end && j >= gold->tgt_begin && tgt_end <= gold->tgt_end;
}

/* Returns whether beads of the lattice tile the gold bead. `reached` is scratch for
 * the corners of its segments. */
static bool is_tiled(const via_lattice *lat, const via_bead *gold, bool is_exact,
                     bool *reached)
{
    size_t n_src = gold->src_end - gold->src_begin;
    size_t n_tgt = gold->tgt_end - gold->tgt_begin;

    for (size_t k = 0; k < (n_src + 1) * (n_tgt + 1); k++)
        reached[k] = k == 0;
    for (size_t a = 0; a < n_src; a++) {
        for (size_t b = 0; b < n_tgt; b++) {
            size_t i = gold->src_begin + a, j = gold->tgt_begin + b;

            if (!reached[a * (n_tgt + 1) + b] || !via_lattice_holds(lat, i, j))
                continue;
            size_t c = via_lattice_cell(lat, i, j);
            for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
                const via_candidate *cand = &lat->candidates[k];

                if (is_inside(gold, i, j, cand, is_exact))
                    reached[(a + cand->n_src) * (n_tgt + 1) + b + cand->n_tgt] = true;
            }
        }
    }
    return reached[(n_src + 1) * (n_tgt + 1) - 1];
}

static bool is_tried(const via_lattice *lat, const via_bead *gold, bool is_exact,
                     via_arena *scratch)
{
    size_t n_src = gold->src_end - gold->src_begin;
    size_t n_tgt = gold->tgt_end - gold->tgt_begin;

    if (gold->src_begin >= gold->src_end || gold->tgt_begin >= gold->tgt_end)
        return false;
    bool *reached = via_arena_array(scratch, (n_src + 1) * (n_tgt + 1), sizeof(bool));
    return reached && is_tiled(lat, gold, is_exact, reached);
}

static bool is_single(const via_bead *bead)
{
    return bead->src_end - bead->src_begin == 1 && bead->tgt_end - bead->tgt_begin == 1;
}

/* Returns whether two beads are a swap that the lattice tries. */
static bool are_swapped(const via_lattice *lat, const via_bead *first,
                        const via_bead *second)
{
    size_t i = first->src_begin, j = second->tgt_begin;

    if (!is_single(first) || !is_single(second) || second->src_begin != i + 1 ||
        first->tgt_begin != j + 1 || !via_lattice_holds(lat, i, j))
        return false;
    size_t c = via_lattice_cell(lat, i, j);
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        if (lat->candidates[k].is_swapped)
            return true;
    }
    return false;
}

/* Returns how far the first `n` beads reach in the target: the first of a swap reaches
 * further than the second. */
static size_t reach_of(const via_bead *gold, size_t n)
{
    size_t last = n ? gold[n - 1].tgt_end : 0, before = n > 1 ? gold[n - 2].tgt_end : 0;

    return last > before ? last : before;
}

/* Keeps the beads of `gold` that a ladder can hold: of a crossing pair that is no swap
 * the one that comes first in the target. Returns how many. */
static size_t keep_possible(const via_lattice *lat, bool is_exact, via_bead *gold,
                            size_t n_gold, via_arena *scratch)
{
    size_t n_kept = 0;

    qsort(gold, n_gold, sizeof *gold, compare_beads);
    for (size_t b = 0; b < n_gold; b++) {
        via_bead *last = n_kept ? &gold[n_kept - 1] : NULL;

        if (!is_tried(lat, &gold[b], is_exact, scratch) ||
            (last && gold[b].src_begin < last->src_end))
            continue;
        if (gold[b].tgt_begin >= reach_of(gold, n_kept)) {
            gold[n_kept++] = gold[b];
            continue;
        }
        size_t floor = reach_of(gold, n_kept - 1);
        if (gold[b].tgt_begin < floor || last->tgt_begin < floor)
            continue; /* it crosses more than the last one */
        if (are_swapped(lat, last, &gold[b]))
            gold[n_kept++] = gold[b];
        else if (gold[b].tgt_end < last->tgt_end)
            *last = gold[b];
    }
    return n_kept;
}

/* ---- The lattice --------------------------------------------------------- */

/* What a chart is made from. */
struct draft {
    via_chart *chart;
    const via_lattice *lat; /* with evidence */
    const via_bead *gold;   /* monotone */
    size_t n_gold;
    size_t *gold_of; /* by source segment: the number of its gold bead, or n_gold */
    bool is_exact;
    via_buffer candidates, flags;
};

static bool is_gold_swap(const struct draft *draft, size_t b, size_t i, size_t j)
{
    const via_bead *first = &draft->gold[b], *second = first + 1;

    return is_single(first) && is_single(second) && first->src_begin == i &&
           first->tgt_begin == j + 1 && second->src_begin == i + 1 &&
           second->tgt_begin == j;
}

static void swap_features(const via_evidence *ev, size_t i, size_t j, double *f)
{
    double below[VIA_N_FEATURES];

    via_evidence_features(ev, &(via_span4){i, i + 1, j + 1, j + 2}, f);
    via_evidence_features(ev, &(via_span4){i + 1, i + 2, j, j + 1}, below);
    for (int k = 0; k < VIA_N_FEATURES; k++)
        f[k] += below[k];
    f[VIA_W_SWAP] = 1.0;
}

static void keep_cell(struct draft *draft, size_t i, size_t j)
{
    const via_lattice *lat = draft->lat;
    size_t c = via_lattice_cell(lat, i, j);
    size_t b = i < lat->n_src ? draft->gold_of[i] : draft->n_gold;
    double f[VIA_N_FEATURES];

    draft->chart->all.begin[c] = draft->candidates.n_bytes / sizeof(via_candidate);
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];
        via_span4 at = via_candidate_span(cand, i, j);
        bool is_gold = b < draft->n_gold &&
                       (cand->is_swapped
                            ? b + 1 < draft->n_gold && is_gold_swap(draft, b, i, j)
                            : is_inside(&draft->gold[b], i, j, cand, draft->is_exact));

        if (!is_gold && via_lattice_posterior(lat, i, j, cand) < P_KEPT)
            continue;
        if (cand->is_swapped)
            swap_features(lat->ev, i, j, f);
        else
            via_evidence_features(lat->ev, &at, f);
        via_terms_add(&draft->chart->beads, f);
        via_buffer_append(&draft->candidates, (const char *)cand, sizeof *cand);
        via_buffer_append(&draft->flags, (const char *)&is_gold, sizeof is_gold);
    }
}

static bool keep_beads(struct draft *draft)
{
    via_chart *chart = draft->chart;
    const via_lattice *lat = draft->lat;
    via_arena *arena = chart->arena;

    chart->all.begin = via_arena_array(arena, lat->n_cells + 1, sizeof(size_t));
    if (!chart->all.begin ||
        !via_terms_start(&chart->beads, lat->begin[lat->n_cells], arena))
        return false;
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++)
            keep_cell(draft, i, j);
    }
    chart->all.begin[lat->n_cells] = draft->candidates.n_bytes / sizeof(via_candidate);
    if (draft->candidates.has_failed || draft->flags.has_failed ||
        !via_terms_end(&chart->beads, arena))
        return false;
    chart->gold.begin = chart->all.begin;
    chart->all.candidates = (via_candidate *)(void *)via_arena_copy(
        arena, draft->candidates.bytes, draft->candidates.n_bytes);
    chart->gold.candidates = (via_candidate *)(void *)via_arena_copy(
        arena, draft->candidates.bytes, draft->candidates.n_bytes);
    chart->is_gold =
        (bool *)(void *)via_arena_copy(arena, draft->flags.bytes, draft->flags.n_bytes);
    return chart->all.candidates && chart->gold.candidates && chart->is_gold;
}

static bool keep_nulls(struct nulls *nulls, const via_evidence *ev, bool is_src,
                       size_t n_segs, via_arena *arena)
{
    double f[VIA_N_FEATURES];

    if (!via_terms_start(&nulls->more, n_segs, arena) ||
        !via_terms_start(&nulls->open, n_segs, arena))
        return false;
    for (size_t seg = 0; seg < n_segs; seg++) {
        via_evidence_null_features(ev, is_src, seg, f);
        via_terms_add(&nulls->more, f);
        via_evidence_open_features(ev, is_src, seg, f);
        via_terms_add(&nulls->open, f);
    }
    return via_terms_end(&nulls->more, arena) && via_terms_end(&nulls->open, arena);
}

static bool copy_cells(via_lattice *to, const via_lattice *lat, via_arena *arena)
{
    *to = (via_lattice){
        .n_src = lat->n_src, .n_tgt = lat->n_tgt, .n_cells = lat->n_cells};
    if (!via_band_new(lat->band.n_rows, arena, &to->band))
        return false;
    for (size_t i = 0; i < lat->band.n_rows; i++) {
        to->band.lo[i] = lat->band.lo[i];
        to->band.hi[i] = lat->band.hi[i];
    }
    via_band_number(&to->band);
    to->src_null = via_arena_array(arena, lat->n_src, sizeof *to->src_null);
    to->tgt_null = via_arena_array(arena, lat->n_tgt, sizeof *to->tgt_null);
    return to->src_null && to->tgt_null;
}

/* Notes which segments gold beads hold. */
static bool place_gold(struct draft *draft, via_arena *scratch)
{
    via_chart *chart = draft->chart;
    const via_lattice *lat = draft->lat;

    draft->gold_of = via_arena_array(scratch, lat->n_src, sizeof(size_t));
    chart->src_in_gold = via_arena_array(chart->arena, lat->n_src, sizeof(bool));
    chart->tgt_in_gold = via_arena_array(chart->arena, lat->n_tgt, sizeof(bool));
    if (!draft->gold_of || !chart->src_in_gold || !chart->tgt_in_gold)
        return false;
    for (size_t i = 0; i < lat->n_src; i++)
        draft->gold_of[i] = draft->n_gold;
    for (size_t b = 0; b < draft->n_gold; b++) {
        for (size_t i = draft->gold[b].src_begin; i < draft->gold[b].src_end; i++) {
            draft->gold_of[i] = b;
            chart->src_in_gold[i] = true;
        }
        for (size_t j = draft->gold[b].tgt_begin; j < draft->gold[b].tgt_end; j++)
            chart->tgt_in_gold[j] = true;
        if (draft->gold[b].src_skip)
            chart->src_in_gold[draft->gold[b].src_skip] = false;
        if (draft->gold[b].tgt_skip)
            chart->tgt_in_gold[draft->gold[b].tgt_skip] = false;
    }
    return true;
}

static via_status fill(via_chart *chart, const via_lattice *lat, bool is_exact,
                       via_bead *gold, size_t n_gold, via_arena *scratch,
                       via_error *err)
{
    const via_evidence *ev = lat->ev;
    size_t n_kept = keep_possible(lat, is_exact, gold, n_gold, scratch);
    struct draft draft = {
        chart, lat, gold, n_kept, NULL, is_exact, VIA_BUFFER_INIT, VIA_BUFFER_INIT};

    chart->cut = ev->src->is_fine || ev->tgt->is_fine;
    bool is_well = copy_cells(&chart->all, lat, chart->arena) &&
                   copy_cells(&chart->gold, lat, chart->arena) &&
                   place_gold(&draft, scratch) &&
                   keep_nulls(&chart->src, ev, true, lat->n_src, chart->arena) &&
                   keep_nulls(&chart->tgt, ev, false, lat->n_tgt, chart->arena) &&
                   keep_beads(&draft);
    via_buffer_clear(&draft.candidates);
    via_buffer_clear(&draft.flags);
    return is_well ? VIA_OK : via_fail_memory(err);
}

via_status via_chart_new(const via_aligner *aligner, via_pair pair,
                         const via_gold_beads *gold, via_chart **out, via_error *err)
{
    const via_side *src = NULL, *tgt = NULL;
    via_lattice *lat = NULL;
    via_arena *scratch = via_arena_new(), *arena = via_arena_new();
    via_chart *chart = arena ? via_arena_alloc(arena, sizeof *chart) : NULL;
    via_bead *beads =
        scratch ? via_arena_array(scratch, gold->n_beads, sizeof *beads) : NULL;

    *out = NULL;
    via_status st = chart && beads ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK)
        st = via_side_new(pair.src, aligner->know.src_finder, scratch, &src, err);
    if (st == VIA_OK)
        st = via_side_new(pair.tgt, aligner->know.tgt_finder, scratch, &tgt, err);
    if (st == VIA_OK)
        st = via_aligner_lattice(
            aligner,
            (via_sides){.src = src, .tgt = tgt, .is_whole = true, .can_skip = true},
            scratch, &lat, err);
    if (st == VIA_OK) {
        for (size_t b = 0; b < gold->n_beads; b++)
            beads[b] = gold->beads[b];
        chart->arena = arena;
        st = fill(chart, lat, gold->is_exact, beads, gold->n_beads, scratch, err);
    }
    via_arena_free(scratch);
    if (st != VIA_OK) {
        via_arena_free(arena);
        return st;
    }
    *out = chart;
    return VIA_OK;
}

void via_chart_free(via_chart *chart)
{
    if (chart)
        via_arena_free(chart->arena);
}

enum via_cut via_chart_cut(const via_chart *chart)
{
    return chart->cut;
}

/* ---- What a lattice expects ---------------------------------------------- */

static double exp_of(double nats)
{
    return nats < 0.0 ? exp(nats) : 1.0;
}

static void score_nulls(const struct nulls *nulls, const double *weights,
                        const bool *in_gold, via_null_score *all, via_null_score *gold)
{
    for (size_t seg = 0; seg < nulls->more.n_items; seg++) {
        all[seg].more = via_terms_score(&nulls->more, seg, weights);
        all[seg].open = all[seg].more + via_terms_score(&nulls->open, seg, weights);
        gold[seg] = in_gold[seg] ? (via_null_score){-INFINITY, -INFINITY} : all[seg];
    }
}

static void score_all(via_chart *chart, const double *weights)
{
    for (size_t k = 0; k < chart->beads.n_items; k++) {
        float score = (float)via_terms_score(&chart->beads, k, weights);

        chart->all.candidates[k].score = score;
        chart->gold.candidates[k].score = chart->is_gold[k] ? score : -INFINITY;
    }
    score_nulls(&chart->src, weights, chart->src_in_gold, chart->all.src_null,
                chart->gold.src_null);
    score_nulls(&chart->tgt, weights, chart->tgt_in_gold, chart->all.tgt_null,
                chart->gold.tgt_null);
}

static void expect_null(const struct nulls *nulls, size_t seg, double p, double p_open,
                        double times, via_gradient *sum)
{
    if (!(p >= P_MIN))
        return;
    via_terms_sum(&nulls->more, seg, times * p, sum->by);
    via_terms_sum(&nulls->open, seg, times * p_open, sum->by);
}

static void expect_nulls(const via_chart *chart, const via_lattice *lat, size_t i,
                         size_t j, double times, via_gradient *sum)
{
    const double *from = lat->forward[via_lattice_cell(lat, i, j)].by;

    if (i < lat->n_src && via_lattice_holds(lat, i + 1, j)) {
        const via_null_score *null = &lat->src_null[i];
        double rest = lat->backward[via_lattice_cell(lat, i + 1, j)].by[VIA_STATE_SRC] -
                      lat->log_sum;
        double open = exp_of(from[VIA_STATE_BEAD] + null->open + rest);

        if (via_lattice_turns(lat, i, j))
            open += exp_of(from[VIA_STATE_TGT] + null->open + rest);
        expect_null(&chart->src, i,
                    open + exp_of(from[VIA_STATE_SRC] + null->more + rest), open, times,
                    sum);
    }
    if (j < lat->n_tgt && via_lattice_holds(lat, i, j + 1)) {
        const via_null_score *null = &lat->tgt_null[j];
        double rest = lat->backward[via_lattice_cell(lat, i, j + 1)].by[VIA_STATE_TGT] -
                      lat->log_sum;
        double open = exp_of(from[VIA_STATE_BEAD] + null->open + rest) +
                      exp_of(from[VIA_STATE_SRC] + null->open + rest);

        expect_null(&chart->tgt, j,
                    open + exp_of(from[VIA_STATE_TGT] + null->more + rest), open, times,
                    sum);
    }
}

static void expect_beads(const via_chart *chart, const via_lattice *lat, size_t i,
                         size_t j, double times, via_gradient *sum)
{
    size_t c = via_lattice_cell(lat, i, j);

    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        double p = via_lattice_posterior(lat, i, j, &lat->candidates[k]);

        if (p >= P_MIN)
            via_terms_sum(&chart->beads, k, times * p, sum->by);
    }
}

/* Adds `times` times the log sum of a lattice and how it changes with each weight. */
static via_status add_lattice(const via_chart *chart, via_lattice *lat, double times,
                              via_gradient *sum, via_error *err)
{
    via_arena *scratch = via_arena_new();
    via_status st = scratch ? via_lattice_sum(lat, scratch, err) : via_fail_memory(err);

    if (st == VIA_OK) {
        sum->loss_nats += times * lat->log_sum;
        for (size_t i = 0; i <= lat->n_src; i++) {
            for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
                expect_beads(chart, lat, i, j, times, sum);
                expect_nulls(chart, lat, i, j, times, sum);
            }
        }
    }
    via_arena_free(scratch);
    lat->forward = lat->backward = NULL;
    return st;
}

via_status via_chart_add(via_chart *chart, const double *weights, double times,
                         via_gradient *sum, via_error *err)
{
    score_all(chart, weights);
    via_status st = add_lattice(chart, &chart->all, times, sum, err);
    return st == VIA_OK ? add_lattice(chart, &chart->gold, -times, sum, err) : st;
}
