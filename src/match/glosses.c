/* Glosses: which tokens of two languages translate each other, and how likely. */
#include "match/glosses.h"

#include "base/buffer.h"
#include "base/status.h"
#include "match/sketch.h"

#include <stdlib.h>
#include <string.h>

/* What is less likely both ways is no gloss: it would be met by chance in a document
 * of some hundred tokens. Chosen, not tuned. */
#define GLOSS_MIN 0.05

/* Taken off each count: what two tokens did once proves nothing, least of all for the
 * documents in which they did it. Chosen, not tuned. */
#define COUNT_DISCOUNT 1.0

static double probability(double count, double known)
{
    double kept = count - COUNT_DISCOUNT;

    return kept > 0.0 ? kept / (known + VIA_LEXICON_PRIOR) : 0.0;
}

/* A gloss before its tokens are numbered: their hashes stand in place of numbers. */
static bool collect(const via_lexicon *lexicon, via_buffer *found)
{
    size_t n_src = via_intern_count(lexicon->ids[0]);

    for (size_t s = 0; s < n_src; s++) {
        uint64_t src_id, tgt_id;

        memcpy(&src_id, via_intern_text(lexicon->ids[0], (uint32_t)s, NULL), 8);
        for (size_t r = lexicon->row_begin[s]; r < lexicon->row_begin[s + 1]; r++) {
            const via_lexicon_entry *entry = &lexicon->rows[r];

            memcpy(&tgt_id, via_intern_text(lexicon->ids[1], entry->tgt, NULL), 8);
            via_gloss gloss = {
                via_sketch_token(src_id), via_sketch_token(tgt_id),
                (float)probability(entry->counts[0], lexicon->tokens[0][s].known),
                (float)probability(entry->counts[1],
                                   lexicon->tokens[1][entry->tgt].known)};
            if (gloss.src_to_tgt >= GLOSS_MIN || gloss.tgt_to_src >= GLOSS_MIN)
                via_buffer_append(found, (const char *)&gloss, sizeof gloss);
        }
    }
    return !found->has_failed;
}

static int compare_ids(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

static int compare_glosses(const void *a, const void *b)
{
    const via_gloss *left = a, *right = b;

    if (left->src != right->src)
        return left->src < right->src ? -1 : 1;
    return (left->tgt > right->tgt) - (left->tgt < right->tgt);
}

/* Orders the hashes and keeps each once. */
static bool number_tokens(via_gloss_tokens *tokens, const via_gloss *rows,
                          size_t n_rows, bool is_src)
{
    tokens->ids = malloc((n_rows + 1) * sizeof *tokens->ids);
    if (!tokens->ids)
        return false;
    for (size_t r = 0; r < n_rows; r++)
        tokens->ids[r] = is_src ? rows[r].src : rows[r].tgt;
    qsort(tokens->ids, n_rows, sizeof *tokens->ids, compare_ids);
    for (size_t r = 0; r < n_rows; r++) {
        if (tokens->n_ids == 0 || tokens->ids[r] != tokens->ids[tokens->n_ids - 1])
            tokens->ids[tokens->n_ids++] = tokens->ids[r];
    }
    return true;
}

static bool fill(via_glosses *glosses)
{
    if (!number_tokens(&glosses->src, glosses->rows, glosses->n_rows, true) ||
        !number_tokens(&glosses->tgt, glosses->rows, glosses->n_rows, false))
        return false;
    glosses->row_begin = calloc(glosses->src.n_ids + 1, sizeof(size_t));
    if (!glosses->row_begin)
        return false;
    for (size_t r = 0; r < glosses->n_rows; r++) {
        via_gloss *row = &glosses->rows[r];

        row->src = via_gloss_find(&glosses->src, row->src);
        row->tgt = via_gloss_find(&glosses->tgt, row->tgt);
        glosses->row_begin[row->src + 1]++;
    }
    for (size_t s = 0; s < glosses->src.n_ids; s++)
        glosses->row_begin[s + 1] += glosses->row_begin[s];
    return true;
}

via_status via_glosses_new(const via_lexicon *lexicon, via_glosses **out,
                           via_error *err)
{
    via_glosses *glosses = calloc(1, sizeof *glosses);
    via_buffer found = VIA_BUFFER_INIT;

    *out = NULL;
    if (!glosses || !collect(lexicon, &found) || !via_buffer_reserve(&found, 1)) {
        via_buffer_clear(&found);
        free(glosses);
        return via_fail_memory(err);
    }
    glosses->rows = (via_gloss *)(void *)found.bytes; /* taken over */
    glosses->n_rows = found.n_bytes / sizeof *glosses->rows;
    qsort(glosses->rows, glosses->n_rows, sizeof *glosses->rows, compare_glosses);
    if (!fill(glosses)) {
        via_glosses_free(glosses);
        return via_fail_memory(err);
    }
    *out = glosses;
    return VIA_OK;
}

void via_glosses_free(via_glosses *glosses)
{
    if (!glosses)
        return;
    free(glosses->src.ids);
    free(glosses->tgt.ids);
    free(glosses->rows);
    free(glosses->row_begin);
    free(glosses);
}

uint32_t via_gloss_find(const via_gloss_tokens *tokens, uint32_t id)
{
    size_t lo = 0, hi = tokens->n_ids;

    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;

        if (tokens->ids[middle] < id)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo < tokens->n_ids && tokens->ids[lo] == id ? (uint32_t)lo : VIA_GLOSS_NONE;
}
