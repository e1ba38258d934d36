/* Couples: which documents are worth comparing, found through the index.
 *
 * The similarity is the cosine of rarities. Common keys are read last and in a large
 * corpus not at all: what every hundredth document holds finds nothing. */
#include "match/couples.h"

#include "base/buffer.h"
#include "base/parallel.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A document reads so many holders of its keys. Chosen, not tuned: about what takes as
 * long as reading the document itself. */
#define HOLDERS_MAX 20000
/* Squared nats that every document has, so that one with a single key is not the best
 * for all who hold it. Chosen, not tuned. */
#define PRIOR_MASS 25.0

struct found {
    uint32_t doc;
    float score;
};

struct desk {
    float *scores;     /* by document of the other side; zero between items */
    uint32_t *touched; /* documents with a score */
    size_t n_touched;
    via_buffer keys; /* of uint32_t: groups of the document at hand */
};

struct work {
    const via_index *index;
    int side;         /* that asks */
    float *masses[2]; /* by document: sum of squared weights */
    struct desk *desks;
    struct found *found; /* VIA_COUPLES_PER_DOC by document that asks */
    size_t *n_found;
    bool *has_failed; /* by document that asks */
};

/* ---- One document -------------------------------------------------------- */

static size_t n_holders(const via_key_group *group, int side)
{
    return group->end[side] - group->begin[side];
}

struct key {
    size_t n_holders;
    uint32_t group;
};

static int compare_keys(const void *a, const void *b)
{
    const struct key *left = a, *right = b;

    if (left->n_holders != right->n_holders)
        return left->n_holders < right->n_holders ? -1 : 1;
    return (left->group > right->group) - (left->group < right->group);
}

/* Lists the keys that the other side holds, rare ones first. */
static size_t list_keys(const struct work *work, struct desk *desk, size_t doc)
{
    const via_index_side *at = &work->index->sides[work->side];

    desk->keys.n_bytes = 0;
    for (size_t i = at->slot_begin[doc]; i < at->slot_begin[doc + 1]; i++) {
        uint32_t group = at->slots[i].group;
        struct key key = {n_holders(&work->index->groups[group], 1 - work->side),
                          group};

        if (key.n_holders)
            via_buffer_append(&desk->keys, (const char *)&key, sizeof key);
    }
    size_t n_keys = desk->keys.n_bytes / sizeof(struct key);
    if (n_keys)
        qsort(desk->keys.bytes, n_keys, sizeof(struct key), compare_keys);
    return n_keys;
}

static void add_scores(const struct work *work, struct desk *desk, uint32_t number)
{
    const via_key_group *group = &work->index->groups[number];
    int other = 1 - work->side;

    for (size_t i = group->begin[other]; i < group->end[other]; i++) {
        uint32_t doc = work->index->holders[i];

        if (desk->scores[doc] == 0.0F)
            desk->touched[desk->n_touched++] = doc;
        desk->scores[doc] += group->weight * group->weight;
    }
}

static bool is_better(const struct found *a, const struct found *b)
{
    return a->score != b->score ? a->score > b->score : a->doc < b->doc;
}

/* Puts a document in its place among the best, if it is one of them. */
static size_t keep(struct found *best, size_t n_best, struct found found)
{
    size_t at = n_best;

    if (n_best == VIA_COUPLES_PER_DOC) {
        if (!is_better(&found, &best[n_best - 1]))
            return n_best;
        at = n_best - 1;
    }
    for (; at > 0 && is_better(&found, &best[at - 1]); at--)
        best[at] = best[at - 1];
    best[at] = found;
    return n_best < VIA_COUPLES_PER_DOC ? n_best + 1 : n_best;
}

static void ask(void *data, size_t item, size_t worker)
{
    struct work *work = data;
    struct desk *desk = &work->desks[worker];
    size_t n_keys = list_keys(work, desk, item), n_read = 0, n_best = 0;
    const struct key *keys = (const struct key *)(const void *)desk->keys.bytes;
    struct found *best = &work->found[item * VIA_COUPLES_PER_DOC];

    work->has_failed[item] = desk->keys.has_failed;
    desk->n_touched = 0;
    for (size_t k = 0; k < n_keys && n_read + keys[k].n_holders <= HOLDERS_MAX; k++) {
        if (work->index->groups[keys[k].group].weight > 0.0F)
            add_scores(work, desk, keys[k].group);
        n_read += keys[k].n_holders;
    }
    for (size_t i = 0; i < desk->n_touched; i++) {
        uint32_t doc = desk->touched[i];
        float mass = work->masses[1 - work->side][doc] + (float)PRIOR_MASS;

        n_best =
            keep(best, n_best, (struct found){doc, desk->scores[doc] / sqrtf(mass)});
        desk->scores[doc] = 0.0F;
    }
    work->n_found[item] = n_best;
}

/* ---- All documents ------------------------------------------------------- */

static bool weigh(struct work *work, int side)
{
    const via_index_side *at = &work->index->sides[side];

    work->masses[side] = calloc(at->n_docs + 1, sizeof(float));
    for (size_t d = 0; work->masses[side] && d < at->n_docs; d++) {
        for (size_t i = at->slot_begin[d]; i < at->slot_begin[d + 1]; i++) {
            float weight = work->index->groups[at->slots[i].group].weight;

            work->masses[side][d] += weight * weight;
        }
    }
    return work->masses[side] != NULL;
}

static void desks_free(struct desk *desks, size_t n_desks)
{
    for (size_t w = 0; desks && w < n_desks; w++) {
        free(desks[w].scores);
        free(desks[w].touched);
        via_buffer_clear(&desks[w].keys);
    }
    free(desks);
}

static struct desk *desks_new(size_t n_desks, size_t n_docs)
{
    struct desk *desks = calloc(n_desks, sizeof *desks);
    bool is_well = desks != NULL;

    for (size_t w = 0; is_well && w < n_desks; w++) {
        desks[w].scores = calloc(n_docs + 1, sizeof *desks[w].scores);
        desks[w].touched = calloc(n_docs + 1, sizeof *desks[w].touched);
        is_well = desks[w].scores && desks[w].touched;
    }
    if (is_well)
        return desks;
    desks_free(desks, n_desks);
    return NULL;
}

static bool take_found(const struct work *work, size_t n_docs, via_buffer *out)
{
    for (size_t d = 0; d < n_docs; d++) {
        const struct found *found = &work->found[d * VIA_COUPLES_PER_DOC];

        if (work->has_failed[d])
            return false;
        for (size_t i = 0; i < work->n_found[d]; i++) {
            via_couple candidate = {(uint32_t)d, found[i].doc, 0.0};

            if (work->side)
                candidate = (via_couple){found[i].doc, (uint32_t)d, 0.0};
            via_buffer_append(out, (const char *)&candidate, sizeof candidate);
        }
    }
    return !out->has_failed;
}

/* Asks on behalf of one side; appends what was found to `out`. */
static bool ask_all(struct work *work, size_t n_workers, via_buffer *out)
{
    size_t n_docs = work->index->sides[work->side].n_docs;
    size_t n_others = work->index->sides[1 - work->side].n_docs;

    work->desks = desks_new(n_workers, n_others);
    work->found = calloc(n_docs * VIA_COUPLES_PER_DOC + 1, sizeof *work->found);
    work->n_found = calloc(n_docs + 1, sizeof *work->n_found);
    work->has_failed = calloc(n_docs + 1, sizeof *work->has_failed);

    bool is_well = work->desks && work->found && work->n_found && work->has_failed;
    if (is_well) {
        via_parallel_for(n_docs, n_workers, ask, work);
        is_well = take_found(work, n_docs, out);
    }
    desks_free(work->desks, n_workers);
    free(work->found);
    free(work->n_found);
    free(work->has_failed);
    return is_well;
}

static int compare_candidates(const void *a, const void *b)
{
    const via_couple *left = a, *right = b;

    if (left->src != right->src)
        return left->src < right->src ? -1 : 1;
    return (left->tgt > right->tgt) - (left->tgt < right->tgt);
}

static size_t keep_each_once(via_couple *candidates, size_t n_candidates)
{
    size_t n_kept = 0;

    if (n_candidates)
        qsort(candidates, n_candidates, sizeof *candidates, compare_candidates);
    for (size_t i = 0; i < n_candidates; i++) {
        if (n_kept == 0 ||
            compare_candidates(&candidates[i], &candidates[n_kept - 1]) != 0)
            candidates[n_kept++] = candidates[i];
    }
    return n_kept;
}

via_status via_couples_find(const via_index *index, size_t n_workers, via_couple **out,
                            size_t *n_out, via_error *err)
{
    struct work work = {.index = index};
    via_buffer found = VIA_BUFFER_INIT;
    bool is_well = weigh(&work, 0) && weigh(&work, 1);

    *out = NULL;
    *n_out = 0;
    for (work.side = 0; is_well && work.side < 2; work.side++)
        is_well = ask_all(&work, n_workers, &found);
    free(work.masses[0]);
    free(work.masses[1]);
    if (!is_well || !via_buffer_reserve(&found, 1)) {
        via_buffer_clear(&found);
        return via_fail_memory(err);
    }
    *out = (via_couple *)(void *)found.bytes; /* taken over */
    *n_out = keep_each_once(*out, found.n_bytes / sizeof **out);
    return VIA_OK;
}
