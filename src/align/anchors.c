/* Anchors: the matched keys and names of a finished ladder. */
#include "align/anchors.h"

#include "base/buffer.h"
#include "base/status.h"
#include "text/doc.h"

#include <stdlib.h>
#include <string.h>

#define NO_BEAD SIZE_MAX

struct listing {
    const via_side *src, *tgt;
    size_t *src_bead, *tgt_bead; /* of each segment: which has two sides, or NO_BEAD */
    via_buffer targets;          /* of struct target, of the key at hand */
    via_buffer anchors;          /* of struct via_anchor */
};

static void number_beads(struct listing *list, const via_ladder *ladder)
{
    for (size_t i = 0; i < list->src->n_segs; i++)
        list->src_bead[i] = NO_BEAD;
    for (size_t j = 0; j < list->tgt->n_segs; j++)
        list->tgt_bead[j] = NO_BEAD;
    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        if (bead->src_begin == bead->src_end || bead->tgt_begin == bead->tgt_end)
            continue;
        for (size_t i = bead->src_begin; i < bead->src_end; i++)
            list->src_bead[i] = b;
        for (size_t j = bead->tgt_begin; j < bead->tgt_end; j++)
            list->tgt_bead[j] = b;
        if (bead->src_skip)
            list->src_bead[bead->src_skip] = NO_BEAD;
        if (bead->tgt_skip)
            list->tgt_bead[bead->tgt_skip] = NO_BEAD;
    }
}

static void list_anchor(struct listing *list, size_t bead, const via_shared_key *key,
                        const via_place *src, const via_place *tgt)
{
    via_anchor anchor = {
        bead,       via_mention_kind_name((enum via_mention_kind)key->mention),
        src->begin, src->end,
        tgt->begin, tgt->end,
        key->rarity};

    via_buffer_append(&list->anchors, (const char *)&anchor, sizeof anchor);
}

/* A place of a key in the target, and its bead. */
struct target {
    size_t bead, place;
};

static int compare_targets(const void *a, const void *b)
{
    const struct target *left = a, *right = b;

    if (left->bead != right->bead)
        return left->bead < right->bead ? -1 : 1;
    return (left->place > right->place) - (left->place < right->place);
}

/* Lists the target places of a key by bead, which is not quite text order: neighbours
 * may be swapped. */
static const struct target *order_targets(struct listing *list,
                                          const via_matches *matches,
                                          const via_shared_key *key, size_t *n_targets)
{
    list->targets.n_bytes = 0;
    for (size_t t = key->tgt_begin; t < key->tgt_end; t++) {
        struct target target = {list->tgt_bead[matches->tgt.places[t].seg], t};

        via_buffer_append(&list->targets, (const char *)&target, sizeof target);
    }
    *n_targets = list->targets.n_bytes / sizeof(struct target);
    if (*n_targets)
        qsort(list->targets.bytes, *n_targets, sizeof(struct target), compare_targets);
    return (const struct target *)(const void *)list->targets.bytes;
}

/* Source places and beads are both in text order: one walk down both sides. */
static void list_key(struct listing *list, const via_matches *matches,
                     const via_shared_key *key)
{
    size_t n_targets, t = 0;
    const struct target *targets = order_targets(list, matches, key, &n_targets);

    for (size_t s = key->src_begin; s < key->src_end; s++) {
        const via_place *src = &matches->src.places[s];
        size_t bead = list->src_bead[src->seg];

        if (bead == NO_BEAD)
            continue;
        while (t < n_targets && targets[t].bead < bead)
            t++;
        if (t == n_targets)
            return;
        if (targets[t].bead == bead)
            list_anchor(list, bead, key, src, &matches->tgt.places[targets[t++].place]);
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
    if (left->src_begin != right->src_begin)
        return left->src_begin < right->src_begin ? -1 : 1;
    if (left->src_end != right->src_end)
        return left->src_end < right->src_end ? -1 : 1;
    if (left->tgt_begin != right->tgt_begin)
        return left->tgt_begin < right->tgt_begin ? -1 : 1;
    return strcmp(left->kind, right->kind);
}

/* A date has several keys in one place; it is listed once. */
static size_t drop_repeats(via_anchor *anchors, size_t n)
{
    size_t n_kept = 0;

    for (size_t a = 0; a < n; a++) {
        if (n_kept == 0 || compare_anchors(&anchors[n_kept - 1], &anchors[a]) != 0)
            anchors[n_kept++] = anchors[a];
    }
    return n_kept;
}

via_status via_ladder_add_anchors(via_ladder *ladder, const via_matches *matches,
                                  const via_side *src, const via_side *tgt,
                                  via_error *err)
{
    struct listing list = {src,
                           tgt,
                           calloc(src->n_segs + 1, sizeof(size_t)),
                           calloc(tgt->n_segs + 1, sizeof(size_t)),
                           VIA_BUFFER_INIT,
                           VIA_BUFFER_INIT};

    if (list.src_bead && list.tgt_bead) {
        number_beads(&list, ladder);
        for (size_t k = 0; k < matches->n_shared; k++) {
            if (matches->shared[k].kind != VIA_KEY_PREFIX)
                list_key(&list, matches, &matches->shared[k]);
        }
    }
    bool has_failed = !list.src_bead || !list.tgt_bead || list.targets.has_failed ||
                      list.anchors.has_failed;
    via_buffer_clear(&list.targets);
    free(list.src_bead);
    free(list.tgt_bead);
    if (has_failed) {
        via_buffer_clear(&list.anchors);
        return via_fail_memory(err);
    }
    ladder->anchors = (via_anchor *)(void *)list.anchors.bytes;
    ladder->n_anchors = list.anchors.n_bytes / sizeof(via_anchor);
    if (!ladder->n_anchors)
        return VIA_OK;
    qsort(ladder->anchors, ladder->n_anchors, sizeof *ladder->anchors, compare_anchors);
    ladder->n_anchors = drop_repeats(ladder->anchors, ladder->n_anchors);
    return place_anchors(&list, ladder, err);
}
