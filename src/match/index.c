/* Index: which documents of two languages hold the same keys, and what that tells. */
#include "match/index.h"

#include "base/buffer.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A few documents do not tell how rare a key is: so many are thought beside them, none
 * of which holds it. Chosen, not tuned. */
#define PRIOR_DOCS 20.0
/* A key that no document of the other language holds is missing there, if these are
 * many, or is found in one language only, for all we know, if these are few. */
#define ONE_SIDED_DOCS 4.0
/* What one kind of key is worth beside a number of the same rarity. Small numbers come
 * and go; consonants are a coarse ear; the same letters may begin other words. Chosen,
 * not tuned. */
static const float KIND_WORTH[VIA_SLOT_N_KINDS] = {
    [VIA_KEY_NUMBER] = 1.0F, [VIA_KEY_SMALL] = 0.3F, [VIA_KEY_TERM] = 0.7F,
    [VIA_KEY_NAME] = 0.7F,   [VIA_KEY_COPY] = 1.0F,  [VIA_KEY_PREFIX] = 0.7F,
    [VIA_KEY_GLOSS] = 0.7F,
};
/* Glosses that are less likely, both directions multiplied, make no key. */
#define GLOSS_KEY_MIN 0.04F

struct posting {
    uint64_t id; /* kind and key */
    uint32_t doc;
    uint16_t place;
    uint8_t kind, side;
};

/* ---- Postings ------------------------------------------------------------ */

static void add_posting(via_buffer *to, uint8_t kind, uint32_t id, uint32_t doc,
                        uint16_t place, int side)
{
    struct posting posting = {(uint64_t)kind << 32 | id, doc, place, kind,
                              (uint8_t)side};

    via_buffer_append(to, (const char *)&posting, sizeof posting);
}

static bool makes_key(const via_gloss *gloss)
{
    return gloss->src_to_tgt * gloss->tgt_to_src >= GLOSS_KEY_MIN;
}

/* The glosses of a target token, by number: the rows once more, the other way. */
struct columns {
    size_t *begin;
    uint32_t *rows;
};

static void columns_clear(struct columns *columns)
{
    free(columns->begin);
    free(columns->rows);
}

static bool columns_fill(struct columns *columns, const via_glosses *glosses)
{
    size_t n_tgt = glosses->tgt.n_ids;

    columns->begin = calloc(n_tgt + 2, sizeof *columns->begin);
    columns->rows = calloc(glosses->n_rows + 1, sizeof *columns->rows);
    if (!columns->begin || !columns->rows)
        return false;
    for (size_t r = 0; r < glosses->n_rows; r++)
        columns->begin[glosses->rows[r].tgt + 2]++;
    for (size_t t = 0; t < n_tgt; t++)
        columns->begin[t + 2] += columns->begin[t + 1];
    for (size_t r = 0; r < glosses->n_rows; r++)
        columns->rows[columns->begin[glosses->rows[r].tgt + 1]++] = (uint32_t)r;
    return true;
}

static void post_glosses(const via_index *index, const struct columns *columns,
                         int side, uint32_t doc, via_buffer *to)
{
    const via_index_side *at = &index->sides[side];
    const via_glosses *glosses = index->glosses;

    for (size_t k = at->token_begin[doc]; k < at->token_begin[doc + 1]; k++) {
        uint32_t token = at->tokens[k];
        const size_t *begin = side ? columns->begin : glosses->row_begin;

        for (size_t i = begin[token]; i < begin[token + 1]; i++) {
            size_t row = side ? columns->rows[i] : i;

            if (makes_key(&glosses->rows[row]))
                add_posting(to, VIA_KEY_GLOSS, (uint32_t)row, doc, 0, side);
        }
    }
}

static void post_side(const via_index *index, const struct columns *columns, int side,
                      via_buffer *to)
{
    const via_index_side *at = &index->sides[side];

    for (size_t d = 0; d < at->n_docs; d++) {
        const via_sketch *sketch = &at->sketches[d];

        for (size_t i = 0; i < sketch->n_traces; i++)
            add_posting(to, sketch->traces[i].kind, sketch->traces[i].id, (uint32_t)d,
                        sketch->traces[i].place, side);
        if (index->glosses)
            post_glosses(index, columns, side, (uint32_t)d, to);
    }
}

static int compare_postings(const void *a, const void *b)
{
    const struct posting *left = a, *right = b;

    if (left->id != right->id)
        return left->id < right->id ? -1 : 1;
    if (left->side != right->side)
        return left->side < right->side ? -1 : 1;
    return (left->doc > right->doc) - (left->doc < right->doc);
}

/* ---- Groups -------------------------------------------------------------- */

/* Rarity, in nats, of what `n_holders` of `n_docs` documents hold. */
static double rarity(size_t n_holders, size_t n_docs)
{
    return -log(((double)n_holders + 0.5) / ((double)n_docs + PRIOR_DOCS));
}

static float group_weight(const via_index *index, const via_key_group *group,
                          uint8_t kind)
{
    double weight = INFINITY;

    for (int side = 0; side < 2; side++) {
        size_t n_docs = index->sides[side].n_docs;
        double here = rarity(group->end[side] - group->begin[side], n_docs);

        if (here < weight)
            weight = here;
    }
    for (int side = 0; side < 2; side++) {
        if (group->end[side] == group->begin[side])
            weight *=
                ONE_SIDED_DOCS / (ONE_SIDED_DOCS + (double)index->sides[side].n_docs);
    }
    return weight > 0.0 ? (float)weight * KIND_WORTH[kind] : 0.0F;
}

/* Cuts the ordered postings into groups. */
static void group_postings(via_index *index, const struct posting *postings,
                           size_t n_postings)
{
    for (size_t begin = 0; begin < n_postings;) {
        via_key_group *group = &index->groups[index->n_groups++];
        size_t middle = begin, end;

        while (middle < n_postings && postings[middle].id == postings[begin].id &&
               postings[middle].side == 0)
            middle++;
        for (end = middle; end < n_postings && postings[end].id == postings[begin].id;)
            end++;
        *group = (via_key_group){{begin, middle}, {middle, end}, 0.0F};
        group->weight = group_weight(index, group, postings[begin].kind);
        begin = end;
    }
    for (size_t i = 0; i < n_postings; i++)
        index->holders[i] = postings[i].doc;
}

/* Gives each document its slots, by counting; `next` has room for a document more. */
static void fill_slots(via_index *index, int side, const struct posting *postings)
{
    via_index_side *at = &index->sides[side];

    for (size_t g = 0; g < index->n_groups; g++) {
        const via_key_group *group = &index->groups[g];

        for (size_t i = group->begin[side]; i < group->end[side]; i++)
            at->slot_begin[postings[i].doc + 1]++;
    }
    for (size_t d = 0; d < at->n_docs; d++)
        at->slot_begin[d + 1] += at->slot_begin[d];
    for (size_t g = 0; g < index->n_groups; g++) {
        const via_key_group *group = &index->groups[g];

        for (size_t i = group->begin[side]; i < group->end[side]; i++)
            at->slots[at->slot_begin[postings[i].doc]++] =
                (via_slot){(uint32_t)g, postings[i].place, postings[i].kind};
    }
    /* Each begin has moved to where the next document begins. */
    memmove(at->slot_begin + 1, at->slot_begin, at->n_docs * sizeof *at->slot_begin);
    at->slot_begin[0] = 0;
}

static size_t count_groups(const struct posting *postings, size_t n_postings)
{
    size_t n_groups = n_postings > 0;

    for (size_t i = 1; i < n_postings; i++)
        n_groups += postings[i].id != postings[i - 1].id;
    return n_groups;
}

static bool fill_groups(via_index *index, struct posting *postings, size_t n_postings)
{
    if (n_postings)
        qsort(postings, n_postings, sizeof *postings, compare_postings);
    index->groups =
        calloc(count_groups(postings, n_postings) + 1, sizeof *index->groups);
    index->holders = malloc((n_postings + 1) * sizeof *index->holders);
    for (int side = 0; side < 2; side++) {
        via_index_side *at = &index->sides[side];
        size_t n_slots = 0;

        for (size_t i = 0; i < n_postings; i++)
            n_slots += postings[i].side == side;
        at->slot_begin = calloc(at->n_docs + 2, sizeof *at->slot_begin);
        at->slots = malloc((n_slots + 1) * sizeof *at->slots);
        if (!at->slot_begin || !at->slots)
            return false;
    }
    if (!index->groups || !index->holders)
        return false;
    group_postings(index, postings, n_postings);
    fill_slots(index, 0, postings);
    fill_slots(index, 1, postings);
    return true;
}

/* ---- Tokens -------------------------------------------------------------- */

/* Numbers the tokens of each document, and weighs them by how rare they are. */
static bool fill_tokens(via_index_side *side, const via_gloss_tokens *tokens)
{
    via_buffer found = VIA_BUFFER_INIT;

    side->token_begin = calloc(side->n_docs + 1, sizeof *side->token_begin);
    side->token_weights = calloc(tokens->n_ids + 1, sizeof *side->token_weights);
    if (!side->token_begin || !side->token_weights)
        return false;
    for (size_t d = 0; d < side->n_docs; d++) {
        const via_sketch *sketch = &side->sketches[d];

        for (size_t i = 0; i < sketch->n_tokens; i++) {
            uint32_t token = via_gloss_find(tokens, sketch->tokens[i]);

            if (token == VIA_GLOSS_NONE)
                continue;
            via_buffer_append(&found, (const char *)&token, sizeof token);
            side->token_weights[token] += 1.0F;
        }
        side->token_begin[d + 1] = found.n_bytes / sizeof(uint32_t);
    }
    for (size_t t = 0; t < tokens->n_ids; t++)
        side->token_weights[t] =
            fmaxf(0.0F, (float)rarity((size_t)side->token_weights[t], side->n_docs));
    via_buffer_reserve(&found, 1);
    side->tokens = (uint32_t *)(void *)found.bytes; /* taken over */
    return !found.has_failed;
}

static bool fill(via_index *index)
{
    via_buffer found = VIA_BUFFER_INIT;
    struct columns columns = {NULL, NULL};
    bool is_well = true;

    if (index->glosses)
        is_well = fill_tokens(&index->sides[0], &index->glosses->src) &&
                  fill_tokens(&index->sides[1], &index->glosses->tgt) &&
                  columns_fill(&columns, index->glosses);
    for (int side = 0; is_well && side < 2; side++)
        post_side(index, &columns, side, &found);
    is_well = is_well && !found.has_failed &&
              fill_groups(index, (struct posting *)(void *)found.bytes,
                          found.n_bytes / sizeof(struct posting));
    via_buffer_clear(&found);
    columns_clear(&columns);
    return is_well;
}

via_status via_index_new(const via_sketch *src, size_t n_src, const via_sketch *tgt,
                         size_t n_tgt, const via_glosses *glosses, via_index **out,
                         via_error *err)
{
    via_index *index = calloc(1, sizeof *index);

    *out = NULL;
    if (!index)
        return via_fail_memory(err);
    index->sides[0] = (via_index_side){.sketches = src, .n_docs = n_src};
    index->sides[1] = (via_index_side){.sketches = tgt, .n_docs = n_tgt};
    index->glosses = glosses;
    if (!fill(index)) {
        via_index_free(index);
        return via_fail_memory(err);
    }
    *out = index;
    return VIA_OK;
}

void via_index_free(via_index *index)
{
    if (!index)
        return;
    for (int side = 0; side < 2; side++) {
        free(index->sides[side].slot_begin);
        free(index->sides[side].slots);
        free(index->sides[side].token_begin);
        free(index->sides[side].tokens);
        free(index->sides[side].token_weights);
    }
    free(index->groups);
    free(index->holders);
    free(index);
}
