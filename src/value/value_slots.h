/* Value slots: what the places of a rule take. */
#ifndef VIA_VALUE_VALUE_SLOTS_H
#define VIA_VALUE_VALUE_SLOTS_H

#include "value/numerals.h"
#include "value/value_rules.h"

/* The numbers that can be read at one place; what there is not ends where it begins. */
typedef struct via_place {
    size_t at;
    via_numeral numeral;
    via_figures run;       /* digits without a mark */
    int64_t numeral_whole; /* the values; -1 if they are no whole numbers */
    int64_t run_whole;
    uint32_t fits; /* bits of the slots that take one of them, but VIA_SLOT_ROMAN */
} via_place;

/* A slot or a class of words, and what it took. */
typedef struct via_capture {
    int slot;  /* enum via_slot, or -1 for a word */
    int trait; /* of a word */
    size_t at, end;
    int64_t value;
    via_numeral numeral; /* of numbers */
} via_capture;

/* Reads the numbers at `at`. */
void via_place_read(const via_lexis *lexis, const via_scope *scope, size_t at,
                    via_place *out);

/* Fills in what a slot that fits takes. */
void via_slot_take(enum via_slot slot, const via_place *place, via_capture *out);

#endif
