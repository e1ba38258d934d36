/* Places: where the texts of standing units are in a document of today. */
#include "batch/places.h"

#include "base/status.h"
#include "tm/unit.h"

#include <stdlib.h>
#include <string.h>

/* A document in which units are looked for. */
struct search {
    const via_doc *doc;
    size_t n_segs;
    bool *are_held;     /* by segment */
    size_t *begins;     /* by segment, and one for the end */
    via_buffer letters; /* of all segments, without white space */
    via_buffer text;    /* of the unit at hand, the same */
};

const via_multi_text *via_unit_text(const via_multi_unit *unit, const char *lang)
{
    for (size_t i = 0; i < unit->n_texts; i++) {
        if (strcmp(unit->texts[i].lang, lang) == 0)
            return &unit->texts[i];
    }
    return NULL;
}

/* Appends a line of text without its spaces: how segments are joined depends on what
 * they were joined for. */
static void append_letters(const char *text, size_t n_bytes, via_buffer *out)
{
    for (size_t i = 0; i < n_bytes; i++) {
        if (text[i] != ' ')
            via_buffer_append_char(out, text[i]);
    }
}

static bool search_init(struct search *at, const via_doc *doc)
{
    via_buffer line = VIA_BUFFER_INIT;

    at->doc = doc;
    via_doc_segments(doc, &at->n_segs);
    at->are_held = calloc(at->n_segs + 1, sizeof *at->are_held);
    at->begins = calloc(at->n_segs + 1, sizeof *at->begins);
    for (size_t i = 0; at->begins && i < at->n_segs; i++) {
        via_side side = {doc, i, i + 1, 1};

        line.n_bytes = 0;
        via_side_text(&side, &line);
        append_letters(line.bytes, line.n_bytes, &at->letters);
        at->begins[i + 1] = at->letters.n_bytes;
    }
    bool is_well =
        at->are_held && at->begins && !line.has_failed && !at->letters.has_failed;
    via_buffer_clear(&line);
    return is_well;
}

static void search_clear(struct search *at)
{
    free(at->are_held);
    free(at->begins);
    via_buffer_clear(&at->letters);
    via_buffer_clear(&at->text);
}

/* Returns whether the segments of a unit, so much further on, are free and hold its
 * text. */
static bool is_at(const struct search *at, const via_multi_text *text, ptrdiff_t shift)
{
    size_t n_bytes = 0;

    for (size_t i = 0; i < text->n_segs; i++) {
        ptrdiff_t seg = (ptrdiff_t)text->segs[i] + shift;

        if (seg < 0 || (size_t)seg >= at->n_segs || at->are_held[seg])
            return false;
        size_t begin = at->begins[seg], n_more = at->begins[seg + 1] - begin;

        if (n_more > at->text.n_bytes - n_bytes ||
            (n_more &&
             memcmp(at->letters.bytes + begin, at->text.bytes + n_bytes, n_more) != 0))
            return false;
        n_bytes += n_more;
    }
    return n_bytes == at->text.n_bytes;
}

/* Looks nearby first, towards the end of the document before its beginning. */
static ptrdiff_t find_shift(const struct search *at, const via_multi_text *text)
{
    ptrdiff_t back = (ptrdiff_t)text->segs[0];
    ptrdiff_t ahead =
        (ptrdiff_t)at->n_segs - 1 - (ptrdiff_t)text->segs[text->n_segs - 1];

    if (ahead + back < 0) /* too far apart */
        return VIA_PLACE_LOST;
    /* Where the segments lay beyond the end, `ahead` is how far they must go back. */
    for (ptrdiff_t by = ahead < 0 ? -ahead : 1; by <= ahead || by <= back; by++) {
        if (by <= ahead && is_at(at, text, by))
            return by;
        if (by <= back && is_at(at, text, -by))
            return -by;
    }
    return VIA_PLACE_LOST;
}

static void hold(struct search *at, const via_multi_text *text, ptrdiff_t shift)
{
    for (size_t i = 0; shift != VIA_PLACE_LOST && i < text->n_segs; i++)
        at->are_held[(ptrdiff_t)text->segs[i] + shift] = true;
}

/* Units that stand where they stood come first, so that none is taken from them. */
via_status via_places_find(const via_multi_unit *units, size_t n_units,
                           const via_doc *doc, ptrdiff_t *shifts, via_error *err)
{
    struct search at = {0};
    bool is_well = search_init(&at, doc);

    for (int is_search = 0; is_well && is_search < 2; is_search++) {
        for (size_t u = 0; u < n_units; u++) {
            const via_multi_text *text = via_unit_text(&units[u], via_doc_lang(doc));

            if (!is_search)
                shifts[u] = VIA_PLACE_LOST;
            if (!text || shifts[u] != VIA_PLACE_LOST)
                continue;
            at.text.n_bytes = 0;
            append_letters(text->text, text->n_bytes, &at.text);
            if (at.text.has_failed)
                break;
            if (is_search)
                shifts[u] = find_shift(&at, text);
            else if (is_at(&at, text, 0))
                shifts[u] = 0;
            hold(&at, text, shifts[u]);
        }
    }
    is_well = is_well && !at.text.has_failed;
    search_clear(&at);
    return is_well ? VIA_OK : via_fail_memory(err);
}
