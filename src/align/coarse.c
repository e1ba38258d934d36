/* Coarse path: roughly how two long documents run beside each other. */
#include "align/coarse.h"

#include "align/locks.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Chosen, not tuned: a grid of the first level has 16 thousand cells; four times
 * finer each time; at the end a block holds one to four segments. */
#define FIRST_BLOCKS       128
#define FINER              4
#define BLOCK_SEGMENTS_MIN 1
/* The path may be off by so many blocks on either side. */
#define MARGIN_BLOCKS 8
/* Keys that stand more often say too little about where. */
#define POINTS_MAX 64
/* Leaving the diagonal by one block costs this; a rare key gives up to 7. */
#define SIDESTEP_NATS 0.5
/* More than all keys of a document can give, and any way round can cost. */
#define LOCK_NATS 1e7f

enum step { STEP_BOTH, STEP_SRC, STEP_TGT };

struct grid {
    via_coarse *coarse;
    size_t *first; /* number of the first cell of each row */
    float *mass;   /* rarity of keys that meet in a cell */
    double *best;
    uint8_t *steps;
};

static void find_blocks(const double *sizes, size_t n_segs, size_t n_blocks,
                        uint32_t *blocks)
{
    double total = sizes[n_segs] + (double)n_segs; /* empty segments count, too */

    for (size_t i = 0; i < n_segs; i++) {
        double middle = 0.5 * (sizes[i] + sizes[i + 1]) + (double)i + 0.5;
        size_t block = (size_t)(middle / total * (double)n_blocks);

        blocks[i] = (uint32_t)(block < n_blocks ? block : n_blocks - 1);
    }
}

static void add_masses(const via_evidence *ev, const struct grid *grid)
{
    const via_matches *m = &ev->matches;
    const via_coarse *coarse = grid->coarse;

    for (size_t s = 0; s < m->n_shared; s++) {
        const via_shared_key *key = &m->shared[s];
        size_t n_src = key->src_end - key->src_begin;
        size_t n_tgt = key->tgt_end - key->tgt_begin;

        if (n_src * n_tgt > POINTS_MAX)
            continue;
        float share = key->rarity / (float)(n_src > n_tgt ? n_src : n_tgt);
        for (size_t a = key->src_begin; a < key->src_end; a++) {
            uint32_t row = coarse->src_block[m->src.places[a].seg];

            for (size_t b = key->tgt_begin; b < key->tgt_end; b++) {
                uint32_t column = coarse->tgt_block[m->tgt.places[b].seg];

                if (column >= coarse->lo[row] && column < coarse->hi[row])
                    grid->mass[grid->first[row] + column - coarse->lo[row]] += share;
            }
        }
    }
}

static void add_lock(const struct grid *grid, uint32_t row, uint32_t column)
{
    const via_coarse *coarse = grid->coarse;

    if (column >= coarse->lo[row] && column < coarse->hi[row])
        grid->mass[grid->first[row] + column - coarse->lo[row]] += LOCK_NATS;
}

/* The path goes where locks begin and where they end. */
static void add_locks(const via_locks *locks, const struct grid *grid)
{
    const via_coarse *coarse = grid->coarse;

    for (size_t k = 0; locks && k < locks->n_full; k++) {
        const via_lock *lock = &locks->locks[k];

        add_lock(grid, coarse->src_block[lock->src_begin],
                 coarse->tgt_block[lock->tgt_begin]);
        add_lock(grid, coarse->src_block[lock->src_end - 1],
                 coarse->tgt_block[lock->tgt_end - 1]);
    }
}

static double best_of(const struct grid *grid, size_t row, size_t column)
{
    const via_coarse *coarse = grid->coarse;

    if (column < coarse->lo[row] || column >= coarse->hi[row])
        return -INFINITY;
    return grid->best[grid->first[row] + column - coarse->lo[row]];
}

static void fill_cell(struct grid *grid, size_t row, size_t column)
{
    size_t c = grid->first[row] + column - grid->coarse->lo[row];
    double both = row && column ? best_of(grid, row - 1, column - 1) : -INFINITY;
    double src = row ? best_of(grid, row - 1, column) - SIDESTEP_NATS : -INFINITY;
    double tgt = column ? best_of(grid, row, column - 1) - SIDESTEP_NATS : -INFINITY;
    double best = row || column ? both : 0.0;

    grid->steps[c] = STEP_BOTH;
    if (src > best) {
        best = src;
        grid->steps[c] = STEP_SRC;
    }
    if (tgt > best) {
        best = tgt;
        grid->steps[c] = STEP_TGT;
    }
    grid->best[c] = best + grid->mass[c];
}

/* Walks back and notes for each row which columns the path touches. */
static void trace(const struct grid *grid, uint32_t *from, uint32_t *to)
{
    const via_coarse *coarse = grid->coarse;
    size_t row = coarse->n_blocks - 1, column = coarse->n_blocks - 1;

    to[row] = (uint32_t)column + 1;
    for (;;) {
        from[row] = (uint32_t)column;
        if (row == 0 && column == 0)
            return;
        enum step step =
            (enum step)grid->steps[grid->first[row] + column - coarse->lo[row]];

        column -= step != STEP_SRC;
        if (step != STEP_TGT)
            to[--row] = (uint32_t)column + 1;
    }
}

/* Widens what the path touches: a row takes its neighbours' columns, too. */
static void widen(via_coarse *coarse, const uint32_t *from, const uint32_t *to)
{
    size_t n = coarse->n_blocks;

    for (size_t row = 0; row < n; row++) {
        size_t above = row > MARGIN_BLOCKS ? row - MARGIN_BLOCKS : 0;
        size_t below = row + MARGIN_BLOCKS < n ? row + MARGIN_BLOCKS : n - 1;
        uint32_t lo = from[above], hi = to[below];

        if (lo + MARGIN_BLOCKS > from[row])
            lo = from[row] > MARGIN_BLOCKS ? from[row] - MARGIN_BLOCKS : 0;
        if (hi < to[row] + MARGIN_BLOCKS)
            hi = to[row] + MARGIN_BLOCKS;
        coarse->lo[row] = lo;
        coarse->hi[row] = hi < n ? hi : (uint32_t)n;
    }
}

static via_status improve(const via_evidence *ev, via_coarse *coarse, via_error *err)
{
    size_t n = coarse->n_blocks, n_cells = 0;
    struct grid grid = {coarse, calloc(n + 1, sizeof *grid.first), NULL, NULL, NULL};
    uint32_t *from = calloc(n, sizeof *from), *to = calloc(n, sizeof *to);

    for (size_t row = 0; grid.first && row < n; row++) {
        grid.first[row] = n_cells;
        n_cells += coarse->hi[row] - coarse->lo[row];
    }
    grid.mass = calloc(n_cells, sizeof *grid.mass);
    grid.best = calloc(n_cells, sizeof *grid.best);
    grid.steps = calloc(n_cells, sizeof *grid.steps);
    bool has_all = grid.first && from && to && grid.mass && grid.best && grid.steps;
    if (has_all) {
        add_masses(ev, &grid);
        add_locks(ev->locks, &grid);
        for (size_t row = 0; row < n; row++) {
            for (size_t column = coarse->lo[row]; column < coarse->hi[row]; column++)
                fill_cell(&grid, row, column);
        }
        trace(&grid, from, to);
        widen(coarse, from, to);
    }
    free(grid.first);
    free(grid.mass);
    free(grid.best);
    free(grid.steps);
    free(from);
    free(to);
    return has_all ? VIA_OK : via_fail_memory(err);
}

/* Splits each block into FINER and keeps the bounds where they are. */
static via_status make_finer(via_coarse *coarse, via_arena *arena, via_error *err)
{
    size_t n = coarse->n_blocks * FINER;
    uint32_t *lo = via_arena_array(arena, n, sizeof *lo);
    uint32_t *hi = via_arena_array(arena, n, sizeof *hi);

    if (!lo || !hi)
        return via_fail_memory(err);
    for (size_t row = 0; row < n; row++) {
        lo[row] = coarse->lo[row / FINER] * FINER;
        hi[row] = coarse->hi[row / FINER] * FINER;
    }
    coarse->n_blocks = n;
    coarse->lo = lo;
    coarse->hi = hi;
    return VIA_OK;
}

via_status via_coarse_find(const via_evidence *ev, via_arena *arena, via_coarse *out,
                           via_error *err)
{
    size_t n_src = ev->src->n_segs, n_tgt = ev->tgt->n_segs;
    size_t n_fewer = n_src < n_tgt ? n_src : n_tgt;

    *out = (via_coarse){1, NULL, NULL, NULL, NULL};
    out->src_block = via_arena_array(arena, n_src, sizeof(uint32_t));
    out->tgt_block = via_arena_array(arena, n_tgt, sizeof(uint32_t));
    out->lo = via_arena_array(arena, FIRST_BLOCKS, sizeof(uint32_t));
    out->hi = via_arena_array(arena, FIRST_BLOCKS, sizeof(uint32_t));
    if (!out->src_block || !out->tgt_block || !out->lo || !out->hi)
        return via_fail_memory(err);
    out->n_blocks = n_fewer < FIRST_BLOCKS ? n_fewer : FIRST_BLOCKS;
    for (size_t row = 0; row < out->n_blocks; row++) {
        out->lo[row] = 0;
        out->hi[row] = (uint32_t)out->n_blocks;
    }
    for (;;) {
        find_blocks(ev->src_sizes, n_src, out->n_blocks, out->src_block);
        find_blocks(ev->tgt_sizes, n_tgt, out->n_blocks, out->tgt_block);
        via_status st = improve(ev, out, err);
        if (st != VIA_OK || n_fewer / out->n_blocks < BLOCK_SEGMENTS_MIN * FINER)
            return st;
        st = make_finer(out, arena, err);
        if (st != VIA_OK)
            return st;
    }
}
