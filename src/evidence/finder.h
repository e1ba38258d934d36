/* Finder: all that one language's texts mention - values, terms, names, copies. */
#ifndef VIA_EVIDENCE_FINDER_H
#define VIA_EVIDENCE_FINDER_H

#include "mention/mention.h"
#include "name/names.h"

/* The tables of one language. Read-only, for any number of threads. */
typedef struct via_finder via_finder;

/* `names` is borrowed and must outlive the finder. */
via_status via_finder_new(const char *lang, const via_names *names, via_finder **out,
                          via_error *err);
void via_finder_free(via_finder *finder);

/* Tells all mentions of some kinds in `text[begin, end)`, a segment of valid UTF-8:
 * first values, then terms, then names, then copied strings, each in text order. What
 * one kind has found may be part of what another has. Returns false if `fn` did. */
bool via_finder_find(const via_finder *finder, const char *text, size_t begin,
                     size_t end, via_mention_fn *fn, void *data);

/* The same in text order, none inside another: of two that overlap the one of the
 * kind told first, else the longer. `*out` is an array of `*n_out`, freed with
 * free(). */
via_status via_finder_list(const via_finder *finder, const char *text, size_t begin,
                           size_t end, via_mention **out, size_t *n_out,
                           via_error *err);

/* Returns the tables of names that the finder was made with. */
const via_names *via_finder_names(const via_finder *finder);

#endif
