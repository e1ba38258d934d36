/* Furniture: what gives away that an element or a line is no part of an article. */
#ifndef VIA_PAGE_FURNITURE_H
#define VIA_PAGE_FURNITURE_H

#include "base/buffer.h"
#include "vialign.h"

/* What a name or a line gives away. */
typedef struct via_giveaway {
    via_furniture reason; /* VIA_FURNITURE_NONE: nothing */
    bool is_section;      /* what follows it is furniture as well */
    bool is_article;      /* an element that holds the article */
} via_giveaway;

/* Reads the names of an element: words as in via_html_element. */
via_giveaway via_furniture_of_names(const via_furniture_rules *rules,
                                    const char *words);

/* Reads a line of text. Lines that begin with something of the rules, but go on for
 * long, are text. */
via_giveaway via_furniture_of_line(const via_furniture_rules *rules, const char *text,
                                   size_t n_bytes);

/* Appends the line in lower case, with one space between words, without marks and with
 * # for each number, so that equal lines are equal. */
void via_line_key(const char *text, size_t n_bytes, via_buffer *key);

#endif
