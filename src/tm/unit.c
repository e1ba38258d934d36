/* Unit: what a bead says on both sides, each as one line of text. */
#include "tm/unit.h"

#include "text/chars.h"
#include "text/doc.h"
#include "text/utf8.h"

#include <string.h>

/* Languages that put no space between sentences when lines are joined. Thai, which
 * has none between words either, does so. */
static const char *const unspaced_langs[] = {"ja", "zh", "lo", "km", "my"};

/* White space and control characters of Unicode (White_Space, Cc). Format characters
 * are no space: they hold emoji together, and shape letters. */
static bool is_space(int32_t cp)
{
    if (cp < 0x80)
        return cp <= ' ' || cp == 0x7f;
    return cp <= 0xa0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200a) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f || cp == 0x3000;
}

/* No characters at all, and forbidden by XML 1.0. */
static bool is_forbidden(int32_t cp)
{
    return cp == 0xfffe || cp == 0xffff;
}

bool via_segment_is_full(const via_doc *doc, size_t seg)
{
    size_t n_bytes, n_segs;
    const char *text = via_doc_text(doc, &n_bytes);
    const via_segment *segment = via_doc_segments(doc, &n_segs) + seg;

    for (size_t at = segment->begin; at < segment->end;) {
        int32_t cp = via_utf8_next(text, &at);

        if (via_char_class_of(cp) != VIA_CHAR_SPACE && !is_forbidden(cp))
            return true;
    }
    return false;
}

static bool skips(const via_side *side, size_t seg)
{
    return side->skip && seg == side->skip;
}

bool via_side_holds(const via_side *side, size_t seg)
{
    return !skips(side, seg) && via_segment_is_full(side->doc, seg);
}

static via_side side_of(const via_doc *doc, size_t begin, size_t end, size_t skip)
{
    via_side side = {doc, begin, end, 0, skip};

    while (side.begin < side.end && !via_segment_is_full(doc, side.begin))
        side.begin++;
    while (side.begin < side.end && !via_segment_is_full(doc, side.end - 1))
        side.end--;
    for (size_t i = side.begin; i < side.end; i++)
        side.n_full += via_side_holds(&side, i);
    return side;
}

/* The number of anchors whose bead is below `bead`. */
static size_t count_anchors_before(const via_ladder *ladder, size_t bead)
{
    size_t begin = 0, end = ladder->n_anchors;

    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;

        if (ladder->anchors[middle].bead < bead)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

via_unit via_unit_of(via_pair pair, const via_ladder *ladder, size_t bead)
{
    const via_bead *b = &ladder->beads[bead];
    size_t n_before = count_anchors_before(ladder, bead);

    return (via_unit){
        .src = side_of(pair.src, b->src_begin, b->src_end, b->src_skip),
        .tgt = side_of(pair.tgt, b->tgt_begin, b->tgt_end, b->tgt_skip),
        .bead = b,
        .anchors = ladder->anchors ? ladder->anchors + n_before : NULL,
        .n_anchors = count_anchors_before(ladder, bead + 1) - n_before,
    };
}

bool via_unit_is_full(const via_unit *unit)
{
    return unit->src.n_full && unit->tgt.n_full;
}

static bool is_furniture(const via_side *side)
{
    for (size_t i = side->begin; i < side->end; i++) {
        if (via_side_holds(side, i) && !via_doc_is_furniture(side->doc, i))
            return false;
    }
    return true;
}

bool via_unit_is_kept(const via_unit *unit, double min_confidence)
{
    return via_unit_is_full(unit) && unit->bead->confidence >= min_confidence &&
           !(is_furniture(&unit->src) && is_furniture(&unit->tgt));
}

size_t via_tm_count_units(via_pair pair, const via_ladder *ladder,
                          double min_confidence)
{
    size_t n_units = 0;

    for (size_t b = 0; b < ladder->n_beads; b++) {
        via_unit unit = via_unit_of(pair, ladder, b);

        n_units += via_unit_is_kept(&unit, min_confidence);
    }
    return n_units;
}

/* ---- Text ---------------------------------------------------------------- */

static bool is_unspaced(const char *lang)
{
    size_t n_primary = strcspn(lang, "-");

    for (size_t i = 0; i < sizeof unspaced_langs / sizeof *unspaced_langs; i++) {
        if (n_primary == strlen(unspaced_langs[i]) &&
            strncmp(lang, unspaced_langs[i], n_primary) == 0)
            return true;
    }
    return false;
}

/* A line of text on its way out. */
struct line {
    via_buffer *out;
    size_t begin;   /* where it begins in `out` */
    bool has_space; /* a space is due before the next character */
};

/* Appends text with its white space folded. It never gets longer, but for the space
 * that is due before it. */
static void fold(struct line *line, const char *text, size_t begin, size_t end)
{
    via_buffer *out = line->out;

    if (!via_buffer_reserve(out, end - begin + 1))
        return;
    for (size_t at = begin, next; at < end; at = next) {
        next = at;
        int32_t cp = via_utf8_next(text, &next);

        if (is_space(cp)) {
            line->has_space = true;
            continue;
        }
        if (is_forbidden(cp))
            continue;
        if (line->has_space && out->n_bytes > line->begin)
            out->bytes[out->n_bytes++] = ' ';
        line->has_space = false;
        for (size_t i = at; i < next; i++)
            out->bytes[out->n_bytes++] = text[i];
    }
}

static bool is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Also in Japanese, if two words or figures in Latin letters would run together. */
bool via_line_needs_space(const char *lang, const via_buffer *line, char next)
{
    return !is_unspaced(lang) ||
           (is_ascii_word(line->bytes[line->n_bytes - 1]) && is_ascii_word(next));
}

/* The same for a line on its way out, where nothing may be there yet. */
static bool needs_space(const struct line *line, const char *lang, char next)
{
    if (line->out->n_bytes == line->begin)
        return !is_unspaced(lang);
    return via_line_needs_space(lang, line->out, next);
}

void via_side_text(const via_side *side, via_buffer *out)
{
    size_t n_bytes, n_segs;
    const char *text = via_doc_text(side->doc, &n_bytes);
    const via_segment *segs = via_doc_segments(side->doc, &n_segs);
    struct line line = {out, out->n_bytes, false};
    bool is_new_line = true; /* since the last segment with text */

    for (size_t i = side->begin; i < side->end; i++) {
        bool is_full = via_side_holds(side, i);

        if (is_full && is_new_line) {
            line.has_space =
                needs_space(&line, via_doc_lang(side->doc), text[segs[i].begin]);
            fold(&line, text, segs[i].begin, segs[i].end);
        } else if (is_full) {
            fold(&line, text, segs[i - 1].end, segs[i].end);
        }
        is_new_line = segs[i].ends_block || skips(side, i) || (is_new_line && !is_full);
    }
}
