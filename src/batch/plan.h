/* Plan: which pairs of documents a batch aligns, language pair by language pair. */
#ifndef VIA_BATCH_PLAN_H
#define VIA_BATCH_PLAN_H

#include "batch/langs.h"

/* One pair of documents. */
typedef struct via_item {
    const via_article *article;
    uint64_t n_bytes;   /* of text in both files, roughly */
    bool is_kept;       /* an earlier run has its output */
    via_doc *src, *tgt; /* NULL until loaded */
    via_locks *locks;   /* the same; NULL as well where nothing is decided */
} via_item;

/* All pairs of documents of one pair of languages, by id. */
typedef struct via_job {
    const via_corpus *corpus;
    via_lang_pair langs;
    const char *src_lang, *tgt_lang;
    via_item *items;
    size_t n_items;
} via_job;

typedef struct via_plan {
    const via_corpus *corpus;
    via_arena *arena; /* holds everything below */
    via_job *jobs;
    size_t n_jobs;
} via_plan;

/* Plans the pairs that `opt` asks for, of the documents in `corpus`, which must live
 * as long. Documents that fall to other shards are left out, but a pair of languages
 * is in every shard. Fails if nothing pairs up, or nothing in a pair of languages
 * that was asked for. */
via_status via_plan_init(via_plan *plan, const via_corpus *corpus,
                         const via_batch_options *opt, via_error *err);

/* Frees the documents of an item and its locks. */
void via_item_clear(via_item *item);

/* Sorts the `n_numbers` numbers of items with the largest items first. */
via_status via_items_by_size(const via_item *items, size_t *numbers, size_t n_numbers,
                             via_error *err);

/* Frees the plan and the documents that are still loaded. */
void via_plan_clear(via_plan *plan);

/* Returns the shard, from 1, that an article falls to. */
unsigned via_plan_shard(const via_article *article, unsigned n_shards);

/* Returns how many documents of the corpus are in no pair of any shard or language,
 * since no other has their id. */
size_t via_plan_n_alone(const via_corpus *corpus);

/* Appends the path of the output of a pair, without ending: DIR/ID.vi-ja, with '/' in
 * ids as '_', or DIR/vi-ja for all if `article` is NULL. */
void via_plan_stem(const via_job *job, const via_article *article, const char *dir,
                   via_buffer *out);

/* Fails if two articles in the plan would have the same file name. */
via_status via_plan_check_names(const via_plan *plan, via_error *err);

#endif
