/* Standing: the units of an earlier memory, which a batch adds to. */
#ifndef VIA_BATCH_STANDING_H
#define VIA_BATCH_STANDING_H

#include "corpus/corpus.h"
#include "tm/multi.h"

typedef struct via_standing_article {
    const char *id; /* as it stood */
    const via_multi_unit *units;
    size_t n_units;
} via_standing_article;

/* Read-only once it is loaded. */
typedef struct via_standing {
    via_arena *arena; /* holds everything below, and this */
    const char *path;
    via_multi_unit *units; /* by article, then as they stood */
    size_t n_units;
    via_standing_article *articles; /* as they came */
    size_t n_articles;
} via_standing;

/* Loads the JSONL that via_multi_write() wrote, plain or gzipped. A line that is no
 * such unit, and one that holds a segment which another holds too, is a failure that
 * names the line. On success `*out` is freed with via_standing_free(). */
via_status via_standing_load(const char *path, via_standing **out, via_error *err);
void via_standing_free(via_standing *standing);

/* Finds for each article of the corpus the standing one of the same id, else the first
 * that has one of its documents by name, else one whose id is part of its own, as where
 * a document was joined to "a+b"; each is of one article. `out` has room for a number
 * of each article of the corpus; `n_articles` of the standing where there is none. */
via_status via_standing_match(const via_standing *standing, const via_corpus *corpus,
                              size_t *out, via_error *err);

#endif
