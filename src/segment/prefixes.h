/* Prefixes: words that a stretch of text begins with, in writing without spaces. */
#ifndef VIA_SEGMENT_PREFIXES_H
#define VIA_SEGMENT_PREFIXES_H

#include "segment/line.h"

/* A data file of "word TAB what it is"; read-only once loaded. */
typedef struct via_prefixes via_prefixes;

/* Loads a data file in which the second field is one of `names`, `n_names` of them. */
via_status via_prefixes_load(const char *name, const char *const *names, size_t n_names,
                             via_prefixes **out, via_error *err);
void via_prefixes_free(via_prefixes *prefixes);

/* Returns the number of the name of the longest word that the line has at `begin`,
 * or -1. */
int via_prefixes_find(const via_prefixes *prefixes, const via_line *line, size_t begin);

#endif
