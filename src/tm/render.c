/* Rendering: aligned pairs as the bytes of a memory. */
#include "tm/render.h"

#include "tm/jsonl.h"
#include "tm/lines.h"
#include "tm/tmx.h"

void via_tm_render_head(const via_tm_spec *spec, size_t part, via_buffer *out)
{
    if (spec->opt->format == VIA_FORMAT_TMX)
        via_tmx_head(spec, out);
}

void via_tm_render_tail(const via_tm_spec *spec, size_t part, via_buffer *out)
{
    if (spec->opt->format == VIA_FORMAT_TMX)
        via_tmx_tail(out);
}

/* Returns whether a bead and the next have changed places in the target. */
static bool are_swapped(const via_ladder *ladder, size_t bead)
{
    const via_bead *first = &ladder->beads[bead], *second = first + 1;

    return bead + 1 < ladder->n_beads && second->tgt_begin < first->tgt_begin;
}

/* Returns whether a bead is what the one before it skips, or, where that skips two, the
 * other one does. */
static bool is_skipped(const via_ladder *ladder, size_t bead)
{
    const via_bead *at = &ladder->beads[bead];

    return bead > 0 &&
           (at[-1].src_end > at->src_begin || at[-1].tgt_end > at->tgt_begin);
}

/* Rungs only climb: two beads that are swapped, or a bead and what it skips, lie
 * between one rung and the next. */
static void render_rung(const via_ladder *ladder, size_t bead, via_buffer *out)
{
    const via_bead *first = &ladder->beads[bead], *second = first + 1;

    if (is_skipped(ladder, bead))
        return;
    if (are_swapped(ladder, bead))
        via_lines_rung(first->src_begin, second->tgt_begin,
                       first->score + second->score, out);
    else
        via_lines_rung(first->src_begin, first->tgt_begin, first->score, out);
}

static void render_unit(const via_tm_spec *spec, size_t part, const via_unit *unit,
                        via_buffer *out)
{
    switch (spec->opt->format) {
    case VIA_FORMAT_TMX:
        via_tmx_unit(spec, unit, out);
        break;
    case VIA_FORMAT_TSV:
        via_lines_tsv(unit, out);
        break;
    case VIA_FORMAT_BEADS:
        via_lines_beads(unit, out);
        break;
    case VIA_FORMAT_LADDER:
        break; /* rungs are of the ladder, not of units */
    case VIA_FORMAT_SPANS:
        via_lines_spans(unit, out);
        break;
    case VIA_FORMAT_JSONL:
        via_jsonl_unit(unit, out);
        break;
    case VIA_FORMAT_MOSES:
        via_lines_moses(part == 0 ? &unit->src : &unit->tgt, out);
        break;
    }
}

static void render_last_rung(via_pair pair, via_buffer *out)
{
    size_t n_src, n_tgt;

    via_doc_segments(pair.src, &n_src);
    via_doc_segments(pair.tgt, &n_tgt);
    via_lines_rung(n_src, n_tgt, 0.0, out);
}

/* Beads and ladder say where everything went, so they leave nothing out. */
static bool is_complete(via_format format)
{
    return format == VIA_FORMAT_BEADS || format == VIA_FORMAT_LADDER;
}

/* Spans say it as well, but for what is not likely enough. */
static bool is_kept(const via_tm_options *opt, const via_unit *unit)
{
    if (is_complete(opt->format))
        return via_unit_is_full(unit);
    if (opt->format == VIA_FORMAT_SPANS)
        return via_unit_is_full(unit) && unit->bead->confidence >= opt->min_confidence;
    return via_unit_is_kept(unit, opt->min_confidence);
}

size_t via_tm_render_pair(const via_tm_spec *spec, size_t part, via_pair pair,
                          const via_ladder *ladder, via_buffer *out)
{
    const via_tm_options *opt = spec->opt;
    size_t n_units = 0;

    for (size_t i = 0; i < ladder->n_beads; i++) {
        via_unit unit = via_unit_of(pair, ladder, i);
        bool is_unit = is_kept(opt, &unit);

        n_units += is_unit;
        if (is_unit || is_complete(opt->format))
            render_unit(spec, part, &unit, out);
        if (opt->format == VIA_FORMAT_LADDER)
            render_rung(ladder, i, out);
    }
    if (opt->format == VIA_FORMAT_LADDER)
        render_last_rung(pair, out);
    return n_units;
}
