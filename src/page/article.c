/* Article: which blocks of a page are the article, and why the others are not.
 *
 *     menu          the core is the innermost element that holds nearly all prose which
 *     h1            is no furniture by name or shape; within it all is kept that is not
 *     lead          given away by its words or links. Above it, what stands between the
 *     +--------+    headline and the core is kept; around it, what reads like prose in
 *     |  core  |    an element that says it holds the article.
 *     +--------+
 *     more prose
 *     comments      "Comments (2)" takes with it what follows in its part of the page.
 *
 * Boilerpipe (Kohlschütter, Fankhauser and Nejdl 2010, "Boilerplate Detection using
 * Shallow Text Features") judges each block by text and link density alone; it loses
 * headlines, captions and short lists, which we must not. */
#include "page/article.h"

#include <stdlib.h>

#include "base/status.h"
#include "page/bulk.h"
#include "page/furniture.h"
#include "page/headline.h"
#include "text/chars.h"
#include "text/utf8.h"

/* The core holds so much of the prose: three parts in four. An element that says that
 * it holds the article needs less, two in five. Chosen, not tuned. */
#define CORE_PERCENT  ((size_t)75)
#define NAMED_PERCENT ((size_t)40)

/* Between headline and core, shorter lines are dates and counters. Chosen, not tuned.
 */
#define LEAD_LEN ((size_t)15)

/* The headline of an article is longer. Chosen, not tuned. */
#define HEADLINE_LEN ((size_t)30)

struct marking {
    const via_html *page;
    const via_furniture_rules *rules;
    via_bulk *bulk;
    via_furniture *reasons; /* by block */
    size_t core;            /* an element */
    size_t headline;        /* a block, or VIA_HEADLINE_NONE */
};

/* ---- The core ------------------------------------------------------------ */

/* Whether the element is `inner` or around it. */
static bool is_around(const via_html *page, size_t element, size_t inner)
{
    while (inner > element)
        inner = page->elements[inner].parent;
    return inner == element;
}

/* The innermost element that holds `percent` of the prose of the page, and half of what
 * is no link: a page of tables has but a few sentences, and more than those. Children
 * have higher numbers than their parents, and only one of them can hold more than half.
 */
static size_t find_innermost(const via_html *page, const via_bulk *bulk, size_t percent)
{
    size_t core = 0;

    for (size_t i = 1; i < page->n_elements; i++) {
        if (page->elements[i].parent == core && page->elements[i].tag != VIA_TAG_P &&
            bulk[i].prose * 100 >= bulk[0].prose * percent &&
            bulk[i].plain * 2 >= bulk[0].plain)
            core = i;
    }
    return core;
}

/* The innermost element that says that it holds the article, and holds enough. */
static size_t find_named(const via_html *page, const via_bulk *bulk)
{
    size_t named = 0;

    for (size_t i = 1; i < page->n_elements; i++) {
        if (bulk[i].is_article && !bulk[i].reason &&
            bulk[i].prose * 100 >= bulk[0].prose * NAMED_PERCENT &&
            is_around(page, named, i))
            named = i;
    }
    return named;
}

static size_t find_core(const via_html *page, const via_bulk *bulk)
{
    size_t core, named;

    if (!bulk[0].prose)
        return 0;
    core = find_innermost(page, bulk, CORE_PERCENT);
    named = find_named(page, bulk);
    return is_around(page, core, named) ? named : core;
}

/* ---- What a block says of itself ----------------------------------------- */

/* The element of that tag which is nearest around a block; 0 if there is none. */
static size_t find_around(const via_html *page, size_t block, via_html_tag tag)
{
    size_t i = page->blocks[block].element;

    while (i && page->elements[i].tag != tag)
        i = page->elements[i].parent;
    return i;
}

/* Items and cells are judged with their list or table, unless that is there for the
 * layout of the page and holds prose. */
static bool is_mostly_links(const struct marking *m, size_t block)
{
    const via_html_block *b = &m->page->blocks[block];
    size_t len = b->len, link_len = b->link_len, around = 0;

    if (!link_len)
        return false;
    if (b->kind == VIA_HTML_ITEM)
        around = find_around(m->page, block, VIA_TAG_LIST);
    else if (b->kind == VIA_HTML_CELL)
        around = find_around(m->page, block, VIA_TAG_TABLE);
    if (around && m->bulk[around].prose * 2 < m->bulk[around].len) {
        len = m->bulk[around].len;
        link_len = m->bulk[around].link_len;
    }
    return link_len * 5 >= len * 3;
}

/* A paragraph that is a link and says in a word or two where it leads, such as
 * "Inserting footnotes": manuals have them among their text and in a row at its end.
 * What else news have to offer stands in lists and boxes, or is as long as headlines
 * are. */
static bool is_reference(const struct marking *m, size_t block)
{
    const via_html_block *b = &m->page->blocks[block];

    return m->page->elements[b->element].tag == VIA_TAG_P &&
           b->link_len * 5 >= b->len * 3 && b->len < HEADLINE_LEN && m->core &&
           is_around(m->page, m->core, b->element);
}

/* A heading that is a link, and has a paragraph of its own below it. */
static bool heads_text(const struct marking *m, size_t block)
{
    return m->page->blocks[block].kind == VIA_HTML_HEADING &&
           block + 1 < m->page->n_blocks && via_block_is_prose(m->page, block + 1);
}

/* A manual has chapters called "Sign in", and keys called "Home" in its tables. */
static bool is_term(const struct marking *m, size_t block)
{
    const via_html_block *b = &m->page->blocks[block];

    return heads_text(m, block) || (b->kind == VIA_HTML_CELL && !b->link_len);
}

static bool has_letters(const via_html *page, size_t block)
{
    const via_html_block *b = &page->blocks[block];

    for (size_t at = b->begin; at < b->end;) {
        via_char_class class = via_char_class_of(via_utf8_next(page->text.bytes, &at));

        if (class > VIA_CHAR_DIGIT)
            return true;
    }
    return false;
}

static via_furniture judge(const struct marking *m, size_t block)
{
    const via_html_block *b = &m->page->blocks[block];
    via_furniture around = m->bulk[b->element].reason;

    if (around && !(around == VIA_FURNITURE_LINKS && is_reference(m, block)))
        return around;
    if (b->kind == VIA_HTML_NAVIGATION)
        return VIA_FURNITURE_NAVIGATION;
    if (b->kind == VIA_HTML_CONTROL)
        return VIA_FURNITURE_CONTROL;
    if (is_mostly_links(m, block) && !heads_text(m, block) && !is_reference(m, block))
        return VIA_FURNITURE_LINKS;
    if (b->kind == VIA_HTML_PARAGRAPH &&
        m->page->elements[b->element].tag != VIA_TAG_P && !has_letters(m->page, block))
        return VIA_FURNITURE_OUTSIDE;
    return VIA_FURNITURE_NONE;
}

/* ---- Lines that open a section of furniture ------------------------------ */

/* Whether a block is a heading of the same rank as another and has text of its own. */
static bool is_next_chapter(const struct marking *m, size_t block, size_t next)
{
    const via_html *page = m->page;
    size_t own = page->blocks[block].element, other = page->blocks[next].element;

    return page->elements[own].tag == page->elements[other].tag && heads_text(m, next);
}

/* Where the part of the page ends that the block opens: the innermost element that
 * goes on behind it, or the next chapter, for a manual may have one on comments. */
static size_t find_section_end(const struct marking *m, size_t block)
{
    const via_html *page = m->page;
    size_t i = page->blocks[block].element, next = block + 1;

    while (i && page->elements[i].end == block + 1)
        i = page->elements[i].parent;
    while (next < page->elements[i].end && !is_next_chapter(m, block, next))
        next++;
    return next;
}

static size_t sum_prose(const struct marking *m, size_t begin, size_t end)
{
    size_t prose = 0;

    for (size_t i = begin; i < end; i++) {
        const via_html_block *block = &m->page->blocks[i];

        if (!m->reasons[i] && via_block_is_prose(m->page, i))
            prose += block->len - block->link_len;
    }
    return prose;
}

/* Marks what follows a line such as "Related articles", up to the next prose, or one
 * such as "Comments (2)", prose too unless it is the greater part. */
static void mark_section(struct marking *m, size_t block, via_furniture reason)
{
    size_t end = find_section_end(m, block);
    bool takes_prose = reason == VIA_FURNITURE_COMMENTS &&
                       sum_prose(m, block, end) * 2 < m->bulk[m->core].prose;

    for (size_t i = block + 1; i < end; i++) {
        bool is_prose = via_block_is_prose(m->page, i);

        if (!takes_prose && !m->reasons[i] && is_prose)
            break;
        if (!m->reasons[i])
            m->reasons[i] = reason;
    }
}

static void mark_words(struct marking *m)
{
    const via_html *page = m->page;

    for (size_t i = 0; i < page->n_blocks; i++) {
        const via_html_block *block = &page->blocks[i];
        via_giveaway line;

        if (i == m->headline)
            continue;
        line = via_furniture_of_line(m->rules, page->text.bytes + block->begin,
                                     block->end - block->begin);
        if (!line.is_section && is_term(m, i))
            continue;
        if (line.reason && !m->reasons[i])
            m->reasons[i] = line.reason;
        if (line.is_section)
            mark_section(m, i, line.reason);
    }
}

/* ---- Where a block stands ------------------------------------------------ */

/* The outermost element around the core that says that it holds the article and no more
 * than one; else the core. */
static size_t find_frame(const struct marking *m)
{
    size_t frame = m->core;

    for (size_t i = m->core; i; i = m->page->elements[i].parent) {
        if (m->bulk[i].is_article && m->page->elements[i].tag != VIA_TAG_MAIN)
            frame = i;
    }
    return frame;
}

static bool is_within(const via_html_element *element, size_t block)
{
    return element->begin <= block && block < element->end;
}

static void mark_places(struct marking *m)
{
    const via_html *page = m->page;
    const via_html_element *core = &page->elements[m->core];
    const via_html_element *frame = &page->elements[find_frame(m)];
    bool has_headline = m->headline != VIA_HEADLINE_NONE;

    for (size_t i = 0; i < page->n_blocks; i++) {
        const via_html_block *block = &page->blocks[i];
        bool is_text = via_block_is_prose(page, i) || block->kind == VIA_HTML_CAPTION;
        bool is_above = has_headline && i < m->headline;
        bool is_lead = has_headline && i > m->headline && i < core->begin;
        bool is_kept = is_within(core, i) ? !is_above || is_text
                       : is_lead          ? is_text || block->len >= LEAD_LEN
                                          : is_within(frame, i) && is_text;

        if (!is_kept && !m->reasons[i])
            m->reasons[i] = VIA_FURNITURE_OUTSIDE;
    }
    if (has_headline)
        m->reasons[m->headline] = VIA_FURNITURE_NONE;
}

/* A heading of which nothing is left is none of the article. */
static void mark_headings(struct marking *m)
{
    const via_html *page = m->page;
    bool is_followed = false, is_broken = true;

    for (size_t i = page->n_blocks; i-- > 0;) {
        bool is_heading = page->blocks[i].kind == VIA_HTML_HEADING && i != m->headline;

        if (m->reasons[i]) {
            is_broken = true;
        } else if (is_heading && !is_followed && is_broken) {
            m->reasons[i] = VIA_FURNITURE_RELATED;
        } else {
            is_followed = !is_heading;
            is_broken = false;
        }
    }
}

via_status via_article_mark(const via_html *page, const via_furniture_rules *rules,
                            via_furniture **out, via_error *err)
{
    struct marking m = {.page = page, .rules = rules};
    via_status st;

    *out = NULL;
    m.reasons = calloc(page->n_blocks + 1, sizeof *m.reasons);
    st = m.reasons ? via_bulk_measure(page, rules, &m.bulk, err) : via_fail_memory(err);
    if (st == VIA_OK) {
        m.core = find_core(page, m.bulk);
        st = via_headline_find(page, m.bulk, m.core, &m.headline, err);
    }
    if (st != VIA_OK)
        goto done;
    for (size_t i = 0; i < page->n_blocks; i++)
        m.reasons[i] = judge(&m, i);
    mark_words(&m);
    mark_places(&m);
    mark_headings(&m);
done:
    free(m.bulk);
    if (st != VIA_OK) {
        free(m.reasons);
        return st;
    }
    *out = m.reasons;
    return VIA_OK;
}
