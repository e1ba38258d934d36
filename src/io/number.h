/* Number: decimal figures in and out, the same in every locale. */
#ifndef VIA_IO_NUMBER_H
#define VIA_IO_NUMBER_H

#include "base/buffer.h"

/* Appends a whole number. */
void via_append_count(via_buffer *out, size_t value);

/* Appends `value` with exactly `n_decimals` decimals, halves rounded away from zero,
 * and without a sign if it rounds to zero. What is not finite becomes "nan", "inf"
 * or "-inf". The way back is via_parse_number() of io/table.h. */
#define VIA_DECIMALS_MAX 9
void via_append_decimal(via_buffer *out, double value, unsigned n_decimals);

#endif
