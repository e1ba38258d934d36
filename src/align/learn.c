/* Learning: what many pairs of documents teach the aligner before it aligns them.
 *
 * First all is counted that needs no alignment: how rare keys are, how lines end,
 * totals of sizes. Then, pass by pass, the pairs are aligned with what is known, and
 * beads that are more likely right than wrong teach lengths and joint events. The
 * work is spread over items; sums are made in item order on one thread. */
#include "align/aligner.h"

#include "base/parallel.h"
#include "base/status.h"
#include "evidence/lexicon_learn.h"

#include <stdlib.h>

/* A bead below this teaches nothing. */
#define TRUST_MIN 0.5

struct pupil {
    via_arena *arena; /* holds both sides through all passes */
    const via_side *src, *tgt;
    via_ladder *ladder;         /* of the last pass */
    via_trail trail;            /* the same */
    const via_matches *matches; /* by what all documents hold */
    via_status status;
    via_error err;
};

struct school {
    const via_aligner *aligner;
    const via_pair *pairs;
    struct pupil *pupils;
    size_t n_pairs;
};

static void prepare_one(void *data, size_t item, size_t worker)
{
    struct school *school = data;
    const via_knowledge *know = &school->aligner->know;
    struct pupil *pupil = &school->pupils[item];
    (void)worker;

    pupil->arena = via_arena_new();
    if (!pupil->arena) {
        pupil->status = via_fail_memory(&pupil->err);
        return;
    }
    pupil->status = via_side_new(school->pairs[item].src, know->src_finder,
                                 pupil->arena, &pupil->src, &pupil->err);
    if (pupil->status == VIA_OK)
        pupil->status = via_side_new(school->pairs[item].tgt, know->tgt_finder,
                                     pupil->arena, &pupil->tgt, &pupil->err);
}

/* Keys are counted once, so that their matches stay for all passes. */
static via_status match_keys(const via_knowledge *know, struct pupil *pupil)
{
    via_matches *matches = via_arena_alloc(pupil->arena, sizeof *matches);

    if (!matches)
        return via_fail_memory(&pupil->err);
    pupil->matches = matches;
    return via_matches_new(know, pupil->src, pupil->tgt, pupil->arena, matches,
                           &pupil->err);
}

static void align_one(void *data, size_t item, size_t worker)
{
    struct school *school = data;
    struct pupil *pupil = &school->pupils[item];
    via_lattice *lat = NULL;
    via_arena *arena = via_arena_new();
    (void)worker;

    via_ladder_free(pupil->ladder);
    pupil->ladder = NULL;
    pupil->status = arena ? VIA_OK : via_fail_memory(&pupil->err);
    if (pupil->status == VIA_OK && !pupil->matches)
        pupil->status = match_keys(&school->aligner->know, pupil);
    via_sides sides = {.src = pupil->src,
                       .tgt = pupil->tgt,
                       .locks = school->pairs[item].locks,
                       .trail = &pupil->trail,
                       .matches = pupil->matches};
    if (pupil->status == VIA_OK)
        pupil->status =
            via_aligner_lattice(school->aligner, sides, arena, &lat, &pupil->err);
    if (pupil->status == VIA_OK)
        pupil->status = via_lattice_best(lat, arena, &pupil->ladder, &pupil->err);
    if (pupil->status == VIA_OK)
        pupil->status = via_trail_find(lat, pupil->arena, &pupil->trail, &pupil->err);
    via_arena_free(arena);
}

static via_status first_failure(const struct school *school, via_error *err)
{
    for (size_t p = 0; p < school->n_pairs; p++) {
        const struct pupil *pupil = &school->pupils[p];

        if (pupil->status != VIA_OK)
            return via_fail(err, pupil->status, "%s", pupil->err.message);
    }
    return VIA_OK;
}

/* ---- What needs no alignment --------------------------------------------- */

static double total_size(const via_side *side, const via_size_weights *weights)
{
    double total = 0.0;

    for (size_t i = 0; i < side->n_segs; i++)
        total += via_size_of(&side->counts[i], weights);
    return total;
}

static via_status count_all(via_knowledge *know, const struct school *school,
                            via_error *err)
{
    double src_total = 0.0, tgt_total = 0.0;
    via_size_weights src = know->lengths.src, tgt = know->lengths.tgt;

    for (size_t p = 0; p < school->n_pairs; p++) {
        const struct pupil *pupil = &school->pupils[p];

        if (!via_knowledge_count(know, pupil->src, pupil->tgt))
            return via_fail_memory(err);
        src_total += total_size(pupil->src, &src);
        tgt_total += total_size(pupil->tgt, &tgt);
    }
    if (!know->has_model)
        via_lengths_start(&know->lengths, &src, &tgt, src_total, tgt_total);
    via_knowledge_settle(know);
    return VIA_OK;
}

/* ---- What trusted beads teach -------------------------------------------- */

static via_size_counts sum_counts(const via_side *side, size_t begin, size_t end)
{
    via_size_counts sum = {{0}};

    for (size_t i = begin; i < end; i++) {
        for (int class = 0; class < VIA_SIZE_N_CLASSES; class ++) {
            unsigned n = sum.n[class] + side->counts[i].n[class];

            sum.n[class] = (uint16_t)(n < UINT16_MAX ? n : UINT16_MAX);
        }
    }
    return sum;
}

static bool is_trusted(const via_bead *bead)
{
    return bead->confidence >= TRUST_MIN && bead->src_end > bead->src_begin &&
           bead->tgt_end > bead->tgt_begin;
}

static size_t count_trusted(const struct school *school)
{
    size_t n = 0;

    for (size_t p = 0; p < school->n_pairs; p++) {
        const via_ladder *ladder = school->pupils[p].ladder;

        for (size_t b = 0; b < ladder->n_beads; b++)
            n += is_trusted(&ladder->beads[b]);
    }
    return n;
}

static void trust_pupil(via_knowledge *know, const struct pupil *pupil,
                        via_length_sample *samples, size_t *n_samples)
{
    for (size_t b = 0; b < pupil->ladder->n_beads; b++) {
        const via_bead *bead = &pupil->ladder->beads[b];

        if (!is_trusted(bead) || pupil->src->shapes[bead->src_begin].is_wordless)
            continue;
        via_knowledge_trust(know, pupil->src, pupil->tgt, bead);
        samples[(*n_samples)++] =
            (via_length_sample){sum_counts(pupil->src, bead->src_begin, bead->src_end),
                                sum_counts(pupil->tgt, bead->tgt_begin, bead->tgt_end),
                                (float)bead->confidence};
    }
}

static via_status learn_from_ladders(via_knowledge *know, const struct school *school,
                                     via_error *err)
{
    size_t n_samples = 0;
    via_length_sample *samples = calloc(count_trusted(school) + 1, sizeof *samples);

    if (!samples)
        return via_fail_memory(err);
    via_knowledge_forget_trust(know);
    for (size_t p = 0; p < school->n_pairs; p++)
        trust_pupil(know, &school->pupils[p], samples, &n_samples);
    via_lengths_learn(&know->lengths, samples, n_samples);
    via_knowledge_settle(know);
    free(samples);
    return VIA_OK;
}

/* Learns the lexicon from the ladders of the last pass; before the first, all that is
 * known is the prior. */
static via_status learn_lexicon(via_knowledge *know, const struct school *school,
                                bool has_ladders, size_t n_workers, via_error *err)
{
    size_t n_texts = has_ladders ? school->n_pairs : 0;
    via_lexicon_text *texts = calloc(n_texts + 1, sizeof *texts);
    via_lexicon *lexicon = NULL;

    if (!texts)
        return via_fail_memory(err);
    for (size_t p = 0; p < n_texts; p++) {
        const struct pupil *pupil = &school->pupils[p];

        texts[p] = (via_lexicon_text){pupil->src, pupil->tgt, pupil->ladder->beads,
                                      pupil->ladder->n_beads};
    }
    via_status st = via_lexicon_learn(texts, n_texts, know->prior, know->prior_scale,
                                      n_workers, &lexicon, err);
    free(texts);
    if (st != VIA_OK)
        return st;
    via_lexicon_free(know->lexicon);
    know->lexicon = lexicon;
    return VIA_OK;
}

/* ---- The whole ----------------------------------------------------------- */

static via_status open_school(struct school *school, size_t n_workers, via_error *err)
{
    school->pupils = calloc(school->n_pairs + 1, sizeof *school->pupils);
    if (!school->pupils)
        return via_fail_memory(err);
    via_parallel_for(school->n_pairs, n_workers, prepare_one, school);
    return first_failure(school, err);
}

static void close_school(struct school *school)
{
    for (size_t p = 0; school->pupils && p < school->n_pairs; p++) {
        via_ladder_free(school->pupils[p].ladder);
        via_arena_free(school->pupils[p].arena);
    }
    free(school->pupils);
}

static via_status learn_all(via_knowledge *know, const struct school *school,
                            size_t n_workers, via_error *err)
{
    via_status st = learn_from_ladders(know, school, err);

    return st == VIA_OK ? learn_lexicon(know, school, true, n_workers, err) : st;
}

/* What was found in the documents is of use when they are aligned: most that are
 * learned from are. If there is no memory it is found again. */
static void keep_sides(via_aligner *aligner, const struct school *school)
{
    via_kept_sides_clear(&aligner->kept);
    if (!via_kept_sides_init(&aligner->kept, school->n_pairs))
        return;
    for (size_t p = 0; p < school->n_pairs; p++) {
        struct pupil *pupil = &school->pupils[p];

        via_kept_sides_take(
            &aligner->kept, pupil->src, pupil->tgt,
            (via_kept_pair){pupil->trail, pupil->matches, pupil->arena});
        pupil->arena = NULL;
    }
    via_kept_sides_settle(&aligner->kept);
}

via_status via_aligner_learn(via_aligner *aligner, const via_pair *pairs,
                             size_t n_pairs, size_t n_workers, via_error *err)
{
    via_knowledge *know = &aligner->know;
    struct school school = {aligner, pairs, NULL, n_pairs};

    if (via_aligner_is_frozen(aligner))
        return learn_lexicon(know, &school, false, n_workers, err);
    via_status st = open_school(&school, n_workers, err);
    if (st == VIA_OK)
        st = count_all(know, &school, err);
    if (st == VIA_OK && know->prior)
        st = learn_lexicon(know, &school, false, n_workers, err);
    for (unsigned pass = 1; st == VIA_OK && pass < aligner->opt.n_passes; pass++) {
        via_parallel_for(n_pairs, n_workers, align_one, &school);
        st = first_failure(&school, err);
        if (st == VIA_OK)
            st = learn_all(know, &school, n_workers, err);
    }
    if (st == VIA_OK)
        keep_sides(aligner, &school);
    close_school(&school);
    return st;
}

/* The ladder of texts whose lines are translations. */
static via_status assume_lines(struct pupil *pupil, via_error *err)
{
    const via_side *src = pupil->src, *tgt = pupil->tgt;
    via_ladder *ladder = calloc(1, sizeof *ladder);

    pupil->ladder = ladder;
    if (ladder)
        ladder->beads = calloc(src->n_segs + 1, sizeof *ladder->beads);
    if (!ladder || !ladder->beads)
        return via_fail_memory(err);
    if (src->n_segs != tgt->n_segs)
        return via_fail(err, VIA_E_FORMAT, "%s: expected %zu lines as in %s, not %zu",
                        via_doc_name(tgt->doc), src->n_segs, via_doc_name(src->doc),
                        tgt->n_segs);
    for (size_t i = 0; i < src->n_segs; i++) {
        if (!src->shapes[i].is_empty && !tgt->shapes[i].is_empty)
            ladder->beads[ladder->n_beads++] = (via_bead){i, i + 1, i, i + 1, 1.0, 0.0};
    }
    return VIA_OK;
}

via_status via_aligner_learn_lines(via_aligner *aligner, const via_pair *pairs,
                                   size_t n_pairs, size_t n_workers, via_error *err)
{
    struct school school = {aligner, pairs, NULL, n_pairs};
    via_status st = open_school(&school, n_workers, err);

    if (st == VIA_OK)
        st = count_all(&aligner->know, &school, err);
    for (size_t p = 0; st == VIA_OK && p < n_pairs; p++)
        st = assume_lines(&school.pupils[p], err);
    if (st == VIA_OK)
        st = learn_all(&aligner->know, &school, n_workers, err);
    close_school(&school);
    return st;
}
