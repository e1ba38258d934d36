/* Dice lattice: a lattice whose scores were rolled, without any text. */
#ifndef VIA_TESTS_DICE_LATTICE_H
#define VIA_TESTS_DICE_LATTICE_H

#include "dice.h"
#include "every_ladder.h"

#include "base/arena.h"
#include "base/buffer.h"

/* What is to be rolled. */
typedef struct dice_shape {
    size_t n_src, n_tgt;
    size_t bead_max; /* most segments on a side of a bead */
    double spread;   /* of scores, nats */
    bool is_fine;
    bool is_narrow; /* some cells are left out */
    bool has_swaps, has_skips;
} dice_shape;

/* Sets rows whose bounds never fall and that overlap. */
static inline void dice_band(dice *d, const dice_shape *shape, via_arena *arena,
                             via_band *band)
{
    size_t n_tgt = shape->n_tgt, lo = 0, hi = 1;

    band->n_rows = shape->n_src + 1;
    band->lo = via_arena_array(arena, band->n_rows, sizeof *band->lo);
    band->hi = via_arena_array(arena, band->n_rows, sizeof *band->hi);
    band->first = via_arena_array(arena, band->n_rows + 1, sizeof *band->first);
    for (size_t i = 0; i < band->n_rows; i++) {
        if (i > 0)
            lo += dice_below(d, hi - lo); /* below the last row's end */
        hi += dice_below(d, n_tgt + 2 - hi);
        if (hi <= lo)
            hi = lo + 1;
        band->lo[i] = shape->is_narrow ? (uint32_t)lo : 0;
        band->hi[i] = (uint32_t)(shape->is_narrow && i < shape->n_src ? hi : n_tgt + 1);
        band->first[i + 1] = band->first[i] + band->hi[i] - band->lo[i];
    }
}

static inline via_null_score *dice_nulls(dice *d, size_t n_segs, double spread,
                                         via_arena *arena)
{
    via_null_score *nulls = via_arena_array(arena, n_segs, sizeof *nulls);

    for (size_t i = 0; i < n_segs; i++) {
        nulls[i].more = dice_between(d, -spread, spread);
        nulls[i].open = nulls[i].more - dice_between(d, 0.0, spread);
    }
    return nulls;
}

/* Rolls the beads of one cell: three in four of those that there may be. */
static inline void dice_cell(dice *d, const dice_shape *shape, const via_lattice *lat,
                             size_t i, size_t j, via_buffer *found)
{
    for (size_t m = 1; m <= shape->bead_max; m++) {
        for (size_t n = 1; n <= shape->bead_max; n++) {
            via_candidate cand = {
                .score = (float)dice_between(d, -shape->spread, shape->spread),
                .n_src = (uint8_t)m,
                .n_tgt = (uint8_t)n};

            if (via_lattice_holds(lat, i + m, j + n) && dice_below(d, 4))
                via_buffer_append(found, (const char *)&cand, sizeof cand);
        }
    }
}

/* Rolls the swap of a cell, a likely one: half of those whose beads there are. */
static inline void dice_swap(dice *d, const dice_shape *shape, const via_lattice *lat,
                             size_t i, size_t j, via_buffer *found)
{
    via_candidate swap = {.score = (float)dice_between(d, 0.0, 2.0 * shape->spread),
                          .n_src = 2,
                          .n_tgt = 2,
                          .is_swapped = true};

    if (via_lattice_single(lat, i, j + 1) && via_lattice_single(lat, i + 1, j) &&
        via_lattice_holds(lat, i + 2, j + 2) && dice_below(d, 2))
        via_buffer_append(found, (const char *)&swap, sizeof swap);
}

/* Rolls a bead of a cell that skips a segment on one side or on both. */
static inline void dice_skip(dice *d, const dice_shape *shape, const via_lattice *lat,
                             size_t i, size_t j, via_buffer *found)
{
    size_t side = dice_below(d, 3);
    via_candidate skip = {.score = (float)dice_between(d, 0.0, 2.0 * shape->spread),
                          .n_src = (uint8_t)(1 + dice_below(d, 3)),
                          .n_tgt = (uint8_t)(1 + dice_below(d, 3))};

    if (side != 1)
        skip.src_skip = 1, skip.n_src += 2;
    if (side != 0)
        skip.tgt_skip = 1, skip.n_tgt += 2;
    if (via_lattice_holds(lat, i + skip.n_src, j + skip.n_tgt))
        via_buffer_append(found, (const char *)&skip, sizeof skip);
}

/* Lists the candidates again, each cell with its swap, if it has one, behind them, or
 * with beads that skip a segment. */
static inline void dice_more(dice *d, const dice_shape *shape, via_lattice *lat,
                             via_arena *arena)
{
    via_buffer found = VIA_BUFFER_INIT;
    size_t *begin = via_arena_array(arena, lat->n_cells + 1, sizeof *begin), cell = 0;

    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++, cell++) {
            via_buffer_append(
                &found, (const char *)(lat->candidates + lat->begin[cell]),
                (lat->begin[cell + 1] - lat->begin[cell]) * sizeof(via_candidate));
            if (shape->has_swaps)
                dice_swap(d, shape, lat, i, j, &found);
            if (shape->has_skips)
                dice_skip(d, shape, lat, i, j, &found);
            begin[cell + 1] = found.n_bytes / sizeof(via_candidate);
        }
    }
    lat->begin = begin;
    lat->candidates =
        (via_candidate *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    via_buffer_clear(&found);
}

/* Rolls a lattice and sums it. Lives in `arena`. */
static inline via_lattice *dice_lattice(dice *d, const dice_shape *shape,
                                        via_arena *arena)
{
    via_lattice *lat = via_arena_alloc(arena, sizeof *lat);
    via_evidence *ev = via_arena_alloc(arena, sizeof *ev);
    via_side *side = via_arena_alloc(arena, sizeof *side);
    via_buffer found = VIA_BUFFER_INIT;
    size_t cell = 0;

    side->is_fine = shape->is_fine;
    ev->src = ev->tgt = side;
    lat->ev = ev;
    lat->n_src = shape->n_src;
    lat->n_tgt = shape->n_tgt;
    dice_band(d, shape, arena, &lat->band);
    lat->n_cells = lat->band.first[lat->band.n_rows];
    lat->begin = via_arena_array(arena, lat->n_cells + 1, sizeof *lat->begin);
    lat->src_null = dice_nulls(d, shape->n_src, shape->spread, arena);
    lat->tgt_null = dice_nulls(d, shape->n_tgt, shape->spread, arena);
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            dice_cell(d, shape, lat, i, j, &found);
            lat->begin[++cell] = found.n_bytes / sizeof(via_candidate);
        }
    }
    lat->candidates =
        (via_candidate *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    via_buffer_clear(&found);
    if (shape->has_swaps || shape->has_skips)
        dice_more(d, shape, lat, arena);
    assert_int_equal(via_lattice_sum(lat, arena, NULL), VIA_OK);
    return lat;
}

#endif
