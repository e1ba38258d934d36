/* HTML: a page as blocks of text in reading order. The only door to libxml2.
 *
 * libxml2 tells of elements and text as it meets them, and no tree is built: its own
 * ends at 256 elements in one another and would cut a page off there. What is open is
 * kept on a stack; a block is written when something begins or ends that is no part of
 * a line.
 *
 *     <li>Lúa <b>gạo</b> <a href=…>Cần Thơ</a></li>
 *         -> "Lúa gạo Cần Thơ", an item, of which "Cần Thơ" is a link
 */
#include "markup/html.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>

#include "base/status.h"
#include "markup/html_charset.h"
#include "markup/html_tags.h"
#include "text/chars.h"
#include "text/utf8.h"

struct open {
    const via_html_tag_row *row;
    size_t element; /* the innermost that is no part of a line */
    bool is_link, is_hidden, is_written;
};

struct parse {
    via_html *page;
    htmlParserCtxt *ctxt;
    struct open stack[VIA_HTML_DEPTH_MAX];
    size_t n_open;
    via_buffer blocks, elements;      /* arrays, while they grow */
    size_t n_links, n_none, n_hidden; /* open elements of these kinds */
    via_html_block block;             /* the one that is being written */
    int32_t space, last; /* white space that waits, and the character before it */
    bool is_too_deep;
};

/* ---- Text ---------------------------------------------------------------- */

static bool is_wide(int32_t cp)
{
    via_char_class class = via_char_class_of(cp);

    return class == VIA_CHAR_HAN || class == VIA_CHAR_HIRAGANA ||
           class == VIA_CHAR_KATAKANA || (cp >= 0x3000 && cp <= 0x303f) ||
           (cp >= 0xff00 && cp <= 0xffef);
}

static size_t len_of(int32_t cp)
{
    via_char_class class = via_char_class_of(cp);

    if (class == VIA_CHAR_SPACE || class == VIA_CHAR_MARK)
        return 0;
    return is_wide(cp) ? 2 : 1;
}

/* The characters that pages of old Windows write as &#128; to &#159;, since browsers
 * read them so. */
static int32_t windows_1252(int32_t cp)
{
    static const uint16_t MEANT[32] = {
        0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
        0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
        0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
        0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

    return cp >= 0x80 && cp < 0xa0 ? MEANT[cp - 0x80] : cp;
}

static void put(via_buffer *text, int32_t cp)
{
    if (via_buffer_reserve(text, 4))
        text->n_bytes += via_utf8_put(cp, text->bytes + text->n_bytes);
}

/* A line end in the source is a space between words, but nothing between two
 * characters of Japanese or Chinese, which browsers cannot know. */
static void put_space(struct parse *parse, via_buffer *text, int32_t next)
{
    bool is_joint = parse->space == '\n' && is_wide(parse->last) && is_wide(next);

    if (parse->space && parse->last && !is_joint)
        put(text, ' ');
    parse->space = 0;
}

static void put_text(struct parse *parse, via_buffer *text, int32_t cp)
{
    bool is_space = via_char_class_of(cp) == VIA_CHAR_SPACE;

    if (is_space) {
        if (cp == '\n' || cp == '\r' || !parse->space)
            parse->space = cp == '\n' || cp == '\r' ? '\n' : ' ';
        return;
    }
    put_space(parse, text, cp);
    put(text, cp);
    parse->last = cp;
}

/* ---- Blocks -------------------------------------------------------------- */

/* The innermost element that says what kind of text it holds; in a menu all is
 * navigation, and in a button all is button. */
static via_html_kind kind_of(const struct parse *parse)
{
    via_html_kind kind = VIA_HTML_N_KINDS;

    for (size_t i = parse->n_open; i > 0; i--) {
        via_html_kind around = parse->stack[i - 1].row->kind;

        if (around == VIA_HTML_NAVIGATION || around == VIA_HTML_CONTROL)
            return around;
        if (kind == VIA_HTML_N_KINDS)
            kind = around;
    }
    return kind == VIA_HTML_N_KINDS ? VIA_HTML_PARAGRAPH : kind;
}

static size_t n_blocks(const struct parse *parse)
{
    return parse->blocks.n_bytes / sizeof parse->block;
}

static void start_block(struct parse *parse)
{
    parse->block = (via_html_block){.begin = parse->page->text.n_bytes};
    parse->space = parse->last = 0;
}

/* Ends the block that is being written, and the paragraph if it is the last of it. */
static void end_block(struct parse *parse, bool ends_paragraph)
{
    via_html *page = parse->page;
    via_html_block *block = &parse->block;

    block->end = page->text.n_bytes;
    if (block->begin == block->end) {
        via_html_block *blocks = (via_html_block *)(void *)parse->blocks.bytes;

        if (ends_paragraph && n_blocks(parse) > 0)
            blocks[n_blocks(parse) - 1].ends_paragraph = true;
    } else if (parse->n_hidden) {
        page->n_hidden++;
        page->text.n_bytes = block->begin;
    } else {
        block->kind = kind_of(parse);
        block->element = parse->n_open ? parse->stack[parse->n_open - 1].element : 0;
        block->ends_paragraph = ends_paragraph;
        via_buffer_append(&parse->blocks, (const char *)block, sizeof *block);
        via_buffer_append_char(&page->text, '\n');
    }
    start_block(parse);
}

static void on_text(void *data, const xmlChar *text, int n_bytes)
{
    struct parse *parse = data;
    via_html *page = parse->page;
    via_html_tag tag =
        parse->n_open ? parse->stack[parse->n_open - 1].row->tag : VIA_TAG_OTHER;
    bool is_title = tag == VIA_TAG_TITLE && !parse->n_none, is_pre = tag == VIA_TAG_PRE;

    if (parse->n_none)
        return;
    for (size_t at = 0; at < (size_t)n_bytes;) {
        int32_t cp = windows_1252(via_utf8_next((const char *)text, &at));

        if (is_pre && cp == '\n')
            end_block(parse, false);
        put_text(parse, is_title ? &page->title : &page->text, cp);
        if (is_title)
            continue;
        parse->block.len += len_of(cp);
        parse->block.link_len += parse->n_links ? len_of(cp) : 0;
    }
}

/* ---- Elements ------------------------------------------------------------ */

/* Appends the names in `value` as words: "boxTin-lienquan2 main" gives
 * "box tin lienquan . main". */
static void append_words(via_buffer *words, const char *value)
{
    const char *gap = words->n_bytes ? " . " : "";
    bool is_small = false;

    for (; *value; value++) {
        bool is_upper = *value >= 'A' && *value <= 'Z';
        bool is_letter = is_upper || (*value >= 'a' && *value <= 'z');

        if (strchr(" \t\r\n\f", *value))
            gap = words->n_bytes ? " . " : "";
        else if (!*gap && words->n_bytes && (!is_letter || (is_upper && is_small)))
            gap = " ";
        is_small = is_letter && !is_upper;
        if (!is_letter)
            continue;
        via_buffer_append_text(words, gap);
        via_buffer_append_char(words, (char)(*value | 0x20));
        gap = "";
    }
}

static bool says_hidden(const char *name, const char *value)
{
    if (strcasecmp(name, "hidden") == 0)
        return true;
    if (strcasecmp(name, "aria-hidden") == 0)
        return value && strcasecmp(value, "true") == 0;
    if (strcasecmp(name, "style") != 0 || !value)
        return false;
    for (; *value; value++) {
        size_t n_name = strncasecmp(value, "display", 7) == 0       ? 7
                        : strncasecmp(value, "visibility", 10) == 0 ? 10
                                                                    : 0;
        const char *at = value + n_name;

        at += strspn(at, " \t");
        if (!n_name || *at != ':')
            continue;
        at += 1 + strspn(at + 1, " \t");
        if (strncasecmp(at, "none", 4) == 0 || strncasecmp(at, "hidden", 6) == 0)
            return true;
    }
    return false;
}

static bool names_words(const char *name)
{
    return strcasecmp(name, "class") == 0 || strcasecmp(name, "id") == 0 ||
           strcasecmp(name, "role") == 0 || strcasecmp(name, "itemprop") == 0;
}

/* Reads what the attributes of an element say. A heading that is a link to itself is
 * a heading. */
static void read_attributes(const xmlChar **attributes, bool is_heading,
                            struct open *open, via_buffer *words)
{
    bool is_open_dialog = false;

    for (; attributes && *attributes; attributes += 2) {
        const char *name = (const char *)attributes[0];
        const char *value = (const char *)attributes[1];

        open->is_hidden = open->is_hidden || says_hidden(name, value);
        if (open->row->tag == VIA_TAG_A && strcasecmp(name, "href") == 0)
            open->is_link = !is_heading || !value || value[0] != '#' || !value[1];
        is_open_dialog = is_open_dialog || strcasecmp(name, "open") == 0;
        if (value && names_words(name))
            append_words(words, value);
    }
    if (open->row->tag == VIA_TAG_DIALOG && !is_open_dialog)
        open->is_hidden = true;
}

static void add_element(struct parse *parse, struct open *open, via_buffer *words)
{
    via_html_element element = {.parent = open->element,
                                .begin = n_blocks(parse),
                                .tag = open->row->tag,
                                .words = ""};

    if (words->n_bytes)
        element.words =
            via_arena_copy(parse->page->arena, words->bytes, words->n_bytes);
    if (!element.words)
        parse->elements.has_failed = true;
    open->element = parse->elements.n_bytes / sizeof element;
    open->is_written = true;
    via_buffer_append(&parse->elements, (const char *)&element, sizeof element);
}

static via_html_element *elements_of(struct parse *parse)
{
    return (via_html_element *)(void *)parse->elements.bytes;
}

static void count(struct parse *parse, const struct open *open, size_t more)
{
    parse->n_links += open->is_link ? more : 0;
    parse->n_hidden += open->is_hidden ? more : 0;
    parse->n_none += open->row->flow == VIA_FLOW_NONE ? more : 0;
}

static bool is_line_end(const via_html_tag_row *row)
{
    return row->flow == VIA_FLOW_LINE || row->flow == VIA_FLOW_BLOCK;
}

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
    struct parse *parse = data;
    struct open open = {.row = via_html_tag_find((const char *)name)};
    via_buffer words = VIA_BUFFER_INIT;

    if (parse->n_open == VIA_HTML_DEPTH_MAX) {
        parse->is_too_deep = true;
        xmlStopParser(parse->ctxt);
        return;
    }
    open.element = parse->n_open ? parse->stack[parse->n_open - 1].element : 0;
    if (!parse->n_none)
        read_attributes(attributes, kind_of(parse) == VIA_HTML_HEADING, &open, &words);
    if (!parse->n_none && (is_line_end(open.row) || open.row->flow == VIA_FLOW_BREAK))
        end_block(parse, open.row->flow == VIA_FLOW_BLOCK ||
                             (open.row->flow == VIA_FLOW_BREAK &&
                              parse->block.begin == parse->page->text.n_bytes));
    if (open.row->tag == VIA_TAG_IMAGE && !parse->elements.has_failed)
        elements_of(parse)[open.element].n_images++;
    if (!parse->n_none && is_line_end(open.row))
        add_element(parse, &open, &words);
    else if (open.row->flow == VIA_FLOW_INLINE && open.is_hidden)
        end_block(parse, false);
    count(parse, &open, 1);
    parse->stack[parse->n_open++] = open;
    via_buffer_clear(&words);
}

static void close_top(struct parse *parse)
{
    struct open *open = &parse->stack[parse->n_open - 1];

    if (open->is_written || (open->is_hidden && !parse->n_none))
        end_block(parse, open->row->flow == VIA_FLOW_BLOCK);
    if (open->is_written && !parse->elements.has_failed)
        elements_of(parse)[open->element].end = n_blocks(parse);
    count(parse, open, (size_t)-1);
    parse->n_open--;
}

/* libxml2 closes what a page forgets to; an end without a start is left alone. */
static void on_end(void *data, const xmlChar *name)
{
    struct parse *parse = data;
    const via_html_tag_row *row = via_html_tag_find((const char *)name);
    size_t at = parse->n_open;

    while (at > 0 && parse->stack[at - 1].row != row)
        at--;
    while (at > 0 && parse->n_open >= at)
        close_top(parse);
}

/* ---- Reading ------------------------------------------------------------- */

/* Moves `*text` behind a document type that defines entities: libxml2 would take the
 * definitions for text. */
static void skip_definitions(const char **text, size_t *n_bytes)
{
    static const char NAME[] = "<!DOCTYPE";
    const char *end = *text + *n_bytes, *at = memchr(*text, '<', *n_bytes);

    while (at && end - at > 10 && (at[1] == '?' || strncmp(at, "<!--", 4) == 0))
        at = memchr(at + 1, '<', (size_t)(end - at - 1));
    if (!at || end - at < 10 || strncasecmp(at, NAME, sizeof NAME - 1) != 0)
        return;
    while (at < end && *at != '[' && *at != '>')
        at++;
    if (at == end || *at == '>')
        return;
    while (at < end && *at != ']')
        at++;
    at = at < end ? memchr(at, '>', (size_t)(end - at)) : NULL;
    if (!at)
        return;
    *n_bytes = (size_t)(end - at - 1);
    *text = at + 1;
}

/* Gives the parser its text; what is broken about it is of no interest. */
static via_status run(struct parse *parse, const char *name, const char *text,
                      size_t n_bytes, via_error *err)
{
    static const int OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                               HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                               HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
    htmlSAXHandler handler = {.startElement = on_start,
                              .endElement = on_end,
                              .characters = on_text,
                              .ignorableWhitespace = on_text};
    xmlDoc *none;

    parse->ctxt = htmlNewParserCtxt();
    if (!parse->ctxt)
        return via_fail_memory(err);
    *parse->ctxt->sax = handler;
    parse->ctxt->userData = parse;
    none = htmlCtxtReadMemory(parse->ctxt, text, (int)n_bytes, NULL, "UTF-8", OPTIONS);
    bool is_starved = parse->ctxt->errNo == XML_ERR_NO_MEMORY;
    xmlFreeDoc(none);
    htmlFreeParserCtxt(parse->ctxt);
    while (parse->n_open > 0)
        close_top(parse);
    end_block(parse, true);
    if (is_starved)
        return via_fail_memory(err);
    if (parse->is_too_deep)
        return via_fail(err, VIA_E_FORMAT,
                        "%s: expected at most %d elements in one another", name,
                        VIA_HTML_DEPTH_MAX);
    return VIA_OK;
}

/* Moves what has grown into the page, with the root around all. */
static via_status hand_over(struct parse *parse, via_error *err)
{
    via_html *page = parse->page;

    if (parse->blocks.has_failed || parse->elements.has_failed ||
        page->text.has_failed || page->title.has_failed)
        return via_fail_memory(err);
    page->n_blocks = n_blocks(parse);
    page->n_elements = parse->elements.n_bytes / sizeof *page->elements;
    page->elements = elements_of(parse);
    page->elements[0].end = page->n_blocks;
    page->blocks = (via_html_block *)(void *)parse->blocks.bytes;
    parse->blocks = parse->elements = (via_buffer)VIA_BUFFER_INIT;
    return VIA_OK;
}

via_status via_html_read(const char *name, const char *bytes, size_t n_bytes,
                         via_html *out, via_error *err)
{
    via_raw_text raw = {name, bytes, n_bytes};
    via_buffer room = VIA_BUFFER_INIT;
    struct parse *parse = calloc(1, sizeof *parse);
    struct open root = {.row = via_html_tag_find("")};
    const char *text;
    via_status st = VIA_OK;

    *out = (via_html){.arena = via_arena_new()};
    if (!parse || !out->arena)
        st = via_fail_memory(err);
    else if (n_bytes > VIA_HTML_BYTES_MAX)
        st = via_fail(err, VIA_E_FORMAT, "%s: expected a page of at most %zu MiB", name,
                      VIA_HTML_BYTES_MAX >> 20);
    if (st == VIA_OK)
        st = via_html_decode(&raw, &room, &text, &n_bytes, err);
    if (st == VIA_OK) {
        parse->page = out;
        skip_definitions(&text, &n_bytes);
        add_element(parse, &root, &(via_buffer)VIA_BUFFER_INIT);
        if (!parse->elements.has_failed)
            st = run(parse, name, text, n_bytes, err);
        if (st == VIA_OK)
            st = hand_over(parse, err);
    }
    via_buffer_clear(&room);
    if (parse) {
        via_buffer_clear(&parse->blocks);
        via_buffer_clear(&parse->elements);
    }
    free(parse);
    if (st != VIA_OK)
        via_html_clear(out);
    return st;
}

void via_html_clear(via_html *page)
{
    via_arena_free(page->arena);
    via_buffer_clear(&page->text);
    via_buffer_clear(&page->title);
    free(page->blocks);
    free(page->elements);
    *page = (via_html){0};
}
