/* Band: where in the lattice the path may run. */
#include "align/band.h"

#include "align/coarse.h"
#include "align/locks.h"
#include "base/status.h"

bool via_band_new(size_t n_rows, via_arena *arena, via_band *out)
{
    *out = (via_band){.n_rows = n_rows};
    out->lo = via_arena_array(arena, n_rows, sizeof *out->lo);
    out->hi = via_arena_array(arena, n_rows, sizeof *out->hi);
    out->first = via_arena_array(arena, n_rows + 1, sizeof *out->first);
    return out->lo && out->hi && out->first;
}

static void take_all(via_band *band, size_t n_tgt)
{
    for (size_t i = 0; i < band->n_rows; i++) {
        band->lo[i] = 0;
        band->hi[i] = (uint32_t)n_tgt + 1;
    }
}

/* The cell (i, j) is a corner between segments: it may run wherever one of the
 * blocks of segments i-1 and i does. Rows overlap, because the end of a row and the
 * beginning of the next are bounds of the same block. */
static void follow(via_band *band, const via_coarse *coarse, size_t n_src, size_t n_tgt)
{
    size_t lo = 0, hi = 0;

    for (size_t i = 0; i <= n_src; i++) {
        uint32_t above = coarse->src_block[i > 0 ? i - 1 : 0];
        uint32_t below = coarse->src_block[i < n_src ? i : n_src - 1];

        while (lo < n_tgt && coarse->tgt_block[lo] < coarse->lo[above])
            lo++;
        while (hi < n_tgt && coarse->tgt_block[hi] < coarse->hi[below])
            hi++;
        band->lo[i] = (uint32_t)lo;
        band->hi[i] = (uint32_t)hi + 1;
    }
    band->lo[0] = 0;
    band->hi[n_src] = (uint32_t)n_tgt + 1;
}

void via_band_number(via_band *band)
{
    for (size_t i = 0; i < band->n_rows; i++)
        band->first[i + 1] = band->first[i] + (band->hi[i] - band->lo[i]);
}

void via_band_bound(via_band *band, const via_band *old, const uint32_t *lo,
                    const uint32_t *hi)
{
    for (size_t i = 0; i < band->n_rows; i++) {
        band->lo[i] = lo[i];
        band->hi[i] = hi[i];
        if (i > 0 && band->hi[i] < band->hi[i - 1])
            band->hi[i] = band->hi[i - 1];
        if (i > 0 && band->lo[i] >= band->hi[i - 1])
            band->lo[i] = band->hi[i - 1] - 1;
        if (old && band->lo[i] < old->lo[i])
            band->lo[i] = old->lo[i];
        if (band->hi[i] <= band->lo[i])
            band->hi[i] = band->lo[i] + 1;
    }
    for (size_t i = band->n_rows - 1; i-- > 0;) {
        if (band->lo[i] > band->lo[i + 1])
            band->lo[i] = band->lo[i + 1];
    }
    via_band_number(band);
}

via_status via_band_choose(const via_evidence *ev, via_arena *arena, via_band *out,
                           via_error *err)
{
    size_t n_src = ev->src->n_segs, n_tgt = ev->tgt->n_segs;
    via_coarse coarse;

    if (!via_band_new(n_src + 1, arena, out))
        return via_fail_memory(err);
    if (n_src == 0 || n_tgt == 0 || n_src <= VIA_WHOLE_CELLS_MAX / n_tgt) {
        take_all(out, n_tgt);
    } else {
        via_status st = via_coarse_find(ev, arena, &coarse, err);
        if (st != VIA_OK)
            return st;
        follow(out, &coarse, n_src, n_tgt);
    }
    via_locks_fit(ev->locks, out);
    via_band_number(out);
    return VIA_OK;
}
