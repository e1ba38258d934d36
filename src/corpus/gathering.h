/* Gathering: documents found so far, in any order. */
#ifndef VIA_CORPUS_GATHERING_H
#define VIA_CORPUS_GATHERING_H

#include "base/arena.h"
#include "base/intern.h"
#include "corpus/corpus.h"

typedef struct via_found {
    const char *id, *path;
    uint32_t lang; /* in `langs` */
} via_found;

typedef struct via_gathering {
    via_arena *arena; /* holds the strings */
    via_intern *langs;
    via_found *found;
    size_t n_found, found_capacity;
    via_skipped *skipped;
    size_t n_skipped, skipped_capacity;
    const char *except; /* a folder that is not walked, or NULL */
} via_gathering;

via_status via_gathering_init(via_gathering *to, via_error *err);
void via_gathering_clear(via_gathering *to);

/* Adds a document; all strings are copied. */
via_status via_gathering_add(via_gathering *to, const char *id, const char *lang,
                             const char *path, via_error *err);

/* Adds a file that cannot be read; the strings are copied. */
via_status via_gathering_skip(via_gathering *to, const char *path, via_status status,
                              const char *reason, via_error *err);

/* Adds the documents of a folder and of the folders below it. */
via_status via_gather_folder(via_gathering *to, const char *root, via_error *err);

/* Adds the document at `path` if its name says which language it is in; else sets
 * `*is_document` to false. `rel_begin` is where the part of the path begins that
 * makes the id. */
via_status via_gather_file(via_gathering *to, const char *path, size_t rel_begin,
                           bool *is_document, via_error *err);

/* Adds the documents that a manifest lists. */
via_status via_gather_manifest(via_gathering *to, const char *path, via_error *err);

#endif
