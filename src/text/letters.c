/* Letters: what of a text is left when spaces, marks and symbols are not counted. */
#include "text/letters.h"

#include <unicode/uchar.h>

bool via_char_is_letter(int32_t cp)
{
    if (cp < 0x80)
        return (cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
    return (U_MASK(u_charType(cp)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}
