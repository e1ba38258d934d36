/* Skips: beads around a segment that has no part in them.
 *
 * That is a line with words: an empty one and the name of a file still end a bead.
 *
 *           j       k  k+1     end        A caption k stands among the lines of a bead.
 *      i    +-------+  +-------+          What stands before it and what stands behind
 *           | above |  | below |          it must be candidates themselves, which share
 *      end  +-------+  +-------+          source segments or follow each other, and
 *                                         ladders must pass both outer corners without
 *                                         it as well: few places are left. */
#include "align/skips.h"

#include "align/candidates.h"
#include "align/locks.h"
#include "base/status.h"

#include <math.h>

/* Most segments on a side, but for the one that is skipped. Of 3, 4 and 5 tried. */
#define HELD_MAX 4
/* A corner through which ladders pass less often is none of a bead that skips. At -2.5
 * one bead in a thousand is lost on a text that is badly disturbed. */
#define CORNER_NATS_MIN -5.0
/* A bead that makes ladders so much worse than all others is never chosen. Chosen, not
 * tuned: -14 finds the same. */
#define WORTH_NATS_MIN -7.0

struct search {
    const via_lattice *lat;
    bool *is_corner;   /* by cell */
    via_buffer *found; /* of the cell at hand */
};

/* The beads that start in one cell. A bead is not tried again for other parts. */
struct start {
    size_t i, j;
    const via_candidate *above; /* the part at hand */
    bool skips_src; /* a segment of the source behind it, or of the target */
    bool is_tried[2][HELD_MAX + 1][HELD_MAX + 1][HELD_MAX + 1];
};

/* The score from which on a bead is worth listing. */
static double floor_of(const via_lattice *lat, const via_span4 *at)
{
    size_t from = via_lattice_cell(lat, at->src_begin, at->tgt_begin);
    size_t to = via_lattice_cell(lat, at->src_end, at->tgt_end);
    const double *before = lat->forward[from].by;
    double best = fmax(before[VIA_STATE_BEAD],
                       fmax(before[VIA_STATE_SRC], before[VIA_STATE_TGT]));
    double around = best + lat->backward[to].by[VIA_STATE_BEAD] - lat->log_sum;

    return fmax(VIA_HOPELESS_NATS, WORTH_NATS_MIN - around);
}

static void try_skip(struct search *search, const via_span4 *at)
{
    const via_lattice *lat = search->lat;
    const via_evidence *ev = lat->ev;
    size_t n_src = at->src_end - at->src_begin, n_tgt = at->tgt_end - at->tgt_begin;

    if (!search->is_corner[via_lattice_cell(lat, at->src_end, at->tgt_end)] ||
        via_evidence_reach(ev->src, at->src_begin, n_src) < n_src ||
        via_evidence_reach(ev->tgt, at->tgt_begin, n_tgt) < n_tgt ||
        !via_evidence_allows(ev, at) || !via_locks_admit(ev->locks, at))
        return;
    double floor = floor_of(lat, at);
    via_candidate candidate =
        via_candidate_of(at, via_evidence_skip_score(ev, at, floor));
    if (candidate.score >= floor)
        via_buffer_append(search->found, (const char *)&candidate, sizeof candidate);
}

/* Tries the bead of the part above and one below, which starts in cell (i, j). */
static void try_parts(struct search *search, struct start *start, size_t i, size_t j,
                      const via_candidate *below)
{
    const via_candidate *above = start->above;
    bool skips_src = start->skips_src;
    via_span4 at = {start->i, i + below->n_src, start->j, j + below->n_tgt, 0, 0};
    size_t src_end = start->i + above->n_src, tgt_end = start->j + above->n_tgt;
    size_t m = at.src_end - at.src_begin - skips_src;
    size_t n = at.tgt_end - at.tgt_begin - !skips_src;

    if (m > HELD_MAX || n > HELD_MAX ||
        (skips_src ? at.tgt_end < tgt_end : at.src_end < src_end))
        return;
    bool *is_tried =
        &start->is_tried[skips_src][m][n][skips_src ? above->n_src : above->n_tgt];
    if (*is_tried)
        return;
    *is_tried = true;
    if (skips_src)
        at.src_skip = src_end;
    else
        at.tgt_skip = tgt_end;
    try_skip(search, &at);
}

/* Tries all parts below that start in a cell. */
static void try_below(struct search *search, struct start *start, size_t i, size_t j)
{
    const via_lattice *lat = search->lat;

    if (!via_lattice_holds(lat, i, j))
        return;
    size_t c = via_lattice_cell(lat, i, j);
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        if (!lat->candidates[k].is_swapped)
            try_parts(search, start, i, j, &lat->candidates[k]);
    }
}

/* Tries all beads that start in a cell. */
static void try_cell(void *data, size_t i, size_t j, via_buffer *found)
{
    struct search *search = data;
    const via_lattice *lat = search->lat;
    struct start start = {.i = i, .j = j};
    size_t c = via_lattice_cell(lat, i, j);

    if (!search->is_corner[c])
        return;
    search->found = found;
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *above = &lat->candidates[k];

        if (above->is_swapped || above->n_src > HELD_MAX || above->n_tgt > HELD_MAX)
            continue;
        start.above = above;
        start.skips_src = false;
        for (size_t m = 0; m <= above->n_src; m++)
            try_below(search, &start, i + m, j + above->n_tgt + 1);
        start.skips_src = true;
        for (size_t n = 0; n <= above->n_tgt; n++)
            try_below(search, &start, i + above->n_src + 1, j + n);
    }
}

via_status via_skips_add(via_lattice *lat, via_arena *arena, via_error *err)
{
    struct search search = {lat, via_arena_array(arena, lat->n_cells, sizeof(bool)),
                            NULL};
    size_t n_before = lat->begin[lat->n_cells];

    if (!search.is_corner)
        return via_fail_memory(err);
    for (size_t c = 0; c < lat->n_cells; c++)
        search.is_corner[c] = via_lattice_through(lat, c) >= CORNER_NATS_MIN;
    via_status st = via_candidates_extend(lat, try_cell, &search, arena, err);
    return st == VIA_OK && lat->begin[lat->n_cells] > n_before
               ? via_lattice_sum(lat, arena, err)
               : st;
}
