/* Every ladder: a small lattice taken apart, ladder by ladder, to hold its sums
 * against.
 *
 * A ladder is a walk from the first cell to the last over beads and null segments. In
 * a stretch of nulls those of the source come first, wherever the band lets them; the
 * first null of a run opens it. Nothing here is clever: what the lattice sums up cell
 * by cell is walked through. */
#ifndef VIA_TESTS_EVERY_LADDER_H
#define VIA_TESTS_EVERY_LADDER_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "align/lattice.h"

#define EVERY_STEPS_MAX 24
#define EVERY_BEADS_MAX 4096
#define EVERY_SEGS_MAX  12

/* One ladder: its beads and swaps as numbers of candidates, in order, and the cells
 * that they start in. */
typedef struct every_walk {
    size_t beads[EVERY_STEPS_MAX], n_beads;
    size_t src_at[EVERY_STEPS_MAX], tgt_at[EVERY_STEPS_MAX];
    bool src_null[EVERY_SEGS_MAX], tgt_null[EVERY_SEGS_MAX];
    double score;
} every_walk;

typedef void every_ladder_fn(void *data, const every_walk *walk);

static inline void every_from(const via_lattice *lat, size_t i, size_t j,
                              enum via_state last, every_walk *walk,
                              every_ladder_fn *fn, void *data)
{
    double score = walk->score;

    if (i == lat->n_src && j == lat->n_tgt) {
        fn(data, walk);
        return;
    }
    size_t c = via_lattice_cell(lat, i, j);
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];

        walk->src_at[walk->n_beads] = i;
        walk->tgt_at[walk->n_beads] = j;
        walk->beads[walk->n_beads++] = k;
        walk->score = score + (double)cand->score;
        if (cand->src_skip)
            walk->src_null[i + cand->src_skip] = true;
        if (cand->tgt_skip)
            walk->tgt_null[j + cand->tgt_skip] = true;
        every_from(lat, i + cand->n_src, j + cand->n_tgt, VIA_STATE_BEAD, walk, fn,
                   data);
        if (cand->src_skip)
            walk->src_null[i + cand->src_skip] = false;
        if (cand->tgt_skip)
            walk->tgt_null[j + cand->tgt_skip] = false;
        walk->n_beads--;
    }
    bool could_be_first = j > 0 && via_lattice_holds(lat, i + 1, j - 1);
    if (!(last == VIA_STATE_TGT && could_be_first) &&
        via_lattice_holds(lat, i + 1, j)) {
        const via_null_score *null = &lat->src_null[i];

        walk->src_null[i] = true;
        walk->score = score + (last == VIA_STATE_SRC ? null->more : null->open);
        every_from(lat, i + 1, j, VIA_STATE_SRC, walk, fn, data);
        walk->src_null[i] = false;
    }
    if (j < lat->n_tgt && via_lattice_holds(lat, i, j + 1)) {
        const via_null_score *null = &lat->tgt_null[j];

        walk->tgt_null[j] = true;
        walk->score = score + (last == VIA_STATE_TGT ? null->more : null->open);
        every_from(lat, i, j + 1, VIA_STATE_TGT, walk, fn, data);
        walk->tgt_null[j] = false;
    }
    walk->score = score;
}

/* Calls `fn` once for each ladder of `lat`. */
static inline void every_ladder(const via_lattice *lat, every_ladder_fn *fn, void *data)
{
    every_walk walk = {.n_beads = 0};

    assert_true(lat->n_src <= EVERY_SEGS_MAX && lat->n_tgt <= EVERY_SEGS_MAX);
    every_from(lat, 0, 0, VIA_STATE_BEAD, &walk, fn, data);
}

/* ---- Sums over all ladders ----------------------------------------------- */

typedef struct every_sum {
    const via_lattice *lat;
    size_t n_ladders;
    double best_score, log_sum;
    double bead_p[EVERY_BEADS_MAX];  /* posteriors, by candidate */
    double stand_p[EVERY_BEADS_MAX]; /* of a bead by itself or in a swap; of a swap 0 */
    double src_null_p[EVERY_SEGS_MAX], tgt_null_p[EVERY_SEGS_MAX];
} every_sum;

static inline void every_sum_find_best(void *data, const every_walk *walk)
{
    every_sum *sum = data;

    sum->n_ladders++;
    sum->best_score = fmax(sum->best_score, walk->score);
}

/* Adds to the bead of one segment a side that starts in a cell, if there is one. */
static inline void every_sum_single(every_sum *sum, size_t i, size_t j, double share)
{
    const via_candidate *cand = via_lattice_single(sum->lat, i, j);

    if (cand)
        sum->stand_p[cand - sum->lat->candidates] += share;
}

static inline void every_sum_add(void *data, const every_walk *walk)
{
    every_sum *sum = data;
    double share = exp(walk->score - sum->best_score);

    sum->log_sum += share;
    for (size_t b = 0; b < walk->n_beads; b++) {
        size_t i = walk->src_at[b], j = walk->tgt_at[b];

        sum->bead_p[walk->beads[b]] += share;
        if (sum->lat->candidates[walk->beads[b]].is_swapped) {
            every_sum_single(sum, i, j + 1, share);
            every_sum_single(sum, i + 1, j, share);
        } else {
            sum->stand_p[walk->beads[b]] += share;
        }
    }
    for (size_t i = 0; i < sum->lat->n_src; i++)
        sum->src_null_p[i] += walk->src_null[i] ? share : 0.0;
    for (size_t j = 0; j < sum->lat->n_tgt; j++)
        sum->tgt_null_p[j] += walk->tgt_null[j] ? share : 0.0;
}

/* Adds up all ladders of `lat`. */
static inline void every_sum_of(const via_lattice *lat, every_sum *sum)
{
    size_t n_candidates = lat->begin[lat->n_cells];

    memset(sum, 0, sizeof *sum);
    assert_true(n_candidates <= EVERY_BEADS_MAX);
    sum->lat = lat;
    sum->best_score = -INFINITY;
    every_ladder(lat, every_sum_find_best, sum);
    every_ladder(lat, every_sum_add, sum);
    for (size_t k = 0; k < n_candidates; k++) {
        sum->bead_p[k] /= sum->log_sum;
        sum->stand_p[k] /= sum->log_sum;
    }
    for (size_t i = 0; i < EVERY_SEGS_MAX; i++) {
        sum->src_null_p[i] /= sum->log_sum;
        sum->tgt_null_p[i] /= sum->log_sum;
    }
    sum->log_sum = sum->best_score + log(sum->log_sum);
}

#endif
