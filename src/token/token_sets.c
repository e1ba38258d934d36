/* Token sets: the tokens of each segment of a document, as hashes, each once. */
#include "token/token_sets.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"
#include "token/tokens.h"

/* A token and where in its segment it stands. */
struct token {
    uint64_t id;
    uint32_t first, last;
};

/* The tokens found so far: of finished segments each once. */
struct finding {
    via_buffer tokens; /* struct token */
    uint32_t n_here;   /* of the segment at hand */
};

static bool collect(void *data, const char *bytes, size_t n_bytes)
{
    struct finding *found = data;
    struct token token = {via_hash_bytes(bytes, n_bytes), found->n_here, found->n_here};

    found->n_here++;
    via_buffer_append(&found->tokens, (const char *)&token, sizeof token);
    return !found->tokens.has_failed;
}

static int compare(const void *a, const void *b)
{
    const struct token *left = a, *right = b;

    if (left->id != right->id)
        return left->id < right->id ? -1 : 1;
    return (left->first > right->first) - (left->first < right->first);
}

/* So few are in order sooner if each is put in its place than with qsort(). Chosen, not
 * tuned. */
#define FEW_TOKENS 128

/* Orders tokens that were found in order. */
static void sort(struct token *tokens, size_t n_tokens)
{
    if (n_tokens > FEW_TOKENS) {
        qsort(tokens, n_tokens, sizeof *tokens, compare);
        return;
    }
    for (size_t k = 1; k < n_tokens; k++) {
        struct token token = tokens[k];
        size_t place = k;

        for (; place > 0 && tokens[place - 1].id > token.id; place--)
            tokens[place] = tokens[place - 1];
        tokens[place] = token;
    }
}

/* Orders the tokens from `n_before` on and joins repeats. */
static void keep_each_once(struct finding *found, size_t n_before)
{
    size_t n_all = found->tokens.n_bytes / sizeof(struct token), n_kept = n_before;
    struct token *tokens = (struct token *)(void *)found->tokens.bytes;

    if (n_all == n_before)
        return;
    sort(tokens + n_before, n_all - n_before);
    for (size_t k = n_before; k < n_all; k++) {
        if (k == n_before || tokens[k].id != tokens[n_kept - 1].id)
            tokens[n_kept++] = tokens[k];
        else
            tokens[n_kept - 1].last = tokens[k].last;
    }
    found->tokens.n_bytes = n_kept * sizeof *tokens;
}

static via_status cut_segments(const via_doc *doc, via_tokenizer *tokenizer,
                               via_token_sets *out, struct finding *found,
                               via_error *err)
{
    size_t n_segs, n_bytes;
    const via_segment *segs = via_doc_segments(doc, &n_segs);
    const char *text = via_doc_text(doc, &n_bytes);
    via_status st = VIA_OK;

    for (size_t i = 0; st == VIA_OK && i < n_segs; i++) {
        found->n_here = 0;
        st = via_tokens_find(tokenizer, text, segs[i].begin, segs[i].end, collect,
                             found, err);
        keep_each_once(found, out->begin[i]);
        out->n_tokens[i] = found->n_here;
        out->begin[i + 1] = found->tokens.n_bytes / sizeof(struct token);
    }
    return st;
}

static uint16_t at_most(uint32_t n)
{
    return (uint16_t)(n < UINT16_MAX ? n : UINT16_MAX);
}

static bool keep_tokens(const struct finding *found, size_t n_segs, via_arena *arena,
                        via_token_sets *out)
{
    const struct token *tokens =
        (const struct token *)(const void *)found->tokens.bytes;
    size_t n = out->begin[n_segs];

    out->ids = via_arena_array(arena, n, sizeof *out->ids);
    out->before = via_arena_array(arena, n, sizeof *out->before);
    out->after = via_arena_array(arena, n, sizeof *out->after);
    if (!out->ids || !out->before || !out->after)
        return false;
    for (size_t i = 0; i < n_segs; i++) {
        for (size_t k = out->begin[i]; k < out->begin[i + 1]; k++) {
            out->ids[k] = tokens[k].id;
            out->before[k] = at_most(tokens[k].first);
            out->after[k] = at_most(out->n_tokens[i] - 1 - tokens[k].last);
        }
    }
    return true;
}

via_status via_token_sets_new(const via_doc *doc, via_arena *arena, via_token_sets *out,
                              via_error *err)
{
    size_t n_segs;
    struct finding found = {VIA_BUFFER_INIT, 0};
    via_tokenizer *tokenizer = via_tokenizer_new(via_doc_lang(doc));

    via_doc_segments(doc, &n_segs);
    *out =
        (via_token_sets){.begin = via_arena_array(arena, n_segs + 1, sizeof(size_t)),
                         .n_tokens = via_arena_array(arena, n_segs, sizeof(uint32_t))};
    via_status st = tokenizer && out->begin && out->n_tokens
                        ? cut_segments(doc, tokenizer, out, &found, err)
                        : via_fail_memory(err);
    if (st == VIA_OK && !keep_tokens(&found, n_segs, arena, out))
        st = via_fail_memory(err);
    via_buffer_clear(&found.tokens);
    via_tokenizer_free(tokenizer);
    return st;
}
