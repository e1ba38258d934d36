/* Aligner: what a pair of languages knows, and how it learns it. */
#include "align/aligner.h"

#include "align/anchors.h"
#include "align/scout.h"
#include "align/skips.h"
#include "base/status.h"

#include <stdlib.h>

/* Rounds of learning if nobody says, without a model and with one. */
#define PASSES       3
#define PASSES_MODEL 1

via_status via_aligner_new(const char *src_lang, const char *tgt_lang,
                           const via_align_options *opt, via_aligner **out,
                           via_error *err)
{
    return via_aligner_new_spelled(src_lang, tgt_lang, opt, NULL, out, err);
}

via_status via_aligner_new_spelled(const char *src_lang, const char *tgt_lang,
                                   const via_align_options *opt,
                                   via_spellings *spellings, via_aligner **out,
                                   via_error *err)
{
    via_aligner *aligner = calloc(1, sizeof *aligner);

    *out = NULL;
    if (!aligner)
        return via_fail_memory(err);
    aligner->opt = *opt;
    if (!opt->n_passes)
        aligner->opt.n_passes = opt->model_path ? PASSES_MODEL : PASSES;
    via_status st =
        via_knowledge_init(&aligner->know, src_lang, tgt_lang, opt, spellings, err);
    if (st != VIA_OK) {
        free(aligner);
        return st;
    }
    *out = aligner;
    return VIA_OK;
}

bool via_aligner_is_frozen(const via_aligner *aligner)
{
    return aligner->know.has_model && aligner->opt.n_passes == 1;
}

void via_aligner_free(via_aligner *aligner)
{
    if (!aligner)
        return;
    via_knowledge_clear(&aligner->know);
    via_kept_sides_clear(&aligner->kept);
    free(aligner);
}

void via_ladder_free(via_ladder *ladder)
{
    if (!ladder)
        return;
    free(ladder->beads);
    free(ladder->anchors);
    free(ladder);
}

static via_status narrow(via_evidence *ev, bool is_whole, via_band *band,
                         via_arena *arena, via_error *err)
{
    if (is_whole && band->first[band->n_rows] <= VIA_WHOLE_CELLS_MAX)
        return VIA_OK;
    via_status st = via_scout_narrow(ev, band, arena, err);
    if (is_whole) {
        band->is_open = NULL;
        band->before = band->behind = NULL;
    }
    return st;
}

via_status via_aligner_lattice(const via_aligner *aligner, via_sides sides,
                               via_arena *arena, via_lattice **out, via_error *err)
{
    via_evidence *ev = NULL;
    via_band band;

    *out = NULL;
    via_status st = via_evidence_new(&aligner->know, sides.src, sides.tgt,
                                     sides.matches, arena, &ev, err);
    if (st == VIA_OK) {
        ev->locks = sides.locks;
        st = sides.trail && sides.trail->n_rows
                 ? via_trail_follow(sides.trail, ev, arena, &band, err)
                 : via_band_choose(ev, arena, &band, err);
    }
    if (st == VIA_OK)
        st = narrow(ev, sides.is_whole, &band, arena, err);
    if (st == VIA_OK)
        st = via_lattice_new(ev, &band, arena, out, err);
    if (st == VIA_OK)
        st = via_lattice_sum(*out, arena, err);
    if (st == VIA_OK && sides.can_skip && !sides.src->is_fine && !sides.tgt->is_fine)
        st = via_skips_add(*out, arena, err);
    return st;
}

/* The side that learning found, with what is kept of it, or a new one. */
static via_status find_side(const via_aligner *aligner, const via_doc *doc, bool is_tgt,
                            via_arena *arena, const via_side **out,
                            const via_kept_side **kept, via_error *err)
{
    const via_knowledge *know = &aligner->know;

    *kept = via_kept_sides_find(&aligner->kept, doc, is_tgt);
    *out = *kept ? (*kept)->side : NULL;
    return *out ? VIA_OK
                : via_side_new(doc, is_tgt ? know->tgt_finder : know->src_finder, arena,
                               out, err);
}

/* Both sides, and what learning found of them. What is decided may lead elsewhere than
 * ladders ran. */
static via_status find_sides(const via_aligner *aligner, via_pair pair,
                             via_arena *arena, via_sides *out, via_error *err)
{
    const via_kept_side *src = NULL, *tgt = NULL;

    *out = (via_sides){.locks = pair.locks, .can_skip = true};
    via_status st = find_side(aligner, pair.src, false, arena, &out->src, &src, err);
    if (st == VIA_OK)
        st = find_side(aligner, pair.tgt, true, arena, &out->tgt, &tgt, err);
    const via_kept_pair *kept = via_kept_sides_pair(&aligner->kept, src, tgt);
    if (st == VIA_OK && kept) {
        out->matches = kept->matches;
        out->trail = pair.locks ? NULL : &kept->trail;
    }
    return st;
}

via_status via_align(const via_aligner *aligner, via_pair pair, via_ladder **out,
                     via_error *err)
{
    via_sides sides;
    via_lattice *lat = NULL;
    via_arena *arena = via_arena_new();

    *out = NULL;
    if (!arena)
        return via_fail_memory(err);
    via_status st = find_sides(aligner, pair, arena, &sides, err);
    if (st == VIA_OK)
        st = via_aligner_lattice(aligner, sides, arena, &lat, err);
    if (st == VIA_OK)
        st = via_lattice_best(lat, arena, out, err);
    if (st == VIA_OK)
        st = via_ladder_add_anchors(*out, &lat->ev->matches, sides.src, sides.tgt, err);
    via_arena_free(arena);
    if (st != VIA_OK) {
        via_ladder_free(*out);
        *out = NULL;
    }
    return st;
}
