/* Decimal: exact numbers, as texts write them. */
#ifndef VIA_VALUE_DECIMAL_H
#define VIA_VALUE_DECIMAL_H

#include "vialign.h"

/* mantissa * 10^exponent. What does not fit (more than 18 figures) is spoilt, and stays
 * so in sums and products. */
typedef struct via_decimal {
    int64_t mantissa;
    int exponent;
    bool is_spoilt;
} via_decimal;

/* Returns mantissa * 10^exponent. */
via_decimal via_decimal_of(int64_t mantissa, int exponent);

via_decimal via_decimal_add(via_decimal a, via_decimal b);
via_decimal via_decimal_times(via_decimal a, int64_t factor);

/* Returns a * 10^power. */
via_decimal via_decimal_shift(via_decimal a, int power);

/* Finds the whole number that it is; false if it is none or is too great. */
bool via_decimal_whole(via_decimal a, int64_t *out);

/* Writes it plainly, without zeros at its ends, "1506140000" or "0.25"; false if it is
 * spoilt. */
#define VIA_DECIMAL_BYTES 64
bool via_decimal_print(via_decimal a, char out[VIA_DECIMAL_BYTES]);

#endif
