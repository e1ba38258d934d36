/* HTML: a page as blocks of text in reading order. The only door to libxml2. */
#ifndef VIA_MARKUP_HTML_H
#define VIA_MARKUP_HTML_H

#include "base/arena.h"
#include "base/buffer.h"
#include "vialign.h"

typedef enum via_html_kind {
    VIA_HTML_PARAGRAPH, /* also what stands in no element that says more */
    VIA_HTML_HEADING,
    VIA_HTML_ITEM,
    VIA_HTML_CAPTION,
    VIA_HTML_CELL,
    VIA_HTML_QUOTE,
    VIA_HTML_NAVIGATION,
    VIA_HTML_CONTROL, /* buttons and fields */
    VIA_HTML_N_KINDS
} via_html_kind;

typedef enum via_html_tag {
    VIA_TAG_OTHER,
    VIA_TAG_A,
    VIA_TAG_ARTICLE,
    VIA_TAG_ASIDE,
    VIA_TAG_CELL,
    VIA_TAG_CONTROL,
    VIA_TAG_DIALOG,
    VIA_TAG_FIGURE,
    VIA_TAG_FOOTER,
    VIA_TAG_H1,
    VIA_TAG_H2,
    VIA_TAG_H3, /* and below */
    VIA_TAG_HEADER,
    VIA_TAG_IMAGE,
    VIA_TAG_ITEM,
    VIA_TAG_LIST,
    VIA_TAG_MAIN,
    VIA_TAG_NAV,
    VIA_TAG_P,
    VIA_TAG_PRE,
    VIA_TAG_ROW,
    VIA_TAG_SECTION,
    VIA_TAG_TABLE,
    VIA_TAG_TITLE
} via_html_tag;

/* One line of text, white space folded. */
typedef struct via_html_block {
    size_t begin, end; /* bytes of the text of the page; never empty */
    size_t len;        /* letters and digits, those of Chinese and Japanese twice */
    size_t link_len;   /* of these, within links */
    size_t element;    /* the innermost that is no part of a line */
    via_html_kind kind;
    bool ends_paragraph; /* else the next is an item, a cell or a line of the same */
} via_html_block;

/* An element that is no part of a line: div, p, li, table, … */
typedef struct via_html_element {
    size_t parent;     /* its number, which is lower; 0 for the root, number 0 */
    size_t begin, end; /* blocks in it, half-open */
    size_t n_images;
    via_html_tag tag;
    const char *words; /* of its class, id, role and itemprop in lower case:
                          "box related news . main"; "" if there are none */
} via_html_element;

typedef struct via_html {
    via_arena *arena; /* holds the words */
    via_buffer text, title;
    via_html_block *blocks;
    size_t n_blocks;
    via_html_element *elements;
    size_t n_elements;
    size_t n_hidden; /* blocks that are there and not shown */
} via_html;

/* A page larger or deeper than this is refused. */
#define VIA_HTML_BYTES_MAX ((size_t)16 << 20)
#define VIA_HTML_DEPTH_MAX 1000

/* Reads a page of whatever markup, broken or not, in the encoding that it declares.
 * Scripts, styles, templates and what is hidden are left out. Nothing is fetched and
 * no entity is defined by the page. On success `out` is cleared with
 * via_html_clear(); on failure `err` names the page and it is clear. */
via_status via_html_read(const char *name, const char *bytes, size_t n_bytes,
                         via_html *out, via_error *err);
void via_html_clear(via_html *page);

#endif
