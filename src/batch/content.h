/* Content: a batch whose articles are found by what stands in their documents. */
#ifndef VIA_BATCH_CONTENT_H
#define VIA_BATCH_CONTENT_H

#include "batch/ledger.h"
#include "batch/matching.h"

typedef struct via_content {
    via_corpus *corpus; /* the documents in new articles; NULL if names say all */
    via_matching matching;
} via_content;

/* Matches the documents of a batch, unless it goes by names, and groups them anew. On
 * success cleared by via_content_clear(), before `named`. */
via_status via_content_find(const via_batch_options *opt, size_t n_workers,
                            const via_corpus *named, via_content *out, via_error *err);
void via_content_clear(via_content *content);

/* Returns the corpus that the batch goes by. */
static inline const via_corpus *via_content_corpus(const via_content *content,
                                                   const via_corpus *named)
{
    return content->corpus ? content->corpus : named;
}

/* Tells the ledger, which is of the new corpus, of documents that could not be read. */
void via_content_tell(const via_content *content, via_ledger *ledger);

#endif
