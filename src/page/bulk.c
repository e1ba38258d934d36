/* Bulk: how much text the elements of a page hold, and which of them are furniture.
 *
 * An element is furniture by its tag or its names, or by its shape: a list of links, or
 * one of several cards, which are a linked title with a line or two below. None of this
 * is believed of an element that holds most of what reads like prose on the page. */
#include "page/bulk.h"

#include <stdlib.h>

#include "base/status.h"
#include "page/furniture.h"
#include "text/utf8.h"

/* So long a block is a paragraph whatever it ends with. About one line on a screen.
 * Chosen, not tuned. */
#define PARAGRAPH_LEN ((size_t)80)

/* A shorter one needs a sentence mark and this much. Chosen, not tuned. */
#define SENTENCE_LEN ((size_t)20)

/* A card says no more than this beside its title. Chosen, not tuned. */
#define CARD_LEN    ((size_t)300)
#define CARD_BLOCKS ((size_t)8)

/* ---- Blocks -------------------------------------------------------------- */

/* Whether the last character that is no closing quote or bracket ends a sentence. */
static bool ends_sentence(const char *text, const via_html_block *block)
{
    static const char ENDS[] = ".!?\xe2\x80\xa6\xe3\x80\x82\xef\xbc\x81\xef\xbc\x9f";
    static const char CLOSERS[] = "\"')]\xe2\x80\x9d\xe2\x80\x99\xc2\xbb"
                                  "\xe3\x80\x8d\xe3\x80\x8f\xef\xbc\x89";
    int32_t last = 0;

    for (size_t at = block->begin; at < block->end;) {
        int32_t cp = via_utf8_next(text, &at);
        bool is_closer = false;

        for (size_t i = 0; i < sizeof CLOSERS - 1 && !is_closer;)
            is_closer = via_utf8_next(CLOSERS, &i) == cp;
        last = is_closer ? last : cp;
    }
    for (size_t i = 0; i < sizeof ENDS - 1;) {
        if (via_utf8_next(ENDS, &i) == last)
            return true;
    }
    return false;
}

bool via_block_is_prose(const via_html *page, size_t block)
{
    const via_html_block *b = &page->blocks[block];

    if (b->link_len * 2 > b->len || b->kind == VIA_HTML_NAVIGATION ||
        b->kind == VIA_HTML_CONTROL || b->kind == VIA_HTML_HEADING)
        return false;
    return b->len >= PARAGRAPH_LEN ||
           (b->len >= SENTENCE_LEN && ends_sentence(page->text.bytes, b));
}

bool via_block_is_link(const via_html *page, size_t block)
{
    const via_html_block *b = &page->blocks[block];

    return b->link_len > 0 && b->link_len * 10 >= b->len * 9;
}

/* ---- Elements ------------------------------------------------------------ */

/* Adds up what blocks outside of furniture hold, from the innermost out. */
static void add_up(const via_html *page, via_bulk *bulk)
{
    for (size_t i = 0; i < page->n_elements; i++)
        bulk[i].len = bulk[i].link_len = bulk[i].plain = bulk[i].prose = 0;
    for (size_t i = 0; i < page->n_blocks; i++) {
        const via_html_block *block = &page->blocks[i];
        via_bulk *own = &bulk[block->element];

        own->len += block->len;
        own->link_len += block->link_len;
        if (!own->reason && block->kind != VIA_HTML_NAVIGATION &&
            block->kind != VIA_HTML_CONTROL)
            own->plain += block->len - block->link_len;
        if (!own->reason && via_block_is_prose(page, i))
            own->prose += block->len - block->link_len;
    }
    for (size_t i = page->n_elements; i-- > 1;) {
        bulk[i].has_headline |= page->elements[i].tag == VIA_TAG_H1;
        via_bulk *around = &bulk[page->elements[i].parent];

        around->len += bulk[i].len;
        around->link_len += bulk[i].link_len;
        around->plain += bulk[i].plain;
        around->prose += bulk[i].prose;
        around->has_headline |= bulk[i].has_headline;
    }
}

static via_furniture reason_of_tag(via_html_tag tag)
{
    switch (tag) {
    case VIA_TAG_NAV:
        return VIA_FURNITURE_NAVIGATION;
    case VIA_TAG_ASIDE:
        return VIA_FURNITURE_RELATED;
    case VIA_TAG_FOOTER:
        return VIA_FURNITURE_LEGAL;
    case VIA_TAG_DIALOG:
        return VIA_FURNITURE_CONTROL;
    default:
        return VIA_FURNITURE_NONE;
    }
}

/* Sets what elements say of themselves, and hands it on to those within. */
static void name_all(const via_html *page, const via_furniture_rules *rules,
                     via_bulk *bulk)
{
    size_t most = bulk[0].prose / 2;

    for (size_t i = 1; i < page->n_elements; i++) {
        const via_html_element *element = &page->elements[i];
        via_giveaway names = via_furniture_of_names(rules, element->words);
        via_furniture reason = reason_of_tag(element->tag);

        bulk[i].is_article = names.is_article || element->tag == VIA_TAG_ARTICLE ||
                             element->tag == VIA_TAG_MAIN;
        if (names.is_article || bulk[i].prose > most)
            reason = VIA_FURNITURE_NONE;
        else if (names.reason)
            reason = names.reason;
        bulk[i].reason = bulk[element->parent].reason;
        if (!bulk[i].reason)
            bulk[i].reason = reason;
    }
}

static bool is_card(const via_html *page, const via_bulk *bulk, size_t i)
{
    const via_html_element *element = &page->elements[i];
    size_t n_blocks = element->end - element->begin;

    return n_blocks > 0 && n_blocks <= CARD_BLOCKS && element->tag != VIA_TAG_P &&
           !bulk[i].reason && !bulk[i].has_headline &&
           bulk[i].len - bulk[i].link_len <= CARD_LEN &&
           via_block_is_link(page, element->begin);
}

/* Several blocks that are links for the most part, and hardly any sentence. A row is
 * none: in a table of figures, what they are figures of may be a link. */
static bool is_link_list(const via_html *page, const via_bulk *bulk, size_t i)
{
    const via_html_element *element = &page->elements[i];

    return element->tag != VIA_TAG_ROW && element->end - element->begin > 1 &&
           bulk[i].link_len * 2 > bulk[i].len && bulk[i].prose * 4 < bulk[i].len;
}

/* What stands directly in an element. */
struct children {
    size_t n_cards, card_prose;
    size_t n_others; /* that hold text and are neither cards nor headings */
};

static void count_children(const via_html *page, const via_bulk *bulk,
                           struct children *children)
{
    for (size_t i = 1; i < page->n_elements; i++) {
        const via_html_element *element = &page->elements[i];
        struct children *around = &children[element->parent];
        bool is_heading = element->tag == VIA_TAG_H1 || element->tag == VIA_TAG_H2 ||
                          element->tag == VIA_TAG_H3;

        if (is_card(page, bulk, i)) {
            around->n_cards++;
            around->card_prose += bulk[i].prose;
        } else if (bulk[i].len > 0 && !is_heading) {
            around->n_others++;
        }
    }
}

/* Cards stand among themselves, and are not what the page is about: the chapters of a
 * manual may look like cards too. */
static bool holds_cards(const struct children *children, size_t most)
{
    return children->n_cards > 1 && children->n_others * 2 <= children->n_cards &&
           children->card_prose <= most;
}

/* Finds furniture by its shape. `children` has room for each element. */
static void shape_all(const via_html *page, via_bulk *bulk, struct children *children)
{
    size_t most = bulk[0].prose / 2;

    count_children(page, bulk, children);
    for (size_t i = 1; i < page->n_elements; i++) {
        size_t parent = page->elements[i].parent;

        if (!bulk[i].reason)
            bulk[i].reason = bulk[parent].reason;
        if (bulk[i].reason || bulk[i].prose > most)
            continue;
        if (holds_cards(&children[parent], most) && is_card(page, bulk, i))
            bulk[i].reason = VIA_FURNITURE_RELATED;
        else if (is_link_list(page, bulk, i))
            bulk[i].reason = VIA_FURNITURE_LINKS;
    }
}

via_status via_bulk_measure(const via_html *page, const via_furniture_rules *rules,
                            via_bulk **out, via_error *err)
{
    via_bulk *bulk = calloc(page->n_elements, sizeof *bulk);
    struct children *children = calloc(page->n_elements, sizeof *children);

    *out = NULL;
    if (!bulk || !children) {
        free(bulk);
        free(children);
        return via_fail_memory(err);
    }
    add_up(page, bulk);
    name_all(page, rules, bulk);
    add_up(page, bulk);
    shape_all(page, bulk, children);
    add_up(page, bulk);
    free(children);
    *out = bulk;
    return VIA_OK;
}
