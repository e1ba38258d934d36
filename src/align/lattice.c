/* Lattice: all ladders of a pair of documents, their sum and the best of them.
 *
 * A semi-Markov conditional random field (Sarawagi and Cohen 2004) over cells (i, j):
 *
 *        j ->                    a bead of m x n leads from (i, j) to (i+m, j+n);
 *      i  +--+--+--+             a null source segment leads down, a null target
 *      |  |  | \|  |             segment right. A cell has three states, by what came
 *      v  +--+--+--+             last: a bead, a run of source nulls, a run of target
 *         |  |  |  |             nulls. Opening a run costs, going on is nearly free,
 *         +--+--+--+             so that isolated nulls do not tear beads apart.
 *
 * Two neighbours may be swapped: that is one more candidate of two by two segments,
 * whose score is that of both beads and of swapping.
 *
 * In a stretch of nulls those of the source come first, as far as the band lets them,
 * so that each ladder is counted once. */
#include "align/lattice.h"

#include "align/candidates.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>

static via_null_score *score_nulls(const via_evidence *ev, bool is_src, size_t n_segs,
                                   via_arena *arena)
{
    via_null_score *scores = via_arena_array(arena, n_segs, sizeof *scores);
    double f[VIA_N_FEATURES];

    for (size_t seg = 0; scores && seg < n_segs; seg++) {
        via_evidence_null_features(ev, is_src, seg, f);
        scores[seg].more = via_evidence_score(ev, f);
        via_evidence_open_features(ev, is_src, seg, f);
        scores[seg].open = scores[seg].more + via_evidence_score(ev, f);
    }
    return scores;
}

/* Between sentences what a bead holds is within a few rows of the band. */
#define FILL_ROWS 2

static bool is_filled(const via_evidence *ev, const uint32_t *lo, const uint32_t *hi)
{
    if (!ev->lo)
        return false;
    for (size_t i = 0; i < ev->src->n_segs; i++) {
        if (lo[i] < ev->lo[i] || hi[i] > ev->hi[i])
            return false;
    }
    return true;
}

/* What is known of a segment is needed as far as a bead that holds it may reach. */
via_status via_lattice_fill(via_evidence *ev, const via_band *band, via_arena *arena,
                            via_error *err)
{
    size_t n_src = ev->src->n_segs;
    size_t n_near =
        ev->src->is_fine || ev->tgt->is_fine ? ev->limits.src : (size_t)FILL_ROWS;
    uint32_t *lo = via_arena_array(arena, n_src, sizeof *lo);
    uint32_t *hi = via_arena_array(arena, n_src, sizeof *hi);

    if (!lo || !hi)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_src; i++) {
        lo[i] = band->lo[i >= n_near ? i - n_near : 0];
        hi[i] = band->hi[i + n_near <= n_src ? i + n_near : n_src];
    }
    return is_filled(ev, lo, hi) ? VIA_OK : via_evidence_fill(ev, lo, hi, arena, err);
}

static via_status new_lattice(via_evidence *ev, const via_band *band, bool is_best,
                              via_arena *arena, via_lattice **out, via_error *err)
{
    via_lattice *lat = via_arena_alloc(arena, sizeof *lat);

    *out = NULL;
    if (!lat)
        return via_fail_memory(err);
    lat->ev = ev;
    lat->is_best = is_best;
    lat->band = *band;
    lat->n_src = ev->src->n_segs;
    lat->n_tgt = ev->tgt->n_segs;
    lat->n_cells = band->first[band->n_rows];
    lat->begin = via_arena_array(arena, lat->n_cells + 1, sizeof *lat->begin);
    lat->src_null = score_nulls(ev, true, lat->n_src, arena);
    lat->tgt_null = score_nulls(ev, false, lat->n_tgt, arena);
    if (!lat->begin || !lat->src_null || !lat->tgt_null)
        return via_fail_memory(err);
    *out = lat;
    via_status st = via_lattice_fill(ev, band, arena, err);
    if (st == VIA_OK && ev->lexicon && !is_best) {
        via_seams_band seams = {band->lo, band->hi, band->first, band->is_open};

        st = via_lexicon_pair_add_seams(ev->lexicon, &seams, arena, err);
    }
    return st == VIA_OK ? via_candidates_find(lat, arena, err) : st;
}

via_status via_lattice_new(via_evidence *ev, const via_band *band, via_arena *arena,
                           via_lattice **out, via_error *err)
{
    return new_lattice(ev, band, false, arena, out, err);
}

via_status via_lattice_scout(via_evidence *ev, const via_band *band, via_arena *arena,
                             via_lattice **out, via_error *err)
{
    via_status st = new_lattice(ev, band, true, arena, out, err);

    return st == VIA_OK ? via_lattice_sum(*out, arena, err) : st;
}

/* ---- Forward-backward ---------------------------------------------------- */

static double log_add(double a, double b)
{
    double high = a > b ? a : b, low = a > b ? b : a;

    return low == -INFINITY || high - low > 40.0 ? high : high + log1p(exp(low - high));
}

/* The sum, or the better one. */
static double add(const via_lattice *lat, double a, double b)
{
    return lat->is_best ? (a > b ? a : b) : log_add(a, b);
}

static double log_all(const via_lattice *lat, const via_cell *cell)
{
    return add(lat, add(lat, cell->by[VIA_STATE_BEAD], cell->by[VIA_STATE_SRC]),
               cell->by[VIA_STATE_TGT]);
}

static via_cell *new_cells(const via_lattice *lat, via_arena *arena)
{
    via_cell *cells = via_arena_array(arena, lat->n_cells, sizeof *cells);

    for (size_t c = 0; cells && c < lat->n_cells; c++)
        cells[c] = (via_cell){{-INFINITY, -INFINITY, -INFINITY}};
    return cells;
}

static void push_forward(via_lattice *lat, size_t i, size_t j)
{
    size_t c = via_lattice_cell(lat, i, j);
    const via_cell *from = &lat->forward[c];
    double all = log_all(lat, from);

    if (all == -INFINITY)
        return;
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];
        size_t to = via_lattice_cell(lat, i + cand->n_src, j + cand->n_tgt);
        double *sum = &lat->forward[to].by[VIA_STATE_BEAD];

        *sum = add(lat, *sum, all + cand->score);
    }
    if (i < lat->n_src && via_lattice_holds(lat, i + 1, j)) {
        const via_null_score *null = &lat->src_null[i];
        double *sum = &lat->forward[via_lattice_cell(lat, i + 1, j)].by[VIA_STATE_SRC];
        double open = from->by[VIA_STATE_BEAD];

        if (via_lattice_turns(lat, i, j))
            open = add(lat, open, from->by[VIA_STATE_TGT]);
        *sum = add(lat, *sum,
                   add(lat, open + null->open, from->by[VIA_STATE_SRC] + null->more));
    }
    if (j < lat->n_tgt && via_lattice_holds(lat, i, j + 1)) {
        const via_null_score *null = &lat->tgt_null[j];
        double open =
            add(lat, from->by[VIA_STATE_BEAD], from->by[VIA_STATE_SRC]) + null->open;
        double *sum = &lat->forward[via_lattice_cell(lat, i, j + 1)].by[VIA_STATE_TGT];

        *sum = add(lat, *sum, add(lat, open, from->by[VIA_STATE_TGT] + null->more));
    }
}

static void pull_backward(via_lattice *lat, size_t i, size_t j)
{
    size_t c = via_lattice_cell(lat, i, j);
    double beads = -INFINITY, src_open = -INFINITY, src_more = -INFINITY;
    double tgt_open = -INFINITY, tgt_more = -INFINITY;

    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];
        size_t to = via_lattice_cell(lat, i + cand->n_src, j + cand->n_tgt);

        beads = add(lat, beads, cand->score + lat->backward[to].by[VIA_STATE_BEAD]);
    }
    if (i < lat->n_src && via_lattice_holds(lat, i + 1, j)) {
        double rest = lat->backward[via_lattice_cell(lat, i + 1, j)].by[VIA_STATE_SRC];

        src_open = lat->src_null[i].open + rest;
        src_more = lat->src_null[i].more + rest;
    }
    if (j < lat->n_tgt && via_lattice_holds(lat, i, j + 1)) {
        double rest = lat->backward[via_lattice_cell(lat, i, j + 1)].by[VIA_STATE_TGT];

        tgt_open = lat->tgt_null[j].open + rest;
        tgt_more = lat->tgt_null[j].more + rest;
    }
    via_cell *cell = &lat->backward[c];
    cell->by[VIA_STATE_BEAD] = add(lat, beads, add(lat, src_open, tgt_open));
    cell->by[VIA_STATE_SRC] = add(lat, beads, add(lat, src_more, tgt_open));
    cell->by[VIA_STATE_TGT] = add(lat, beads, tgt_more);
    if (via_lattice_turns(lat, i, j))
        cell->by[VIA_STATE_TGT] = add(lat, cell->by[VIA_STATE_TGT], src_open);
}

via_status via_lattice_sum(via_lattice *lat, via_arena *arena, via_error *err)
{
    lat->forward = new_cells(lat, arena);
    lat->backward = new_cells(lat, arena);
    if (!lat->forward || !lat->backward)
        return via_fail_memory(err);

    lat->forward[0].by[VIA_STATE_BEAD] = 0.0;
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++)
            push_forward(lat, i, j);
    }
    lat->log_sum = log_all(lat, &lat->forward[lat->n_cells - 1]);
    for (size_t i = lat->n_src + 1; i-- > 0;) {
        for (size_t j = lat->band.hi[i]; j-- > lat->band.lo[i];) {
            if (i == lat->n_src && j == lat->n_tgt)
                lat->backward[lat->n_cells - 1] = (via_cell){{0.0, 0.0, 0.0}};
            else
                pull_backward(lat, i, j);
        }
    }
    return VIA_OK;
}

double via_lattice_through(const via_lattice *lat, size_t cell)
{
    double best = -INFINITY;

    for (int s = 0; s < VIA_N_STATES; s++) {
        double nats = lat->forward[cell].by[s] + lat->backward[cell].by[s];

        best = nats > best ? nats : best;
    }
    return best - lat->log_sum;
}

double via_lattice_posterior(const via_lattice *lat, size_t i, size_t j,
                             const via_candidate *candidate)
{
    size_t from = via_lattice_cell(lat, i, j);
    size_t to = via_lattice_cell(lat, i + candidate->n_src, j + candidate->n_tgt);
    double nats = log_all(lat, &lat->forward[from]) + candidate->score +
                  lat->backward[to].by[VIA_STATE_BEAD] - lat->log_sum;

    return nats < 0.0 ? exp(nats) : 1.0;
}
