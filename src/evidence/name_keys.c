/* Name keys: the names of two documents that sound alike, as shared keys. */
#include "evidence/name_keys.h"

#include "base/buffer.h"
#include "base/status.h"
#include "name/name_places.h"

#include <stdlib.h>
#include <string.h>

/* Where a name of a group stands. */
struct found {
    uint32_t group, side;
    via_place place;
};

struct grouping {
    uint32_t *parent;  /* of each name, sources first: a forest */
    float *rarity;     /* of each group, at its root */
    size_t n_src;      /* names of the source */
    via_buffer places; /* of struct found */
};

static uint32_t root_of(uint32_t *parent, uint32_t name)
{
    while (parent[name] != name) {
        parent[name] = parent[parent[name]];
        name = parent[name];
    }
    return name;
}

static void join(struct grouping *all, uint32_t a, uint32_t b, float rarity)
{
    uint32_t left = root_of(all->parent, a), right = root_of(all->parent, b);
    uint32_t first = left < right ? left : right, second = left < right ? right : left;

    all->parent[second] = first;
    if (all->rarity[second] > all->rarity[first])
        all->rarity[first] = all->rarity[second];
    if (rarity > all->rarity[first])
        all->rarity[first] = rarity;
}

static bool grouping_init(struct grouping *all, size_t n_src, size_t n_tgt,
                          via_arena *arena)
{
    *all = (struct grouping){via_arena_array(arena, n_src + n_tgt, sizeof *all->parent),
                             via_arena_array(arena, n_src + n_tgt, sizeof *all->rarity),
                             n_src, VIA_BUFFER_INIT};
    if (!all->parent || !all->rarity)
        return false;
    for (size_t i = 0; i < n_src + n_tgt; i++)
        all->parent[i] = (uint32_t)i;
    return true;
}

static void add_place(struct grouping *all, uint32_t name, uint32_t side,
                      via_place place)
{
    struct found found = {root_of(all->parent, name), side, place};

    via_buffer_append(&all->places, (const char *)&found, sizeof found);
}

/* Adds the places of the names of one side whose group has a rarity: a partner. */
static void add_uses(struct grouping *all, const via_side *side, uint32_t which)
{
    for (size_t u = 0; u < side->n_name_uses; u++) {
        uint32_t name = side->name_uses[u].name + (which ? (uint32_t)all->n_src : 0);

        if (all->rarity[root_of(all->parent, name)] > 0.0f)
            add_place(all, name, which, side->name_uses[u].place);
    }
}

static float rarity_of(const via_counts *counts, const via_side *side, uint32_t name,
                       int which)
{
    via_count count = via_counts_of(counts, side->name_ids[name]);

    return (float)via_counts_rarity_on(counts, count, which);
}

/* ---- Katakana and Latin letters ------------------------------------------ */

static via_status pair_names(struct grouping *all, const via_names *names,
                             const via_counts *counts, const via_side *src,
                             const via_side *tgt, via_arena *arena, via_error *err)
{
    via_name_pair *pairs = NULL;
    size_t n_pairs = 0;
    via_status st = via_name_pairs_find(
        names, (via_name_list){src->names, src->n_names},
        (via_name_list){tgt->names, tgt->n_names}, arena, &pairs, &n_pairs, err);

    for (size_t p = 0; p < n_pairs; p++) {
        uint32_t a = pairs[p].src, b = pairs[p].tgt;
        float src_rarity = rarity_of(counts, src, a, 0);
        float tgt_rarity = rarity_of(counts, tgt, b, 1);
        float rarity = src_rarity < tgt_rarity ? src_rarity : tgt_rarity;

        if (src->names[a].script != tgt->names[b].script)
            join(all, a, b + (uint32_t)src->n_names, rarity * pairs[p].likeness);
    }
    if (st != VIA_OK)
        return st;
    add_uses(all, src, 0);
    add_uses(all, tgt, 1);
    return VIA_OK;
}

/* ---- Names sought in Thai ------------------------------------------------ */

static via_status seek_names(struct grouping *all, const via_names *names,
                             const via_counts *counts, const via_side *side, int which,
                             const via_side *thai, via_arena *arena, via_error *err)
{
    via_name_place *places = NULL;
    size_t n_places = 0;
    uint32_t first = which ? (uint32_t)all->n_src : 0;
    via_status st =
        via_name_places_find(names, (via_name_list){side->names, side->n_names},
                             thai->thai, thai->n_segs, arena, &places, &n_places, err);

    for (size_t p = 0; p < n_places; p++) {
        uint32_t name = places[p].name;

        join(all, first + name, first + name,
             rarity_of(counts, side, name, which) * places[p].likeness);
        add_place(all, first + name, which ? 0 : 1,
                  (via_place){places[p].seg, places[p].begin, places[p].end});
    }
    if (st == VIA_OK)
        add_uses(all, side, (uint32_t)which);
    return st;
}

/* ---- Keys ---------------------------------------------------------------- */

static int compare_found(const void *a, const void *b)
{
    const struct found *left = a, *right = b;

    if (left->group != right->group)
        return left->group < right->group ? -1 : 1;
    if (left->side != right->side)
        return left->side < right->side ? -1 : 1;
    return (left->place.begin > right->place.begin) -
           (left->place.begin < right->place.begin);
}

/* Orders what was found and keeps of each segment the first. */
static size_t drop_repeats(struct found *found, size_t n)
{
    size_t n_kept = 0;

    if (n)
        qsort(found, n, sizeof *found, compare_found);
    for (size_t p = 0; p < n; p++) {
        const struct found *last = n_kept ? &found[n_kept - 1] : NULL;

        if (!last || last->group != found[p].group || last->side != found[p].side ||
            last->place.seg != found[p].place.seg)
            found[n_kept++] = found[p];
    }
    return n_kept;
}

static via_status make_keys(const struct grouping *all, via_arena *arena,
                            via_name_key **out, size_t *n_out, via_error *err)
{
    struct found *found = (struct found *)(void *)all->places.bytes;
    size_t n = drop_repeats(found, all->places.n_bytes / sizeof *found);
    via_place *places = via_arena_array(arena, n, sizeof *places);
    via_name_key *keys = via_arena_array(arena, n, sizeof *keys);

    if (all->places.has_failed || !places || !keys)
        return via_fail_memory(err);
    for (size_t from = 0, to; from < n; from = to) {
        size_t middle = from;

        for (to = from; to < n && found[to].group == found[from].group; to++) {
            places[to] = found[to].place;
            middle += found[to].side == 0;
        }
        if (middle > from && middle < to)
            keys[(*n_out)++] =
                (via_name_key){places + from, places + middle, middle - from,
                               to - middle, all->rarity[found[from].group]};
    }
    *out = keys;
    return VIA_OK;
}

via_status via_name_keys_find(const via_names *names, const via_counts *counts,
                              const via_side *src, const via_side *tgt,
                              via_arena *arena, via_name_key **out, size_t *n_out,
                              via_error *err)
{
    struct grouping all;
    via_status st = VIA_OK;

    *out = NULL;
    *n_out = 0;
    if (!grouping_init(&all, src->n_names, tgt->n_names, arena))
        return via_fail_memory(err);
    if (src->thai && !tgt->thai)
        st = seek_names(&all, names, counts, tgt, 1, src, arena, err);
    else if (tgt->thai && !src->thai)
        st = seek_names(&all, names, counts, src, 0, tgt, arena, err);
    else
        st = pair_names(&all, names, counts, src, tgt, arena, err);
    if (st == VIA_OK)
        st = make_keys(&all, arena, out, n_out, err);
    via_buffer_clear(&all.places);
    return st;
}
