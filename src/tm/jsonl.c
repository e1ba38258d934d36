/* JSON lines: all that is known of a unit, as one object a line. */
#include "tm/jsonl.h"

#include "markup/json.h"
#include "text/doc.h"
#include "text/utf8.h"
#include "tm/lines.h"

#include <string.h>

static void add_text(via_json *json, const char *key, const char *text)
{
    via_json_text(json, key, text, strlen(text));
}

static void add_span(via_json *json, const char *key, size_t begin, size_t end)
{
    via_json_begin_array(json, key);
    via_json_integer(json, NULL, (int64_t)begin);
    via_json_integer(json, NULL, (int64_t)end);
    via_json_end(json);
}

static void add_side_text(via_json *json, const char *key, const via_side *side,
                          via_buffer *scratch)
{
    scratch->n_bytes = 0;
    via_side_text(side, scratch);
    via_json_text(json, key, scratch->bytes, scratch->n_bytes);
}

static void add_side_spans(via_json *json, const char *key, const via_side *side)
{
    size_t n_segs;
    const via_segment *segs = via_doc_segments(side->doc, &n_segs);

    via_json_begin_array(json, key);
    for (size_t i = side->begin; i < side->end; i++) {
        if (via_side_holds(side, i))
            add_span(json, NULL, segs[i].src_begin, segs[i].src_end);
    }
    via_json_end(json);
}

/* ---- Anchors ------------------------------------------------------------- */

/* Returns the byte of the normalised text where code point `src_cp` of the file as
 * given went; `side` holds it. Between fixed points both go forward together. */
static size_t find_byte(const via_side *side, size_t src_cp)
{
    const via_doc *doc = side->doc;
    size_t byte = doc->segs[side->begin].begin;
    size_t at_cp = doc->segs[side->begin].src_begin;
    size_t begin = 0, end = doc->n_fixed_points;

    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;

        if (doc->fixed_points[middle].src_cp <= src_cp)
            begin = middle + 1;
        else
            end = middle;
    }
    if (begin && doc->fixed_points[begin - 1].byte > byte) {
        byte = doc->fixed_points[begin - 1].byte;
        at_cp = doc->fixed_points[begin - 1].src_cp;
    }
    size_t stop =
        begin < doc->n_fixed_points ? doc->fixed_points[begin].byte : doc->n_bytes;
    for (; at_cp < src_cp && byte < stop; at_cp++)
        via_utf8_next(doc->text, &byte);
    return byte;
}

static void add_surface(via_json *json, const char *key, const via_side *side,
                        size_t src_begin, size_t src_end)
{
    size_t begin = find_byte(side, src_begin), end = find_byte(side, src_end);

    via_json_text(json, key, side->doc->text + begin, end > begin ? end - begin : 0);
}

static void add_anchor(via_json *json, const via_unit *unit, const via_anchor *anchor)
{
    via_json_begin_object(json, NULL);
    add_text(json, "kind", anchor->kind);
    add_surface(json, "src", &unit->src, anchor->src_begin, anchor->src_end);
    add_surface(json, "tgt", &unit->tgt, anchor->tgt_begin, anchor->tgt_end);
    add_span(json, "src_span", anchor->src_begin, anchor->src_end);
    add_span(json, "tgt_span", anchor->tgt_begin, anchor->tgt_end);
    via_json_decimal(json, "score", anchor->score, VIA_TM_DECIMALS);
    via_json_end(json);
}

/* ---- The object ---------------------------------------------------------- */

static void add_type(via_json *json, const via_unit *unit, via_buffer *scratch)
{
    scratch->n_bytes = 0;
    via_buffer_format(scratch, "%zu-%zu", unit->src.n_full, unit->tgt.n_full);
    via_json_text(json, "type", scratch->bytes, scratch->n_bytes);
}

void via_jsonl_unit(const via_unit *unit, via_buffer *out)
{
    via_json *json = via_json_new();
    via_buffer scratch = VIA_BUFFER_INIT;

    if (!json) {
        out->has_failed = true;
        return;
    }
    add_side_text(json, "src", &unit->src, &scratch);
    add_side_text(json, "tgt", &unit->tgt, &scratch);
    add_side_spans(json, "src_spans", &unit->src);
    add_side_spans(json, "tgt_spans", &unit->tgt);
    add_type(json, unit, &scratch);
    via_json_decimal(json, "confidence", unit->bead->confidence, VIA_TM_DECIMALS);
    via_json_begin_array(json, "anchors");
    for (size_t i = 0; i < unit->n_anchors; i++)
        add_anchor(json, unit, &unit->anchors[i]);
    via_json_end(json);
    add_text(json, "src_doc", via_doc_name(unit->src.doc));
    add_text(json, "tgt_doc", via_doc_name(unit->tgt.doc));
    if (via_json_append(json, VIA_JSON_LINE, out, NULL) != VIA_OK || scratch.has_failed)
        out->has_failed = true;
    via_buffer_clear(&scratch);
    via_json_free(json);
}
