/* Character classes: what a code point is, for measuring, cutting and matching. */
#include "text/chars.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "text/fold_table.h"

static bool is_between(int32_t cp, int32_t low, int32_t high)
{
    return cp >= low && cp <= high;
}

/* Letters and marks, by script. What has no script of its own counts with the
 * letters that it mostly stands on. */
static via_char_class letter_class(int32_t cp)
{
    UErrorCode status = U_ZERO_ERROR;

    if (is_between(cp, 0x3099, 0x309a))
        return VIA_CHAR_HIRAGANA;
    if (cp == 0x3006)
        return VIA_CHAR_HAN;
    if (cp == 0x30fc || cp == 0xff70 || is_between(cp, 0xff9e, 0xff9f))
        return VIA_CHAR_KATAKANA;
    switch (uscript_getScript(cp, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_INHERITED:
        return VIA_CHAR_LATIN;
    case USCRIPT_HAN:
        return VIA_CHAR_HAN;
    case USCRIPT_HIRAGANA:
        return VIA_CHAR_HIRAGANA;
    case USCRIPT_KATAKANA:
        return VIA_CHAR_KATAKANA;
    case USCRIPT_THAI:
        return VIA_CHAR_THAI;
    default:
        return u_charType(cp) == U_MODIFIER_LETTER ? VIA_CHAR_LATIN : VIA_CHAR_OTHER;
    }
}

/* Format characters: a soft hyphen and joiners stand inside words, the rest (zero
 * width space, byte order mark, directions) is as good as a space. */
static via_char_class format_class(int32_t cp)
{
    if (cp == 0xad)
        return VIA_CHAR_LATIN;
    return is_between(cp, 0x200c, 0x200d) ? VIA_CHAR_OTHER : VIA_CHAR_SPACE;
}

via_char_class via_char_class_unlisted(int32_t cp)
{
    switch (u_charType(cp)) {
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
        return VIA_CHAR_SPACE;
    case U_FORMAT_CHAR:
        return format_class(cp);
    case U_DECIMAL_DIGIT_NUMBER:
        return VIA_CHAR_DIGIT;
    case U_NON_SPACING_MARK:
        if (is_between(cp, 0xfe00, 0xfe0f))
            return VIA_CHAR_MARK;
        return letter_class(cp);
    case U_COMBINING_SPACING_MARK:
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
        return letter_class(cp);
    default:
        return VIA_CHAR_MARK;
    }
}

bool via_char_is_upper(int32_t cp)
{
    if (cp < 0x80)
        return is_between(cp, 'A', 'Z');

    int8_t type = u_charType(cp);
    return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}

bool via_char_is_lower(int32_t cp)
{
    if (cp < 0x80)
        return is_between(cp, 'a', 'z');
    return u_charType(cp) == U_LOWERCASE_LETTER;
}

int via_char_digit(int32_t cp)
{
    if (cp < 0x80)
        return is_between(cp, '0', '9') ? cp - '0' : -1;
    return u_charDigitValue(cp);
}

static int32_t fold_ascii(int32_t cp)
{
    return is_between(cp, 'A', 'Z') ? cp + ('a' - 'A') : cp;
}

/* Greek loses its accents, as in capitals. Elsewhere a mark makes another letter
 * (й が), which must stay. */
static int32_t fold_greek(int32_t cp)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    UChar units[8];

    if (U_FAILURE(status))
        return cp;

    int32_t n_units = unorm2_getDecomposition(nfc, cp, units, 8, &status);
    return u_tolower(n_units > 0 && U_SUCCESS(status) ? units[0] : cp);
}

int32_t via_char_fold(int32_t cp)
{
    char folded = '.';

    if (cp < 0x80)
        return fold_ascii(cp);
    if (is_between(cp, VIA_FOLD_LATIN_BEGIN, VIA_FOLD_LATIN_END - 1))
        folded = via_fold_latin[cp - VIA_FOLD_LATIN_BEGIN];
    else if (is_between(cp, VIA_FOLD_VIET_BEGIN, VIA_FOLD_VIET_END - 1))
        folded = via_fold_viet[cp - VIA_FOLD_VIET_BEGIN];
    if (folded != '.')
        return folded;
    if (is_between(cp, 0xff01, 0xff5e))
        return fold_ascii(cp - 0xff01 + '!');
    if (is_between(cp, 0x370, 0x3ff) || is_between(cp, 0x1f00, 0x1fff))
        return fold_greek(cp);
    return u_tolower(cp);
}
