/* Multi: one memory of all languages, composed from pairs that share a pivot. */
#ifndef VIA_BATCH_MULTI_H
#define VIA_BATCH_MULTI_H

#include "batch/langs.h"
#include "batch/ledger.h"
#include "batch/outputs.h"
#include "batch/standing.h"

/* Keeps the beads of a batch until all pairs of languages are aligned. */
typedef struct via_multi via_multi;

/* The formats among `outputs` must hold one that can have more than two languages.
 * `standing` is the memory that is added to, or NULL. Borrows from all three. Freed
 * with via_multi_free(). */
via_status via_multi_new(const via_outputs *outputs, const via_corpus *corpus,
                         const via_standing *standing, via_multi **out, via_error *err);
void via_multi_free(via_multi *multi);

/* Appends what is to be kept of a pair to `out`: the beads with text on both sides that
 * are as sure as the outputs want them. Any number of threads may call it, each with an
 * `out` of its own, whose `has_failed` tells of a lack of memory. */
void via_multi_collect(const via_multi *multi, const via_article *article,
                       via_pair pair, const via_ladder *ladder, via_buffer *out);

/* Keeps what was collected of an article in two languages, in a file without a name.
 * Belongs to one thread. */
via_status via_multi_take(via_multi *multi, const via_article *article,
                          via_lang_pair langs, const via_buffer *beads, via_error *err);

typedef struct via_multi_totals {
    size_t n_units;    /* all that were written */
    size_t n_standing; /* of them, those that stood before */
    size_t n_grown;    /* of these, those that got another language */
    size_t n_lost;     /* and those whose text is no longer in the document */
} via_multi_totals;

/* Composes the units of each article over its pivot, Vietnamese, else English, else the
 * first language, and writes DIR/multi.FORMAT. A unit is as sure as the least sure of
 * its beads.
 *
 * Where units stand, their pivot is that of the article, and they come out as they
 * stood, with texts of languages that they lack. The ledger is told of articles whose
 * units are no longer found. */
via_status via_multi_write(via_multi *multi, const char *dir, via_ledger *ledger,
                           via_multi_totals *totals, via_error *err);

#endif
