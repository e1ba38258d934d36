/* Anchors: the matched keys of a finished ladder. */
#include "align/anchors.h"

#include "base/buffer.h"
#include "base/status.h"
#include "text/doc.h"

#include <stdlib.h>

struct listing {
    const via_side *src, *tgt;
    const via_knowledge *know;
    via_buffer anchors; /* of struct via_anchor */
    bool *is_taken;     /* keys of the target that have their partner */
};

static const via_key *take_partner(struct listing *list, const via_bead *bead,
                                   const via_key *key)
{
    size_t from = list->tgt->key_begin[bead->tgt_begin];
    size_t to = list->tgt->key_begin[bead->tgt_end];

    for (size_t k = from; k < to; k++) {
        if (list->tgt->keys[k].id == key->id && !list->is_taken[k]) {
            list->is_taken[k] = true;
            return &list->tgt->keys[k];
        }
    }
    return NULL;
}

static void list_bead(struct listing *list, const via_bead *bead, size_t number)
{
    if (bead->tgt_begin == bead->tgt_end)
        return;
    for (size_t k = list->src->key_begin[bead->src_begin];
         k < list->src->key_begin[bead->src_end]; k++) {
        const via_key *key = &list->src->keys[k];
        double rarity = via_counts_rarity(list->know->keys, key->id);
        const via_key *partner =
            rarity >= VIA_RARITY_MIN_NATS && key->kind != VIA_KEY_PREFIX
                ? take_partner(list, bead, key)
                : NULL;

        if (!partner)
            continue;
        via_anchor anchor = {number,         via_key_kind_name(key->kind),
                             key->begin,     key->end,
                             partner->begin, partner->end,
                             rarity};
        via_buffer_append(&list->anchors, (const char *)&anchor, sizeof anchor);
    }
}

/* ---- From bytes to code points ------------------------------------------- */

/* A number of an anchor that is a byte of the text and becomes a code point. */
struct point {
    size_t byte;
    size_t *number;
};

static int compare_points(const void *a, const void *b)
{
    const struct point *left = a, *right = b;

    return (left->byte > right->byte) - (left->byte < right->byte);
}

/* All at once and in text order, because finding one place reads the text from its
 * beginning. */
static via_status place_points(const via_doc *doc, struct point *points,
                               size_t n_points, via_error *err)
{
    via_segment *places = calloc(n_points + 1, sizeof *places);

    if (!places)
        return via_fail_memory(err);
    qsort(points, n_points, sizeof *points, compare_points);
    for (size_t p = 0; p < n_points; p++)
        places[p].begin = places[p].end = points[p].byte;
    via_doc_place_segments(doc, places, n_points);
    for (size_t p = 0; p < n_points; p++)
        *points[p].number = places[p].src_begin;
    free(places);
    return VIA_OK;
}

static via_status place_anchors(const struct listing *list, via_ladder *ladder,
                                via_error *err)
{
    size_t n = ladder->n_anchors;
    struct point *points = calloc(2 * n + 1, sizeof *points);

    if (!points)
        return via_fail_memory(err);
    for (size_t a = 0; a < n; a++) {
        via_anchor *at = &ladder->anchors[a];

        points[2 * a] = (struct point){at->src_begin, &at->src_begin};
        points[2 * a + 1] = (struct point){at->src_end, &at->src_end};
    }
    via_status st = place_points(list->src->doc, points, 2 * n, err);
    for (size_t a = 0; a < n; a++) {
        via_anchor *at = &ladder->anchors[a];

        points[2 * a] = (struct point){at->tgt_begin, &at->tgt_begin};
        points[2 * a + 1] = (struct point){at->tgt_end, &at->tgt_end};
    }
    if (st == VIA_OK)
        st = place_points(list->tgt->doc, points, 2 * n, err);
    free(points);
    return st;
}

static int compare_anchors(const void *a, const void *b)
{
    const via_anchor *left = a, *right = b;

    if (left->bead != right->bead)
        return left->bead < right->bead ? -1 : 1;
    return (left->src_begin > right->src_begin) - (left->src_begin < right->src_begin);
}

via_status via_ladder_add_anchors(via_ladder *ladder, const via_knowledge *know,
                                  const via_side *src, const via_side *tgt,
                                  via_error *err)
{
    struct listing list = {src, tgt, know, VIA_BUFFER_INIT,
                           calloc(tgt->key_begin[tgt->n_segs] + 1, sizeof(bool))};

    if (!list.is_taken)
        return via_fail_memory(err);
    for (size_t b = 0; b < ladder->n_beads; b++)
        list_bead(&list, &ladder->beads[b], b);
    free(list.is_taken);
    if (list.anchors.has_failed) {
        via_buffer_clear(&list.anchors);
        return via_fail_memory(err);
    }
    ladder->anchors = (via_anchor *)(void *)list.anchors.bytes;
    ladder->n_anchors = list.anchors.n_bytes / sizeof(via_anchor);
    if (!ladder->n_anchors)
        return VIA_OK;
    qsort(ladder->anchors, ladder->n_anchors, sizeof *ladder->anchors, compare_anchors);
    return place_anchors(&list, ladder, err);
}
