/* Parallel text: trusted beads as sets of small numbers, one for each token. */
#include "evidence/parallel_text.h"

#include "base/buffer.h"
#include "base/status.h"

#include <stdlib.h>
#include <string.h>

/* So many beads are enough, and bound the memory. */
#define BEADS_MAX 200000

struct gather {
    via_parallel_text *text;
    via_lexicon *lexicon;
    via_buffer tokens[2]; /* uint32_t */
    via_buffer beads;     /* via_lexicon_bead */
};

static int compare_tokens(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

static int compare_lessons(const void *a, const void *b)
{
    const via_lexicon_lesson *left = a, *right = b;

    if (left->pair_id != right->pair_id)
        return left->pair_id < right->pair_id ? -1 : 1;
    return (left->bead_begin > right->bead_begin) -
           (left->bead_begin < right->bead_begin);
}

/* Adds the tokens of segments [begin, end), each once. */
static bool gather_tokens(struct gather *gather, int which, const via_token_sets *sets,
                          size_t begin, size_t end)
{
    via_buffer *found = &gather->tokens[which];
    size_t n_before = found->n_bytes / sizeof(uint32_t);

    for (size_t k = sets->begin[begin]; k < sets->begin[end]; k++) {
        uint32_t id = via_intern_add(gather->lexicon->ids[which],
                                     (const char *)&sets->ids[k], sizeof sets->ids[k]);

        if (id == VIA_INTERN_NONE)
            return false;
        via_buffer_append(found, (const char *)&id, sizeof id);
    }
    if (found->has_failed)
        return false;
    uint32_t *list = (uint32_t *)(void *)found->bytes + n_before;
    size_t n_all = found->n_bytes / sizeof(uint32_t) - n_before, n_kept = 0;
    if (n_all)
        qsort(list, n_all, sizeof *list, compare_tokens);
    for (size_t k = 0; k < n_all; k++) {
        if (n_kept == 0 || list[k] != list[n_kept - 1])
            list[n_kept++] = list[k];
    }
    found->n_bytes = (n_before + n_kept) * sizeof(uint32_t);
    return true;
}

static bool is_trusted(const via_lexicon_text *text, const via_bead *bead)
{
    if (bead->confidence < VIA_LEXICON_TRUST_MIN || bead->src_begin == bead->src_end ||
        bead->tgt_begin == bead->tgt_end)
        return false;
    const size_t *src = text->src->tokens.begin, *tgt = text->tgt->tokens.begin;
    size_t n_src = src[bead->src_end] - src[bead->src_begin];
    size_t n_tgt = tgt[bead->tgt_end] - tgt[bead->tgt_begin];
    return n_src && n_tgt && n_src <= VIA_BEAD_TOKENS_MAX &&
           n_tgt <= VIA_BEAD_TOKENS_MAX;
}

static size_t n_gathered(const struct gather *gather)
{
    return gather->beads.n_bytes / sizeof(via_lexicon_bead);
}

static bool gather_bead(struct gather *gather, const via_lexicon_text *text,
                        const via_bead *bead)
{
    via_parallel_text *out = gather->text;
    size_t n = n_gathered(gather);
    via_lexicon_bead kept = {(uint32_t)bead->src_begin, (uint32_t)bead->src_end,
                             (uint32_t)bead->tgt_begin, (uint32_t)bead->tgt_end,
                             (float)bead->confidence};

    if (!gather_tokens(gather, 0, &text->src->tokens, bead->src_begin, bead->src_end) ||
        !gather_tokens(gather, 1, &text->tgt->tokens, bead->tgt_begin, bead->tgt_end))
        return false;
    via_buffer_append(&gather->beads, (const char *)&kept, sizeof kept);
    out->weight[n] = kept.weight;
    for (int side = 0; side < 2; side++)
        out->begin[side][n + 1] = gather->tokens[side].n_bytes / sizeof(uint32_t);
    return !gather->beads.has_failed;
}

static bool gather_text(struct gather *gather, const via_lexicon_text *text)
{
    via_lexicon_lesson *lesson =
        &gather->lexicon->lessons[gather->lexicon->n_lessons++];

    *lesson = (via_lexicon_lesson){via_lexicon_pair_id(text->src, text->tgt),
                                   n_gathered(gather), 0};
    for (size_t b = 0; b < text->n_beads && n_gathered(gather) < BEADS_MAX; b++) {
        if (is_trusted(text, &text->beads[b]) &&
            !gather_bead(gather, text, &text->beads[b]))
            return false;
    }
    lesson->bead_end = n_gathered(gather);
    return true;
}

static bool make_room(via_parallel_text *text, size_t n_beads)
{
    text->weight = calloc(n_beads + 1, sizeof *text->weight);
    for (int side = 0; side < 2; side++)
        text->begin[side] = calloc(n_beads + 1, sizeof(size_t));
    return text->weight && text->begin[0] && text->begin[1];
}

static bool count_tokens(via_parallel_text *text, const via_lexicon *lexicon, int side)
{
    text->n_tokens[side] = via_intern_count(lexicon->ids[side]);
    uint32_t *counts = calloc(text->n_tokens[side] + 1, sizeof *counts);

    text->n_beads_with[side] = counts;
    for (size_t k = 0; counts && k < text->begin[side][text->n_beads]; k++)
        counts[text->tokens[side][k]]++;
    return counts != NULL;
}

uint64_t via_lexicon_pair_id(const via_side *src, const via_side *tgt)
{
    uint64_t parts[4] = {
        via_hash_bytes((const char *)src->line_ids, src->n_segs * sizeof(uint64_t)),
        via_hash_bytes((const char *)tgt->line_ids, tgt->n_segs * sizeof(uint64_t)),
        src->n_segs, tgt->n_segs};

    return via_hash_bytes((const char *)parts, sizeof parts);
}

via_status via_parallel_text_init(via_parallel_text *text,
                                  const via_lexicon_text *texts, size_t n_texts,
                                  via_lexicon *lexicon, via_error *err)
{
    struct gather gather = {
        text, lexicon, {VIA_BUFFER_INIT, VIA_BUFFER_INIT}, VIA_BUFFER_INIT};
    size_t n_beads = 0;

    *text = (via_parallel_text){0};
    for (size_t t = 0; t < n_texts; t++)
        n_beads += texts[t].n_beads;
    lexicon->lessons = calloc(n_texts + 1, sizeof *lexicon->lessons);
    bool is_well = lexicon->lessons && make_room(text, n_beads);
    for (size_t t = 0; is_well && t < n_texts; t++)
        is_well = gather_text(&gather, &texts[t]);
    text->n_beads = n_gathered(&gather);
    lexicon->beads = (via_lexicon_bead *)(void *)gather.beads.bytes;
    for (int side = 0; side < 2; side++)
        text->tokens[side] = (uint32_t *)(void *)gather.tokens[side].bytes;
    is_well =
        is_well && count_tokens(text, lexicon, 0) && count_tokens(text, lexicon, 1);
    if (!is_well)
        return via_fail_memory(err);
    qsort(lexicon->lessons, lexicon->n_lessons, sizeof *lexicon->lessons,
          compare_lessons);
    return VIA_OK;
}

void via_parallel_text_clear(via_parallel_text *text)
{
    free(text->weight);
    for (int side = 0; side < 2; side++) {
        free(text->begin[side]);
        free(text->tokens[side]);
        free(text->n_beads_with[side]);
    }
    *text = (via_parallel_text){0};
}
