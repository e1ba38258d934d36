/* Roman numerals: XIV is 14. */
#ifndef VIA_VALUE_ROMAN_H
#define VIA_VALUE_ROMAN_H

#include "value/scope.h"

/* Reads a Roman numeral in capitals, as it is properly written, up to 399. Returns its
 * value, or 0 if there is none, and sets `*end`. */
int via_roman_read(const via_scope *scope, size_t at, size_t *end);

#endif
