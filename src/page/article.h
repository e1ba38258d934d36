/* Article: which blocks of a page are the article, and why the others are not. */
#ifndef VIA_PAGE_ARTICLE_H
#define VIA_PAGE_ARTICLE_H

#include "markup/html.h"

/* Marks each block of the page; `*out` is an array by block, freed with free(). Where
 * nothing reads like prose, all is kept that is not furniture by its names, its words
 * or its links. */
via_status via_article_mark(const via_html *page, const via_furniture_rules *rules,
                            via_furniture **out, via_error *err);

#endif
