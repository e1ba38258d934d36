/* XML writer: elements, attributes and text, appended to a buffer.
 *
 * libxml2's xmlTextWriter was rejected: it cannot close in one piece what was opened
 * in another, writes each quotation mark in text as &quot;, and takes many
 * allocations for an element where this takes none. */
#include "markup/xml.h"

#include "markup/valid.h"
#include "text/utf8.h"

#include <assert.h>
#include <string.h>

static void indent(via_xml *xml)
{
    for (unsigned i = 0; i < xml->depth; i++)
        via_buffer_append(xml->out, "  ", 2);
}

void via_xml_open(via_xml *xml, const char *name)
{
    assert(!xml->is_in_text);
    if (xml->is_in_tag)
        via_buffer_append_text(xml->out, ">\n");
    indent(xml);
    via_buffer_append_char(xml->out, '<');
    via_buffer_append_text(xml->out, name);
    xml->depth++;
    xml->is_in_tag = true;
}

void via_xml_close(via_xml *xml, const char *name)
{
    assert(xml->depth);
    xml->depth--;
    if (xml->is_in_tag) {
        via_buffer_append_text(xml->out, "/>\n");
    } else {
        if (!xml->is_in_text)
            indent(xml);
        via_buffer_append_text(xml->out, "</");
        via_buffer_append_text(xml->out, name);
        via_buffer_append_text(xml->out, ">\n");
    }
    xml->is_in_tag = xml->is_in_text = false;
}

/* Returns what the character at `p` is written as, NULL for itself, and sets `*n` to
 * how many bytes it takes. White space in an attribute would be read as spaces, and
 * a carriage return in text as a line feed (XML 1.0, 2.11 and 3.3.3). */
static const char *escape(const char *p, const char *end, bool is_attribute, size_t *n)
{
    *n = 1;
    switch (*p) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '\r':
        return "&#13;";
    case '"':
        return is_attribute ? "&quot;" : NULL;
    case '\t':
        return is_attribute ? "&#9;" : NULL;
    case '\n':
        return is_attribute ? "&#10;" : NULL;
    case '\xef': /* U+FFFE and U+FFFF */
        *n = 3;
        return end - p >= 3 && p[1] == '\xbf' && (unsigned char)p[2] >= 0xbe ? ""
                                                                             : NULL;
    default:
        return (unsigned char)*p < 0x20 ? "" : NULL;
    }
}

static void append_escaped(via_buffer *out, const char *text, size_t n_bytes,
                           bool is_attribute)
{
    const char *end = text + n_bytes, *done = text;
    size_t n;

    for (const char *p = text; p < end; p += n) {
        const char *escaped = escape(p, end, is_attribute, &n);

        if (!escaped)
            continue;
        via_buffer_append(out, done, (size_t)(p - done));
        via_buffer_append_text(out, escaped);
        done = p + n;
    }
    via_buffer_append(out, done, (size_t)(end - done));
}

static void append(via_buffer *out, const char *bytes, size_t n_bytes,
                   bool is_attribute)
{
    via_buffer valid = VIA_BUFFER_INIT;
    size_t bad_at;

    if (via_utf8_check(bytes, n_bytes, &bad_at)) {
        append_escaped(out, bytes, n_bytes, is_attribute);
        return;
    }
    via_append_valid(&valid, bytes, n_bytes);
    if (valid.has_failed)
        out->has_failed = true;
    else
        append_escaped(out, valid.bytes, valid.n_bytes, is_attribute);
    via_buffer_clear(&valid);
}

void via_xml_attribute(via_xml *xml, const char *name, const char *value)
{
    assert(xml->is_in_tag);
    via_buffer_append_char(xml->out, ' ');
    via_buffer_append_text(xml->out, name);
    via_buffer_append_text(xml->out, "=\"");
    append(xml->out, value, strlen(value), true);
    via_buffer_append_char(xml->out, '"');
}

void via_xml_text(via_xml *xml, const char *bytes, size_t n_bytes)
{
    assert(xml->is_in_tag || xml->is_in_text);
    if (xml->is_in_tag)
        via_buffer_append_char(xml->out, '>');
    xml->is_in_tag = false;
    xml->is_in_text = true;
    append(xml->out, bytes, n_bytes, false);
}
