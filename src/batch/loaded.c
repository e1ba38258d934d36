/* Loaded job: all documents of one pair of languages in memory, to learn from. */
#include "batch/loaded.h"

#include "base/parallel.h"
#include "base/status.h"
#include "batch/desk.h"

#include <stdlib.h>

struct slot {
    via_status status;
    via_error err;
};

struct loading {
    via_job *job;
    const bool *are_segmented; /* by item */
    via_desk *desks[2];        /* that cut, and that take lines for segments */
    struct slot *slots;        /* by item */
};

static bool is_segmented(const struct loading *loading, size_t item)
{
    return loading->are_segmented && loading->are_segmented[item];
}

static void load_item(void *data, size_t item, size_t worker)
{
    struct loading *loading = data;
    struct slot *slot = &loading->slots[item];
    via_desk *desk = &loading->desks[is_segmented(loading, item)][worker];
    via_item *it = &loading->job->items[item];

    slot->status = via_desk_load_src(desk, loading->job, it, &slot->err);
    if (slot->status == VIA_OK)
        slot->status = via_desk_load_tgt(desk, loading->job, it, &slot->err);
}

/* Segmenters are not made for nothing. */
static via_status make_desks(struct loading *loading, size_t n_workers,
                             const via_furniture_rules *furniture, via_error *err)
{
    via_job *job = loading->job;
    via_status st = VIA_OK;

    for (size_t k = 0; st == VIA_OK && k < job->n_items; k++) {
        bool takes_lines = is_segmented(loading, k);
        via_desk_options opt = {job->corpus, furniture, false, takes_lines};

        if (!loading->desks[takes_lines])
            st = via_desks_new(&opt, job, n_workers, &loading->desks[takes_lines], err);
    }
    return st;
}

static via_status load_all(struct loading *loading, size_t n_workers, via_error *err)
{
    via_parallel_for(loading->job->n_items, n_workers, load_item, loading);
    for (size_t k = 0; k < loading->job->n_items; k++) {
        const struct slot *slot = &loading->slots[k];

        if (slot->status != VIA_OK)
            return via_fail(err, slot->status, "%s", slot->err.message);
    }
    return VIA_OK;
}

via_status via_loaded_init(via_loaded *loaded, via_job *job, const bool *are_segmented,
                           size_t n_workers, via_error *err)
{
    struct loading loading = {.job = job,
                              .are_segmented = are_segmented,
                              .slots = calloc(job->n_items + 1, sizeof *loading.slots)};
    via_furniture_rules *furniture = NULL;

    *loaded = (via_loaded){job, calloc(job->n_items + 1, sizeof *loaded->pairs)};
    via_status st = loading.slots && loaded->pairs ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK)
        st = via_furniture_load(&furniture, err);
    if (st == VIA_OK)
        st = make_desks(&loading, n_workers, furniture, err);
    if (st == VIA_OK)
        st = load_all(&loading, n_workers, err);
    for (size_t k = 0; st == VIA_OK && k < job->n_items; k++)
        loaded->pairs[k] = (via_pair){job->items[k].src, job->items[k].tgt, NULL};
    via_desks_free(loading.desks[0], n_workers);
    via_desks_free(loading.desks[1], n_workers);
    via_furniture_free(furniture);
    free(loading.slots);
    if (st != VIA_OK)
        via_loaded_clear(loaded);
    return st;
}

void via_loaded_clear(via_loaded *loaded)
{
    for (size_t k = 0; loaded->job && k < loaded->job->n_items; k++)
        via_item_clear(&loaded->job->items[k]);
    free(loaded->pairs);
    *loaded = (via_loaded){NULL, NULL};
}
