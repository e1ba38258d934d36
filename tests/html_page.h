/* HTML page: one that a test reads and measures, gone after it. */
#ifndef VIA_TESTS_HTML_PAGE_H
#define VIA_TESTS_HTML_PAGE_H

#include "scratch.h"

#include "page/bulk.h"

typedef struct html_page {
    via_furniture_rules *rules;
    via_html html;
    via_bulk *bulk;
} html_page;

/* A paragraph that nobody takes for furniture, 100 letters and more. */
#define PROSE(mark)                                                                                    \
    "<p>" mark " sáng nay cây cầu dài năm trăm bốn mươi mét nối hai xã vùng cao đã " \
    "được khánh thành sau ba năm thi công, sớm hơn kế hoạch hai tháng.</p>"

static inline html_page html_page_read(const char *bytes)
{
    html_page page;

    assert_int_equal(via_furniture_load(&page.rules, NULL), VIA_OK);
    assert_int_equal(via_html_read("page", bytes, strlen(bytes), &page.html, NULL),
                     VIA_OK);
    assert_int_equal(via_bulk_measure(&page.html, page.rules, &page.bulk, NULL),
                     VIA_OK);
    return page;
}

static inline void html_page_clear(html_page *page)
{
    free(page->bulk);
    via_html_clear(&page->html);
    via_furniture_free(page->rules);
}

/* Returns the number of the block that begins with `text`. */
static inline size_t html_page_find(const html_page *page, const char *text)
{
    size_t i = 0;

    while (i < page->html.n_blocks &&
           strncmp(page->html.text.bytes + page->html.blocks[i].begin, text,
                   strlen(text)) != 0)
        i++;
    assert_true(i < page->html.n_blocks);
    return i;
}

#endif
