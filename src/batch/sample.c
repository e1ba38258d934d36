/* Sample: the documents that the aligner learns from before it aligns.
 *
 * All of them, as long as they are few. Of more we take those with the smallest hashes
 * of their ids: the same ones whatever the order of the input and the number of
 * workers, and no more memory for ten million pages than for ten thousand. */
#include "batch/work.h"

#include "align/aligner.h"

#include "base/intern.h"
#include "base/parallel.h"
#include "base/status.h"

#include <stdlib.h>
#include <string.h>

/* Chosen, not tuned: some 90,000 pairs of segments, and no more documents than these
 * have when they are as long as news. However short a document is, what is known of it
 * takes some 50 KB. */
#define SAMPLE_BYTES ((uint64_t)32 << 20)
#define SAMPLE_ITEMS ((size_t)8192)

struct ticket {
    uint64_t hash;
    size_t item;
};

struct loading {
    via_work *work;
    const size_t *items; /* their numbers, the largest first */
};

static int compare_tickets(const void *a, const void *b)
{
    const struct ticket *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

static int compare_numbers(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;

    return (x > y) - (x < y);
}

/* Draws lots and puts the numbers of the chosen items in `items`, in order. */
static size_t draw(const via_job *job, struct ticket *tickets, size_t *items)
{
    uint64_t n_bytes = 0;
    size_t n_items = 0;

    for (size_t i = 0; i < job->n_items; i++) {
        const char *id = job->items[i].article->id;

        tickets[i] = (struct ticket){via_hash_bytes(id, strlen(id)), i};
    }
    qsort(tickets, job->n_items, sizeof *tickets, compare_tickets);
    for (; n_items < job->n_items; n_items++) {
        n_bytes += job->items[tickets[n_items].item].n_bytes;
        if (n_items && (n_bytes > SAMPLE_BYTES || n_items == SAMPLE_ITEMS))
            break;
        items[n_items] = tickets[n_items].item;
    }
    qsort(items, n_items, sizeof *items, compare_numbers);
    return n_items;
}

/* What fails here fails again when its turn comes, and is told then. */
static void load_item(void *data, size_t i, size_t worker)
{
    struct loading *loading = data;
    via_work *work = loading->work;
    via_item *item = &work->job->items[loading->items[i]];

    via_desk_load_src(&work->desks[worker], work->job, item, NULL);
    via_desk_load_tgt(&work->desks[worker], work->job, item, NULL);
    if (item->src && item->tgt)
        via_desk_load_locks(work->job, work->run->opt->locks_dir, item, NULL);
}

static via_status learn(via_work *work, const size_t *items, size_t n_items,
                        via_error *err)
{
    via_pair *pairs = malloc((n_items + 1) * sizeof *pairs);
    size_t n_pairs = 0;

    if (!pairs)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_items; i++) {
        const via_item *item = &work->job->items[items[i]];

        if (item->src && item->tgt)
            pairs[n_pairs++] = (via_pair){item->src, item->tgt, item->locks};
    }

    via_status st =
        via_aligner_learn(work->aligner, pairs, n_pairs, work->run->n_workers, err);
    free(pairs);
    return st;
}

via_status via_sample_learn(via_work *work, via_error *err)
{
    size_t n_items = work->job->n_items;
    struct ticket *tickets = malloc((n_items + 1) * sizeof *tickets);
    size_t *items = malloc((n_items + 1) * sizeof *items);
    size_t *order = malloc((n_items + 1) * sizeof *order);
    struct loading loading = {work, order};
    via_status st = VIA_OK;

    if (via_aligner_is_frozen(work->aligner))
        n_items = 0;
    if (!tickets || !items || !order) {
        st = via_fail_memory(err);
        goto done;
    }
    if (n_items)
        n_items = draw(work->job, tickets, items);
    memcpy(order, items, n_items * sizeof *order);
    st = via_items_by_size(work->job->items, order, n_items, err);
    if (st != VIA_OK)
        goto done;
    via_parallel_for(n_items, work->n_desks, load_item, &loading);
    st = learn(work, items, n_items, err);
done:
    free(tickets);
    free(items);
    free(order);
    return st;
}
