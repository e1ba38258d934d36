/* Corpus: what the user hands us, as articles in one or more languages. */
#ifndef VIA_CORPUS_CORPUS_H
#define VIA_CORPUS_CORPUS_H

#include "base/arena.h"
#include "vialign.h"

/* The same text in several languages. */
typedef struct via_article {
    const char *id;           /* unique in the corpus */
    const char *const *paths; /* by language number; NULL where there is no file */
} via_article;

/* A file that looks like a document and cannot be one. */
typedef struct via_skipped {
    const char *path;
    via_status status;
    const char *reason;
} via_skipped;

typedef struct via_corpus {
    via_arena *arena;         /* holds everything below, and the corpus itself */
    const char *const *langs; /* in bytewise order, as are the ids and the skipped */
    size_t n_langs;
    const via_article *articles;
    size_t n_articles;
    const via_skipped *skipped;
    size_t n_skipped;
} via_corpus;

/* Finds the documents in `inputs`: folders `LANG/name.txt` or `name.LANG.txt`,
 * such files by themselves, and manifests (tables with a header line of `id` and
 * languages; "-" is standard input). No document is opened. A folder `except`, unless
 * NULL, is left out where it is found below another: the output of an earlier run.
 *
 * Two files with one id and language are a failure that names both. On success
 * `*out` is freed with via_corpus_free(); it is read-only. */
via_status via_corpus_find(const char *const *inputs, size_t n_inputs,
                           const char *except, via_corpus **out, via_error *err);
void via_corpus_free(via_corpus *corpus);

/* Returns the number of a language, or `n_langs` if no document has it. */
size_t via_corpus_lang(const via_corpus *corpus, const char *lang);

#endif
