/* Multi: units of two languages or more, as the lines of a memory. */
#include "tm/multi.h"

#include "io/number.h"
#include "markup/json.h"
#include "markup/xml.h"
#include "tm/lines.h"
#include "tm/tmx.h"
#include "tm/unit.h"

#include <string.h>

/* How many elements are open around a unit: tmx and body. */
#define UNIT_DEPTH 2

bool via_multi_can(via_format format)
{
    return format == VIA_FORMAT_TMX || format == VIA_FORMAT_TSV ||
           format == VIA_FORMAT_JSONL;
}

void via_multi_head(const via_multi_spec *spec, via_buffer *out)
{
    via_tm_spec shared = {spec->opt, spec->langs[0], spec->langs[0]};

    if (spec->opt->format == VIA_FORMAT_TMX)
        via_tmx_head(&shared, out);
    if (spec->opt->format != VIA_FORMAT_TSV)
        return;
    for (size_t l = 0; l < spec->n_langs; l++)
        via_buffer_format(out, "%s\t", spec->langs[l]);
    via_buffer_append_text(out, "confidence\n");
}

void via_multi_tail(const via_multi_spec *spec, via_buffer *out)
{
    if (spec->opt->format == VIA_FORMAT_TMX)
        via_tmx_tail(out);
}

/* ---- TMX ----------------------------------------------------------------- */

static void add_prop(via_xml *xml, const char *type, const char *bytes, size_t n_bytes)
{
    via_xml_open(xml, "prop");
    via_xml_attribute(xml, "type", type);
    via_xml_text(xml, bytes, n_bytes);
    via_xml_close(xml, "prop");
}

static void add_text(const via_multi_spec *spec, const via_multi_text *text,
                     via_xml *xml)
{
    char code[VIA_LANG_BYTES];

    via_tm_lang(spec->opt, text->lang, code);
    via_xml_open(xml, "tuv");
    via_xml_attribute(xml, "xml:lang", code);
    add_prop(xml, "source-document", text->document, strlen(text->document));
    via_xml_open(xml, "seg");
    via_xml_text(xml, text->text, text->n_bytes);
    via_xml_close(xml, "seg");
    via_xml_close(xml, "tuv");
}

/* A unit whose pivot is not that of the memory says so itself. */
static void render_tmx(const via_multi_spec *spec, const via_multi_unit *unit,
                       via_buffer *out)
{
    via_xml xml = {out, UNIT_DEPTH, false, false};
    via_buffer figure = VIA_BUFFER_INIT;
    char code[VIA_LANG_BYTES];

    via_xml_open(&xml, "tu");
    if (strcmp(unit->texts[0].lang, spec->langs[0]) != 0) {
        via_tm_lang(spec->opt, unit->texts[0].lang, code);
        via_xml_attribute(&xml, "srclang", code);
    }
    via_append_decimal(&figure, unit->confidence, VIA_TM_DECIMALS);
    add_prop(&xml, "score-vialign", figure.bytes, figure.n_bytes);
    out->has_failed |= figure.has_failed;
    via_buffer_clear(&figure);
    for (size_t i = 0; i < unit->n_texts; i++)
        add_text(spec, &unit->texts[i], &xml);
    via_xml_close(&xml, "tu");
}

/* ---- Lines --------------------------------------------------------------- */

static void render_tsv(const via_multi_spec *spec, const via_multi_unit *unit,
                       via_buffer *out)
{
    for (size_t l = 0; l < spec->n_langs; l++) {
        for (size_t i = 0; i < unit->n_texts; i++) {
            if (strcmp(unit->texts[i].lang, spec->langs[l]) == 0)
                via_buffer_append(out, unit->texts[i].text, unit->texts[i].n_bytes);
        }
        via_buffer_append_char(out, '\t');
    }
    via_append_decimal(out, unit->confidence, VIA_TM_DECIMALS);
    via_buffer_append_char(out, '\n');
}

static void add_segs(via_json *json, const via_multi_text *text)
{
    via_json_begin_array(json, text->lang);
    for (size_t i = 0; i < text->n_segs; i++)
        via_json_integer(json, NULL, (int64_t)text->segs[i]);
    via_json_end(json);
}

static void render_jsonl(const via_multi_unit *unit, via_buffer *out)
{
    via_json *json = via_json_new();
    const char *pivot = unit->texts[0].lang;

    if (!json) {
        out->has_failed = true;
        return;
    }
    via_json_text(json, "pivot", pivot, strlen(pivot));
    via_json_begin_object(json, "texts");
    for (size_t i = 0; i < unit->n_texts; i++)
        via_json_text(json, unit->texts[i].lang, unit->texts[i].text,
                      unit->texts[i].n_bytes);
    via_json_end(json);
    via_json_decimal(json, "confidence", unit->confidence, VIA_TM_DECIMALS);
    via_json_begin_object(json, "documents");
    for (size_t i = 0; i < unit->n_texts; i++)
        via_json_text(json, unit->texts[i].lang, unit->texts[i].document,
                      strlen(unit->texts[i].document));
    via_json_end(json);
    via_json_text(json, "article", unit->article, strlen(unit->article));
    via_json_begin_object(json, "segments");
    for (size_t i = 0; i < unit->n_texts; i++)
        add_segs(json, &unit->texts[i]);
    via_json_end(json);
    if (via_json_append(json, VIA_JSON_LINE, out, NULL) != VIA_OK)
        out->has_failed = true;
    via_json_free(json);
}

void via_multi_render(const via_multi_spec *spec, const via_multi_unit *unit,
                      via_buffer *out)
{
    if (spec->opt->format == VIA_FORMAT_TMX)
        render_tmx(spec, unit, out);
    else if (spec->opt->format == VIA_FORMAT_TSV)
        render_tsv(spec, unit, out);
    else
        render_jsonl(unit, out);
}

void via_multi_join(const char *lang, const char *text, size_t n_bytes, via_buffer *out)
{
    if (out->n_bytes && n_bytes && via_line_needs_space(lang, out, text[0]))
        via_buffer_append_char(out, ' ');
    via_buffer_append(out, text, n_bytes);
}
