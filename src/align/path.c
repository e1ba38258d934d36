/* Path: the best ladder through a lattice, with the posterior of each bead. */
#include "align/lattice.h"

#include "base/status.h"

#include <math.h>
#include <stdlib.h>

/* How the best path came to a cell in a state. */
struct step {
    double score;
    uint8_t n_src, n_tgt; /* of the bead or null segment that came last */
    uint8_t before;       /* state before it */
};

struct walk {
    const via_lattice *lat;
    struct step (*steps)[VIA_N_STATES]; /* by cell */
};

static void improve(struct walk *walk, size_t to, enum via_state state, double score,
                    unsigned n_src, unsigned n_tgt, enum via_state before)
{
    struct step *step = &walk->steps[to][state];

    if (score > step->score)
        *step = (struct step){score, (uint8_t)n_src, (uint8_t)n_tgt, (uint8_t)before};
}

static enum via_state best_state(const struct step *steps)
{
    enum via_state best = VIA_STATE_BEAD;

    if (steps[VIA_STATE_SRC].score > steps[best].score)
        best = VIA_STATE_SRC;
    if (steps[VIA_STATE_TGT].score > steps[best].score)
        best = VIA_STATE_TGT;
    return best;
}

static void push_nulls(struct walk *walk, size_t i, size_t j, const struct step *from)
{
    const via_lattice *lat = walk->lat;

    for (int s = 0; s < VIA_N_STATES; s++) {
        if (from[s].score == -INFINITY)
            continue;
        if (s != VIA_STATE_TGT && i < lat->n_src && via_lattice_holds(lat, i + 1, j)) {
            const via_null_score *null = &lat->src_null[i];
            double score = from[s].score + (s == VIA_STATE_SRC ? null->more : null->open);

            improve(walk, via_lattice_cell(lat, i + 1, j), VIA_STATE_SRC, score, 1, 0,
                    (enum via_state)s);
        }
        if (j < lat->n_tgt && via_lattice_holds(lat, i, j + 1)) {
            const via_null_score *null = &lat->tgt_null[j];
            double score = from[s].score + (s == VIA_STATE_TGT ? null->more : null->open);

            improve(walk, via_lattice_cell(lat, i, j + 1), VIA_STATE_TGT, score, 0, 1,
                    (enum via_state)s);
        }
    }
}

static void push_step(struct walk *walk, size_t i, size_t j)
{
    const via_lattice *lat = walk->lat;
    size_t c = via_lattice_cell(lat, i, j);
    const struct step *from = walk->steps[c];
    enum via_state best = best_state(from);

    if (from[best].score == -INFINITY)
        return;
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];

        improve(walk, via_lattice_cell(lat, i + cand->n_src, j + cand->n_tgt),
                VIA_STATE_BEAD, from[best].score + cand->score, cand->n_src,
                cand->n_tgt, best);
    }
    push_nulls(walk, i, j, from);
}

/* Walks back from the last corner; beads come out last first. */
static size_t trace(const struct walk *walk, via_bead *beads)
{
    const via_lattice *lat = walk->lat;
    size_t i = lat->n_src, j = lat->n_tgt, n_beads = 0;
    enum via_state state = best_state(walk->steps[lat->n_cells - 1]);

    while (i > 0 || j > 0) {
        const struct step *step = &walk->steps[via_lattice_cell(lat, i, j)][state];

        beads[n_beads++] =
            (via_bead){i - step->n_src, i, j - step->n_tgt, j, 0.0, 0.0};
        i -= step->n_src;
        j -= step->n_tgt;
        state = (enum via_state)step->before;
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
static void find_null_posteriors(const via_lattice *lat, double *src, double *tgt)
{
    for (size_t i = 0; i < lat->n_src; i++)
        src[i] = 1.0;
    for (size_t j = 0; j < lat->n_tgt; j++)
        tgt[j] = 1.0;
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            size_t c = via_lattice_cell(lat, i, j);

            for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
                const via_candidate *cand = &lat->candidates[k];
                double p = via_lattice_posterior(lat, i, j, cand);

                for (size_t a = 0; a < cand->n_src; a++)
                    src[i + a] -= p;
                for (size_t b = 0; b < cand->n_tgt; b++)
                    tgt[j + b] -= p;
            }
        }
    }
}

static void rate_bead(const via_lattice *lat, const double *src_null,
                      const double *tgt_null, via_bead *bead)
{
    size_t n_src = bead->src_end - bead->src_begin;
    size_t n_tgt = bead->tgt_end - bead->tgt_begin;
    size_t c = via_lattice_cell(lat, bead->src_begin, bead->tgt_begin);

    if (n_src == 0 || n_tgt == 0) {
        double p = n_src ? src_null[bead->src_begin] : tgt_null[bead->tgt_begin];

        bead->confidence = p > 0.0 ? p : 0.0;
        return;
    }
    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];

        if (cand->n_src != n_src || cand->n_tgt != n_tgt)
            continue;
        bead->score = cand->score;
        bead->confidence =
            via_lattice_posterior(lat, bead->src_begin, bead->tgt_begin, cand);
    }
}

via_status via_lattice_best(const via_lattice *lat, via_arena *arena, via_ladder **out,
                            via_error *err)
{
    struct walk walk = {lat, via_arena_array(arena, lat->n_cells, sizeof *walk.steps)};
    double *src_null = via_arena_array(arena, lat->n_src, sizeof *src_null);
    double *tgt_null = via_arena_array(arena, lat->n_tgt, sizeof *tgt_null);
    via_ladder *ladder = calloc(1, sizeof *ladder);

    *out = NULL;
    if (ladder)
        ladder->beads = calloc(lat->n_src + lat->n_tgt + 1, sizeof *ladder->beads);
    if (!walk.steps || !src_null || !tgt_null || !ladder || !ladder->beads) {
        via_ladder_free(ladder);
        return via_fail_memory(err);
    }
    for (size_t c = 0; c < lat->n_cells; c++) {
        for (int s = 0; s < VIA_N_STATES; s++)
            walk.steps[c][s].score = -INFINITY;
    }
    walk.steps[0][VIA_STATE_BEAD].score = 0.0;
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++)
            push_step(&walk, i, j);
    }
    ladder->n_beads = trace(&walk, ladder->beads);
    find_null_posteriors(lat, src_null, tgt_null);
    for (size_t b = 0; b < ladder->n_beads; b++)
        rate_bead(lat, src_null, tgt_null, &ladder->beads[b]);
    *out = ladder;
    return VIA_OK;
}
