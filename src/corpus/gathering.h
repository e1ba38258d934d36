/* Gathering: documents found so far, in any order. */
#ifndef VIA_CORPUS_GATHERING_H
#define VIA_CORPUS_GATHERING_H

#include "base/arena.h"
#include "base/intern.h"
#include "corpus/corpus.h"
#include "io/reader.h"

typedef struct via_found {
    const char *id;
    const via_source *source;
    uint32_t lang; /* in `langs` */
} via_found;

typedef struct via_gathering {
    via_arena *arena; /* holds the strings and the sources; the corpus takes it over */
    via_intern *langs;
    via_found *found;
    size_t n_found, found_capacity;
    via_skipped *skipped;
    size_t n_skipped, skipped_capacity;
    size_t n_void;
    via_spool *spool;   /* NULL until it is needed */
    const char *except; /* a folder that is not walked, or NULL */
    via_languages *languages;
    const via_input_options *input;
} via_gathering;

via_status via_gathering_init(via_gathering *to, const via_corpus_options *opt,
                              via_error *err);
void via_gathering_clear(via_gathering *to);

/* Adds a document that is a whole file; all strings are copied. */
via_status via_gathering_add(via_gathering *to, const char *id, const char *lang,
                             const char *path, via_error *err);

/* Adds a document of which `source` says where it is; its strings stay where they are
 * and the rest is copied. Without an `id` it is called by its place. */
via_status via_gathering_add_line(via_gathering *to, const char *id, const char *lang,
                                  const via_source *source, via_error *err);

/* Adds a file that cannot be read, or a line of it unless `line` is 0; the strings are
 * copied. */
via_status via_gathering_skip(via_gathering *to, const char *path, size_t line,
                              via_status status, const char *reason, via_error *err);

/* The same for something that has failed, whose message may begin with the path. No
 * memory is a failure. */
via_status via_gathering_skip_told(via_gathering *to, const char *path, size_t line,
                                   const via_error *why, via_error *err);

/* Keeps bytes in the spool, and says where in the source. */
via_status via_gathering_spool(via_gathering *to, const char *bytes, size_t n_bytes,
                               via_source *source, via_error *err);

/* Adds the documents of a folder and of the folders below it. */
via_status via_gather_folder(via_gathering *to, const char *root, via_error *err);

/* Adds the document or the documents at `path` if its name says which language they are
 * in, or that they are JSONL; else sets `*is_document` to false. `rel_begin` is where
 * the part of the path begins that makes the id. */
via_status via_gather_file(via_gathering *to, const char *path, size_t rel_begin,
                           bool *is_document, via_error *err);

/* Adds the documents of a file whose name says nothing: JSONL or a manifest, whichever
 * it begins like. */
via_status via_gather_any(via_gathering *to, const char *path, via_error *err);

/* Adds the documents that a manifest lists. */
via_status via_gather_manifest(via_gathering *to, const char *path, via_reader *in,
                               via_error *err);

/* Adds the documents of JSONL. `lang` is theirs where they do not say; "": unknown. A
 * line that is none costs that line. */
via_status via_gather_jsonl(via_gathering *to, const char *path, const char *lang,
                            via_reader *in, via_error *err);

/* Returns whether a path is that of a column, `text.gz` or `url.gz`, with the other
 * one beside it. */
bool via_is_column(const char *path);

/* Adds the documents of a `text.gz`; nothing is done for other columns. Its folder
 * names the language. If there are not as many lines in both columns none of it can be
 * trusted, and all of it is skipped. */
via_status via_gather_columns(via_gathering *to, const char *path, via_error *err);

#endif
