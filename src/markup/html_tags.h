/* HTML tags: what the elements of HTML mean for the text in them. */
#ifndef VIA_MARKUP_HTML_TAGS_H
#define VIA_MARKUP_HTML_TAGS_H

#include "markup/html.h"

typedef enum via_html_flow {
    VIA_FLOW_INLINE, /* a part of the line that it stands in */
    VIA_FLOW_BREAK,  /* ends a line: br */
    VIA_FLOW_LINE,   /* a line of its own among others: an item, a cell */
    VIA_FLOW_BLOCK,  /* a paragraph of its own */
    VIA_FLOW_NONE    /* nothing in it is text to read */
} via_html_flow;

typedef struct via_html_tag_row {
    const char *name;
    via_html_tag tag;
    via_html_flow flow;
    via_html_kind kind; /* of text in it; VIA_HTML_N_KINDS: as around it */
} via_html_tag_row;

/* Returns what is known of an element by its name in lower case; an element that
 * nobody knows is inline. */
const via_html_tag_row *via_html_tag_find(const char *name);

#endif
