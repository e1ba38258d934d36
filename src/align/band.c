/* Band: where in the lattice the path may run. */
#include "align/band.h"

#include "base/status.h"

static bool band_new(size_t n_rows, via_arena *arena, via_band *out)
{
    out->n_rows = n_rows;
    out->lo = via_arena_array(arena, n_rows, sizeof *out->lo);
    out->hi = via_arena_array(arena, n_rows, sizeof *out->hi);
    out->first = via_arena_array(arena, n_rows + 1, sizeof *out->first);
    return out->lo && out->hi && out->first;
}

static void number_cells(via_band *band)
{
    for (size_t i = 0; i < band->n_rows; i++)
        band->first[i + 1] = band->first[i] + (band->hi[i] - band->lo[i]);
}

via_status via_band_choose(const via_evidence *ev, via_arena *arena, via_band *out,
                           via_error *err)
{
    if (!band_new(ev->src->n_segs + 1, arena, out))
        return via_fail_memory(err);
    for (size_t i = 0; i < out->n_rows; i++) {
        out->lo[i] = 0;
        out->hi[i] = (uint32_t)ev->tgt->n_segs + 1;
    }
    number_cells(out);
    return VIA_OK;
}
