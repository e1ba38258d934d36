/* Lines: formats that give a bead one line of plain text. */
#include "tm/lines.h"

#include "io/number.h"

void via_lines_tsv(const via_unit *unit, via_buffer *out)
{
    via_side_text(&unit->src, out);
    via_buffer_append_char(out, '\t');
    via_side_text(&unit->tgt, out);
    via_buffer_append_char(out, '\t');
    via_append_decimal(out, unit->bead->confidence, VIA_TM_DECIMALS);
    via_buffer_append_char(out, '\n');
}

void via_lines_moses(const via_side *side, via_buffer *out)
{
    via_side_text(side, out);
    via_buffer_append_char(out, '\n');
}

static void append_span(const via_side *side, via_buffer *out)
{
    size_t n_segs;
    const via_segment *segs = via_doc_segments(side->doc, &n_segs);

    via_append_count(out, segs[side->begin].src_begin);
    via_buffer_append_char(out, '\t');
    via_append_count(out, segs[side->end - 1].src_end);
    via_buffer_append_char(out, '\t');
}

void via_lines_spans(const via_unit *unit, via_buffer *out)
{
    append_span(&unit->src, out);
    append_span(&unit->tgt, out);
    via_append_decimal(out, unit->bead->confidence, VIA_TM_DECIMALS);
    via_buffer_append_char(out, '\n');
}

static void append_list(const via_side *side, via_buffer *out)
{
    bool is_first = true;

    via_buffer_append_char(out, '[');
    for (size_t i = side->begin; i < side->end; i++) {
        if (!via_side_holds(side, i))
            continue;
        if (!is_first)
            via_buffer_append_char(out, ',');
        via_append_count(out, i);
        is_first = false;
    }
    via_buffer_append_char(out, ']');
}

void via_lines_beads(const via_unit *unit, via_buffer *out)
{
    if (!unit->src.n_full && !unit->tgt.n_full)
        return;
    append_list(&unit->src, out);
    via_buffer_append_char(out, ':');
    append_list(&unit->tgt, out);
    via_buffer_append_char(out, ':');
    via_append_decimal(out, unit->bead->confidence, VIA_TM_DECIMALS);
    via_buffer_append_char(out, '\n');
}

void via_lines_rung(size_t src, size_t tgt, double score, via_buffer *out)
{
    via_append_count(out, src);
    via_buffer_append_char(out, '\t');
    via_append_count(out, tgt);
    via_buffer_append_char(out, '\t');
    via_append_decimal(out, score, VIA_TM_DECIMALS);
    via_buffer_append_char(out, '\n');
}
