/* Letters: what of a text is left when spaces, marks and symbols are not counted. */
#ifndef VIA_TEXT_LETTERS_H
#define VIA_TEXT_LETTERS_H

#include "vialign.h"

/* Returns whether the code point is a letter, a mark that stands on one, or a number:
 * Unicode's general categories L, M and N. */
bool via_char_is_letter(int32_t cp);

#endif
