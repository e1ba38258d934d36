/* Plain furniture: lines of a text that are surely no part of an article. */
#ifndef VIA_PAGE_PLAIN_H
#define VIA_PAGE_PLAIN_H

#include "vialign.h"

/* Counts the names of picture files, comment counters and share bars in a document, and
 * leaves them out of its blocks unless they are kept. `rules` NULL: they are loaded for
 * this once. */
via_status via_plain_clean(via_doc *doc, const via_furniture_rules *rules, bool is_kept,
                           via_error *err);

#endif
