/* Sketch: what of a document tells its translations, as small numbers.
 *
 * All documents of a corpus are compared with one another, in a way, so what is kept of
 * each is small: about a kilobyte for a page. The text itself is not. */
#ifndef VIA_MATCH_SKETCH_H
#define VIA_MATCH_SKETCH_H

#include "evidence/keys.h"
#include "evidence/sizes.h"

/* A key that a document holds. */
typedef struct via_trace {
    uint32_t id;    /* a hash; equal keys are equal in every language */
    uint16_t place; /* where it stands first, from 0 to 65535 */
    uint8_t kind;   /* enum via_key_kind; names are kept as their consonants */
} via_trace;

typedef struct via_sketch {
    via_trace *traces; /* ascending ids, each once */
    uint32_t *tokens;  /* hashes of tokens, ascending, each once */
    uint32_t n_traces, n_tokens;
    float size;       /* in units that are about equal in all languages */
    uint64_t text_id; /* equal for equal texts */
} via_sketch;

/* What it takes to make sketches of one language. Read-only, for any number of
 * threads. */
typedef struct via_sketcher via_sketcher;

/* `names` is borrowed and must outlive the sketcher. */
via_status via_sketcher_new(const char *lang, const via_names *names,
                            via_sketcher **out, via_error *err);
void via_sketcher_free(via_sketcher *sketcher);

/* Makes the sketch of a document, which need not have segments. On success cleared by
 * via_sketch_clear(). */
via_status via_sketch_make(const via_sketcher *sketcher, const via_doc *doc,
                           via_sketch *out, via_error *err);
void via_sketch_clear(via_sketch *sketch);

/* Returns how many tokens two documents of one language share, of all that either has:
 * Jaccard's index, from 0 to 1. */
double via_sketch_overlap(const via_sketch *a, const via_sketch *b);

/* Returns the number that stands for a token whose hash is `token`. */
uint32_t via_sketch_token(uint64_t token);

#endif
