/* Counts: how many segments of a batch hold something, on either side. */
#include "evidence/counts.h"

#include "base/intern.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct via_counts {
    via_intern *ids;
    via_count *rows; /* by number of the id */
    size_t capacity;
    size_t totals[2];
};

via_counts *via_counts_new(void)
{
    via_counts *counts = calloc(1, sizeof *counts);

    if (counts)
        counts->ids = via_intern_new();
    if (!counts || !counts->ids) {
        free(counts);
        return NULL;
    }
    return counts;
}

void via_counts_free(via_counts *counts)
{
    if (!counts)
        return;
    via_intern_free(counts->ids);
    free(counts->rows);
    free(counts);
}

static bool make_room(via_counts *counts, size_t n_rows)
{
    if (n_rows <= counts->capacity)
        return true;

    size_t capacity = counts->capacity ? counts->capacity * 2 : 256;
    via_count *rows = realloc(counts->rows, capacity * sizeof *rows);
    if (!rows)
        return false;
    counts->rows = rows;
    counts->capacity = capacity;
    return true;
}

bool via_counts_add(via_counts *counts, uint64_t id, int side)
{
    return via_counts_add_both(counts, id, (const uint32_t[]){side == 0, side == 1});
}

bool via_counts_add_both(via_counts *counts, uint64_t id, const uint32_t n[2])
{
    size_t n_known = via_intern_count(counts->ids);
    uint32_t row = via_intern_add(counts->ids, (const char *)&id, sizeof id);

    if (row == VIA_INTERN_NONE || !make_room(counts, (size_t)row + 1))
        return false;
    if (row == n_known)
        counts->rows[row] = (via_count){{0, 0}};
    counts->rows[row].n[0] += n[0];
    counts->rows[row].n[1] += n[1];
    return true;
}

bool via_counts_each(const via_counts *counts, via_count_fn *fn, void *data)
{
    for (uint32_t row = 0; row < via_intern_count(counts->ids); row++) {
        size_t n_bytes;
        uint64_t id;

        memcpy(&id, via_intern_text(counts->ids, row, &n_bytes), sizeof id);
        if (!fn(data, id, counts->rows[row].n))
            return false;
    }
    return true;
}

size_t via_counts_total(const via_counts *counts, int side)
{
    return counts->totals[side];
}

void via_counts_add_total(via_counts *counts, int side, size_t n_segs)
{
    counts->totals[side] += n_segs;
}

via_count via_counts_of(const via_counts *counts, uint64_t id)
{
    uint32_t row = via_intern_find(counts->ids, (const char *)&id, sizeof id);

    return row == VIA_INTERN_NONE ? (via_count){{0, 0}} : counts->rows[row];
}

/* As if so many more segments had been seen without it: what stands once in a short
 * text is not common. Chosen, not tuned. */
#define UNSEEN_SEGMENTS 10.0

/* Half a count is added for what was never seen. */
double via_counts_rarity_on(const via_counts *counts, via_count count, int side)
{
    double n = (double)count.n[side] + 0.5;
    double nats = log(((double)counts->totals[side] + UNSEEN_SEGMENTS) / n);

    return fmin(fmax(nats, 0.0), VIA_RARITY_MAX_NATS);
}

double via_counts_rarity(const via_counts *counts, via_count count)
{
    return fmin(via_counts_rarity_on(counts, count, 0),
                via_counts_rarity_on(counts, count, 1));
}

/* So many times more on each side: a few do not tell. Of 1, 2 and 3 tried. */
#define UNTOLD_COUNT 2.0

double via_count_balance(via_count count)
{
    double src = count.n[0], tgt = count.n[1];

    return (fmin(src, tgt) + UNTOLD_COUNT) / (fmax(src, tgt) + UNTOLD_COUNT);
}
