/* Class table: the classes of the characters of our languages. */
#ifndef VIA_TEXT_CLASS_TABLE_H
#define VIA_TEXT_CLASS_TABLE_H

#include <stdint.h>

#define VIA_CLASS_PAGE_CPS 256

/* The page on which 256 code points stand, by their number / 256; 0 if on none. */
extern const uint8_t via_class_page_of[256];

/* By page - 1 and place there, a class as a figure. */
extern const char via_class_pages[][VIA_CLASS_PAGE_CPS];

#endif
