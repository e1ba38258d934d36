/* Tiling: which gold beads are covered exactly by whole beads of an answer.
 *
 * Beads of the answer may cross and overlap. Whether any but those inside touches a
 * stretch is told by counting: sorted ends apart from their beads give how many beads
 * touch it on each side, without looking at them. */
#include "eval/tiling.h"

#include <stdlib.h>
#include <string.h>

struct tiling {
    const via_span_list *gold, *hyp;
    size_t *src_begins, *src_ends, *tgt_begins, *tgt_ends; /* of `hyp`, each sorted */
    bool *is_found, *is_right;
};

static int by_size(const void *a, const void *b)
{
    const size_t *x = a, *y = b;

    return *x < *y ? -1 : *x > *y;
}

static bool open_tiling(struct tiling *tiling)
{
    const via_span_list *hyp = tiling->hyp;
    size_t n = hyp->n_spans;
    size_t **arrays[] = {&tiling->src_begins, &tiling->src_ends, &tiling->tgt_begins,
                         &tiling->tgt_ends};

    tiling->is_found = calloc(tiling->gold->n_spans + 1, sizeof *tiling->is_found);
    bool is_well = tiling->is_found != NULL;
    for (size_t k = 0; k < 4; k++) {
        *arrays[k] = calloc(n + 1, sizeof **arrays[k]);
        is_well = is_well && *arrays[k];
    }
    if (!is_well)
        return false;
    for (size_t i = 0; i < n; i++) {
        tiling->src_begins[i] = hyp->spans[i].src_begin;
        tiling->src_ends[i] = hyp->spans[i].src_end;
        tiling->tgt_begins[i] = hyp->spans[i].tgt_begin;
        tiling->tgt_ends[i] = hyp->spans[i].tgt_end;
    }
    for (size_t k = 0; k < 4; k++)
        qsort(*arrays[k], n, sizeof **arrays[k], by_size);
    return true;
}

static void close_tiling(struct tiling *tiling)
{
    free(tiling->src_begins);
    free(tiling->src_ends);
    free(tiling->tgt_begins);
    free(tiling->tgt_ends);
    free(tiling->is_found);
}

/* How many of the sorted numbers are below `limit`. */
static size_t n_below(const size_t *sorted, size_t n, size_t limit)
{
    size_t low = 0;

    while (low < n) {
        size_t middle = low + (n - low) / 2;

        if (sorted[middle] < limit)
            low = middle + 1;
        else
            n = middle;
    }
    return low;
}

/* Beads that touch [begin, end) begin before its end and do not end before its
 * begin; no bead is empty. */
static size_t n_touching(const size_t *begins, const size_t *ends, size_t n,
                         size_t begin, size_t end)
{
    return n_below(begins, n, end) - n_below(ends, n, begin + 1);
}

/* Whether beads tile the stretch; if so they are marked. */
static bool mark_tiles(struct tiling *tiling, const via_span *whole)
{
    const via_span_list *hyp = tiling->hyp;
    size_t first = via_span_list_before(hyp, whole->src_begin);
    size_t last = via_span_list_before(hyp, whole->src_end);
    size_t n_src = 0, n_tgt = 0, n_tiles = last - first;

    if (!n_tiles ||
        n_touching(tiling->src_begins, tiling->src_ends, hyp->n_spans, whole->src_begin,
                   whole->src_end) != n_tiles ||
        n_touching(tiling->tgt_begins, tiling->tgt_ends, hyp->n_spans, whole->tgt_begin,
                   whole->tgt_end) != n_tiles)
        return false;
    for (size_t i = first; i < last; i++) {
        const via_span *tile = &hyp->spans[i];

        if (tile->src_end > whole->src_end || tile->tgt_begin < whole->tgt_begin ||
            tile->tgt_end > whole->tgt_end)
            return false;
        n_src += tile->src_end - tile->src_begin;
        n_tgt += tile->tgt_end - tile->tgt_begin;
    }
    if (n_src != whole->src_end - whole->src_begin ||
        n_tgt != whole->tgt_end - whole->tgt_begin)
        return false;
    for (size_t i = first; i < last; i++)
        tiling->is_right[i] = true;
    return true;
}

/* Tries the runs that begin at gold bead `first`. */
static void try_runs(struct tiling *tiling, size_t first, size_t n_beads_max)
{
    const via_span_list *gold = tiling->gold;
    via_span whole = gold->spans[first];

    for (size_t i = first; i < gold->n_spans && i - first < n_beads_max; i++) {
        const via_span *bead = &gold->spans[i];

        if (i > first &&
            (bead->src_begin != whole.src_end || bead->tgt_begin != whole.tgt_end))
            return;
        whole.src_end = bead->src_end;
        whole.tgt_end = bead->tgt_end;
        if (!mark_tiles(tiling, &whole))
            continue;
        for (size_t k = first; k <= i; k++)
            tiling->is_found[k] = true;
    }
}

static size_t count_marked(const bool *marks, size_t n)
{
    size_t n_marked = 0;

    for (size_t i = 0; i < n; i++)
        n_marked += marks[i];
    return n_marked;
}

bool via_tiling_count(const via_span_list *gold, const via_span_list *hyp,
                      size_t n_beads_max, bool *is_right, size_t *n_found,
                      size_t *n_right)
{
    struct tiling tiling = {.gold = gold, .hyp = hyp, .is_right = is_right};
    bool is_well = open_tiling(&tiling);

    *n_found = *n_right = 0;
    if (is_well) {
        memset(is_right, 0, hyp->n_spans * sizeof *is_right);
        for (size_t i = 0; i < gold->n_spans; i++)
            try_runs(&tiling, i, n_beads_max);
        *n_found = count_marked(tiling.is_found, gold->n_spans);
        *n_right = count_marked(tiling.is_right, hyp->n_spans);
    }
    close_tiling(&tiling);
    return is_well;
}
