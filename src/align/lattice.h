/* Lattice: all ladders of a pair of documents, their sum and the best of them. */
#ifndef VIA_ALIGN_LATTICE_H
#define VIA_ALIGN_LATTICE_H

#include "align/band.h"
#include "evidence/evidence.h"

/* A bead so much worse than leaving its segments alone never matters. */
#define VIA_HOPELESS_NATS -12.0

/* A bead that may be: it starts in the cell it is listed under. Swapped are two beads
 * of one segment a side whose translations stand in the other order: the first source
 * segment with the second target segment, and the second with the first. */
typedef struct via_candidate {
    float score;
    uint8_t n_src, n_tgt;       /* segments to its end */
    uint8_t src_skip, tgt_skip; /* one inside that it skips, from the first; 0: none */
    bool is_swapped;
} via_candidate;

enum via_state { VIA_STATE_BEAD, VIA_STATE_SRC, VIA_STATE_TGT, VIA_N_STATES };

/* Log sums or best scores of one cell, by what came last. */
typedef struct via_cell {
    double by[VIA_N_STATES];
} via_cell;

/* What a null segment adds to a path: inside a run, and when it opens one. */
typedef struct via_null_score {
    double more, open;
} via_null_score;

typedef struct via_lattice {
    const via_evidence *ev;
    via_band band;
    size_t n_src, n_tgt, n_cells;
    size_t *begin; /* candidates of cell c are begin[c]..begin[c + 1] */
    via_candidate *candidates;
    via_null_score *src_null, *tgt_null;
    via_cell *forward, *backward;
    double log_sum; /* of all ladders */
    bool is_best;   /* cells and log_sum hold the best score, not the sum of all */
} via_lattice;

/* Fills the evidence in the band, in `arena`, unless it is filled there already. */
via_status via_lattice_fill(via_evidence *ev, const via_band *band, via_arena *arena,
                            via_error *err);

/* Fills the evidence and scores every bead in the band that has any chance. Lives in
 * `arena`. */
via_status via_lattice_new(via_evidence *ev, const via_band *band, via_arena *arena,
                           via_lattice **out, via_error *err);

/* Takes a first look at the band: beads of one segment a side, and of two and one
 * where one of the two fits alone; cells hold best scores. */
via_status via_lattice_scout(via_evidence *ev, const via_band *band, via_arena *arena,
                             via_lattice **out, via_error *err);

/* Runs forward-backward. */
via_status via_lattice_sum(via_lattice *lat, via_arena *arena, via_error *err);

/* Returns how much worse than all ladders, or than the best where cells hold that, are
 * those through a cell: at most 0. Only after via_lattice_sum(). */
double via_lattice_through(const via_lattice *lat, size_t cell);

/* Returns the candidate of a cell of one segment a side, or NULL. */
const via_candidate *via_lattice_single(const via_lattice *lat, size_t i, size_t j);

/* Returns the posterior of a candidate of a cell; only after via_lattice_sum(). */
double via_lattice_posterior(const via_lattice *lat, size_t i, size_t j,
                             const via_candidate *candidate);

/* Finds the ladder that expects most right beads and gives each its posterior. Only
 * after via_lattice_sum(). `*out` is freed with via_ladder_free(). */
via_status via_lattice_best(const via_lattice *lat, via_arena *arena, via_ladder **out,
                            via_error *err);

/* Returns whether a candidate is one bead that skips nothing. */
static inline bool via_candidate_is_whole(const via_candidate *cand)
{
    return !cand->is_swapped && !cand->src_skip && !cand->tgt_skip;
}

/* Returns where a candidate of a cell that is one bead stands. */
static inline via_span4 via_candidate_span(const via_candidate *cand, size_t i,
                                           size_t j)
{
    return (via_span4){i,
                       i + cand->n_src,
                       j,
                       j + cand->n_tgt,
                       cand->src_skip ? i + cand->src_skip : 0,
                       cand->tgt_skip ? j + cand->tgt_skip : 0};
}

/* Returns the candidate of a bead: what via_candidate_span() finds again. */
static inline via_candidate via_candidate_of(const via_span4 *at, double score)
{
    return (via_candidate){
        .score = (float)score,
        .n_src = (uint8_t)(at->src_end - at->src_begin),
        .n_tgt = (uint8_t)(at->tgt_end - at->tgt_begin),
        .src_skip = (uint8_t)(at->src_skip ? at->src_skip - at->src_begin : 0),
        .tgt_skip = (uint8_t)(at->tgt_skip ? at->tgt_skip - at->tgt_begin : 0)};
}

static inline bool via_lattice_holds(const via_lattice *lat, size_t i, size_t j)
{
    const via_band *band = &lat->band;

    return i <= lat->n_src && j >= band->lo[i] && j < band->hi[i] &&
           (!band->is_open || band->is_open[band->first[i] + (j - band->lo[i])]);
}

/* Returns whether a null source segment may follow a run of null target segments in
 * this cell: only where the band leaves no room for the other order. */
static inline bool via_lattice_turns(const via_lattice *lat, size_t i, size_t j)
{
    return i < lat->n_src && j == lat->band.lo[i + 1];
}

static inline size_t via_lattice_cell(const via_lattice *lat, size_t i, size_t j)
{
    return lat->band.first[i] + (j - lat->band.lo[i]);
}

#endif
