/* Gradient: how the weights should change so that a gold ladder becomes likelier.
 *
 * For a conditional random field the gradient of the loss is the difference of two
 * sums of features: as the lattice expects them, and as the gold ladder has them
 * (Lafferty, McCallum and Pereira 2001; Sarawagi and Cohen 2004). */
#include "train/gradient.h"

#include "base/status.h"

#include <math.h>
#include <stdlib.h>

/* What is less likely does not show in the sum. */
#define P_MIN 1e-5

static void add_features(via_gradient *sum, const double *f, double times)
{
    for (int i = 0; i < VIA_N_FEATURES; i++)
        sum->by[i] += times * f[i];
}

static void add_null(via_gradient *sum, const via_evidence *ev, bool is_src, size_t seg,
                     double p, double p_open)
{
    double f[VIA_N_FEATURES];

    if (fabs(p) < P_MIN)
        return;
    via_evidence_null_features(ev, is_src, seg, f);
    add_features(sum, f, p);
    via_evidence_open_features(ev, is_src, seg, f);
    add_features(sum, f, p_open);
}

/* ---- What the lattice expects -------------------------------------------- */

static double exp_of(double nats)
{
    return nats < 0.0 ? exp(nats) : 1.0;
}

static void expect_beads(via_gradient *sum, const via_lattice *lat, size_t i, size_t j)
{
    size_t c = via_lattice_cell(lat, i, j);
    double f[VIA_N_FEATURES];

    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];
        double p = via_lattice_posterior(lat, i, j, cand);

        if (p < P_MIN)
            continue;
        via_evidence_features(lat->ev,
                              &(via_span4){i, i + cand->n_src, j, j + cand->n_tgt}, f);
        add_features(sum, f, p);
    }
}

static void expect_nulls(via_gradient *sum, const via_lattice *lat, size_t i, size_t j)
{
    const double *from = lat->forward[via_lattice_cell(lat, i, j)].by;

    if (i < lat->n_src && via_lattice_holds(lat, i + 1, j)) {
        const via_null_score *null = &lat->src_null[i];
        double rest = lat->backward[via_lattice_cell(lat, i + 1, j)].by[VIA_STATE_SRC] -
                      lat->log_sum;
        double open = exp_of(from[VIA_STATE_BEAD] + null->open + rest);

        if (via_lattice_turns(lat, i, j))
            open += exp_of(from[VIA_STATE_TGT] + null->open + rest);
        add_null(sum, lat->ev, true, i,
                 open + exp_of(from[VIA_STATE_SRC] + null->more + rest), open);
    }
    if (j < lat->n_tgt && via_lattice_holds(lat, i, j + 1)) {
        const via_null_score *null = &lat->tgt_null[j];
        double rest = lat->backward[via_lattice_cell(lat, i, j + 1)].by[VIA_STATE_TGT] -
                      lat->log_sum;
        double open = exp_of(from[VIA_STATE_BEAD] + null->open + rest) +
                      exp_of(from[VIA_STATE_SRC] + null->open + rest);

        add_null(sum, lat->ev, false, j,
                 open + exp_of(from[VIA_STATE_TGT] + null->more + rest), open);
    }
}

/* ---- What the gold ladder has -------------------------------------------- */

static int compare_beads(const void *a, const void *b)
{
    const via_bead *left = a, *right = b;

    if (left->src_begin != right->src_begin)
        return left->src_begin < right->src_begin ? -1 : 1;
    return (left->tgt_begin > right->tgt_begin) - (left->tgt_begin < right->tgt_begin);
}

static bool is_tried(const via_lattice *lat, const via_bead *bead)
{
    if (bead->src_begin >= bead->src_end || bead->tgt_begin >= bead->tgt_end ||
        !via_lattice_holds(lat, bead->src_begin, bead->tgt_begin))
        return false;

    size_t c = via_lattice_cell(lat, bead->src_begin, bead->tgt_begin);
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        if (lat->candidates[k].n_src == bead->src_end - bead->src_begin &&
            lat->candidates[k].n_tgt == bead->tgt_end - bead->tgt_begin)
            return true;
    }
    return false;
}

/* Keeps the beads of `gold` that a monotone ladder can hold: of a crossing pair the
 * one that comes first in the target. Returns how many. */
static size_t keep_monotone(const via_lattice *lat, via_bead *gold, size_t n_gold)
{
    size_t n_kept = 0;

    qsort(gold, n_gold, sizeof *gold, compare_beads);
    for (size_t b = 0; b < n_gold; b++) {
        if (!is_tried(lat, &gold[b]) ||
            (n_kept && gold[b].src_begin < gold[n_kept - 1].src_end))
            continue;
        if (n_kept && gold[b].tgt_begin < gold[n_kept - 1].tgt_end) {
            bool is_earlier =
                n_kept < 2 || gold[b].tgt_begin >= gold[n_kept - 2].tgt_end;

            if (is_earlier && gold[b].tgt_end < gold[n_kept - 1].tgt_end)
                gold[n_kept - 1] = gold[b];
            continue;
        }
        gold[n_kept++] = gold[b];
    }
    return n_kept;
}

static double score_of(const via_lattice *lat, const via_gradient *gold)
{
    return -via_evidence_score(lat->ev, gold->by);
}

/* Subtracts the features of the gold ladder. */
static void subtract_gold(via_gradient *gold, const via_lattice *lat,
                          const via_bead *beads, size_t n_beads)
{
    double f[VIA_N_FEATURES];
    size_t i = 0, j = 0;

    for (size_t b = 0; b <= n_beads; b++) {
        size_t src_to = b < n_beads ? beads[b].src_begin : lat->n_src;
        size_t tgt_to = b < n_beads ? beads[b].tgt_begin : lat->n_tgt;

        for (size_t from = i; i < src_to; i++)
            add_null(gold, lat->ev, true, i, -1.0, i == from ? -1.0 : 0.0);
        for (size_t from = j; j < tgt_to; j++)
            add_null(gold, lat->ev, false, j, -1.0, j == from ? -1.0 : 0.0);
        if (b == n_beads)
            break;
        via_span4 at = {i, beads[b].src_end, j, beads[b].tgt_end};
        via_evidence_features(lat->ev, &at, f);
        add_features(gold, f, -1.0);
        i = at.src_end;
        j = at.tgt_end;
    }
}

static void add_ladder(via_gradient *sum, const via_lattice *lat, via_bead *gold,
                       size_t n_gold)
{
    via_gradient own = {0};

    subtract_gold(&own, lat, gold, keep_monotone(lat, gold, n_gold));
    sum->loss_nats += lat->log_sum - score_of(lat, &own);
    sum->n_ladders++;
    add_features(sum, own.by, 1.0);
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            expect_beads(sum, lat, i, j);
            expect_nulls(sum, lat, i, j);
        }
    }
}

via_status via_gradient_add(via_gradient *sum, const via_aligner *aligner,
                            via_pair pair, const via_bead *gold, size_t n_gold,
                            via_error *err)
{
    const via_side *src = NULL, *tgt = NULL;
    via_lattice *lat = NULL;
    via_arena *arena = via_arena_new();
    via_bead *beads = arena ? via_arena_array(arena, n_gold, sizeof *beads) : NULL;

    via_status st = beads ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK)
        st = via_side_new(pair.src, aligner->know.src_finder, arena, &src, err);
    if (st == VIA_OK)
        st = via_side_new(pair.tgt, aligner->know.tgt_finder, arena, &tgt, err);
    if (st == VIA_OK)
        st = via_aligner_lattice(aligner, src, tgt, arena, &lat, err);
    if (st == VIA_OK) {
        for (size_t b = 0; b < n_gold; b++)
            beads[b] = gold[b];
        add_ladder(sum, lat, beads, n_gold);
    }
    via_arena_free(arena);
    return st;
}
