/* Term guard: whether what stands around a name in a text lets it be that term. */
#ifndef VIA_TERM_TERM_GUARD_H
#define VIA_TERM_TERM_GUARD_H

#include "term/term_name.h"

/* A stretch of a text that a name was found at. The text is looked at in
 * [text_begin, text_end) only. */
typedef struct via_term_place {
    const char *text;
    size_t text_begin, text_end, begin, end;
} via_term_place;

/* Returns whether what stands at and around `place`, where the letters of the name
 * were found in any case, fits its guards. */
bool via_term_name_fits(const via_term_name *name, const via_term_place *place);

#endif
