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
    via_multi_unit_fn *fn;
    void *data;
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

/* Tells the unit of [begin, end): the beads of all languages that cover it. All other
 * beads that touch it are left out. */
static void tell(struct composing *at, size_t first, size_t last, size_t begin,
                 size_t end)
{
    size_t n_unit = 0;

    for (size_t i = first; i < last; i++) {
        const via_multi_bead *bead = &at->beads[i];

        if (!at->are_used[i] && bead->begin >= begin && bead->end <= end &&
            covered(at, first, last, bead->lang, begin, end) == end - begin)
            at->unit[n_unit++] = bead;
    }
    for (size_t i = first; i < last; i++) {
        if (at->beads[i].begin < end && at->beads[i].end > begin)
            at->are_used[i] = true;
    }
    qsort(at->unit, n_unit, sizeof *at->unit, compare_langs);
    at->fn(at->data, at->unit, n_unit);
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

via_status via_multi_compose(via_multi_bead *beads, size_t n_beads,
                             via_multi_unit_fn *fn, void *data, via_error *err)
{
    struct composing at = {.beads = beads, .n_beads = n_beads, .fn = fn, .data = data};
    size_t last;

    at.are_used = calloc(n_beads + 1, sizeof *at.are_used);
    at.unit = calloc(n_beads + 1, sizeof *at.unit);
    for (size_t i = 0; i < n_beads; i++) {
        size_t n_segs = beads[i].end - beads[i].begin;

        at.longest = n_segs > at.longest ? n_segs : at.longest;
    }
    if (at.are_used && at.unit) {
        if (n_beads)
            qsort(beads, n_beads, sizeof *beads, compare_places);
        for (size_t first = 0; first < n_beads; first = last) {
            last = run_end(&at, first);
            compose_run(&at, first, last);
        }
    }
    bool is_well = at.are_used && at.unit;
    free(at.are_used);
    free(at.unit);
    return is_well ? VIA_OK : via_fail_memory(err);
}
