/* Scout: a first, cheap look at a lattice, which leaves a narrow band.
 *
 * Most shapes of beads cost most of the time and matter in few places. A ladder of
 * 1-1, 1-2 and 2-1 beads and nulls finds those places with a seventh of the work: a
 * bead of five is there a bead of two and three nulls, between the same corners. */
#include "align/scout.h"

#include "align/lattice.h"
#include "base/status.h"

#include <math.h>
#include <string.h>

/* Smaller bands are searched as they are. Chosen, not tuned. */
#define SCOUT_CELLS_MIN 1500
/* Cells that the scout finds less likely are left out, if no likely one is near. */
#define LIKELY_NATS -14.0
/* So many cells around a likely one stay: the largest bead and one more. */
#define NEAR_CELLS (VIA_BEAD_SENTENCES + 1)

static double log_through(const via_lattice *lat, size_t c)
{
    double best = -INFINITY;

    for (int s = 0; s < VIA_N_STATES; s++) {
        double nats = lat->forward[c].by[s] + lat->backward[c].by[s];

        best = nats > best ? nats : best;
    }
    return best - lat->log_sum;
}

/* The likely cells of each row: [lo, hi), or lo > hi where there are none. */
static void find_likely(const via_lattice *lat, uint32_t *lo, uint32_t *hi)
{
    for (size_t i = 0; i <= lat->n_src; i++) {
        lo[i] = lat->band.hi[i];
        hi[i] = lat->band.lo[i];
        for (uint32_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            if (log_through(lat, via_lattice_cell(lat, i, j)) < LIKELY_NATS)
                continue;
            lo[i] = j < lo[i] ? j : lo[i];
            hi[i] = j + 1;
        }
    }
}

static void widen_row(via_band *band, const via_band *old, const uint32_t *lo,
                      const uint32_t *hi, size_t i)
{
    size_t from = i > NEAR_CELLS ? i - NEAR_CELLS : 0;
    size_t to = i + NEAR_CELLS < band->n_rows ? i + NEAR_CELLS : band->n_rows - 1;
    uint32_t left = lo[i], right = hi[i];

    for (size_t row = from; row <= to; row++) {
        left = lo[row] < left ? lo[row] : left;
        right = hi[row] > right ? hi[row] : right;
    }
    left = left > NEAR_CELLS ? left - NEAR_CELLS : 0;
    right += NEAR_CELLS;
    band->lo[i] = left > old->lo[i] ? left : old->lo[i];
    band->hi[i] = right < old->hi[i] ? right : old->hi[i];
}

static via_status narrow(via_band *band, const via_lattice *lat, via_arena *arena,
                         via_arena *scratch, via_error *err)
{
    via_band old = *band;
    uint32_t *lo = via_arena_array(scratch, old.n_rows, sizeof *lo);
    uint32_t *hi = via_arena_array(scratch, old.n_rows, sizeof *hi);

    if (!lo || !hi || !via_band_new(old.n_rows, arena, band))
        return via_fail_memory(err);
    find_likely(lat, lo, hi);
    for (size_t i = 0; i < old.n_rows; i++)
        widen_row(band, &old, lo, hi, i);
    for (size_t i = 1; i < old.n_rows; i++) { /* bounds never fall */
        if (band->hi[i] < band->hi[i - 1])
            band->hi[i] = band->hi[i - 1];
    }
    for (size_t i = old.n_rows - 1; i-- > 0;) {
        if (band->lo[i] > band->lo[i + 1])
            band->lo[i] = band->lo[i + 1];
    }
    via_band_number(band);
    return VIA_OK;
}

via_status via_scout_narrow(via_evidence *ev, via_band *band, via_arena *arena,
                            via_error *err)
{
    bool is_fine = ev->src->is_fine || ev->tgt->is_fine;
    via_bead_limits limits = ev->limits;
    via_lattice *lat = NULL;

    if (is_fine || band->first[band->n_rows] < SCOUT_CELLS_MIN)
        return VIA_OK;
    via_arena *scratch = via_arena_new();
    ev->limits = (via_bead_limits){2, 2, 1};
    via_status st =
        scratch ? via_lattice_new(ev, band, scratch, &lat, err) : via_fail_memory(err);
    if (st == VIA_OK)
        st = via_lattice_sum(lat, scratch, err);
    if (st == VIA_OK)
        st = narrow(band, lat, arena, scratch, err);
    via_arena_free(scratch);
    ev->limits = limits;
    return st;
}
