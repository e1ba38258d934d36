/* Matching: which documents of a corpus are translations of each other, by content. */
#ifndef VIA_BATCH_MATCHING_H
#define VIA_BATCH_MATCHING_H

#include "batch/langs.h"
#include "match/match.h"

/* A document of the corpus. */
typedef struct via_matching_doc {
    const via_article *article;
    size_t lang;
} via_matching_doc;

/* Two documents that are translations of each other. */
typedef struct via_matching_pair {
    via_lang_pair langs;
    const via_article *src, *tgt;
    double confidence;
} via_matching_pair;

/* A document that could not be read. */
typedef struct via_matching_failure {
    via_matching_doc doc;
    via_error err;
} via_matching_failure;

typedef struct via_matching_options {
    const char *lang_pairs; /* "vi-ja,en-ja", or NULL for the default */
    via_match_rules rules;
    size_t n_workers;
    bool is_segmented;
    bool keeps_furniture; /* of pages */
    bool keeps_names;     /* documents of one id are partners, and not compared */
    /* Told of work done, on the calling thread; may be NULL. */
    void (*on_progress)(void *data, size_t n_done, size_t n_all);
    void *data;
} via_matching_options;

typedef struct via_matching {
    via_matching_pair *pairs; /* by pair of languages, then source, then target */
    size_t n_pairs;
    via_matching_failure *failures; /* by id, then language */
    size_t n_failures, n_read;
} via_matching;

/* Matches the documents of a corpus. Languages are paired as they are aligned: by
 * default Vietnamese with every other, English with the others where no Vietnamese
 * was found, then the rest. On success cleared by via_matching_clear(). */
via_status via_matching_find(const via_corpus *corpus, const via_matching_options *opt,
                             via_matching *out, via_error *err);
void via_matching_clear(via_matching *matching);

/* Makes a corpus in which documents that were matched are one article, with the id of
 * the first and, where they differ, of the others behind it. Where pairs cannot all be
 * true, the surer ones are. It borrows from `corpus`. */
via_status via_matching_regroup(const via_corpus *corpus, const via_matching *matching,
                                bool keeps_names, via_corpus **out, via_error *err);

#endif
