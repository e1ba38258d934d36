/* Character classes: what a code point is, for measuring, cutting and matching. */
#ifndef VIA_TEXT_CHARS_H
#define VIA_TEXT_CHARS_H

#include "text/class_table.h"
#include "vialign.h"

typedef enum via_char_class {
    VIA_CHAR_SPACE, /* white space and control */
    VIA_CHAR_MARK,  /* punctuation and symbols */
    VIA_CHAR_DIGIT, /* decimal digits of any script */
    VIA_CHAR_LATIN, /* letters, and marks that stand on them */
    VIA_CHAR_HAN,   /* and 々 〆 〇 */
    VIA_CHAR_HIRAGANA,
    VIA_CHAR_KATAKANA, /* and ー, full and half width */
    VIA_CHAR_THAI,     /* letters, vowels and tone marks */
    VIA_CHAR_OTHER,    /* letters of any other script */
    VIA_CHAR_N_CLASSES
} via_char_class;

/* The class of a character that is not in the table. */
via_char_class via_char_class_unlisted(int32_t cp);

static inline via_char_class via_char_class_of(int32_t cp)
{
    uint32_t at = (uint32_t)cp;
    size_t page = at <= 0xffff ? via_class_page_of[at / VIA_CLASS_PAGE_CPS] : 0;

    return page ? (via_char_class)(via_class_pages[page - 1][at % VIA_CLASS_PAGE_CPS] -
                                   '0')
                : via_char_class_unlisted(cp);
}

/* Returns whether the letter is capital (or title case). */
bool via_char_is_upper(int32_t cp);
bool via_char_is_lower(int32_t cp);

/* Returns the value of a decimal digit of any script, or -1. */
int via_char_digit(int32_t cp);

/* Returns the letter in lower case without its marks: Ễ gives e, Đ gives d, Ａ
 * gives a. What has no such form is returned as it is. */
int32_t via_char_fold(int32_t cp);

#endif
