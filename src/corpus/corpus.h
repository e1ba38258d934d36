/* Corpus: what the user hands us, as articles in one or more languages. */
#ifndef VIA_CORPUS_CORPUS_H
#define VIA_CORPUS_CORPUS_H

#include "base/arena.h"
#include "corpus/source.h"
#include "io/stretch.h"
#include "text/languages.h"

/* The same text in several languages. */
typedef struct via_article {
    const char *id;                   /* unique in the corpus */
    const via_source *const *sources; /* by language number; NULL where there is none */
} via_article;

/* A file or a line that looks like a document and cannot be one. */
typedef struct via_skipped {
    const char *path;
    size_t line; /* 0: the file */
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
    size_t n_void;    /* lines of JSON whose text is null */
    via_spool *spool; /* holds documents that cannot be found again in their files */
    via_languages *languages; /* NULL: not to be checked */
    const via_input_options *input;
} via_corpus;

typedef struct via_corpus_options {
    const char *const *inputs;
    size_t n_inputs;
    const char *except; /* a folder that is left out where it is found below another:
                           the output of an earlier run; or NULL */
    const via_input_options *input; /* must outlive the corpus; NULL: the usual ones */
} via_corpus_options;

/* Finds the documents in the inputs: folders `LANG/name.txt` or `name.LANG.txt`,
 * such files by themselves, JSONL, folders with `LANG/text.gz` and `LANG/url.gz`, and
 * manifests (tables with a header line of `id` and languages); "-" is standard input.
 * Files of one document each are not opened; of the others the documents are remembered
 * by their place.
 *
 * Two files with one id and language are a failure that names both; a line with the id
 * and language of another document is skipped. On success `*out` is freed with
 * via_corpus_free(); it is read-only. */
via_status via_corpus_find(const via_corpus_options *opt, via_corpus **out,
                           via_error *err);
void via_corpus_free(via_corpus *corpus);

/* Fails with where it stands and why it was skipped. */
via_status via_skipped_fail(const via_skipped *skipped, via_error *err);

/* Returns the number of a language, or `n_langs` if no document has it. */
size_t via_corpus_lang(const via_corpus *corpus, const char *lang);

/* Loads a document of the corpus, as via_doc_load(). It is called by its URL or id, and
 * failures by its place. A text that is clearly in another language than it is said to
 * be in is a failure. Any number of threads may do so. */
via_status via_corpus_load(const via_corpus *corpus, const via_source *source,
                           const via_doc_options *opt, via_doc **out, via_error *err);

#endif
