/* Candidates: which beads may be, and their scores.
 *
 * A list by cell. Rejected: storing all scores as an array per shape of bead - most
 * shapes in most cells are hopeless, and a list of those that are not is a tenth. */
#include "align/candidates.h"

#include "align/locks.h"
#include "align/scout.h"
#include "base/buffer.h"
#include "base/status.h"
#include "evidence/bead_score.h"

#include <math.h>

/* Neighbours are swapped only if both beads are at least so likely. */
#define SWAPPED_NATS_MIN -1.0f
/* A bead of several segments whose length is off by so many sigmas is not scored. */
#define ODD_SIGMAS 5.0

/* ---- Candidates ---------------------------------------------------------- */

/* How odd the lengths of a bead are: below -1 the target is too short for the source,
 * above 1 too long. */
static double oddity(const via_evidence *ev, const via_span4 *at)
{
    double src = ev->src_sizes[at->src_end] - ev->src_sizes[at->src_begin] + 0.5;
    double tgt = ev->tgt_sizes[at->tgt_end] - ev->tgt_sizes[at->tgt_begin] + 0.5;
    const via_lengths *lengths = &ev->know->lengths;
    double var =
        lengths->floor_var + lengths->slope_var * (src + tgt) / (2.0 * src * tgt);

    return (via_bead_log_ratio(ev, at) - lengths->ratio) / (ODD_SIGMAS * sqrt(var));
}

/* A bead below this has no part in any ladder that matters. */
static double floor_of(const via_lattice *lat, const via_span4 *at)
{
    const via_band *band = &lat->band;

    if (!band->before)
        return VIA_HOPELESS_NATS;
    double around = band->before[via_lattice_cell(lat, at->src_begin, at->tgt_begin)] +
                    band->behind[via_lattice_cell(lat, at->src_end, at->tgt_end)];

    return fmax(VIA_HOPELESS_NATS, VIA_LIKELY_NATS - around);
}

static void try_bead(const via_lattice *lat, const via_span4 *at, via_buffer *found)
{
    double floor = floor_of(lat, at), score = via_bead_score(lat->ev, at, floor);

    if (score < floor)
        return;
    via_candidate candidate = via_candidate_of(at, score);
    via_buffer_append(found, (const char *)&candidate, sizeof candidate);
}

/* Tries a bead of a shape, unless its lengths are odd. Returns whether it, and so any
 * bead of more target segments, is too long. */
static bool try_shape(const via_lattice *lat, const via_span4 *at, via_buffer *found)
{
    if (!via_lattice_holds(lat, at->src_end, at->tgt_end) ||
        !via_evidence_allows(lat->ev, at) || !via_locks_admit(lat->ev->locks, at))
        return false;
    size_t n_segs = at->src_end - at->src_begin + at->tgt_end - at->tgt_begin;
    double odd = n_segs > 2 ? oddity(lat->ev, at) : 0.0;
    if (odd >= -1.0 && odd <= 1.0)
        try_bead(lat, at, found);
    return odd > 1.0;
}

/* Tries beads of `m` source segments, until more of the target is too long. */
static void try_row(const via_lattice *lat, size_t i, size_t j, size_t m,
                    size_t tgt_reach, via_buffer *found)
{
    for (size_t n = 1; n <= tgt_reach; n++) {
        via_span4 at = {i, i + m, j, j + n};

        if (try_shape(lat, &at, found))
            return;
    }
}

/* A lock is a candidate of any shape. What is of no shape that is scored is taken for
 * hopeless: it is chosen nevertheless, since nothing else holds all of it. */
static void add_lock(const via_lattice *lat, const via_lock *lock, size_t src_reach,
                     size_t tgt_reach, via_buffer *found)
{
    via_span4 at = {lock->src_begin, lock->src_end,  lock->tgt_begin,
                    lock->tgt_end,   lock->src_skip, lock->tgt_skip};
    size_t m = at.src_end - at.src_begin, n = at.tgt_end - at.tgt_begin;
    bool skips = lock->src_skip || lock->tgt_skip;
    double score = VIA_HOPELESS_NATS;

    if (!lock->is_swapped && m <= src_reach && n <= tgt_reach &&
        via_evidence_allows(lat->ev, &at))
        score = fmax(score, skips ? via_evidence_skip_score(lat->ev, &at, score)
                                  : via_bead_score(lat->ev, &at, score));
    via_candidate candidate = via_candidate_of(&at, score);
    candidate.is_swapped = lock->is_swapped;
    via_buffer_append(found, (const char *)&candidate, sizeof candidate);
}

static void try_cell(const via_lattice *lat, size_t i, size_t j, via_buffer *found)
{
    size_t src_reach = via_evidence_reach(lat->ev->src, i, lat->ev->limits.src);
    size_t tgt_reach = via_evidence_reach(lat->ev->tgt, j, lat->ev->limits.tgt);

    const via_lock *lock = via_locks_at(lat->ev->locks, i, j);

    if (lock)
        add_lock(lat, lock, src_reach, tgt_reach, found);
    for (size_t m = 1; m <= src_reach; m++)
        try_row(lat, i, j, m, tgt_reach, found);
}

const via_candidate *via_lattice_single(const via_lattice *lat, size_t i, size_t j)
{
    if (!via_lattice_holds(lat, i, j))
        return NULL;
    size_t c = via_lattice_cell(lat, i, j);
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];

        if (cand->n_src == 1 && cand->n_tgt == 1)
            return cand;
    }
    return NULL;
}

/* ---- A first look -------------------------------------------------------- */

/* A bead of two and one is tried if one of the two fits that well alone. Of the beads
 * of two and one that turned out as likely as a thousandth, 97 in 100 do. */
#define HALF_NATS_MIN -7.0f

static bool fits_alone(const via_lattice *lat, const float *singles, size_t i, size_t j)
{
    return i < lat->n_src && via_lattice_holds(lat, i, j) &&
           singles[via_lattice_cell(lat, i, j)] >= HALF_NATS_MIN;
}

/* The scores of beads of one segment a side, by cell. */
static void score_singles(const via_lattice *lat, float *singles)
{
    for (size_t i = 0; i <= lat->n_src; i++) {
        size_t src_reach = via_evidence_reach(lat->ev->src, i, 1);

        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            float *single = &singles[via_lattice_cell(lat, i, j)];
            via_span4 at = {i, i + 1, j, j + 1};

            *single = -INFINITY;
            if (src_reach && via_evidence_reach(lat->ev->tgt, j, 1) &&
                via_lattice_holds(lat, i + 1, j + 1) &&
                via_evidence_allows(lat->ev, &at) &&
                via_locks_admit(lat->ev->locks, &at))
                *single = (float)via_bead_score(lat->ev, &at, VIA_HOPELESS_NATS);
        }
    }
}

static void look_at_cell(const via_lattice *lat, const float *singles, size_t i,
                         size_t j, via_buffer *found)
{
    via_candidate single = {
        .score = singles[via_lattice_cell(lat, i, j)], .n_src = 1, .n_tgt = 1};
    bool fits = single.score >= HALF_NATS_MIN;
    const via_lock *lock = via_locks_at(lat->ev->locks, i, j);

    if (lock)
        add_lock(lat, lock, via_evidence_reach(lat->ev->src, i, lat->ev->limits.src),
                 via_evidence_reach(lat->ev->tgt, j, lat->ev->limits.tgt), found);
    if (single.score >= VIA_HOPELESS_NATS)
        via_buffer_append(found, (const char *)&single, sizeof single);
    if ((fits || fits_alone(lat, singles, i, j + 1)) &&
        via_evidence_reach(lat->ev->src, i, 1) &&
        via_evidence_reach(lat->ev->tgt, j, 2) == 2)
        try_shape(lat, &(via_span4){i, i + 1, j, j + 2}, found);
    if ((fits || fits_alone(lat, singles, i + 1, j)) &&
        via_evidence_reach(lat->ev->src, i, 2) == 2 &&
        via_evidence_reach(lat->ev->tgt, j, 1))
        try_shape(lat, &(via_span4){i, i + 2, j, j + 1}, found);
}

static void look_at_all(const via_lattice *lat, const float *singles, via_buffer *found)
{
    size_t cell = 0;

    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            lat->begin[cell++] = found->n_bytes / sizeof(via_candidate);
            look_at_cell(lat, singles, i, j, found);
        }
    }
    lat->begin[cell] = found->n_bytes / sizeof(via_candidate);
}

/* ---- Swaps --------------------------------------------------------------- */

/* Adds the swap that starts in a cell, if both its beads are likely in themselves. */
static void try_swap(void *data, size_t i, size_t j, via_buffer *found)
{
    const via_lattice *lat = data;
    const via_candidate *above = via_lattice_single(lat, i, j + 1);
    const via_candidate *below = via_lattice_single(lat, i + 1, j);

    if (!above || !below || !via_lattice_holds(lat, i + 2, j + 2) ||
        fminf(above->score, below->score) < SWAPPED_NATS_MIN ||
        via_locks_at(lat->ev->locks, i, j + 1) ||
        via_locks_at(lat->ev->locks, i + 1, j))
        return;
    double score = above->score + below->score + lat->ev->w[VIA_W_SWAP];
    via_candidate candidate = {
        .score = (float)score, .n_src = 2, .n_tgt = 2, .is_swapped = true};
    via_buffer_append(found, (const char *)&candidate, sizeof candidate);
}

via_status via_candidates_extend(via_lattice *lat, via_candidates_fn *fn, void *data,
                                 via_arena *arena, via_error *err)
{
    via_buffer found = VIA_BUFFER_INIT;
    size_t *begin = via_arena_array(arena, lat->n_cells + 1, sizeof *begin);
    size_t cell = 0;

    if (!begin)
        return via_fail_memory(err);
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++, cell++) {
            begin[cell] = found.n_bytes / sizeof(via_candidate);
            via_buffer_append(
                &found, (const char *)(lat->candidates + lat->begin[cell]),
                (lat->begin[cell + 1] - lat->begin[cell]) * sizeof(via_candidate));
            fn(data, i, j, &found);
        }
    }
    begin[cell] = found.n_bytes / sizeof(via_candidate);
    if (!found.has_failed)
        lat->candidates =
            (via_candidate *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    lat->begin = begin;
    bool is_well = !found.has_failed && lat->candidates;
    via_buffer_clear(&found);
    return is_well ? VIA_OK : via_fail_memory(err);
}

static void find_all(const via_lattice *lat, via_buffer *found)
{
    size_t cell = 0;

    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            lat->begin[cell++] = found->n_bytes / sizeof(via_candidate);
            if (via_lattice_holds(lat, i, j))
                try_cell(lat, i, j, found);
        }
    }
    lat->begin[cell] = found->n_bytes / sizeof(via_candidate);
}

/* Keeps what was found; false: no memory. */
static bool keep(via_lattice *lat, via_buffer *found, via_arena *arena)
{
    if (!found->has_failed)
        lat->candidates = (via_candidate *)(void *)via_arena_copy(arena, found->bytes,
                                                                  found->n_bytes);
    via_buffer_clear(found);
    return lat->candidates != NULL;
}

/* Finds the smallest beads, or all. */
static bool find_beads(const via_lattice *lat, via_arena *scratch, via_buffer *found)
{
    if (lat->is_best) {
        float *singles = via_arena_array(scratch, lat->n_cells, sizeof *singles);

        if (singles) {
            score_singles(lat, singles);
            look_at_all(lat, singles, found);
        }
        return singles != NULL;
    }
    find_all(lat, found);
    return true;
}

via_status via_candidates_find(via_lattice *lat, via_arena *arena, via_error *err)
{
    via_buffer found = VIA_BUFFER_INIT;
    via_arena *scratch = via_arena_new();
    bool is_well = scratch && find_beads(lat, scratch, &found);

    via_arena_free(scratch);
    is_well = keep(lat, &found, arena) && is_well;
    if (!is_well)
        return via_fail_memory(err);
    return !lat->is_best && lat->ev->limits.both > 1 && !lat->ev->src->is_fine &&
                   !lat->ev->tgt->is_fine
               ? via_candidates_extend(lat, try_swap, lat, arena, err)
               : VIA_OK;
}
