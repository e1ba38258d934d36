/* Multi: one memory of all languages, composed from pairs that share a pivot. */
#ifndef VIA_BATCH_MULTI_H
#define VIA_BATCH_MULTI_H

#include "batch/langs.h"
#include "batch/outputs.h"

/* Keeps the beads of a batch until all pairs of languages are aligned. */
typedef struct via_multi via_multi;

/* The formats among `outputs` must hold one that can have more than two languages.
 * Borrows from both. Freed with via_multi_free(). */
via_status via_multi_new(const via_outputs *outputs, const via_corpus *corpus,
                         via_multi **out, via_error *err);
void via_multi_free(via_multi *multi);

/* Appends the beads of a pair to `out`: those with text on both sides that are at least
 * as sure as `min_confidence`. Any number of threads may call it, each with an `out` of
 * its own, whose `has_failed` tells of a lack of memory. */
void via_multi_collect(via_pair pair, const via_ladder *ladder, double min_confidence,
                       via_buffer *out);

/* Takes over what was collected of an article in two languages. */
via_status via_multi_take(via_multi *multi, const via_article *article,
                          via_lang_pair langs, via_buffer *beads, via_error *err);

/* Composes the units of each article over its pivot, Vietnamese, else English, else the
 * first language, and writes DIR/multi.FORMAT. A unit is as sure as the least sure of
 * its beads. */
via_status via_multi_write(via_multi *multi, const char *dir, size_t *n_units,
                           via_error *err);

#endif
