/* Name places: where the names of one side stand in the Thai of the other. */
#include "name/name_places.h"

#include "base/buffer.h"
#include "base/status.h"
#include "name/choir.h"
#include "name/name_tables.h"

#include <stdlib.h>

/* As for pairs of names: rather none than a wrong one. */
#define LIKENESS_MIN 0.7

/* A name in Thai is at most twice as long, and some sounds more. */
#define WINDOW_EXTRA 8

/* The best place of a name in the segment at hand. */
struct best {
    via_heard heard;
    bool is_found;
};

struct search {
    const via_names *names;
    via_name_list list;
    via_choirs choirs;
    const via_sound_run *run; /* the segment at hand */
    int score_min;            /* what LIKENESS_MIN needs there */
    struct best *best;        /* by name */
    uint32_t *hit;            /* names that have a best place here */
    size_t n_hit;
    via_buffer found; /* of via_name_place */
};

/* Finds the place of a name that ends about the sound `end`. */
static void seek_place(struct search *search, size_t name, size_t n_sounds, size_t end)
{
    struct best *best = &search->best[name];
    size_t reach = 2 * n_sounds + WINDOW_EXTRA;
    via_heard heard = via_name_seek(search->names, &search->list.names[name],
                                    search->run, end > reach ? end - reach : 0, end);

    if (heard.score < search->score_min ||
        (best->is_found && heard.score <= best->heard.score))
        return;
    if (!best->is_found)
        search->hit[search->n_hit++] = (uint32_t)name;
    *best = (struct best){heard, true};
}

/* Hears all names in the segment at hand. */
static void hear_segment(struct search *search)
{
    const via_sound_run *run = search->run;
    via_audible audible = {run->sounds, run->begin_cost, run->end_cost, run->n_sounds,
                           false};
    int score_min =
        search->score_min - (run->has_silence ? VIA_SILENCE_GAIN : VIA_NO_SILENCE_GAIN);

    for (size_t c = 0; c < search->choirs.n_choirs; c++) {
        const via_choir *choir = search->choirs.choirs[c];
        via_choir_scores heard;

        if (!via_choir_hear(choir, &audible, score_min, &heard))
            continue;
        for (size_t v = 0; v < VIA_CHOIR_VOICES; v++) {
            size_t n_sounds, name = via_choir_name(choir, v, &n_sounds);

            if (n_sounds && heard.score[v] >= score_min)
                seek_place(search, name, n_sounds, (size_t)heard.end[v]);
        }
    }
}

static bool overlap(const via_heard *a, const via_heard *b)
{
    return a->begin < b->end && b->begin < a->end;
}

/* Whether another name is heard clearly better in the same place. */
static bool is_beaten(const struct search *search, uint32_t name)
{
    const via_name *names = search->list.names;
    const via_heard *heard = &search->best[name].heard;

    for (size_t i = 0; i < search->n_hit; i++) {
        const via_heard *rival = &search->best[search->hit[i]].heard;

        if (rival->score >= heard->score + VIA_RIVAL_LEAD && overlap(rival, heard) &&
            !via_names_are_kin(search->names, &names[name], &names[search->hit[i]]))
            return true;
    }
    return false;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

static void take_place(struct search *search, uint32_t name, uint32_t seg)
{
    const via_heard *heard = &search->best[name].heard;
    double likeness = via_name_likeness_of(heard->score, search->run->n_sounds);

    if (is_beaten(search, name))
        return;
    const via_stretch *letters = search->run->letters;
    via_name_place place = {name, seg, letters[heard->begin].begin,
                            letters[heard->end - 1].end, (float)likeness};
    via_buffer_append(&search->found, (const char *)&place, sizeof place);
}

/* Tells of the names of one segment and forgets them. */
static void end_segment(struct search *search, uint32_t seg)
{
    qsort(search->hit, search->n_hit, sizeof *search->hit, compare_numbers);
    for (size_t i = 0; i < search->n_hit; i++)
        take_place(search, search->hit[i], seg);
    for (size_t i = 0; i < search->n_hit; i++)
        search->best[search->hit[i]].is_found = false;
    search->n_hit = 0;
}

static via_status search_all(struct search *search, const via_sound_run *segs,
                             size_t n_segs, via_arena *arena, via_error *err)
{
    via_choir_cast cast = {search->list.names, search->list.n_names, VIA_NO_BORDER_COST,
                           0};
    via_status st =
        via_choirs_new(&search->names->sounds, &cast, arena, &search->choirs, err);

    if (st != VIA_OK)
        return st;
    search->best = via_arena_array(arena, search->list.n_names, sizeof *search->best);
    search->hit = via_arena_array(arena, search->list.n_names, sizeof *search->hit);
    if (!search->best || !search->hit)
        return via_fail_memory(err);
    for (size_t seg = 0; seg < n_segs; seg++) {
        search->run = &segs[seg];
        search->score_min = via_name_score_for(LIKENESS_MIN, segs[seg].n_sounds);
        hear_segment(search);
        end_segment(search, (uint32_t)seg);
    }
    return search->found.has_failed ? via_fail_memory(err) : VIA_OK;
}

via_status via_name_places_find(const via_names *names, via_name_list list,
                                const via_sound_run *segs, size_t n_segs,
                                via_arena *arena, via_name_place **out, size_t *n_out,
                                via_error *err)
{
    struct search search = {.names = names, .list = list, .found = VIA_BUFFER_INIT};

    *out = NULL;
    *n_out = 0;
    via_status st = search_all(&search, segs, n_segs, arena, err);
    if (st == VIA_OK) {
        *out = (via_name_place *)(void *)via_arena_copy(arena, search.found.bytes,
                                                        search.found.n_bytes);
        *n_out = search.found.n_bytes / sizeof **out;
        st = *out ? VIA_OK : via_fail_memory(err);
    }
    via_buffer_clear(&search.found);
    return st;
}
