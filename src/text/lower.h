/* Lower case: the small letter of a letter, with its marks. */
#ifndef VIA_TEXT_LOWER_H
#define VIA_TEXT_LOWER_H

#include "vialign.h"

/* Returns the letter in lower case: Ễ gives ễ. What has none is returned as it is. */
int32_t via_char_lower(int32_t cp);

#endif
