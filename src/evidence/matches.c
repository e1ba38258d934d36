/* Matches: keys that stand on both sides of a pair of documents. */
#include "evidence/matches.h"

#include "base/status.h"

#include <stdlib.h>

/* A key and where it stands. */
struct posting {
    uint64_t id;
    uint32_t seg;
    uint8_t kind;
};

static int compare_postings(const void *a, const void *b)
{
    const struct posting *left = a, *right = b;

    if (left->id != right->id)
        return left->id < right->id ? -1 : 1;
    return (left->seg > right->seg) - (left->seg < right->seg);
}

static struct posting *list_postings(const via_side *side, via_arena *arena)
{
    size_t n_keys = side->key_begin[side->n_segs];
    struct posting *list = via_arena_array(arena, n_keys, sizeof *list);

    if (!list)
        return NULL;
    for (size_t i = 0; i < side->n_segs; i++) {
        for (size_t k = side->key_begin[i]; k < side->key_begin[i + 1]; k++)
            list[k] =
                (struct posting){side->keys[k].id, (uint32_t)i, side->keys[k].kind};
    }
    qsort(list, n_keys, sizeof *list, compare_postings);
    return list;
}

static bool make_room(via_matches *matches, const via_side *src, const via_side *tgt,
                      via_arena *arena)
{
    size_t n_src = src->key_begin[src->n_segs], n_tgt = tgt->key_begin[tgt->n_segs];
    size_t n_min = n_src < n_tgt ? n_src : n_tgt;

    *matches = (via_matches){0};
    matches->shared = via_arena_array(arena, n_min, sizeof *matches->shared);
    matches->src_segs = via_arena_array(arena, n_src, sizeof(uint32_t));
    matches->tgt_segs = via_arena_array(arena, n_tgt, sizeof(uint32_t));
    matches->src_shared = via_arena_array(arena, src->n_segs, sizeof(float));
    matches->tgt_shared = via_arena_array(arena, tgt->n_segs, sizeof(float));
    bool has_all = matches->shared && matches->src_segs && matches->tgt_segs &&
                   matches->src_shared && matches->tgt_shared;
    for (int kind = 0; kind < VIA_KEY_N_KINDS; kind++) {
        matches->src_known[kind] =
            via_arena_array(arena, src->n_segs + 1, sizeof(float));
        matches->tgt_known[kind] =
            via_arena_array(arena, tgt->n_segs + 1, sizeof(float));
        has_all = has_all && matches->src_known[kind] && matches->tgt_known[kind];
    }
    return has_all;
}

/* The postings of one key: [*from, returned). */
static size_t end_of_key(const struct posting *list, size_t n, size_t from)
{
    size_t to = from + 1;

    while (to < n && list[to].id == list[from].id)
        to++;
    return to;
}

/* Adds one key's rarity to the segments that hold it. Sums come later. */
static void note_known(float **known, float *shared, const struct posting *list,
                       size_t from, size_t to, double rarity, bool is_shared)
{
    for (size_t k = from; k < to; k++) {
        known[list[k].kind][list[k].seg + 1] += (float)rarity;
        if (is_shared)
            shared[list[k].seg] += (float)rarity;
    }
}

static void share_key(via_matches *matches, const struct posting *src, size_t src_from,
                      size_t src_to, const struct posting *tgt, size_t tgt_from,
                      size_t tgt_to, double rarity)
{
    for (size_t k = src_from; k < src_to; k++)
        matches->src_segs[k] = src[k].seg;
    for (size_t k = tgt_from; k < tgt_to; k++)
        matches->tgt_segs[k] = tgt[k].seg;
    matches->shared[matches->n_shared++] = (via_shared_key){
        src_from, src_to, tgt_from, tgt_to, src[src_from].kind, (float)rarity};
}

/* Merges both ordered lists. */
static void merge(via_matches *matches, const via_counts *counts,
                  const struct posting *src, size_t n_src, const struct posting *tgt,
                  size_t n_tgt)
{
    for (size_t s = 0, t = 0; s < n_src || t < n_tgt;) {
        bool has_src = s < n_src && (t == n_tgt || src[s].id <= tgt[t].id);
        bool has_tgt = t < n_tgt && (s == n_src || tgt[t].id <= src[s].id);
        uint64_t id = has_src ? src[s].id : tgt[t].id;
        size_t s_to = has_src ? end_of_key(src, n_src, s) : s;
        size_t t_to = has_tgt ? end_of_key(tgt, n_tgt, t) : t;
        bool is_shared = has_src && has_tgt;
        double rarity = via_counts_rarity(counts, id);
        bool is_known = is_shared || (via_counts_of(counts, id, 0) > 0 &&
                                      via_counts_of(counts, id, 1) > 0);

        if (is_known && rarity >= VIA_RARITY_MIN_NATS) {
            note_known(matches->src_known, matches->src_shared, src, s, s_to, rarity,
                       is_shared);
            note_known(matches->tgt_known, matches->tgt_shared, tgt, t, t_to, rarity,
                       is_shared);
            if (is_shared)
                share_key(matches, src, s, s_to, tgt, t, t_to, rarity);
        }
        s = s_to;
        t = t_to;
    }
}

static void sum_known(float **known, size_t n_segs)
{
    for (int kind = 0; kind < VIA_KEY_N_KINDS; kind++) {
        for (size_t i = 0; i < n_segs; i++)
            known[kind][i + 1] += known[kind][i];
    }
}

via_status via_matches_new(const via_knowledge *know, const via_side *src,
                           const via_side *tgt, via_arena *arena, via_matches *out,
                           via_error *err)
{
    struct posting *src_list = list_postings(src, arena);
    struct posting *tgt_list = list_postings(tgt, arena);

    if (!src_list || !tgt_list || !make_room(out, src, tgt, arena))
        return via_fail_memory(err);
    merge(out, know->keys, src_list, src->key_begin[src->n_segs], tgt_list,
          tgt->key_begin[tgt->n_segs]);
    sum_known(out->src_known, src->n_segs);
    sum_known(out->tgt_known, tgt->n_segs);
    return VIA_OK;
}

/* ---- Rows ---------------------------------------------------------------- */

/* The first place in segs[from, to) with a segment of at least `seg`. */
static size_t lower_bound(const uint32_t *segs, size_t from, size_t to, uint32_t seg)
{
    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (segs[middle] < seg)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Calls for each cell in the band that a shared key fills; counts into `next[i]` if
 * `rows` is NULL, else writes there. */
static void scatter(const via_matches *matches, const uint32_t *lo, const uint32_t *hi,
                    size_t *next, via_match *rows)
{
    for (size_t s = 0; s < matches->n_shared; s++) {
        const via_shared_key *key = &matches->shared[s];

        for (size_t a = key->src_begin; a < key->src_end; a++) {
            uint32_t i = matches->src_segs[a];
            size_t b =
                lower_bound(matches->tgt_segs, key->tgt_begin, key->tgt_end, lo[i]);

            for (; b < key->tgt_end && matches->tgt_segs[b] < hi[i]; b++) {
                if (rows)
                    rows[next[i]] =
                        (via_match){matches->tgt_segs[b], key->kind, key->rarity};
                next[i]++;
            }
        }
    }
}

via_status via_matches_fill(via_matches *matches, size_t n_src, const uint32_t *lo,
                            const uint32_t *hi, via_arena *arena, via_error *err)
{
    size_t *next = calloc(n_src + 1, sizeof *next);
    size_t n_all = 0;

    matches->row_begin = via_arena_array(arena, n_src + 1, sizeof(size_t));
    if (!next || !matches->row_begin) {
        free(next);
        return via_fail_memory(err);
    }
    scatter(matches, lo, hi, next, NULL);
    for (size_t i = 0; i < n_src; i++) {
        matches->row_begin[i] = n_all;
        n_all += next[i];
        next[i] = matches->row_begin[i];
    }
    matches->row_begin[n_src] = n_all;
    matches->rows = via_arena_array(arena, n_all, sizeof *matches->rows);
    if (matches->rows)
        scatter(matches, lo, hi, next, matches->rows);
    free(next);
    return matches->rows ? VIA_OK : via_fail_memory(err);
}
