/* Token sets: the tokens of each segment of a document, as hashes, each once. */
#include "token/token_sets.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"
#include "token/tokens.h"

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

/* Orders the tokens from `n_before` on and drops repeats. */
static void keep_each_once(via_buffer *found, size_t n_before)
{
    size_t n_all = found->n_bytes / sizeof(uint64_t), n_kept = n_before;
    uint64_t *ids = (uint64_t *)(void *)found->bytes;

    if (n_all == n_before)
        return;
    qsort(ids + n_before, n_all - n_before, sizeof *ids, compare);
    for (size_t k = n_before; k < n_all; k++) {
        if (k == n_before || ids[k] != ids[n_kept - 1])
            ids[n_kept++] = ids[k];
    }
    found->n_bytes = n_kept * sizeof *ids;
}

static via_status cut_segments(const via_doc *doc, via_tokenizer *tokenizer,
                               size_t *begin, via_buffer *found, via_error *err)
{
    size_t n_segs, n_bytes;
    const via_segment *segs = via_doc_segments(doc, &n_segs);
    const char *text = via_doc_text(doc, &n_bytes);
    via_status st = VIA_OK;

    for (size_t i = 0; st == VIA_OK && i < n_segs; i++) {
        st = via_tokens_find(tokenizer, text, segs[i].begin, segs[i].end, collect,
                             found, err);
        keep_each_once(found, begin[i]);
        begin[i + 1] = found->n_bytes / sizeof(uint64_t);
    }
    return st;
}

via_status via_token_sets_new(const via_doc *doc, via_arena *arena, via_token_sets *out,
                              via_error *err)
{
    size_t n_segs;
    via_buffer found = VIA_BUFFER_INIT;
    via_tokenizer *tokenizer = via_tokenizer_new(via_doc_lang(doc));

    via_doc_segments(doc, &n_segs);
    *out = (via_token_sets){via_arena_array(arena, n_segs + 1, sizeof(size_t)), NULL};
    via_status st = tokenizer && out->begin
                        ? cut_segments(doc, tokenizer, out->begin, &found, err)
                        : via_fail_memory(err);
    if (st == VIA_OK)
        out->ids =
            (uint64_t *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    if (st == VIA_OK && !out->ids)
        st = via_fail_memory(err);
    via_buffer_clear(&found);
    via_tokenizer_free(tokenizer);
    return st;
}
