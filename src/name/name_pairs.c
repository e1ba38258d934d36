/* Name pairs: which names of one side are which names of the other. */
#include "name/name_pairs.h"

#include "base/buffer.h"
#include "base/status.h"
#include "name/choir.h"
#include "name/name_tables.h"

#include <stdlib.h>

/* What is less likely than this to be the same name is left out: a name that is held
 * for another misleads more than one that is missed. */
#define LIKENESS_MIN 0.5

struct candidate {
    via_name_pair pair;
    int score;
    bool is_beaten;
};

struct search {
    const via_names *names;
    via_name_list src, tgt;
    via_choirs choirs; /* of the source */
    int score_min;     /* what LIKENESS_MIN needs here */
    int16_t *best;     /* by source, against the target at hand; 0: not enough */
    uint32_t *hit;     /* sources that score enough */
    size_t n_hit;
    via_buffer found; /* of struct candidate */
};

/* Notes a pair that scores enough. Two names in Latin letters must have about all of
 * the shorter one in common besides: they can be spelled alike. */
static void take_pair(struct search *search, uint32_t i, uint32_t j, int score)
{
    const via_name *src = &search->src.names[i], *tgt = &search->tgt.names[j];
    struct candidate candidate = {{i, j, 0.0f}, score, false};
    bool is_latin = src->script == VIA_SCRIPT_LATIN && tgt->script == VIA_SCRIPT_LATIN;

    if (is_latin && !via_names_are_kin(search->names, src, tgt))
        return;
    candidate.pair.likeness = (float)via_name_likeness_of(score, search->tgt.n_names);
    via_buffer_append(&search->found, (const char *)&candidate, sizeof candidate);
}

static void note_score(struct search *search, uint32_t i, int16_t score)
{
    if (score < search->score_min)
        return;
    if (!search->best[i])
        search->hit[search->n_hit++] = i;
    if (score > search->best[i])
        search->best[i] = score;
}

/* Lays all names of the source beside one way to read one of the target, unless that
 * can score enough beside none. */
static void hear_way(struct search *search, const via_reading *way)
{
    via_borders borders;
    via_audible audible = {way->sounds, borders.begin, borders.end, way->n_sounds,
                           true};

    if (via_reading_most(&search->names->sounds, way) < search->score_min)
        return;
    via_borders_find(way, VIA_INSIDE_COST, &borders);
    for (size_t c = 0; c < search->choirs.n_choirs; c++) {
        const via_choir *choir = search->choirs.choirs[c];
        via_choir_scores heard;

        if (!via_choir_hear(choir, &audible, search->score_min, &heard))
            continue;
        for (size_t v = 0; v < VIA_CHOIR_VOICES; v++) {
            size_t n_sounds, i = via_choir_name(choir, v, &n_sounds);

            if (n_sounds)
                note_score(search, (uint32_t)i, heard.score[v]);
        }
    }
}

static void hear_target(struct search *search, uint32_t j)
{
    const via_name *tgt = &search->tgt.names[j];

    for (size_t w = 0; w < tgt->n_ways; w++)
        hear_way(search, &tgt->ways[w]);
    for (size_t h = 0; h < search->n_hit; h++) {
        take_pair(search, search->hit[h], j, search->best[search->hit[h]]);
        search->best[search->hit[h]] = 0;
    }
    search->n_hit = 0;
}

static int by_target(const void *a, const void *b)
{
    const struct candidate *left = a, *right = b;

    if (left->pair.tgt != right->pair.tgt)
        return left->pair.tgt < right->pair.tgt ? -1 : 1;
    return (left->pair.src > right->pair.src) - (left->pair.src < right->pair.src);
}

static int by_source(const void *a, const void *b)
{
    const struct candidate *left = a, *right = b;

    if (left->pair.src != right->pair.src)
        return left->pair.src < right->pair.src ? -1 : 1;
    return (left->pair.tgt > right->pair.tgt) - (left->pair.tgt < right->pair.tgt);
}

/* The number of the name that candidates of a group differ in. */
static uint32_t other_of(const struct candidate *candidate, bool is_src_shared)
{
    return is_src_shared ? candidate->pair.tgt : candidate->pair.src;
}

static uint32_t shared_of(const struct candidate *candidate, bool is_src_shared)
{
    return is_src_shared ? candidate->pair.src : candidate->pair.tgt;
}

/* Whether another candidate of the group fits clearly better, and is another name. */
static bool is_beaten(const struct search *search, const struct candidate *group,
                      size_t n_group, size_t which, bool is_src_shared)
{
    const via_name *names = is_src_shared ? search->tgt.names : search->src.names;
    const via_name *name = &names[other_of(&group[which], is_src_shared)];

    for (size_t i = 0; i < n_group; i++) {
        if (group[i].score >= group[which].score + VIA_RIVAL_LEAD &&
            !via_names_are_kin(search->names, name,
                               &names[other_of(&group[i], is_src_shared)]))
            return true;
    }
    return false;
}

/* Marks those that are beaten among candidates that share their source, or their
 * target, and stand together. */
static void mark_beaten(struct search *search, bool is_src_shared)
{
    struct candidate *all = (struct candidate *)(void *)search->found.bytes;
    size_t n_all = search->found.n_bytes / sizeof *all;

    for (size_t begin = 0, end; begin < n_all; begin = end) {
        uint32_t shared = shared_of(&all[begin], is_src_shared);

        end = begin + 1;
        while (end < n_all && shared_of(&all[end], is_src_shared) == shared)
            end++;
        for (size_t i = begin; i < end; i++)
            all[i].is_beaten |=
                is_beaten(search, all + begin, end - begin, i - begin, is_src_shared);
    }
}

/* Leaves out what is beaten on either side; orders by source, then target. */
static size_t settle(struct search *search)
{
    struct candidate *all = (struct candidate *)(void *)search->found.bytes;
    size_t n_all = search->found.n_bytes / sizeof *all, n_kept = 0;

    if (!n_all)
        return 0;
    qsort(all, n_all, sizeof *all, by_target);
    mark_beaten(search, false);
    qsort(all, n_all, sizeof *all, by_source);
    mark_beaten(search, true);
    for (size_t i = 0; i < n_all; i++) {
        if (!all[i].is_beaten)
            all[n_kept++] = all[i];
    }
    return n_kept;
}

static via_status search_all(struct search *search, via_arena *arena,
                             via_name_pair **out, size_t *n_out, via_error *err)
{
    search->score_min = via_name_score_for(LIKENESS_MIN, search->tgt.n_names);
    via_choir_cast cast = {search->src.names, search->src.n_names, VIA_INSIDE_COST,
                           search->score_min};
    via_status st =
        via_choirs_new(&search->names->sounds, &cast, arena, &search->choirs, err);

    if (st != VIA_OK)
        return st;
    search->best = via_arena_array(arena, search->src.n_names, sizeof *search->best);
    search->hit = via_arena_array(arena, search->src.n_names, sizeof *search->hit);
    if (!search->best || !search->hit)
        return via_fail_memory(err);
    for (uint32_t j = 0; j < search->tgt.n_names; j++)
        hear_target(search, j);
    if (search->found.has_failed)
        return via_fail_memory(err);

    size_t n_kept = settle(search);
    const struct candidate *kept = (struct candidate *)(void *)search->found.bytes;
    via_name_pair *pairs = via_arena_array(arena, n_kept, sizeof *pairs);

    if (!pairs)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_kept; i++)
        pairs[i] = kept[i].pair;
    *out = pairs;
    *n_out = n_kept;
    return VIA_OK;
}

via_status via_name_pairs_find(const via_names *names, via_name_list src,
                               via_name_list tgt, via_arena *arena, via_name_pair **out,
                               size_t *n_out, via_error *err)
{
    struct search search = {
        .names = names, .src = src, .tgt = tgt, .found = VIA_BUFFER_INIT};

    *out = NULL;
    *n_out = 0;
    via_status st = search_all(&search, arena, out, n_out, err);
    via_buffer_clear(&search.found);
    return st;
}
