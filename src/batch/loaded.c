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
    via_desk *desks;
    struct slot *slots; /* by item */
};

static void load_item(void *data, size_t item, size_t worker)
{
    struct loading *loading = data;
    struct slot *slot = &loading->slots[item];
    via_desk *desk = &loading->desks[worker];
    via_item *it = &loading->job->items[item];

    slot->status = via_desk_load_src(desk, loading->job, it, &slot->err);
    if (slot->status == VIA_OK)
        slot->status = via_desk_load_tgt(desk, loading->job, it, &slot->err);
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

via_status via_loaded_init(via_loaded *loaded, via_job *job, bool is_segmented,
                           size_t n_workers, via_error *err)
{
    struct loading loading = {job, NULL,
                              calloc(job->n_items + 1, sizeof *loading.slots)};
    via_furniture_rules *furniture = NULL;

    *loaded = (via_loaded){job, calloc(job->n_items + 1, sizeof *loaded->pairs)};
    via_status st = loading.slots && loaded->pairs ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK)
        st = via_furniture_load(&furniture, err);
    if (st == VIA_OK) {
        via_desk_options opt = {job->corpus, furniture, false, is_segmented};
        st = via_desks_new(&opt, job, n_workers, &loading.desks, err);
    }
    if (st == VIA_OK)
        st = load_all(&loading, n_workers, err);
    for (size_t k = 0; st == VIA_OK && k < job->n_items; k++)
        loaded->pairs[k] = (via_pair){job->items[k].src, job->items[k].tgt, NULL};
    via_desks_free(loading.desks, n_workers);
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
