/* Decimal: exact numbers, as texts write them. */
#include "value/decimal.h"

#include <stdio.h>

/* So that ten times as much still fits into 64 bits. */
#define MANTISSA_MAX INT64_C(999999999999999999)

/* Nothing in a text is as great, or as small, as this; with 18 figures, a sign, a mark
 * and a zero it fits into VIA_DECIMAL_BYTES. */
#define EXPONENT_MAX 40

static const via_decimal spoilt = {0, 0, true};

/* Whether `m * factor` stays within bounds. */
static bool fits(int64_t m, int64_t factor)
{
    int64_t size = m < 0 ? -m : m;

    return factor == 0 || size <= MANTISSA_MAX / (factor < 0 ? -factor : factor);
}

/* Zeros at the end go into the exponent, so that equal numbers are equal. */
static via_decimal settle(via_decimal a)
{
    if (a.mantissa == 0)
        a.exponent = 0;
    while (a.mantissa != 0 && a.mantissa % 10 == 0) {
        a.mantissa /= 10;
        a.exponent++;
    }
    if (a.exponent > EXPONENT_MAX || a.exponent < -EXPONENT_MAX)
        return spoilt;
    return a;
}

via_decimal via_decimal_of(int64_t mantissa, int exponent)
{
    if (!fits(mantissa, 1))
        return spoilt;
    return settle((via_decimal){mantissa, exponent, false});
}

/* Lowers the exponent to `exponent`, with zeros for it. */
static bool lower_exponent(via_decimal *a, int exponent)
{
    while (a->mantissa != 0 && a->exponent > exponent) {
        if (!fits(a->mantissa, 10))
            return false;
        a->mantissa *= 10;
        a->exponent--;
    }
    return true;
}

via_decimal via_decimal_add(via_decimal a, via_decimal b)
{
    if (a.is_spoilt || b.is_spoilt)
        return spoilt;
    if (a.mantissa == 0)
        return b;
    if (b.mantissa == 0)
        return a;
    if (!lower_exponent(&a, b.exponent) || !lower_exponent(&b, a.exponent))
        return spoilt;
    return via_decimal_of(a.mantissa + b.mantissa, a.exponent);
}

via_decimal via_decimal_times(via_decimal a, int64_t factor)
{
    if (a.is_spoilt || !fits(a.mantissa, factor))
        return spoilt;
    return via_decimal_of(a.mantissa * factor, a.exponent);
}

via_decimal via_decimal_shift(via_decimal a, int power)
{
    a.exponent += power;
    return a.is_spoilt ? spoilt : settle(a);
}

bool via_decimal_whole(via_decimal a, int64_t *out)
{
    if (a.is_spoilt || !lower_exponent(&a, 0) || a.exponent < 0)
        return false;
    *out = a.mantissa;
    return true;
}

bool via_decimal_print(via_decimal a, char out[VIA_DECIMAL_BYTES])
{
    char figures[32];
    size_t at = 0;
    int64_t size = a.mantissa < 0 ? -a.mantissa : a.mantissa;
    int n_figures = snprintf(figures, sizeof figures, "%lld", (long long)size);
    int n_whole = n_figures + a.exponent; /* figures before the mark */

    if (a.is_spoilt)
        return false;
    if (a.mantissa < 0)
        out[at++] = '-';
    if (n_whole <= 0)
        out[at++] = '0';
    for (int i = n_whole < 0 ? n_whole : 0; i < n_figures || i < n_whole; i++) {
        if (i == n_whole)
            out[at++] = '.';
        out[at++] = i >= 0 && i < n_figures ? figures[i] : '0';
    }
    out[at] = '\0';
    return true;
}
