/* Scout: a first, cheap look at a lattice, which leaves a narrow band.
 *
 * Most shapes of beads cost most of the time and matter in few places. The best ladders
 * of 1-1, 1-2 and 2-1 beads and nulls tell those places with a seventh of the work: a
 * bead of five is there a bead of two and three nulls, between the same corners.
 *
 *     . . o . . .        o  open: some ladder near this cell is nearly as good as
 *     . . . o . .           the best of all. Beads, and nulls, lead from open cells
 *     . . . o o .           to open cells; other cells of the row are as good as
 *     . . . . . o           not there */
#include "align/scout.h"

#include "align/lattice.h"
#include "base/status.h"

#include <math.h>
#include <string.h>

/* So far around a likely cell, cells are open. Measured on our gold table: without it
 * a thousandth of F1 is lost, with 4 nothing is gained. */
#define NEAR_CELLS 1

static double best_state(const via_cell *cell)
{
    return fmax(cell->by[VIA_STATE_BEAD],
                fmax(cell->by[VIA_STATE_SRC], cell->by[VIA_STATE_TGT]));
}

/* Whether each cell is likely: ladders through it are so much worse than the best at
 * most. */
static bool *find_likely(const via_lattice *lat, via_arena *arena)
{
    bool *are_likely = via_arena_array(arena, lat->n_cells, sizeof *are_likely);

    for (size_t cell = 0; are_likely && cell < lat->n_cells; cell++)
        are_likely[cell] = via_lattice_through(lat, cell) >= VIA_LIKELY_NATS;
    return are_likely;
}

/* What is near a likely cell stays open, for larger beads may turn there. */
static bool is_near_likely(const via_lattice *lat, const bool *are_likely, size_t i,
                           size_t j)
{
    size_t above = i > NEAR_CELLS ? i - NEAR_CELLS : 0,
           left = j > NEAR_CELLS ? j - NEAR_CELLS : 0;

    for (size_t row = above; row <= i + NEAR_CELLS; row++) {
        for (size_t k = left; k <= j + NEAR_CELLS; k++) {
            if (via_lattice_holds(lat, row, k) &&
                are_likely[via_lattice_cell(lat, row, k)])
                return true;
        }
    }
    return false;
}

/* The open cells of each row: [lo, hi), or lo > hi where there are none. */
static void find_open(const via_lattice *lat, const bool *are_likely, uint32_t *lo,
                      uint32_t *hi)
{
    for (size_t i = 0; i <= lat->n_src; i++) {
        lo[i] = lat->band.hi[i];
        hi[i] = lat->band.lo[i];
        for (uint32_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            if (!is_near_likely(lat, are_likely, i, j))
                continue;
            lo[i] = j < lo[i] ? j : lo[i];
            hi[i] = j + 1;
        }
    }
}

static bool open_cells(via_band *band, const via_lattice *lat, const bool *are_likely,
                       via_arena *arena)
{
    size_t n_cells = band->first[band->n_rows];

    band->is_open = via_arena_alloc(arena, n_cells);
    band->before = via_arena_array(arena, n_cells, sizeof *band->before);
    band->behind = via_arena_array(arena, n_cells, sizeof *band->behind);
    if (!band->is_open || !band->before || !band->behind)
        return false;
    for (size_t i = 0, cell = 0; i < band->n_rows; i++) {
        for (size_t j = band->lo[i]; j < band->hi[i]; j++, cell++) {
            if (!via_lattice_holds(lat, i, j))
                continue;
            size_t old = via_lattice_cell(lat, i, j);

            double lack = fmax(VIA_LIKELY_NATS - via_lattice_through(lat, old), 0.0);
            double before = best_state(&lat->forward[old]);
            double behind = best_state(&lat->backward[old]) - lat->log_sum;

            /* What is open only because it is near a likely cell is reached by larger
             * beads, and counts as just likely. */
            band->is_open[cell] = is_near_likely(lat, are_likely, i, j);
            band->before[cell] = (float)(before + lack);
            band->behind[cell] = (float)(behind + lack);
        }
    }
    return true;
}

static via_status narrow(via_band *band, const via_lattice *lat, via_arena *arena,
                         via_arena *scratch, via_error *err)
{
    via_band old = *band;
    uint32_t *lo = via_arena_array(scratch, old.n_rows, sizeof *lo);
    uint32_t *hi = via_arena_array(scratch, old.n_rows, sizeof *hi);

    const bool *are_likely = find_likely(lat, scratch);

    if (!lo || !hi || !are_likely || !via_band_new(old.n_rows, arena, band))
        return via_fail_memory(err);
    find_open(lat, are_likely, lo, hi);
    via_band_bound(band, &old, lo, hi);
    return open_cells(band, lat, are_likely, arena) ? VIA_OK : via_fail_memory(err);
}

via_status via_scout_narrow(via_evidence *ev, via_band *band, via_arena *arena,
                            via_error *err)
{
    bool is_fine = ev->src->is_fine || ev->tgt->is_fine;
    via_lattice *lat = NULL;

    if (is_fine)
        return VIA_OK;
    via_status st = via_lattice_fill(ev, band, arena, err);
    if (st != VIA_OK)
        return st;
    via_arena *scratch = via_arena_new();
    st = scratch ? via_lattice_scout(ev, band, scratch, &lat, err)
                 : via_fail_memory(err);
    if (st == VIA_OK)
        st = narrow(band, lat, arena, scratch, err);
    via_arena_free(scratch);
    return st;
}
