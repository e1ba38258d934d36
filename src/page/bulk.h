/* Bulk: how much text the elements of a page hold, and which of them are furniture. */
#ifndef VIA_PAGE_BULK_H
#define VIA_PAGE_BULK_H

#include "markup/html.h"

/* Of one element and all that is in it. */
typedef struct via_bulk {
    size_t len, link_len; /* as of blocks */
    size_t plain;         /* of it outside of links and of furniture */
    size_t prose;         /* of that in sentences */
    via_furniture reason; /* of the element or of one around it */
    bool is_article;      /* says that it holds the article */
    bool has_headline;    /* holds a heading of the first rank */
} via_bulk;

/* Returns whether a block reads like a paragraph: long, or ended by a sentence mark,
 * and not for the most part a link. */
bool via_block_is_prose(const via_html *page, size_t block);

/* Returns whether nearly all of a block is a link. */
bool via_block_is_link(const via_html *page, size_t block);

/* Measures all elements. `*out` is an array by element, freed with free(). */
via_status via_bulk_measure(const via_html *page, const via_furniture_rules *rules,
                            via_bulk **out, via_error *err);

#endif
