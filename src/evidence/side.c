/* Side: what the evidence needs to know of one document, found once. */
#include "evidence/side.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"
#include "text/doc.h"

#include <stdlib.h>
#include <string.h>

/* What is found before it is known how much there is. */
struct collect {
    const char *text;
    size_t seg, n_before; /* the segment at hand, and the keys of those before it */
    via_buffer keys;      /* of struct via_key */
    via_buffer uses;      /* of struct name_found */
};

struct name_found {
    uint64_t id;
    via_name_use use;
};

static bool collect_key(void *data, const via_key *key)
{
    struct collect *collect = data;

    via_buffer_append(&collect->keys, (const char *)key, sizeof *key);
    return !collect->keys.has_failed;
}

/* A name that is a term, or part of one, has its partner already: Vietnamese. */
static bool is_in_term(const struct collect *collect, const via_mention *mention)
{
    const via_key *keys = (const via_key *)(const void *)collect->keys.bytes;
    size_t n = collect->keys.n_bytes / sizeof *keys;

    for (size_t k = collect->n_before; k < n; k++) {
        if (keys[k].kind == VIA_KEY_TERM && keys[k].begin <= mention->begin &&
            keys[k].end >= mention->end)
            return true;
    }
    return false;
}

static bool collect_name(void *data, const via_mention *mention)
{
    struct collect *collect = data;

    if (is_in_term(collect, mention))
        return true;
    uint64_t id =
        via_hash_bytes(collect->text + mention->begin, mention->end - mention->begin);
    struct name_found found = {
        id,
        {0,
         {(uint32_t)collect->seg, (uint32_t)mention->begin, (uint32_t)mention->end}}};

    via_buffer_append(&collect->uses, (const char *)&found, sizeof found);
    return !collect->uses.has_failed;
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

static bool find_keys(via_side *side, const via_finder *finder, size_t i,
                      struct collect *collect)
{
    const via_segment *seg = &side->segs[i];
    size_t n_before = collect->keys.n_bytes / sizeof(via_key);

    collect->seg = i;
    collect->n_before = n_before;
    side->key_begin[i] = n_before;
    if (!via_keys_find(finder, collect->text, seg->begin, seg->end, collect_key,
                       collect_name, collect))
        return false;
    via_key *keys = (via_key *)(void *)collect->keys.bytes + n_before;
    size_t n_found = collect->keys.n_bytes / sizeof(via_key) - n_before;
    size_t n_kept = n_found ? keep_each_once(keys, n_found) : 0;
    collect->keys.n_bytes = (n_before + n_kept) * sizeof(via_key);
    return true;
}

static void look_at_segment(via_side *side, size_t i, const char *text)
{
    const via_segment *seg = &side->segs[i];
    bool is_line = seg->ends_block && (i == 0 || side->segs[i - 1].ends_block);

    side->counts[i] = via_size_count(text, seg->begin, seg->end);
    side->shapes[i] = via_shape_of(text, seg->begin, seg->end);
    /* Only a line of its own is no text; a lone dash between clauses is part of it. */
    side->shapes[i].is_wordless &= is_line;
    /* Clauses have no final mark anyway: of them only a line of its own is a title. */
    side->shapes[i].is_unmarked &= is_line || !side->is_fine;
    side->line_ids[i] = via_hash_bytes(text + seg->begin, seg->end - seg->begin);
}

/* In a file of one segment a line only an empty line says where a block ends. */
static void find_block_ends(via_side *side)
{
    bool every_line = true;

    for (size_t i = 0; i < side->n_segs; i++)
        every_line &= side->segs[i].ends_block;
    for (size_t i = 0; i < side->n_segs; i++)
        side->ends_block[i] =
            every_line ? side->segs[i].ends_paragraph || side->shapes[i].is_empty
                       : side->segs[i].ends_block;
}

/* What is known of the block that each segment stands in: the first that does not end
 * before it. */
static void look_at_blocks(via_side *side)
{
    const via_block *block = side->doc->blocks, *end = block + side->doc->n_blocks;

    for (size_t i = 0; i < side->n_segs; i++) {
        while (block < end && block->end < side->segs[i].end)
            block++;
        side->kinds[i] = block < end ? block->kind : (uint8_t)VIA_BLOCK_LINE;
        side->are_marked[i] = block < end && block->looks_like_furniture;
    }
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
    side->kinds = via_arena_alloc(arena, side->n_segs + 1);
    side->are_marked = via_arena_array(arena, side->n_segs, sizeof *side->are_marked);
    side->line_ids = via_arena_array(arena, side->n_segs, sizeof *side->line_ids);
    side->key_begin = via_arena_array(arena, side->n_segs + 1, sizeof(size_t));
    bool has_all = side->counts && side->shapes && side->ends_block && side->kinds &&
                   side->are_marked && side->line_ids && side->key_begin;
    return has_all ? side : NULL;
}

/* ---- Names --------------------------------------------------------------- */

static int compare_names(const void *a, const void *b)
{
    const struct name_found *left = a, *right = b;

    if (left->id != right->id)
        return left->id < right->id ? -1 : 1;
    return (left->use.place.begin > right->use.place.begin) -
           (left->use.place.begin < right->use.place.begin);
}

/* Numbers the names and reads each once. */
static bool keep_names(via_side *side, const via_names *names, struct collect *collect,
                       via_arena *arena)
{
    struct name_found *found = (struct name_found *)(void *)collect->uses.bytes;
    size_t n = collect->uses.n_bytes / sizeof *found;
    via_name *read = via_arena_array(arena, n, sizeof *read);
    uint64_t *ids = via_arena_array(arena, n, sizeof *ids);
    via_name_use *uses = via_arena_array(arena, n, sizeof *uses);

    if (!read || !ids || !uses)
        return false;
    if (n)
        qsort(found, n, sizeof *found, compare_names);
    for (size_t u = 0; u < n; u++) {
        if (u == 0 || found[u].id != found[u - 1].id) {
            ids[side->n_names] = found[u].id;
            via_name_read(names, collect->text, found[u].use.place.begin,
                          found[u].use.place.end, &read[side->n_names++]);
        }
        uses[u] = found[u].use;
        uses[u].name = (uint32_t)side->n_names - 1;
    }
    side->names = read;
    side->name_ids = ids;
    side->name_uses = uses;
    side->n_name_uses = n;
    return true;
}

static via_status read_thai(via_side *side, const via_names *names, const char *text,
                            via_arena *arena, via_error *err)
{
    via_status st = VIA_OK;

    side->thai = via_arena_array(arena, side->n_segs, sizeof *side->thai);
    if (!side->thai)
        return via_fail_memory(err);
    for (size_t i = 0; st == VIA_OK && i < side->n_segs; i++)
        st = via_names_read_thai(names, text, side->segs[i].begin, side->segs[i].end,
                                 arena, &side->thai[i], err);
    return st;
}

via_status via_side_new(const via_doc *doc, const via_finder *finder, via_arena *arena,
                        const via_side **out, via_error *err)
{
    size_t n_bytes;
    const char *text = via_doc_text(doc, &n_bytes);
    const via_names *names = via_finder_names(finder);
    struct collect collect = {text, 0, 0, VIA_BUFFER_INIT, VIA_BUFFER_INIT};
    via_side *side = side_of(doc, arena);
    bool has_all = side != NULL;

    *out = NULL;
    for (size_t i = 0; has_all && i < side->n_segs; i++) {
        look_at_segment(side, i, text);
        has_all = find_keys(side, finder, i, &collect);
    }
    if (has_all) {
        side->key_begin[side->n_segs] = collect.keys.n_bytes / sizeof(via_key);
        side->keys = (via_key *)(void *)via_arena_copy(arena, collect.keys.bytes,
                                                       collect.keys.n_bytes);
        find_block_ends(side);
        look_at_blocks(side);
        has_all = side->keys && keep_names(side, names, &collect, arena);
    }
    via_buffer_clear(&collect.keys);
    via_buffer_clear(&collect.uses);
    if (!has_all)
        return via_fail_memory(err);
    via_status st = via_token_sets_new(doc, arena, &side->tokens, err);
    if (st == VIA_OK && strcmp(via_doc_lang(doc), "th") == 0)
        st = read_thai(side, names, text, arena, err);
    if (st == VIA_OK)
        *out = side;
    return st;
}
