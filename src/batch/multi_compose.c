/* Multi composing: the beads of one article in pairs of languages, as units of all. */
#include "batch/multi_compose.h"

#include "base/status.h"

#include <stdlib.h>

/* More segments of the pivot are not joined for the sake of another language. Chosen,
 * not tuned. */
#define JOIN_MAX 4

struct composing {
    via_multi_bead *beads;   /* by begin, end, language */
    size_t n_beads, longest; /* segments of the pivot in one bead */
    bool *are_used;
    const via_multi_bead **unit; /* at hand */
    size_t n_unit;
    struct standing *standing;
    via_multi_unit_fn *fn;
    void *data;
};

/* The units that stand, and the beads that join them. */
struct standing {
    struct composing joining;
    const via_multi_place *places;
    size_t n_places, n_told;
};

static int compare_places(const void *a, const void *b)
{
    const via_multi_bead *x = a, *y = b;

    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    if (x->end != y->end)
        return x->end < y->end ? -1 : 1;
    return (x->lang > y->lang) - (x->lang < y->lang);
}

static int compare_langs(const void *a, const void *b)
{
    const via_multi_bead *x = *(const via_multi_bead *const *)a;
    const via_multi_bead *y = *(const via_multi_bead *const *)b;

    if (x->lang != y->lang)
        return x->lang < y->lang ? -1 : 1;
    return (x->begin > y->begin) - (x->begin < y->begin);
}

/* How many segments of [begin, end) the free beads of a language cover that lie within
 * it, among the beads [first, last). */
static size_t covered(const struct composing *at, size_t first, size_t last,
                      size_t lang, size_t begin, size_t end)
{
    size_t n_segs = 0;

    for (size_t i = first; i < last; i++) {
        const via_multi_bead *bead = &at->beads[i];

        if (!at->are_used[i] && bead->lang == lang && bead->begin >= begin &&
            bead->end <= end)
            n_segs += bead->end - bead->begin;
    }
    return n_segs;
}

/* Gathers, among the beads [first, last), those of all languages that cover just
 * [begin, end). */
static void gather(struct composing *at, size_t first, size_t last, size_t begin,
                   size_t end)
{
    at->n_unit = 0;
    for (size_t i = first; i < last; i++) {
        const via_multi_bead *bead = &at->beads[i];

        if (!at->are_used[i] && bead->begin >= begin && bead->end <= end &&
            covered(at, first, last, bead->lang, begin, end) == end - begin)
            at->unit[at->n_unit++] = bead;
    }
    qsort(at->unit, at->n_unit, sizeof *at->unit, compare_langs);
}

/* Sets `*first` and `*last` to where the beads are that can touch [begin, end). */
static void find_near(const struct composing *at, size_t begin, size_t end,
                      size_t *first, size_t *last)
{
    size_t lo = 0, hi = at->n_beads;

    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;

        if (at->beads[middle].begin + at->longest > begin)
            hi = middle;
        else
            lo = middle + 1;
    }
    *first = lo;
    while (lo < at->n_beads && at->beads[lo].begin < end)
        lo++;
    *last = lo;
}

/* Tells the standing units, in their own order, up to the first that begins at `begin`
 * or behind it. */
static void tell_standing(struct standing *standing, size_t begin)
{
    struct composing *at = &standing->joining;

    for (; standing->n_told < standing->n_places; standing->n_told++) {
        via_multi_place place = standing->places[standing->n_told];
        size_t first, last;

        if (place.begin < place.end && place.begin >= begin)
            return;
        find_near(at, place.begin, place.end, &first, &last);
        gather(at, first, last, place.begin, place.end);
        at->fn(at->data, standing->n_told, at->unit, at->n_unit);
    }
}

/* Tells the unit of [begin, end). All other beads that touch it are left out. */
static void tell(struct composing *at, size_t first, size_t last, size_t begin,
                 size_t end)
{
    tell_standing(at->standing, begin);
    gather(at, first, last, begin, end);
    for (size_t i = first; i < last; i++) {
        if (at->beads[i].begin < end && at->beads[i].end > begin)
            at->are_used[i] = true;
    }
    at->fn(at->data, VIA_MULTI_NEW, at->unit, at->n_unit);
}

/* Returns whether each language there covers all of [begin, end). */
static bool all_cover(const struct composing *at, size_t first, size_t last,
                      size_t begin, size_t end)
{
    for (size_t i = first; i < last; i++) {
        if (covered(at, first, last, at->beads[i].lang, begin, end) != end - begin)
            return false;
    }
    return true;
}

static size_t surest(const struct composing *at, size_t first, size_t last)
{
    size_t best = last;

    for (size_t i = first; i < last; i++) {
        if (!at->are_used[i] &&
            (best == last || at->beads[i].confidence > at->beads[best].confidence))
            best = i;
    }
    return best;
}

/* Tells the unit of a bead, among those of the run that can touch it. */
static void tell_near(struct composing *at, size_t first, size_t last, size_t best)
{
    size_t begin = at->beads[best].begin, end = at->beads[best].end;
    size_t lo = best, hi = best;

    while (lo > first && at->beads[lo - 1].begin + at->longest > begin)
        lo--;
    while (hi < last && at->beads[hi].begin < end)
        hi++;
    tell(at, lo, hi, begin, end);
}

static void compose_run(struct composing *at, size_t first, size_t last)
{
    size_t begin = at->beads[first].begin, end = begin, best;

    for (size_t i = first; i < last; i++)
        end = at->beads[i].end > end ? at->beads[i].end : end;
    if (end - begin <= JOIN_MAX && all_cover(at, first, last, begin, end)) {
        tell(at, first, last, begin, end);
        return;
    }
    while ((best = surest(at, first, last)) != last)
        tell_near(at, first, last, best);
}

/* Returns the end of the run of beads that share segments, directly or by others. */
static size_t run_end(const struct composing *at, size_t first)
{
    size_t reach = at->beads[first].end, last = first + 1;

    for (; last < at->n_beads && at->beads[last].begin < reach; last++)
        reach = at->beads[last].end > reach ? at->beads[last].end : reach;
    return last;
}

/* Copies the beads that touch no standing unit to `free_beads`, in order; returns how
 * many there are. `are_touched` is false of all. */
static size_t leave_free(const struct standing *standing, bool *are_touched,
                         via_multi_bead *free_beads)
{
    const struct composing *at = &standing->joining;
    size_t n_free = 0;

    for (size_t p = 0; p < standing->n_places; p++) {
        via_multi_place place = standing->places[p];
        size_t first, last;

        find_near(at, place.begin, place.end, &first, &last);
        for (size_t i = first; i < last; i++)
            are_touched[i] |= at->beads[i].end > place.begin && place.begin < place.end;
    }
    for (size_t i = 0; i < at->n_beads; i++) {
        if (!are_touched[i])
            free_beads[n_free++] = at->beads[i];
        are_touched[i] = false;
    }
    return n_free;
}

/* Composes what no standing unit touches, and tells those in between. */
static void compose(struct standing *standing, via_multi_bead *free_beads)
{
    struct composing at = standing->joining;
    size_t last;

    at.standing = standing;
    at.beads = free_beads;
    /* Nothing is ever used of the beads that join. */
    at.are_used += at.n_beads + 1;
    at.n_beads = leave_free(standing, at.are_used, free_beads);
    for (size_t first = 0; first < at.n_beads; first = last) {
        last = run_end(&at, first);
        compose_run(&at, first, last);
    }
    tell_standing(standing, SIZE_MAX);
}

via_status via_multi_compose(const via_multi_task *task, via_multi_unit_fn *fn,
                             void *data, via_error *err)
{
    size_t n_beads = task->n_beads;
    struct standing standing = {
        {.beads = task->beads, .n_beads = n_beads, .fn = fn, .data = data},
        task->places,
        task->n_places,
        0};
    struct composing *at = &standing.joining;
    via_multi_bead *free_beads = calloc(n_beads + 1, sizeof *free_beads);
    bool *are_used = calloc(2 * (n_beads + 1), sizeof *are_used);

    at->unit = calloc(n_beads + 1, sizeof *at->unit);
    for (size_t i = 0; i < n_beads; i++) {
        size_t n_segs = task->beads[i].end - task->beads[i].begin;

        at->longest = n_segs > at->longest ? n_segs : at->longest;
    }
    bool is_well = free_beads && are_used && at->unit;
    if (is_well) {
        if (n_beads)
            qsort(task->beads, n_beads, sizeof *task->beads, compare_places);
        at->are_used = are_used;
        compose(&standing, free_beads);
    }
    free(free_beads);
    free(are_used);
    free(at->unit);
    return is_well ? VIA_OK : via_fail_memory(err);
}
