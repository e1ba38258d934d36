/* Token sets: the tokens of each segment of a document, as hashes, each once. */
#include "token/token_sets.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"
#include "token/tokens.h"

#include <stdlib.h>

static bool collect(void *data, const char *bytes, size_t n_bytes)
{
    via_buffer *found = data;
    uint64_t id = via_hash_bytes(bytes, n_bytes);

    via_buffer_append(found, (const char *)&id, sizeof id);
    return !found->has_failed;
}

static int compare(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

/* Orders and drops repeats; returns how many are left. */
static size_t keep_each_once(uint64_t *ids, size_t n_ids)
{
    size_t n_kept = 0;

    qsort(ids, n_ids, sizeof *ids, compare);
    for (size_t k = 0; k < n_ids; k++) {
        if (n_kept == 0 || ids[k] != ids[n_kept - 1])
            ids[n_kept++] = ids[k];
    }
    return n_kept;
}

via_status via_token_sets_new(const via_doc *doc, via_arena *arena, via_token_sets *out,
                              via_error *err)
{
    size_t n_segs, n_bytes;
    const via_segment *segs = via_doc_segments(doc, &n_segs);
    const char *text = via_doc_text(doc, &n_bytes), *lang = via_doc_lang(doc);
    via_buffer found = VIA_BUFFER_INIT;

    *out = (via_token_sets){via_arena_array(arena, n_segs + 1, sizeof(size_t)), NULL};
    for (size_t i = 0; out->begin && i < n_segs; i++) {
        size_t n_before = out->begin[i];

        if (!via_tokens_find(lang, text, segs[i].begin, segs[i].end, collect, &found))
            break;
        uint64_t *ids = (uint64_t *)(void *)found.bytes + n_before;
        size_t n_found = found.n_bytes / sizeof *ids - n_before;
        out->begin[i + 1] = n_before + (n_found ? keep_each_once(ids, n_found) : 0);
        found.n_bytes = out->begin[i + 1] * sizeof *ids;
    }
    out->ids = (uint64_t *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    bool is_well = out->begin && out->ids && !found.has_failed;
    via_buffer_clear(&found);
    return is_well ? VIA_OK : via_fail_memory(err);
}
