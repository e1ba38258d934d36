/* Matches: keys and names that stand on both sides of a pair of documents. */
#include "evidence/matches.h"

#include "base/status.h"
#include "evidence/name_keys.h"

#include <stdlib.h>

/* A key and where it stands. */
struct posting {
    uint64_t id;
    via_place place;
    uint8_t kind, mention;
};

/* One side while it is merged: its postings in order, and what comes of them. */
struct half {
    struct posting *list;
    size_t n, at, to; /* the postings of the key at hand: [at, to) */
    size_t n_places;
    via_match_side *out;
};

/* Where what comes of it lives, and what is needed until then. */
struct room {
    via_arena *arena, *scratch;
};

/* Puts each posting in its place by key; few places are far. */
static void insert_all(struct posting *list, size_t n)
{
    for (size_t k = 1; k < n; k++) {
        struct posting posting = list[k];
        size_t place = k;

        for (; place > 0 && list[place - 1].id > posting.id; place--)
            list[place] = list[place - 1];
        list[place] = posting;
    }
}

/* Orders postings by key, those of one key as they come: by place. Keys are hashes, so
 * that their first bits bring them near their places at once. */
static bool sort(struct half *half, via_arena *scratch)
{
    int n_bits = 1;

    while ((size_t)1 << n_bits < half->n)
        n_bits++;
    struct posting *sorted = via_arena_array(scratch, half->n, sizeof *sorted);
    size_t *next = via_arena_array(scratch, ((size_t)1 << n_bits) + 1, sizeof *next);
    if (!sorted || !next)
        return false;
    for (size_t k = 0; k < half->n; k++)
        next[(half->list[k].id >> (64 - n_bits)) + 1]++;
    for (size_t group = 0; group < (size_t)1 << n_bits; group++)
        next[group + 1] += next[group];
    for (size_t k = 0; k < half->n; k++)
        sorted[next[half->list[k].id >> (64 - n_bits)]++] = half->list[k];
    insert_all(sorted, half->n);
    half->list = sorted;
    return true;
}

/* Makes room for the keys of a side and for `n_names` places of names. */
static bool half_init(struct half *half, const via_side *side, size_t n_names,
                      via_match_side *out, struct room room)
{
    size_t n = side->key_begin[side->n_segs];

    *half = (struct half){
        via_arena_array(room.scratch, n, sizeof *half->list), n, 0, 0, 0, out};
    out->places = via_arena_array(room.arena, n + n_names, sizeof *out->places);
    out->shared = via_arena_array(room.arena, side->n_segs, sizeof *out->shared);
    out->known = via_arena_array(room.arena, side->n_segs + 1, sizeof *out->known);
    if (!half->list || !out->places || !out->shared || !out->known)
        return false;
    for (size_t i = 0; i < side->n_segs; i++) {
        for (size_t k = side->key_begin[i]; k < side->key_begin[i + 1]; k++) {
            const via_key *key = &side->keys[k];

            half->list[k] = (struct posting){
                key->id, {(uint32_t)i, key->begin, key->end}, key->kind, key->mention};
        }
    }
    return sort(half, room.scratch);
}

/* Moves to the next key of either side; false at the end. Where a side does not hold
 * it, its postings at hand are none. */
static bool next_key(struct half *src, struct half *tgt, uint64_t *id)
{
    src->at = src->to;
    tgt->at = tgt->to;
    if (src->at == src->n && tgt->at == tgt->n)
        return false;
    *id = src->at == src->n ? tgt->list[tgt->at].id : src->list[src->at].id;
    if (tgt->at < tgt->n && tgt->list[tgt->at].id < *id)
        *id = tgt->list[tgt->at].id;
    while (src->to < src->n && src->list[src->to].id == *id)
        src->to++;
    while (tgt->to < tgt->n && tgt->list[tgt->to].id == *id)
        tgt->to++;
    return true;
}

static void note_place(via_match_side *out, int kind, uint32_t seg, double rarity,
                       bool is_shared)
{
    out->known[seg + 1][kind] += (float)rarity; /* sums come later */
    if (is_shared)
        out->shared[seg] += (float)rarity;
}

/* Notes the postings at hand; a shared key keeps its places. */
static void note_key(struct half *half, double rarity, bool is_shared)
{
    for (size_t k = half->at; k < half->to; k++) {
        const struct posting *posting = &half->list[k];

        note_place(half->out, posting->kind, posting->place.seg, rarity, is_shared);
        if (is_shared)
            half->out->places[half->n_places++] = posting->place;
    }
}

/* Merges both ordered lists. */
static void merge_keys(via_matches *matches, const via_counts *counts, struct half *src,
                       struct half *tgt)
{
    uint64_t id;

    while (next_key(src, tgt, &id)) {
        bool is_shared = src->at < src->to && tgt->at < tgt->to;
        via_count count = via_counts_of(counts, id);
        size_t src_from = src->n_places, tgt_from = tgt->n_places;

        if (!is_shared && (count.n[0] == 0 || count.n[1] == 0))
            continue;
        double rarity = via_counts_rarity(counts, count) * via_count_balance(count);
        if (rarity < VIA_RARITY_MIN_NATS)
            continue;
        note_key(src, rarity, is_shared);
        note_key(tgt, rarity, is_shared);
        if (is_shared)
            matches->shared[matches->n_shared++] = (via_shared_key){
                src_from,      src->n_places,           tgt_from,
                tgt->n_places, src->list[src->at].kind, src->list[src->at].mention,
                (float)rarity};
    }
}

static void add_name_places(struct half *half, const via_place *places, size_t n,
                            double rarity)
{
    for (size_t p = 0; p < n; p++) {
        note_place(half->out, VIA_KEY_NAME, places[p].seg, rarity, true);
        half->out->places[half->n_places++] = places[p];
    }
}

static void add_names(via_matches *matches, struct half *src, struct half *tgt,
                      const via_name_key *names, size_t n_names)
{
    for (size_t k = 0; k < n_names; k++) {
        const via_name_key *name = &names[k];

        if (name->rarity < VIA_RARITY_MIN_NATS)
            continue;
        matches->shared[matches->n_shared++] =
            (via_shared_key){src->n_places, src->n_places + name->n_src,
                             tgt->n_places, tgt->n_places + name->n_tgt,
                             VIA_KEY_NAME,  VIA_MENTION_NAME,
                             name->rarity};
        add_name_places(src, name->src, name->n_src, name->rarity);
        add_name_places(tgt, name->tgt, name->n_tgt, name->rarity);
    }
}

static void sum_known(via_match_side *side, size_t n_segs)
{
    for (size_t i = 0; i < n_segs; i++) {
        for (int kind = 0; kind < VIA_KEY_N_KINDS; kind++)
            side->known[i + 1][kind] += side->known[i][kind];
    }
}

static size_t count_places(const via_name_key *names, size_t n_names, bool of_src)
{
    size_t n = 0;

    for (size_t k = 0; k < n_names; k++)
        n += of_src ? names[k].n_src : names[k].n_tgt;
    return n;
}

static via_status merge(const via_knowledge *know, const via_side *src,
                        const via_side *tgt, struct room room, via_matches *out,
                        via_error *err)
{
    via_name_key *names = NULL;
    size_t n_names = 0;
    struct half src_half, tgt_half;

    via_status st = via_name_keys_find(know->names, know->name_counts, src, tgt,
                                       room.scratch, &names, &n_names, err);
    if (st != VIA_OK)
        return st;
    size_t n_src_places = count_places(names, n_names, true);
    size_t n_tgt_places = count_places(names, n_names, false);
    if (!half_init(&src_half, src, n_src_places, &out->src, room) ||
        !half_init(&tgt_half, tgt, n_tgt_places, &out->tgt, room))
        return via_fail_memory(err);
    size_t n_fewer = src_half.n < tgt_half.n ? src_half.n : tgt_half.n;
    out->shared = via_arena_array(room.arena, n_fewer + n_names, sizeof *out->shared);
    if (!out->shared)
        return via_fail_memory(err);
    merge_keys(out, know->keys, &src_half, &tgt_half);
    add_names(out, &src_half, &tgt_half, names, n_names);
    sum_known(&out->src, src->n_segs);
    sum_known(&out->tgt, tgt->n_segs);
    return VIA_OK;
}

via_status via_matches_new(const via_knowledge *know, const via_side *src,
                           const via_side *tgt, via_arena *arena, via_matches *out,
                           via_error *err)
{
    struct room room = {arena, via_arena_new()};

    *out = (via_matches){0};
    via_status st =
        room.scratch ? merge(know, src, tgt, room, out, err) : via_fail_memory(err);
    via_arena_free(room.scratch);
    return st;
}

/* ---- Cells --------------------------------------------------------------- */

/* The first of places[from, to) in a segment of at least `seg`. */
static size_t lower_bound(const via_place *places, size_t from, size_t to, uint32_t seg)
{
    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (places[middle].seg < seg)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* Goes through the cells in the bounds that shared keys fill: counts into `next`, by
 * cell, if `list` is NULL, else writes there. */
static void scatter(const via_matches *matches, uint32_t *next, via_match *list)
{
    for (size_t s = 0; s < matches->n_shared; s++) {
        const via_shared_key *key = &matches->shared[s];

        for (size_t a = key->src_begin; a < key->src_end; a++) {
            uint32_t i = matches->src.places[a].seg, lo = matches->lo[i];
            size_t b =
                lower_bound(matches->tgt.places, key->tgt_begin, key->tgt_end, lo);

            for (; b < key->tgt_end && matches->tgt.places[b].seg < matches->hi[i];
                 b++) {
                uint32_t *at =
                    &next[matches->first[i] + (matches->tgt.places[b].seg - lo)];

                if (list)
                    list[*at] = (via_match){key->kind, key->rarity};
                (*at)++;
            }
        }
    }
}

via_status via_matches_fill(via_matches *matches, size_t n_src, const uint32_t *lo,
                            const uint32_t *hi, via_arena *arena, via_error *err)
{
    matches->lo = lo;
    matches->hi = hi;
    matches->first = via_arena_array(arena, n_src + 1, sizeof *matches->first);
    if (!matches->first)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_src; i++)
        matches->first[i + 1] = matches->first[i] + (hi[i] - lo[i]);
    size_t n_cells = matches->first[n_src];
    /* Counted two behind and summed, a cell is where it begins one behind; written
     * through, one behind is where it ends. */
    uint32_t *next = via_arena_array(arena, n_cells + 2, sizeof *next);
    if (!next)
        return via_fail_memory(err);
    scatter(matches, next + 2, NULL);
    for (size_t c = 0; c < n_cells; c++)
        next[c + 2] += next[c + 1];
    matches->list = via_arena_array(arena, next[n_cells + 1], sizeof *matches->list);
    if (!matches->list)
        return via_fail_memory(err);
    scatter(matches, next + 1, matches->list);
    matches->begin = next;
    return VIA_OK;
}

/* Adds what matches of a source segment and target segments [begin, end). */
static inline void add_matched(const via_matches *matches, size_t src, size_t begin,
                               size_t end, double matched[VIA_KEY_N_KINDS])
{
    const via_match *last = via_matches_from(matches, src, end);

    for (const via_match *match = via_matches_from(matches, src, begin); match < last;
         match++)
        matched[match->kind] += match->rarity;
}

static inline double known_between(const via_match_side *side, int kind, size_t begin,
                                   size_t end, size_t skip)
{
    double sum = side->known[end][kind] - side->known[begin][kind];

    return skip ? sum - (side->known[skip + 1][kind] - side->known[skip][kind]) : sum;
}

void via_matches_tie(const via_matches *matches, const via_span4 *at,
                     via_key_tie ties[VIA_KEY_N_KINDS])
{
    double matched[VIA_KEY_N_KINDS] = {0};

    for (size_t src = at->src_begin; src < at->src_end; src++) {
        if (via_skips(at->src_skip, src))
            continue;
        if (at->tgt_skip) {
            add_matched(matches, src, at->tgt_begin, at->tgt_skip, matched);
            add_matched(matches, src, at->tgt_skip + 1, at->tgt_end, matched);
        } else {
            add_matched(matches, src, at->tgt_begin, at->tgt_end, matched);
        }
    }
    for (int kind = 0; kind < VIA_KEY_N_KINDS; kind++) {
        double n_src = known_between(&matches->src, kind, at->src_begin, at->src_end,
                                     at->src_skip);
        double n_tgt = known_between(&matches->tgt, kind, at->tgt_begin, at->tgt_end,
                                     at->tgt_skip);
        double both = n_src < n_tgt ? n_src : n_tgt;

        both = matched[kind] < both ? matched[kind] : both;
        ties[kind] = (via_key_tie){both, n_src + n_tgt - 2.0 * both};
    }
}
