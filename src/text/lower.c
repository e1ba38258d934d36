/* Lower case: the small letter of a letter, with its marks. */
#include "text/lower.h"

#include <unicode/uchar.h>

int32_t via_char_lower(int32_t cp)
{
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
    return u_tolower(cp);
}
