/* Value slots: what the places of a rule take. */
#ifndef VIA_VALUE_VALUE_SLOTS_H
#define VIA_VALUE_VALUE_SLOTS_H

#include "value/numerals.h"
#include "value/value_rules.h"

/* The numbers that can be read at one place; what there is not ends where it begins. */
typedef struct via_place {
    size_t at;
    via_numeral numeral;
    via_figures run; /* digits without a mark */
} via_place;

/* A slot or a class of words, and what it took. */
typedef struct via_capture {
    int slot;  /* enum via_slot, or -1 for a word */
    int trait; /* of a word */
    size_t at, end;
    int64_t value;
    via_numeral numeral; /* of numbers */
} via_capture;

/* Fills in `value`, `numeral` and `end` if the slot takes what stands at the place; all
 * slots but VIA_SLOT_ROMAN. */
bool via_slot_take(enum via_slot slot, const via_place *place, via_capture *out);

#endif
