/* Kept sides: what learning found in documents, for when they are aligned.
 *
 * A document may be gone by then, and another stand at its address. So all that a side
 * borrows is compared: where the text and the segments are, and what they hold. */
#include "align/kept_sides.h"

#include "base/intern.h"

#include <stdlib.h>

static uint64_t content_of(const via_doc *doc)
{
    size_t n_bytes, n_segs;
    const char *text = via_doc_text(doc, &n_bytes);
    const via_segment *segs = via_doc_segments(doc, &n_segs);
    uint64_t parts[5] = {(uint64_t)(uintptr_t)text, (uint64_t)(uintptr_t)segs,
                         via_hash_bytes(text, n_bytes),
                         via_hash_bytes((const char *)segs, n_segs * sizeof *segs),
                         via_doc_is_fine(doc)};

    return via_hash_bytes((const char *)parts, sizeof parts);
}

bool via_kept_sides_init(via_kept_sides *kept, size_t n_pairs)
{
    *kept = (via_kept_sides){{calloc(n_pairs + 1, sizeof *kept->list[0]),
                              calloc(n_pairs + 1, sizeof *kept->list[1])},
                             calloc(n_pairs + 1, sizeof *kept->pairs),
                             0};
    if (kept->list[0] && kept->list[1] && kept->pairs)
        return true;
    via_kept_sides_clear(kept);
    return false;
}

void via_kept_sides_clear(via_kept_sides *kept)
{
    for (size_t k = 0; k < kept->n; k++)
        via_arena_free(kept->pairs[k].arena);
    free(kept->list[0]);
    free(kept->list[1]);
    free(kept->pairs);
    *kept = (via_kept_sides){0};
}

void via_kept_sides_take(via_kept_sides *kept, const via_side *src, const via_side *tgt,
                         via_kept_pair pair)
{
    size_t n = kept->n++;

    kept->list[0][n] = (via_kept_side){src->doc, src, content_of(src->doc), n};
    kept->list[1][n] = (via_kept_side){tgt->doc, tgt, content_of(tgt->doc), n};
    kept->pairs[n] = pair;
}

static int compare(const void *a, const void *b)
{
    uintptr_t left = (uintptr_t)((const via_kept_side *)a)->doc;
    uintptr_t right = (uintptr_t)((const via_kept_side *)b)->doc;

    return (left > right) - (left < right);
}

void via_kept_sides_settle(via_kept_sides *kept)
{
    for (int which = 0; which < 2; which++)
        qsort(kept->list[which], kept->n, sizeof *kept->list[which], compare);
}

const via_kept_side *via_kept_sides_find(const via_kept_sides *kept, const via_doc *doc,
                                         bool is_tgt)
{
    via_kept_side wanted = {doc, NULL, 0, 0};

    if (kept->n == 0)
        return NULL;
    const via_kept_side *found =
        bsearch(&wanted, kept->list[is_tgt], kept->n, sizeof wanted, compare);
    return found && found->content == content_of(doc) ? found : NULL;
}

const via_kept_pair *via_kept_sides_pair(const via_kept_sides *kept,
                                         const via_kept_side *src,
                                         const via_kept_side *tgt)
{
    return src && tgt && src->pair == tgt->pair ? &kept->pairs[src->pair] : NULL;
}
