/* Number: decimal figures in and out, the same in every locale. */
#include "io/number.h"

#include "io/table.h"

#include <assert.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* strtod() as it is in the C locale, whatever the caller of the library has set. */
static double to_double(const char *text, char **end)
{
    locale_t c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t old = c_locale ? uselocale(c_locale) : (locale_t)0;
    double value = strtod(text, end);

    if (c_locale) {
        uselocale(old);
        freelocale(c_locale);
    }
    return value;
}

bool via_parse_number(const char *text, double *out)
{
    char *end;

    *out = 0.0;
    /* strtod() also takes leading space, hexadecimal, "nan" and "inf". */
    if (!*text || text[strspn(text, "+-.0123456789eE")])
        return false;
    double value = to_double(text, &end);
    if (end == text || *end || !isfinite(value))
        return false;
    *out = value;
    return true;
}

/* The most digits that 64 bits need. */
#define DIGITS_MAX 20

/* Appends at least `n_digits_min` digits. By hand, since the formats of the C library
 * take most of the time of a line of numbers. */
static void append_digits(via_buffer *out, uint64_t value, unsigned n_digits_min)
{
    char digits[DIGITS_MAX];
    size_t begin = DIGITS_MAX;

    while (value || DIGITS_MAX - begin < n_digits_min) {
        digits[--begin] = (char)('0' + value % 10);
        value /= 10;
    }
    via_buffer_append(out, digits + begin, DIGITS_MAX - begin);
}

void via_append_count(via_buffer *out, size_t value)
{
    append_digits(out, value, 1);
}

void via_append_decimal(via_buffer *out, double value, unsigned n_decimals)
{
    double power = 1.0, whole;

    assert(n_decimals <= VIA_DECIMALS_MAX);
    if (!isfinite(value)) {
        via_buffer_append_text(out, isnan(value) ? "nan" : value > 0 ? "inf" : "-inf");
        return;
    }
    for (unsigned i = 0; i < n_decimals; i++)
        power *= 10;

    double scaled = round(modf(fabs(value), &whole) * power);
    if (scaled >= power) {
        scaled -= power;
        whole += 1;
    }
    if (value < 0 && (whole > 0 || scaled > 0))
        via_buffer_append_char(out, '-');
    if (whole < 0x1p64)
        append_digits(out, (uint64_t)whole, 1);
    else
        via_buffer_format(out, "%.0f", whole);
    if (n_decimals) {
        via_buffer_append_char(out, '.');
        append_digits(out, (uint64_t)scaled, n_decimals);
    }
}
