/* Headline: the line of a page that says what the article is called. */
#ifndef VIA_PAGE_HEADLINE_H
#define VIA_PAGE_HEADLINE_H

#include "page/bulk.h"

#define VIA_HEADLINE_NONE SIZE_MAX

/* Finds the headline of the article in the element `core`: what stands in the title of
 * the page too, else a heading of the first rank before the text. Sets `*out` to the
 * number of a block or VIA_HEADLINE_NONE. */
via_status via_headline_find(const via_html *page, const via_bulk *bulk, size_t core,
                             size_t *out, via_error *err);

#endif
