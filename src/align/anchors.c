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

/* The code points of the file as given that a key stands on. */
static via_segment place_of(const via_side *side, const via_key *key)
{
    via_segment at = {.begin = key->begin, .end = key->end};

    via_doc_place_segments(side->doc, &at, 1);
    return at;
}

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
        via_segment src = place_of(list->src, key), tgt = place_of(list->tgt, partner);
        via_anchor anchor = {number,        via_key_kind_name(key->kind),
                             src.src_begin, src.src_end,
                             tgt.src_begin, tgt.src_end,
                             rarity};
        via_buffer_append(&list->anchors, (const char *)&anchor, sizeof anchor);
    }
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
    if (ladder->n_anchors)
        qsort(ladder->anchors, ladder->n_anchors, sizeof *ladder->anchors,
              compare_anchors);
    return VIA_OK;
}
