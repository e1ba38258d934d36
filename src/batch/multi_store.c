/* Multi store: what is kept of pairs of documents until all languages are aligned. */
#include "batch/multi_store.h"

#include "base/status.h"

#include <stdlib.h>

via_status via_multi_store_open(via_multi_store *store, via_error *err)
{
    *store = (via_multi_store){.entries = VIA_BUFFER_INIT};
    return via_spool_open(&store->spool, err);
}

void via_multi_store_close(via_multi_store *store)
{
    via_spool_close(store->spool);
    via_buffer_clear(&store->entries);
    store->spool = NULL;
}

via_status via_multi_store_add(via_multi_store *store, size_t article,
                               via_lang_pair langs, const via_buffer *bytes,
                               via_error *err)
{
    via_multi_entry entry = {article, store->entries.n_bytes / sizeof entry, langs, 0,
                             bytes->n_bytes};
    via_status st =
        via_spool_add(store->spool, bytes->bytes, bytes->n_bytes, &entry.begin, err);

    if (st != VIA_OK)
        return st;
    via_buffer_append(&store->entries, (const char *)&entry, sizeof entry);
    return store->entries.has_failed ? via_fail_memory(err) : VIA_OK;
}

static int compare_entries(const void *a, const void *b)
{
    const via_multi_entry *x = a, *y = b;

    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

void via_multi_store_settle(via_multi_store *store)
{
    size_t n_entries = store->entries.n_bytes / sizeof(via_multi_entry);

    if (n_entries)
        qsort(store->entries.bytes, n_entries, sizeof(via_multi_entry),
              compare_entries);
}

const via_multi_entry *via_multi_store_entries(const via_multi_store *store,
                                               size_t *n_entries)
{
    *n_entries = store->entries.n_bytes / sizeof(via_multi_entry);
    return (const via_multi_entry *)(const void *)store->entries.bytes;
}

via_status via_multi_store_read(const via_multi_store *store,
                                const via_multi_entry *entry, via_buffer *out,
                                via_error *err)
{
    return via_spool_read(store->spool, entry->begin, entry->n_bytes, out, err);
}
