/* Trail: where ladders ran in one pass, for the next one to look there.
 *
 * What a pass learns makes it surer of where it was, or moves it to what it held for
 * less likely. It does not lead to where nothing spoke for. */
#include "align/trail.h"

#include "align/locks.h"
#include "align/scout.h"
#include "base/status.h"

/* So many cells on either side of a likely one are looked at again. Of 1 and 2 tried.
 */
#define NEAR_CELLS 1

via_status via_trail_find(const via_lattice *lat, via_arena *arena, via_trail *out,
                          via_error *err)
{
    const via_band *band = &lat->band;

    if (out->n_rows != band->n_rows)
        *out = (via_trail){band->n_rows,
                           via_arena_array(arena, band->n_rows, sizeof *out->lo),
                           via_arena_array(arena, band->n_rows, sizeof *out->hi)};
    if (!out->lo || !out->hi) {
        out->n_rows = 0;
        return via_fail_memory(err);
    }
    for (size_t i = 0; i < band->n_rows; i++) {
        out->lo[i] = band->hi[i];
        out->hi[i] = band->lo[i];
        for (uint32_t j = band->lo[i]; j < band->hi[i]; j++) {
            if (via_lattice_through(lat, via_lattice_cell(lat, i, j)) < VIA_LIKELY_NATS)
                continue;
            out->lo[i] = j < out->lo[i] ? j : out->lo[i];
            out->hi[i] = j + 1;
        }
    }
    return VIA_OK;
}

via_status via_trail_follow(const via_trail *trail, const via_evidence *ev,
                            via_arena *arena, via_band *out, via_error *err)
{
    uint32_t n_columns = (uint32_t)ev->tgt->n_segs + 1;
    via_band rows;

    if (!via_band_new(trail->n_rows, arena, out) ||
        !via_band_new(trail->n_rows, arena, &rows))
        return via_fail_memory(err);
    for (size_t i = 0; i < trail->n_rows; i++) {
        uint32_t lo = trail->lo[i], hi = trail->hi[i];

        if (lo < hi) {
            lo = lo > NEAR_CELLS ? lo - NEAR_CELLS : 0;
            hi = hi + NEAR_CELLS < n_columns ? hi + NEAR_CELLS : n_columns;
        }
        rows.lo[i] = lo;
        rows.hi[i] = hi;
    }
    via_band_bound(out, NULL, rows.lo, rows.hi);
    via_locks_fit(ev->locks, out);
    via_band_number(out);
    return VIA_OK;
}
