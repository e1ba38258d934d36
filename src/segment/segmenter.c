/* Segmenter: blocks to segments, by the rules of their language. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/status.h"
#include "segment/borders.h"
#include "segment/exceptions.h"
#include "segment/general.h"
#include "segment/japanese.h"
#include "segment/line.h"
#include "segment/prefixes.h"
#include "segment/thai.h"
#include "text/breaker.h"
#include "text/chars.h"

enum style { GENERAL, JAPANESE, THAI };

struct via_segmenter {
    enum style style;
    via_breaker *breaker;
    via_exceptions *exceptions;
    via_prefixes *prefixes; /* Japanese: followers of quotes; Thai: units */
    via_cues *cues;         /* of borders; Thai only */
    via_line line;          /* scratch, as is `segs` */
    via_buffer segs;
};

static const char *const follower_names[] = {"goes-on", "begins"};
static const char *const unit_names[] = {"unit", "month", "era"};

/* ---- Making -------------------------------------------------------------- */

/* The language without its subtags: "zh" of "zh-Hant". */
static void copy_primary(const char *lang, char primary[VIA_LANG_BYTES])
{
    snprintf(primary, VIA_LANG_BYTES, "%.*s", (int)strcspn(lang, "-"), lang);
}

static enum style style_of(const char *primary)
{
    if (!strcmp(primary, "ja") || !strcmp(primary, "zh"))
        return JAPANESE;
    return strcmp(primary, "th") ? GENERAL : THAI;
}

static via_status load_style(via_segmenter *segmenter, via_error *err)
{
    if (segmenter->style == JAPANESE)
        return via_prefixes_load("ja-followers.tsv", follower_names, 2,
                                 &segmenter->prefixes, err);
    if (segmenter->style != THAI)
        return VIA_OK;

    via_status st =
        via_prefixes_load("th-units.tsv", unit_names, 3, &segmenter->prefixes, err);
    if (st != VIA_OK)
        return st;
    return via_cues_load("th-borders.tsv", &segmenter->cues, err);
}

via_status via_segmenter_new(const char *lang, via_segmenter **out, via_error *err)
{
    char primary[VIA_LANG_BYTES];

    *out = NULL;
    if (!via_lang_is_valid(lang))
        return via_fail(err, VIA_E_ARGUMENT, "\"%s\" is not a language code",
                        lang ? lang : "");

    via_segmenter *segmenter = calloc(1, sizeof *segmenter);
    if (!segmenter)
        return via_fail_memory(err);
    copy_primary(lang, primary);
    segmenter->style = style_of(primary);

    via_status st = via_breaker_new(lang, &segmenter->breaker, err);
    if (st == VIA_OK)
        st = via_exceptions_load(primary, &segmenter->exceptions, err);
    if (st == VIA_OK)
        st = load_style(segmenter, err);
    if (st != VIA_OK) {
        via_segmenter_free(segmenter);
        return st;
    }
    *out = segmenter;
    return VIA_OK;
}

void via_segmenter_free(via_segmenter *segmenter)
{
    if (!segmenter)
        return;
    via_breaker_free(segmenter->breaker);
    via_exceptions_free(segmenter->exceptions);
    via_prefixes_free(segmenter->prefixes);
    via_cues_free(segmenter->cues);
    via_line_clear(&segmenter->line);
    via_buffer_clear(&segmenter->segs);
    free(segmenter);
}

/* ---- Cutting ------------------------------------------------------------- */

/* Whether the line has kana or Han; one without is cut as Latin. */
static bool is_japanese(const via_line *line)
{
    for (size_t i = 0; i < line->n_cps; i++) {
        via_char_class class = via_char_class_of(line->cps[i]);
        if (class == VIA_CHAR_HAN || class == VIA_CHAR_HIRAGANA ||
            class == VIA_CHAR_KATAKANA)
            return true;
    }
    return false;
}

static via_status cut_line(via_segmenter *segmenter, via_error *err)
{
    via_line *line = &segmenter->line;
    via_general general = {segmenter->breaker, segmenter->exceptions};

    via_line_match(line);
    if (segmenter->style == JAPANESE && is_japanese(line)) {
        via_cut_japanese(segmenter->prefixes, line);
        return VIA_OK;
    }
    if (segmenter->style == THAI && via_line_is_thai(line)) {
        via_cut_thai(segmenter->prefixes, line);
        return VIA_OK;
    }
    return via_cut_general(&general, line, err);
}

/* Appends the segments of the line, each without the space behind it. */
static void add_segments(via_segmenter *segmenter, const via_block *block)
{
    const via_line *line = &segmenter->line;
    size_t begin = 0;

    for (size_t i = 1; i <= line->n_cps; i++) {
        if (i < line->n_cps && !line->cuts[i])
            continue;

        size_t end = i;
        while (end > begin && via_char_class_of(line->cps[end - 1]) == VIA_CHAR_SPACE)
            end--;
        via_segment seg = {.begin = line->bytes[begin],
                           .end = line->bytes[end],
                           .ends_block = i == line->n_cps,
                           .ends_paragraph = i == line->n_cps && block->ends_paragraph};
        via_buffer_append(&segmenter->segs, (const char *)&seg, sizeof seg);
        begin = i;
    }
}

/* Hands the collected segments to the document. */
static via_status give_segments(via_segmenter *segmenter, via_doc *doc, via_error *err)
{
    via_buffer *segs = &segmenter->segs;

    if (segs->has_failed) {
        via_buffer_clear(segs);
        return via_fail_memory(err);
    }
    doc->segs =
        (via_segment *)(void *)via_arena_copy(doc->arena, segs->bytes, segs->n_bytes);
    if (!doc->segs)
        return via_fail_memory(err);
    doc->n_segs = segs->n_bytes / sizeof *doc->segs;
    doc->is_segmented = true;
    via_doc_place_segments(doc, doc->segs, doc->n_segs);
    if (segmenter->cues) {
        doc->is_fine = true;
        via_score_borders(segmenter->cues, doc, doc->segs, doc->n_segs);
    }
    return VIA_OK;
}

via_status via_segment_doc(via_segmenter *segmenter, via_doc *doc, via_error *err)
{
    if (doc->is_segmented)
        return VIA_OK;

    segmenter->segs.n_bytes = 0;
    for (size_t i = 0; i < doc->n_blocks; i++) {
        if (!via_line_set(&segmenter->line, doc, &doc->blocks[i]))
            return via_fail_memory(err);
        via_status st = cut_line(segmenter, err);
        if (st != VIA_OK)
            return st;
        add_segments(segmenter, &doc->blocks[i]);
    }
    return give_segments(segmenter, doc, err);
}
