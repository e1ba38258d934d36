/* Multi store: what is kept of pairs of documents until all languages are aligned. */
#ifndef VIA_BATCH_MULTI_STORE_H
#define VIA_BATCH_MULTI_STORE_H

#include "batch/langs.h"
#include "io/stretch.h"

/* What was kept of an article in two languages. */
typedef struct via_multi_entry {
    size_t article, number; /* the number tells in which order they came */
    via_lang_pair langs;
    uint64_t begin; /* of its bytes in the spool */
    size_t n_bytes;
} via_multi_entry;

/* The bytes stand in a file: those of a large batch are more than memory holds. Belongs
 * to one thread. */
typedef struct via_multi_store {
    via_buffer entries; /* of via_multi_entry */
    via_spool *spool;
} via_multi_store;

via_status via_multi_store_open(via_multi_store *store, via_error *err);
void via_multi_store_close(via_multi_store *store);

via_status via_multi_store_add(via_multi_store *store, size_t article,
                               via_lang_pair langs, const via_buffer *bytes,
                               via_error *err);

/* Puts the entries in order, by article. */
void via_multi_store_settle(via_multi_store *store);

const via_multi_entry *via_multi_store_entries(const via_multi_store *store,
                                               size_t *n_entries);

/* Appends the bytes of an entry to `out`. */
via_status via_multi_store_read(const via_multi_store *store,
                                const via_multi_entry *entry, via_buffer *out,
                                via_error *err);

#endif
