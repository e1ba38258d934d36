/* Plain furniture: lines of a text that are surely no part of an article.
 *
 * They are counted and left where they are, since the aligner leaves alone what stands
 * on one side only; what is furniture on both sides is no unit of a memory. Measured on
 * pages that were saved as text, 62 articles among their furniture in four pairs of
 * languages: without these lines F1 moves by -.001 to +.007 in a batch and by -.012 to
 * +.011 one article at a time. Without lines that recur in three articles or more,
 * which true captions do too, it falls by .03 to .05 in seven of eight cases and rises
 * by .024 in one, running text in vi-th. */
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

via_status via_plain_mark(via_doc *doc, const via_furniture_rules *rules,
                          via_error *err)
{
    via_furniture_rules *own = NULL;
    via_status st = rules ? VIA_OK : via_furniture_load(&own, err);

    for (size_t i = 0; st == VIA_OK && i < doc->n_blocks; i++) {
        via_block *block = &doc->blocks[i];
        via_furniture reason = judge(rules ? rules : own, doc->text + block->begin,
                                     block->end - block->begin);

        block->is_furniture = reason != VIA_FURNITURE_NONE;
        doc->n_furniture[reason] += is_sure(reason);
    }
    via_furniture_free(own);
    return st;
}
