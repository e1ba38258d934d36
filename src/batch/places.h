/* Places: where the texts of standing units are in a document of today. */
#ifndef VIA_BATCH_PLACES_H
#define VIA_BATCH_PLACES_H

#include "tm/multi.h"

/* The text is no longer there, or the unit has none in this language. */
#define VIA_PLACE_LOST PTRDIFF_MAX

/* Finds by how many segments the text of each unit in the language of the document has
 * moved: 0 where it stands in the same segments, else the least of the moves that take
 * it to segments with just this text that no other unit holds. White space does not
 * count. `shifts` has room for `n_units`. */
via_status via_places_find(const via_multi_unit *units, size_t n_units,
                           const via_doc *doc, ptrdiff_t *shifts, via_error *err);

/* Returns the text of a unit in a language; NULL if it has none. */
const via_multi_text *via_unit_text(const via_multi_unit *unit, const char *lang);

#endif
