/* TMX 1.4: the exchange format of translation memories.
 *
 * The order of elements and the attributes of the header are those of tmx14.dtd. No
 * DOCTYPE is written, since readers would look for the DTD beside the file. */
#include "tm/tmx.h"

#include "io/number.h"
#include "markup/xml.h"
#include "tm/lines.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How many elements are open around a unit: tmx and body. */
#define UNIT_DEPTH 2

/* The end of the year 9999, the last that the format of dates can hold. */
#define EPOCH_MAX 253402300799LL

/* Formats SOURCE_DATE_EPOCH as TMX wants it; false if it is not there or no number. */
static bool find_date(char *date, size_t n_bytes)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    struct tm utc;

    if (!epoch || !*epoch || epoch[strspn(epoch, "0123456789")] || strlen(epoch) > 12)
        return false;
    long long seconds = strtoll(epoch, NULL, 10);
    time_t when = (time_t)seconds;
    return seconds <= EPOCH_MAX && gmtime_r(&when, &utc) &&
           strftime(date, n_bytes, "%Y%m%dT%H%M%SZ", &utc);
}

void via_tmx_head(const via_tm_spec *spec, via_buffer *out)
{
    via_xml xml = {out, 0, false, false};
    char code[VIA_LANG_BYTES], date[32];

    via_tm_lang(spec->opt, spec->src_lang, code);
    via_buffer_append_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    via_xml_open(&xml, "tmx");
    via_xml_attribute(&xml, "version", "1.4");
    via_xml_open(&xml, "header");
    via_xml_attribute(&xml, "creationtool", "vialign");
    via_xml_attribute(&xml, "creationtoolversion", via_version());
    via_xml_attribute(&xml, "segtype", "sentence");
    via_xml_attribute(&xml, "o-tmf", "vialign");
    via_xml_attribute(&xml, "adminlang", "en");
    via_xml_attribute(&xml, "srclang", code);
    via_xml_attribute(&xml, "datatype", "plaintext");
    if (find_date(date, sizeof date))
        via_xml_attribute(&xml, "creationdate", date);
    via_xml_close(&xml, "header");
    via_xml_open(&xml, "body");
    via_buffer_append_text(out, ">\n");
}

void via_tmx_tail(via_buffer *out)
{
    via_xml xml = {out, UNIT_DEPTH, false, false};

    via_xml_close(&xml, "body");
    via_xml_close(&xml, "tmx");
}

static void add_prop(via_xml *xml, const char *type, const char *bytes, size_t n_bytes)
{
    via_xml_open(xml, "prop");
    via_xml_attribute(xml, "type", type);
    via_xml_text(xml, bytes, n_bytes);
    via_xml_close(xml, "prop");
}

static void add_side(via_xml *xml, const via_side *side, const char *code)
{
    const char *name = via_doc_name(side->doc);
    via_buffer text = VIA_BUFFER_INIT;

    via_side_text(side, &text);
    xml->out->has_failed |= text.has_failed;
    via_xml_open(xml, "tuv");
    via_xml_attribute(xml, "xml:lang", code);
    add_prop(xml, "source-document", name, strlen(name));
    via_xml_open(xml, "seg");
    via_xml_text(xml, text.bytes, text.n_bytes);
    via_xml_close(xml, "seg");
    via_xml_close(xml, "tuv");
    via_buffer_clear(&text);
}

void via_tmx_unit(const via_tm_spec *spec, const via_unit *unit, via_buffer *out)
{
    via_xml xml = {out, UNIT_DEPTH, false, false};
    char code[VIA_LANG_BYTES];
    via_buffer figures = VIA_BUFFER_INIT;

    via_xml_open(&xml, "tu");
    via_buffer_format(&figures, "%zu-%zu", unit->src.n_full, unit->tgt.n_full);
    add_prop(&xml, "type", figures.bytes, figures.n_bytes);
    figures.n_bytes = 0;
    via_append_decimal(&figures, unit->bead->confidence, VIA_TM_DECIMALS);
    add_prop(&xml, "score-vialign", figures.bytes, figures.n_bytes);
    out->has_failed |= figures.has_failed;
    via_buffer_clear(&figures);

    via_tm_lang(spec->opt, spec->src_lang, code);
    add_side(&xml, &unit->src, code);
    via_tm_lang(spec->opt, spec->tgt_lang, code);
    add_side(&xml, &unit->tgt, code);
    via_xml_close(&xml, "tu");
}
