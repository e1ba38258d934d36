/* Plain furniture: lines of a text that look like no part of an article.
 *
 * They stay where they are. What is marked, the aligner leaves alone more readily,
 * and what surely is furniture on both sides is no unit of a memory. Measured on pages
 * that were saved as text, 62 articles among their furniture, each aligned by itself:
 * marks raise F1 from .858 to .947 in vi-th, from .841 to .949 in en-th and from .899
 * to .958 in vi-ja; in a batch, where furniture recurs, they change nothing. To take
 * the lines out before would move F1 by -.012 to +.011, and to take out what recurs
 * in three articles or more, which true captions do too, would cost .03 to .05. */
#include "page/plain.h"

#include "base/ending.h"
#include "page/furniture.h"
#include "text/doc.h"

/* No name of a file is longer. Chosen, not tuned. */
#define FILE_BYTES ((size_t)160)

static bool ends_like_picture(const char *text, size_t n_bytes)
{
    static const char *const ENDINGS[] = {".jpg",  ".jpeg", ".png", ".gif",
                                          ".webp", ".bmp",  ".svg", ".avif"};

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        if (via_ending_is_in_any_case(text, n_bytes, ENDINGS[i]))
            return true;
    }
    return false;
}

/* "bna_IMG_5517.jpg", "baolaocai_ng (1).JPG": no space but before a bracket. */
static bool is_picture(const char *text, size_t n_bytes)
{
    if (n_bytes > FILE_BYTES || !ends_like_picture(text, n_bytes))
        return false;
    for (size_t i = 0; i < n_bytes; i++) {
        if (text[i] == ' ' && text[i + 1] != '(')
            return false;
    }
    return true;
}

static via_furniture judge(const via_furniture_rules *rules, const char *text,
                           size_t n_bytes)
{
    if (is_picture(text, n_bytes))
        return VIA_FURNITURE_FILE;
    return via_furniture_of_line(rules, text, n_bytes).reason;
}

/* Other lines may be text: the heading of a part, a name. */
static bool is_sure(via_furniture reason)
{
    return reason == VIA_FURNITURE_FILE || reason == VIA_FURNITURE_COMMENTS ||
           reason == VIA_FURNITURE_SHARE;
}

via_status via_plain_mark(via_doc *doc, const via_furniture_rules *rules, bool is_kept,
                          via_error *err)
{
    via_furniture_rules *own = NULL;
    via_status st = rules ? VIA_OK : via_furniture_load(&own, err);

    for (size_t i = 0; st == VIA_OK && i < doc->n_blocks; i++) {
        via_block *block = &doc->blocks[i];
        via_furniture reason = judge(rules ? rules : own, doc->text + block->begin,
                                     block->end - block->begin);

        block->looks_like_furniture = reason != VIA_FURNITURE_NONE && !is_kept;
        /* Lines that somebody has made segments are all to be kept. */
        block->is_furniture = is_sure(reason) && !is_kept && !doc->is_segmented;
        doc->n_furniture[reason] += is_sure(reason);
    }
    via_furniture_free(own);
    return st;
}
