/* HTML tags: what the elements of HTML mean for the text in them. */
#include "markup/html_tags.h"

#include <stdlib.h>
#include <string.h>

#define AS_AROUND VIA_HTML_N_KINDS
#define BLOCK(name)                                                                    \
    {                                                                                  \
        name, VIA_TAG_OTHER, VIA_FLOW_BLOCK, AS_AROUND                                 \
    }
#define NONE(name)                                                                     \
    {                                                                                  \
        name, VIA_TAG_OTHER, VIA_FLOW_NONE, AS_AROUND                                  \
    }
#define HEADING(name, tag)                                                             \
    {                                                                                  \
        name, tag, VIA_FLOW_BLOCK, VIA_HTML_HEADING                                    \
    }
#define CONTROL(name)                                                                  \
    {                                                                                  \
        name, VIA_TAG_CONTROL, VIA_FLOW_LINE, VIA_HTML_CONTROL                         \
    }

/* In bytewise order. */
static const via_html_tag_row ROWS[] = {
    {"a", VIA_TAG_A, VIA_FLOW_INLINE, AS_AROUND},
    BLOCK("address"),
    {"article", VIA_TAG_ARTICLE, VIA_FLOW_BLOCK, AS_AROUND},
    {"aside", VIA_TAG_ASIDE, VIA_FLOW_BLOCK, AS_AROUND},
    NONE("audio"),
    {"blockquote", VIA_TAG_OTHER, VIA_FLOW_BLOCK, VIA_HTML_QUOTE},
    BLOCK("body"),
    {"br", VIA_TAG_OTHER, VIA_FLOW_BREAK, AS_AROUND},
    CONTROL("button"),
    NONE("canvas"),
    {"caption", VIA_TAG_OTHER, VIA_FLOW_BLOCK, VIA_HTML_CAPTION},
    BLOCK("center"),
    {"dd", VIA_TAG_ITEM, VIA_FLOW_LINE, VIA_HTML_ITEM},
    BLOCK("details"),
    {"dialog", VIA_TAG_DIALOG, VIA_FLOW_BLOCK, AS_AROUND},
    BLOCK("dir"),
    BLOCK("div"),
    {"dl", VIA_TAG_LIST, VIA_FLOW_BLOCK, AS_AROUND},
    {"dt", VIA_TAG_ITEM, VIA_FLOW_LINE, VIA_HTML_ITEM},
    BLOCK("fieldset"),
    {"figcaption", VIA_TAG_OTHER, VIA_FLOW_BLOCK, VIA_HTML_CAPTION},
    {"figure", VIA_TAG_FIGURE, VIA_FLOW_BLOCK, AS_AROUND},
    {"footer", VIA_TAG_FOOTER, VIA_FLOW_BLOCK, AS_AROUND},
    BLOCK("form"),
    HEADING("h1", VIA_TAG_H1),
    HEADING("h2", VIA_TAG_H2),
    HEADING("h3", VIA_TAG_H3),
    HEADING("h4", VIA_TAG_H3),
    HEADING("h5", VIA_TAG_H3),
    HEADING("h6", VIA_TAG_H3),
    BLOCK("head"),
    {"header", VIA_TAG_HEADER, VIA_FLOW_BLOCK, AS_AROUND},
    BLOCK("hgroup"),
    BLOCK("hr"),
    BLOCK("html"),
    NONE("iframe"),
    {"img", VIA_TAG_IMAGE, VIA_FLOW_INLINE, AS_AROUND},
    CONTROL("label"),
    CONTROL("legend"),
    {"li", VIA_TAG_ITEM, VIA_FLOW_LINE, VIA_HTML_ITEM},
    {"main", VIA_TAG_MAIN, VIA_FLOW_BLOCK, AS_AROUND},
    NONE("math"),
    {"menu", VIA_TAG_LIST, VIA_FLOW_BLOCK, AS_AROUND},
    {"nav", VIA_TAG_NAV, VIA_FLOW_BLOCK, VIA_HTML_NAVIGATION},
    NONE("noembed"),
    NONE("noframes"),
    NONE("noscript"),
    NONE("object"),
    {"ol", VIA_TAG_LIST, VIA_FLOW_BLOCK, AS_AROUND},
    CONTROL("option"),
    {"p", VIA_TAG_P, VIA_FLOW_BLOCK, VIA_HTML_PARAGRAPH},
    {"pre", VIA_TAG_PRE, VIA_FLOW_BLOCK, VIA_HTML_PARAGRAPH},
    NONE("rp"),
    NONE("rt"),
    NONE("script"),
    {"section", VIA_TAG_SECTION, VIA_FLOW_BLOCK, AS_AROUND},
    CONTROL("select"),
    NONE("style"),
    BLOCK("summary"),
    NONE("svg"),
    {"table", VIA_TAG_TABLE, VIA_FLOW_BLOCK, AS_AROUND},
    {"tbody", VIA_TAG_OTHER, VIA_FLOW_LINE, AS_AROUND},
    {"td", VIA_TAG_CELL, VIA_FLOW_LINE, VIA_HTML_CELL},
    NONE("template"),
    CONTROL("textarea"),
    {"tfoot", VIA_TAG_OTHER, VIA_FLOW_LINE, AS_AROUND},
    {"th", VIA_TAG_CELL, VIA_FLOW_LINE, VIA_HTML_CELL},
    {"thead", VIA_TAG_OTHER, VIA_FLOW_LINE, AS_AROUND},
    {"title", VIA_TAG_TITLE, VIA_FLOW_BLOCK, AS_AROUND},
    {"tr", VIA_TAG_ROW, VIA_FLOW_LINE, AS_AROUND},
    {"ul", VIA_TAG_LIST, VIA_FLOW_BLOCK, AS_AROUND},
    NONE("video"),
};

static const via_html_tag_row UNKNOWN = {"", VIA_TAG_OTHER, VIA_FLOW_INLINE, AS_AROUND};

static int compare(const void *name, const void *row)
{
    return strcmp(name, ((const via_html_tag_row *)row)->name);
}

const via_html_tag_row *via_html_tag_find(const char *name)
{
    const via_html_tag_row *row =
        bsearch(name, ROWS, sizeof ROWS / sizeof *ROWS, sizeof *ROWS, compare);

    return row ? row : &UNKNOWN;
}
