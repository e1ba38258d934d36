/* Page: a web page as a document. */
#include "page/page.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/ending.h"
#include "base/status.h"
#include "markup/html.h"
#include "page/article.h"
#include "text/doc.h"

/* ---- Telling a page ------------------------------------------------------ */

static bool begins_with(const char *bytes, size_t n_bytes, const char *what)
{
    size_t n_what = strlen(what);

    return n_bytes >= n_what && strncasecmp(bytes, what, n_what) == 0;
}

bool via_page_is_told(const char *path, const char *bytes, size_t n_bytes)
{
    size_t n_path = strlen(path), at = 0;

    if (via_ending_is_in_any_case(path, n_path, ".gz"))
        n_path -= 3;
    if (via_ending_is_in_any_case(path, n_path, ".html") ||
        via_ending_is_in_any_case(path, n_path, ".htm"))
        return true;
    if (via_ending_is_in_any_case(path, n_path, ".txt"))
        return false;
    if (begins_with(bytes, n_bytes, "\xef\xbb\xbf"))
        at = 3;
    while (at < n_bytes && strchr(" \t\r\n", bytes[at]))
        at++;
    return begins_with(bytes + at, n_bytes - at, "<!doctype html") ||
           begins_with(bytes + at, n_bytes - at, "<html");
}

/* ---- Making a document --------------------------------------------------- */

static enum via_block_kind kind_of_tag(via_html_tag tag)
{
    switch (tag) {
    case VIA_TAG_H1:
        return VIA_BLOCK_TITLE;
    case VIA_TAG_H2:
        return VIA_BLOCK_SECTION;
    case VIA_TAG_H3:
        return VIA_BLOCK_SUBSECTION;
    case VIA_TAG_ITEM:
        return VIA_BLOCK_ITEM;
    case VIA_TAG_CELL:
        return VIA_BLOCK_CELL;
    default:
        return VIA_BLOCK_PARAGRAPH;
    }
}

/* A paragraph that is in an item or cell at once is one of these. */
static enum via_block_kind kind_of(const via_html *page, const via_html_block *block)
{
    const via_html_element *element = &page->elements[block->element];

    if (element->tag == VIA_TAG_P)
        element = &page->elements[element->parent];
    return kind_of_tag(element->tag);
}

/* What is kept of a page, and how much is not. */
struct kept {
    via_buffer text, kinds; /* of kinds a byte a block */
    size_t n_furniture[VIA_FURNITURE_N];
};

/* Appends what is kept, and counts what is not. A paragraph ends where any of its
 * blocks says so, even one that is not kept. */
static void append_blocks(const via_html *page, const via_furniture *reasons,
                          bool keeps_furniture, struct kept *kept)
{
    via_buffer *text = &kept->text;
    bool is_ended = false;

    for (size_t i = 0; i < page->n_blocks; i++) {
        const via_html_block *block = &page->blocks[i];

        kept->n_furniture[reasons[i]] += reasons[i] != VIA_FURNITURE_NONE;
        if (!reasons[i] || keeps_furniture) {
            if (is_ended && text->n_bytes)
                via_buffer_append_char(text, '\n');
            via_buffer_append(text, page->text.bytes + block->begin,
                              block->end - block->begin);
            via_buffer_append_char(text, '\n');
            via_buffer_append_char(&kept->kinds, (char)kind_of(page, block));
            is_ended = false;
        }
        is_ended = is_ended || block->ends_paragraph;
    }
    kept->n_furniture[VIA_FURNITURE_HIDDEN] += page->n_hidden;
}

/* The document has other blocks where one held nothing that counts as text, or a line
 * end; then nothing is known of their kinds. */
static void set_kinds(via_doc *doc, const via_buffer *kinds)
{
    for (size_t i = 0; kinds->n_bytes == doc->n_blocks && i < doc->n_blocks; i++)
        doc->blocks[i].kind = (uint8_t)kinds->bytes[i];
}

static via_status make_doc(const via_html *page, const via_furniture_rules *rules,
                           const via_doc_options *opt, via_doc **out, via_error *err)
{
    struct kept kept = {VIA_BUFFER_INIT, VIA_BUFFER_INIT, {0}};
    via_furniture *reasons = NULL;
    via_status st = via_article_mark(page, rules, &reasons, err);

    if (st == VIA_OK) {
        append_blocks(page, reasons, opt->keeps_furniture, &kept);
        st = kept.text.has_failed || kept.kinds.has_failed
                 ? via_fail_memory(err)
                 : via_doc_parse(kept.text.bytes, kept.text.n_bytes, opt, out, err);
    }
    if (st == VIA_OK) {
        set_kinds(*out, &kept.kinds);
        memcpy((*out)->n_furniture, kept.n_furniture, sizeof kept.n_furniture);
    }
    via_buffer_clear(&kept.text);
    via_buffer_clear(&kept.kinds);
    free(reasons);
    return st;
}

via_status via_page_parse(const char *bytes, size_t n_bytes, const via_doc_options *opt,
                          via_doc **out, via_error *err)
{
    via_furniture_rules *own = NULL;
    const via_furniture_rules *rules = opt->furniture;
    via_html page;
    via_status st =
        via_html_read(opt->name ? opt->name : "page", bytes, n_bytes, &page, err);

    *out = NULL;
    if (st != VIA_OK)
        return st;
    if (!rules)
        st = via_furniture_load(&own, err);
    if (st == VIA_OK)
        st = make_doc(&page, rules ? rules : own, opt, out, err);
    via_furniture_free(own);
    via_html_clear(&page);
    return st;
}
