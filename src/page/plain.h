/* Plain furniture: lines of a text that look like no part of an article. */
#ifndef VIA_PAGE_PLAIN_H
#define VIA_PAGE_PLAIN_H

#include "vialign.h"

/* Marks the lines of a document that look like furniture, unless all of it shall be
 * kept, and counts those that surely are: names of picture files, comment counters and
 * share bars. All stay in its text. `rules` NULL: they are loaded for this once. */
via_status via_plain_mark(via_doc *doc, const via_furniture_rules *rules, bool is_kept,
                          via_error *err);

#endif
