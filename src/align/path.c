/* Path: the ladder that expects most right beads, with the posterior of each.
 *
 * Not the most likely ladder: of that one a single weak place may decide what stands
 * around it. What is summed along the path is the posterior of each bead less what a
 * bead must be worth, so that beads are chosen one by one as far as they fit together
 * (minimum Bayes risk). */
#include "align/lattice.h"
#include "align/locks.h"

#include "base/status.h"

#include <math.h>
#include <stdlib.h>

/* A bead less likely than this is not worth its segments. Between clauses the same
 * bead comes in many variants that share its probability. Measured on our gold table:
 * flat from .2 to .35, and from .03 to .1. */
#define P_WORTH      0.28
#define P_WORTH_FINE 0.04

/* How the best path came to a cell. */
struct step {
    double gain; /* of all beads up to here */
    /* What came last: a bead, beads that are swapped, or a null segment. */
    uint8_t n_src, n_tgt;
    const via_candidate *by; /* NULL: a null segment */
};

struct walk {
    const via_lattice *lat;
    double p_worth;
    struct step *steps; /* by cell */
    float *swapped;     /* by cell: how likely its 1-1 bead stands in a swap */
    double *posteriors; /* by candidate */
};

static void improve(struct walk *walk, size_t i, size_t j, const struct step *by)
{
    struct step *step = &walk->steps[via_lattice_cell(walk->lat, i, j)];

    if (by->gain > step->gain)
        *step = *by;
}

static double posterior_of(const struct walk *walk, const via_candidate *cand)
{
    return walk->posteriors[cand - walk->lat->candidates];
}

/* The probability of a bead of one segment a side that starts in a cell. */
static double single_posterior(const struct walk *walk, size_t i, size_t j)
{
    const via_candidate *cand = via_lattice_single(walk->lat, i, j);

    return cand ? posterior_of(walk, cand) +
                      walk->swapped[via_lattice_cell(walk->lat, i, j)]
                : 0.0;
}

/* What a candidate adds to the expected number of right beads, less its price. */
static double gain_of(const struct walk *walk, size_t i, size_t j,
                      const via_candidate *cand)
{
    if (cand->is_swapped)
        return single_posterior(walk, i, j + 1) + single_posterior(walk, i + 1, j) -
               2.0 * walk->p_worth;
    if (cand->n_src == 1 && cand->n_tgt == 1)
        return single_posterior(walk, i, j) - walk->p_worth;
    return posterior_of(walk, cand) - walk->p_worth;
}

/* Notes how likely each candidate is, and how likely beads stand in swaps. */
static void find_posteriors(struct walk *walk)
{
    const via_lattice *lat = walk->lat;

    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            size_t c = via_lattice_cell(lat, i, j);

            for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
                const via_candidate *cand = &lat->candidates[k];

                walk->posteriors[k] = via_lattice_posterior(lat, i, j, cand);
                if (!cand->is_swapped)
                    continue;
                float p = (float)walk->posteriors[k];
                walk->swapped[via_lattice_cell(lat, i, j + 1)] += p;
                walk->swapped[via_lattice_cell(lat, i + 1, j)] += p;
            }
        }
    }
}

static void push_step(struct walk *walk, size_t i, size_t j)
{
    const via_lattice *lat = walk->lat;
    size_t c = via_lattice_cell(lat, i, j);
    double gain = walk->steps[c].gain;

    if (gain == -INFINITY)
        return;
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];

        improve(walk, i + cand->n_src, j + cand->n_tgt,
                &(struct step){gain + gain_of(walk, i, j, cand), cand->n_src,
                               cand->n_tgt, cand});
    }
    if (i < lat->n_src && via_lattice_holds(lat, i + 1, j))
        improve(walk, i + 1, j, &(struct step){gain, 1, 0, NULL});
    if (j < lat->n_tgt && via_lattice_holds(lat, i, j + 1))
        improve(walk, i, j + 1, &(struct step){gain, 0, 1, NULL});
}

/* The bead of a candidate that is one, behind what it skips: a ladder turned round. */
static size_t trace_bead(const struct walk *walk, size_t i, size_t j,
                         const via_candidate *cand, via_bead *beads)
{
    via_span4 at = via_candidate_span(cand, i, j);
    size_t n_beads = 0;

    if (at.tgt_skip)
        beads[n_beads++] = (via_bead){
            at.src_end, at.src_end, at.tgt_skip, at.tgt_skip + 1, 0.0, 0.0, 0, 0};
    if (at.src_skip)
        beads[n_beads++] = (via_bead){
            at.src_skip, at.src_skip + 1, at.tgt_end, at.tgt_end, 0.0, 0.0, 0, 0};
    bool is_single = cand->n_src == 1 && cand->n_tgt == 1;
    double p = is_single ? single_posterior(walk, i, j) : posterior_of(walk, cand);
    beads[n_beads++] = (via_bead){at.src_begin, at.src_end,  at.tgt_begin, at.tgt_end,
                                  fmin(p, 1.0), cand->score, at.src_skip,  at.tgt_skip};
    return n_beads;
}

/* The bead of one segment a side that starts in a cell, which may be no candidate
 * where a swap is decided. */
static via_bead trace_single(const struct walk *walk, size_t i, size_t j)
{
    const via_candidate *cand = via_lattice_single(walk->lat, i, j);
    double p = fmin(single_posterior(walk, i, j), 1.0);

    return (via_bead){i, i + 1, j, j + 1, p, cand ? cand->score : 0.0, 0, 0};
}

/* Walks back from the last corner; beads come out last first. */
static size_t trace(const struct walk *walk, via_bead *beads)
{
    const via_lattice *lat = walk->lat;
    size_t i = lat->n_src, j = lat->n_tgt, n_beads = 0;

    while (i > 0 || j > 0) {
        const struct step *step = &walk->steps[via_lattice_cell(lat, i, j)];

        size_t src_end = i, tgt_end = j;

        i -= step->n_src;
        j -= step->n_tgt;
        if (!step->by) {
            beads[n_beads++] = (via_bead){i, src_end, j, tgt_end, 0.0, 0.0, 0, 0};
        } else if (step->by->is_swapped) {
            beads[n_beads++] = trace_single(walk, i + 1, j);
            beads[n_beads++] = trace_single(walk, i, j + 1);
        } else {
            n_beads += trace_bead(walk, i, j, step->by, beads + n_beads);
        }
    }
    for (size_t a = 0, b = n_beads; a + 1 < b; a++) {
        via_bead swap = beads[a];

        beads[a] = beads[--b];
        beads[b] = swap;
    }
    return n_beads;
}

/* ---- Confidence ---------------------------------------------------------- */

/* The probability that each segment stands in no bead: what its beads leave. */
static void find_null_posteriors(const struct walk *walk, double *src, double *tgt)
{
    const via_lattice *lat = walk->lat;

    for (size_t i = 0; i < lat->n_src; i++)
        src[i] = 1.0;
    for (size_t j = 0; j < lat->n_tgt; j++)
        tgt[j] = 1.0;
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            size_t c = via_lattice_cell(lat, i, j);

            for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
                const via_candidate *cand = &lat->candidates[k];
                double p = walk->posteriors[k];

                for (size_t a = 0; a < cand->n_src; a++)
                    src[i + a] -= via_skips(cand->src_skip, a) ? 0.0 : p;
                for (size_t b = 0; b < cand->n_tgt; b++)
                    tgt[j + b] -= via_skips(cand->tgt_skip, b) ? 0.0 : p;
            }
        }
    }
}

/* What is left to say of the beads of a path. */
static void rate_bead(const struct walk *walk, const double *src_null,
                      const double *tgt_null, via_bead *bead)
{
    bool has_src = bead->src_begin < bead->src_end;
    bool has_tgt = bead->tgt_begin < bead->tgt_end;

    if (!has_src || !has_tgt)
        bead->confidence =
            fmax(has_src ? src_null[bead->src_begin] : tgt_null[bead->tgt_begin], 0.0);
    else if (via_locks_settle(walk->lat->ev->locks, bead->src_begin))
        bead->confidence = 1.0; /* not a rounding less */
}

via_status via_lattice_best(const via_lattice *lat, via_arena *arena, via_ladder **out,
                            via_error *err)
{
    bool is_fine = lat->ev->src->is_fine || lat->ev->tgt->is_fine;
    struct walk walk = {
        lat, is_fine ? P_WORTH_FINE : P_WORTH,
        via_arena_array(arena, lat->n_cells, sizeof *walk.steps),
        via_arena_array(arena, lat->n_cells, sizeof *walk.swapped),
        via_arena_array(arena, lat->begin[lat->n_cells], sizeof *walk.posteriors)};
    double *src_null = via_arena_array(arena, lat->n_src, sizeof *src_null);
    double *tgt_null = via_arena_array(arena, lat->n_tgt, sizeof *tgt_null);
    via_ladder *ladder = calloc(1, sizeof *ladder);

    *out = NULL;
    if (ladder)
        ladder->beads = calloc(lat->n_src + lat->n_tgt + 1, sizeof *ladder->beads);
    if (!walk.steps || !walk.swapped || !walk.posteriors || !src_null || !tgt_null ||
        !ladder || !ladder->beads) {
        via_ladder_free(ladder);
        return via_fail_memory(err);
    }
    for (size_t c = 0; c < lat->n_cells; c++)
        walk.steps[c].gain = -INFINITY;
    walk.steps[0].gain = 0.0;
    find_posteriors(&walk);
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++)
            push_step(&walk, i, j);
    }
    ladder->n_beads = trace(&walk, ladder->beads);
    find_null_posteriors(&walk, src_null, tgt_null);
    for (size_t b = 0; b < ladder->n_beads; b++)
        rate_bead(&walk, src_null, tgt_null, &ladder->beads[b]);
    *out = ladder;
    return VIA_OK;
}
