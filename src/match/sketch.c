/* Sketch: what of a document tells its translations, as small numbers. */
#include "match/sketch.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/status.h"
#include "match/skeleton.h"
#include "text/doc.h"
#include "token/tokens.h"

#include <stdlib.h>
#include <string.h>

struct via_sketcher {
    char lang[VIA_LANG_BYTES];
    via_finder *finder;
    via_size_weights sizes;
};

via_status via_sketcher_new(const char *lang, const via_names *names,
                            via_sketcher **out, via_error *err)
{
    via_sketcher *sketcher = calloc(1, sizeof *sketcher);

    *out = NULL;
    if (!sketcher)
        return via_fail_memory(err);
    strncpy(sketcher->lang, lang, sizeof sketcher->lang - 1);
    via_status st = via_finder_new(lang, names, &sketcher->finder, err);
    if (st == VIA_OK)
        st = via_size_weights_load(lang, &sketcher->sizes, err);
    if (st != VIA_OK) {
        via_sketcher_free(sketcher);
        return st;
    }
    *out = sketcher;
    return VIA_OK;
}

void via_sketcher_free(via_sketcher *sketcher)
{
    if (!sketcher)
        return;
    via_finder_free(sketcher->finder);
    free(sketcher);
}

/* ---- Collecting ---------------------------------------------------------- */

struct collect {
    const via_sketcher *sketcher;
    const char *text;
    size_t n_bytes;    /* of the text */
    via_buffer traces; /* of via_trace */
    via_buffer tokens; /* of uint32_t */
    via_tokenizer *tokenizer;
};

/* Half of a good hash is good enough: that two of a million keys meet by chance costs
 * a pair of documents a few nats among hundreds. */
uint32_t via_sketch_token(uint64_t token)
{
    return (uint32_t)(token ^ token >> 32);
}

static bool add_trace(struct collect *collect, uint64_t id, size_t begin, int kind)
{
    via_trace trace = {via_sketch_token(id),
                       (uint16_t)(begin * UINT16_MAX / collect->n_bytes),
                       (uint8_t)kind};

    via_buffer_append(&collect->traces, (const char *)&trace, sizeof trace);
    return !collect->traces.has_failed;
}

static bool collect_key(void *data, const via_key *key)
{
    return add_trace(data, key->id, key->begin, key->kind);
}

static bool collect_name(void *data, const via_mention *mention)
{
    struct collect *collect = data;
    uint64_t ids[VIA_SKELETONS_MAX];
    size_t n_ids = via_skeletons_of(via_finder_names(collect->sketcher->finder),
                                    collect->text, mention->begin, mention->end, ids);

    for (size_t i = 0; i < n_ids; i++) {
        if (!add_trace(collect, ids[i], mention->begin, VIA_KEY_NAME))
            return false;
    }
    return true;
}

static bool collect_token(void *data, const char *bytes, size_t n_bytes)
{
    struct collect *collect = data;
    uint32_t token = via_sketch_token(via_hash_bytes(bytes, n_bytes));

    via_buffer_append(&collect->tokens, (const char *)&token, sizeof token);
    return !collect->tokens.has_failed;
}

/* ---- Keeping ------------------------------------------------------------- */

static int compare_traces(const void *a, const void *b)
{
    const via_trace *left = a, *right = b;

    if (left->id != right->id)
        return left->id < right->id ? -1 : 1;
    return (left->place > right->place) - (left->place < right->place);
}

static int compare_tokens(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* Keeps the first of equal traces. */
static size_t keep_traces(via_trace *traces, size_t n_traces)
{
    size_t n_kept = 0;

    if (n_traces)
        qsort(traces, n_traces, sizeof *traces, compare_traces);
    for (size_t i = 0; i < n_traces; i++) {
        if (n_kept == 0 || traces[i].id != traces[n_kept - 1].id)
            traces[n_kept++] = traces[i];
    }
    return n_kept;
}

static size_t keep_tokens(uint32_t *tokens, size_t n_tokens)
{
    size_t n_kept = 0;

    if (n_tokens)
        qsort(tokens, n_tokens, sizeof *tokens, compare_tokens);
    for (size_t i = 0; i < n_tokens; i++) {
        if (n_kept == 0 || tokens[i] != tokens[n_kept - 1])
            tokens[n_kept++] = tokens[i];
    }
    return n_kept;
}

static via_status keep(struct collect *collect, via_sketch *out, via_error *err)
{
    via_trace *traces = (via_trace *)(void *)collect->traces.bytes;
    uint32_t *tokens = (uint32_t *)(void *)collect->tokens.bytes;
    size_t n_traces = keep_traces(traces, collect->traces.n_bytes / sizeof *traces);
    size_t n_tokens = keep_tokens(tokens, collect->tokens.n_bytes / sizeof *tokens);

    out->traces = malloc((n_traces + 1) * sizeof *traces);
    out->tokens = malloc((n_tokens + 1) * sizeof *tokens);
    if (!out->traces || !out->tokens)
        return via_fail_memory(err);
    if (n_traces)
        memcpy(out->traces, traces, n_traces * sizeof *traces);
    if (n_tokens)
        memcpy(out->tokens, tokens, n_tokens * sizeof *tokens);
    out->n_traces = (uint32_t)n_traces;
    out->n_tokens = (uint32_t)n_tokens;
    return VIA_OK;
}

static via_status look_at_block(struct collect *collect, const via_block *block,
                                via_sketch *out, via_error *err)
{
    via_size_counts counts = via_size_count(collect->text, block->begin, block->end);

    out->size += (float)via_size_of(&counts, &collect->sketcher->sizes);
    if (!via_keys_find(collect->sketcher->finder, collect->text, block->begin,
                       block->end, collect_key, collect_name, collect))
        return via_fail_memory(err);
    return via_tokens_find(collect->tokenizer, collect->text, block->begin, block->end,
                           collect_token, collect, err);
}

via_status via_sketch_make(const via_sketcher *sketcher, const via_doc *doc,
                           via_sketch *out, via_error *err)
{
    struct collect collect = {.sketcher = sketcher};
    via_status st = VIA_OK;

    *out = (via_sketch){0};
    collect.text = via_doc_text(doc, &collect.n_bytes);
    collect.tokenizer = via_tokenizer_new(sketcher->lang);
    if (!collect.tokenizer)
        st = via_fail_memory(err);
    for (size_t b = 0; st == VIA_OK && b < doc->n_blocks; b++)
        st = look_at_block(&collect, &doc->blocks[b], out, err);
    out->text_id = via_hash_bytes(collect.text, collect.n_bytes);
    if (st == VIA_OK)
        st = keep(&collect, out, err);
    via_tokenizer_free(collect.tokenizer);
    via_buffer_clear(&collect.traces);
    via_buffer_clear(&collect.tokens);
    if (st != VIA_OK)
        via_sketch_clear(out);
    return st;
}

void via_sketch_clear(via_sketch *sketch)
{
    free(sketch->traces);
    free(sketch->tokens);
    *sketch = (via_sketch){0};
}

double via_sketch_overlap(const via_sketch *a, const via_sketch *b)
{
    size_t n_both = 0, i = 0, j = 0;

    while (i < a->n_tokens && j < b->n_tokens) {
        uint32_t left = a->tokens[i], right = b->tokens[j];

        n_both += left == right;
        i += left <= right;
        j += right <= left;
    }
    size_t n_all = a->n_tokens + b->n_tokens - n_both;
    return n_all ? (double)n_both / (double)n_all : 1.0;
}
