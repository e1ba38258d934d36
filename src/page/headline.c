/* Headline: the line of a page that says what the article is called.
 *
 * The title of a page is its headline and the name of the site, in either order, so a
 * line that stands in it whole is a candidate, and the longest is the headline. */
#include "page/headline.h"

#include <string.h>

#include "base/status.h"
#include "page/furniture.h"

/* A line that is no heading must make up so much of the title: one part in this many.
 * Chosen, not tuned. */
#define TITLE_SHARE ((size_t)2)

/* So much of the prose may stand before a headline: one part in this many. Chosen, not
 * tuned. */
#define BEFORE_SHARE ((size_t)5)

/* A heading of the first rank may stand in a banner; nothing else in furniture may be a
 * headline. */
static bool may_be(const via_html *page, const via_bulk *bulk, size_t block)
{
    const via_html_block *b = &page->blocks[block];
    bool is_first =
        page->elements[b->element].tag == VIA_TAG_H1 && !via_block_is_link(page, block);

    return (is_first || !bulk[b->element].reason) &&
           b->end - b->begin <= 2 * page->title.n_bytes;
}

/* How good a candidate is; 0 if it is none. */
static size_t rate(const via_html *page, size_t block, const char *key, size_t n_bytes,
                   const via_buffer *title)
{
    const via_html_block *b = &page->blocks[block];
    via_html_tag tag = page->elements[b->element].tag;
    bool is_heading = b->kind == VIA_HTML_HEADING;

    if (!n_bytes || !strstr(title->bytes, key))
        return 0;
    if (!is_heading &&
        (n_bytes * TITLE_SHARE < title->n_bytes || via_block_is_link(page, block)))
        return 0;
    return n_bytes * 4 + (tag == VIA_TAG_H1 ? 3 : tag == VIA_TAG_H2 ? 2 : is_heading);
}

/* Where prose has become so much, or half of all text has gone by, that no headline can
 * follow. */
static size_t find_limit(const via_html *page, const via_bulk *bulk, size_t core)
{
    const via_html_element *element = &page->elements[core];
    size_t plain = 0, prose = 0, i = element->begin;

    for (; i < element->end; i++) {
        const via_html_block *block = &page->blocks[i];

        if (bulk[block->element].reason)
            continue;
        if (via_block_is_prose(page, i))
            prose += block->len - block->link_len;
        if (prose * BEFORE_SHARE > bulk[core].prose || plain * 2 > bulk[core].plain)
            break;
        plain += block->len - block->link_len;
    }
    return i;
}

/* The last heading of the first rank above the text. */
static size_t find_by_rank(const via_html *page, const via_bulk *bulk, size_t limit)
{
    for (size_t i = limit; i-- > 0;) {
        const via_html_block *block = &page->blocks[i];

        if (page->elements[block->element].tag == VIA_TAG_H1 &&
            !bulk[block->element].reason)
            return i;
    }
    return VIA_HEADLINE_NONE;
}

via_status via_headline_find(const via_html *page, const via_bulk *bulk, size_t core,
                             size_t *out, via_error *err)
{
    via_buffer title = VIA_BUFFER_INIT, key = VIA_BUFFER_INIT;
    size_t limit = find_limit(page, bulk, core), best = 0;

    *out = VIA_HEADLINE_NONE;
    via_line_key(page->title.bytes, page->title.n_bytes, &title);
    for (size_t i = 0; via_buffer_text(&title) && i < limit; i++) {
        const via_html_block *block = &page->blocks[i];

        if (!may_be(page, bulk, i))
            continue;
        key.n_bytes = 0;
        via_line_key(page->text.bytes + block->begin, block->end - block->begin, &key);
        if (!via_buffer_text(&key))
            break;
        size_t rating = rate(page, i, key.bytes, key.n_bytes, &title);
        if (rating && rating >= best) {
            best = rating;
            *out = i;
        }
    }
    bool has_failed = title.has_failed || key.has_failed;
    via_buffer_clear(&title);
    via_buffer_clear(&key);
    if (has_failed)
        return via_fail_memory(err);
    if (*out == VIA_HEADLINE_NONE)
        *out = find_by_rank(page, bulk, limit);
    return VIA_OK;
}
