/* Numerals: numbers in figures, words and scales, in any mixture. */
#ifndef VIA_VALUE_NUMERALS_H
#define VIA_VALUE_NUMERALS_H

#include "value/lexis.h"

typedef struct via_numeral {
    via_decimal value;
    size_t end;
    unsigned n_words; /* number words, also scales */
    bool has_figures, has_scale;
    bool is_lone;     /* may stand for itself, as any figures may */
    bool is_tail;     /* stands behind ten only: lăm */
    bool is_one_term; /* a coefficient and its scales: 1,5 nghìn tỷ */
    int scales_power; /* of one term: 12 */
} via_numeral;

/* Reads the longest number at `at`; false if there is none. What looks like a number
 * and is none, such as 1.2.3, is spoilt. */
bool via_numeral_read(const via_lexis *lexis, const via_scope *scope, size_t at,
                      via_numeral *out);

#endif
