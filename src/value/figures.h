/* Figures: numbers in digits, with the grouping and decimal marks of a language. */
#ifndef VIA_VALUE_FIGURES_H
#define VIA_VALUE_FIGURES_H

#include "value/decimal.h"
#include "value/scope.h"

/* "." or ","; both 0 where nobody knows. */
typedef struct via_marks {
    int32_t group, decimal;
} via_marks;

typedef struct via_figures {
    via_decimal value;
    unsigned n_figures; /* as written, before the decimal mark */
    size_t end;
} via_figures;

/* Reads digits without any mark. Returns false if there is none at `at`. */
bool via_figures_read_run(const via_scope *scope, size_t at, via_figures *out);

/* Reads digits with marks. What is ambiguous follows the marks of the language: 1.234
 * is a thousand in Vietnamese; but 6.5 is no group anywhere. What is no number, such as
 * 1.2.3, is spoilt. */
bool via_figures_read(const via_scope *scope, size_t at, via_marks marks,
                      via_figures *out);

#endif
