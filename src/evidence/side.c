/* Side: what the evidence needs to know of one document, found once. */
#include "evidence/side.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"

#include <stdlib.h>

struct collect {
    via_buffer *keys; /* of struct via_key */
};

static bool collect_key(void *data, const via_key *key)
{
    struct collect *collect = data;

    via_buffer_append(collect->keys, (const char *)key, sizeof *key);
    return !collect->keys->has_failed;
}

static int compare_keys(const void *a, const void *b)
{
    const via_key *left = a, *right = b;

    if (left->id != right->id)
        return left->id < right->id ? -1 : 1;
    return (left->begin > right->begin) - (left->begin < right->begin);
}

/* Orders the keys of one segment and drops repeats; returns how many are left. */
static size_t keep_each_once(via_key *keys, size_t n_keys)
{
    size_t n_kept = 0;

    qsort(keys, n_keys, sizeof *keys, compare_keys);
    for (size_t k = 0; k < n_keys; k++) {
        if (n_kept == 0 || keys[k].id != keys[n_kept - 1].id)
            keys[n_kept++] = keys[k];
    }
    return n_kept;
}

static void look_at_segment(via_side *side, size_t i, const char *text,
                            via_buffer *found)
{
    const via_segment *seg = &side->segs[i];
    size_t n_before = found->n_bytes / sizeof(via_key);
    struct collect collect = {found};

    side->counts[i] = via_size_count(text, seg->begin, seg->end);
    side->shapes[i] = via_shape_of(text, seg->begin, seg->end);
    /* Only a line of its own is no text; a lone dash between clauses is part of it. */
    side->shapes[i].is_wordless &=
        seg->ends_block && (i == 0 || side->segs[i - 1].ends_block);
    side->line_ids[i] = via_hash_bytes(text + seg->begin, seg->end - seg->begin);
    side->key_begin[i] = n_before;
    if (!via_keys_find(text, seg->begin, seg->end, collect_key, &collect))
        return;
    via_key *keys = (via_key *)(void *)found->bytes + n_before;
    size_t n_found = found->n_bytes / sizeof(via_key) - n_before;
    size_t n_kept = n_found ? keep_each_once(keys, n_found) : 0;
    found->n_bytes = (n_before + n_kept) * sizeof(via_key);
}

/* In a file of one segment a line only an empty line says where a block ends. */
static void find_block_ends(via_side *side)
{
    bool every_line = true;

    for (size_t i = 0; i < side->n_segs; i++)
        every_line &= side->segs[i].ends_block;
    for (size_t i = 0; i < side->n_segs; i++)
        side->ends_block[i] =
            every_line ? side->segs[i].ends_paragraph : side->segs[i].ends_block;
}

static via_side *side_of(const via_doc *doc, via_arena *arena)
{
    via_side *side = via_arena_alloc(arena, sizeof *side);

    if (!side)
        return NULL;
    side->doc = doc;
    side->segs = via_doc_segments(doc, &side->n_segs);
    side->is_fine = via_doc_is_fine(doc);
    side->counts = via_arena_array(arena, side->n_segs, sizeof *side->counts);
    side->shapes = via_arena_array(arena, side->n_segs, sizeof *side->shapes);
    side->ends_block = via_arena_array(arena, side->n_segs, sizeof *side->ends_block);
    side->line_ids = via_arena_array(arena, side->n_segs, sizeof *side->line_ids);
    side->key_begin = via_arena_array(arena, side->n_segs + 1, sizeof(size_t));
    bool has_all = side->counts && side->shapes && side->ends_block && side->line_ids &&
                   side->key_begin;
    return has_all ? side : NULL;
}

via_status via_side_new(const via_doc *doc, via_arena *arena, const via_side **out,
                        via_error *err)
{
    size_t n_bytes;
    const char *text = via_doc_text(doc, &n_bytes);
    via_buffer found = VIA_BUFFER_INIT;
    via_side *side = side_of(doc, arena);

    *out = NULL;
    if (!side)
        return via_fail_memory(err);
    for (size_t i = 0; i < side->n_segs; i++)
        look_at_segment(side, i, text, &found);
    side->key_begin[side->n_segs] = found.n_bytes / sizeof(via_key);
    find_block_ends(side);
    side->keys = (via_key *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    bool has_failed = found.has_failed || !side->keys;
    via_buffer_clear(&found);
    via_status st = has_failed ? via_fail_memory(err)
                               : via_token_sets_new(doc, arena, &side->tokens, err);
    if (st == VIA_OK)
        *out = side;
    return st;
}
