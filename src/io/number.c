/* Number: decimal figures in and out, the same in every locale. */
#include "io/number.h"

#include "io/table.h"

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

void via_append_decimal(via_buffer *out, double value, unsigned n_decimals)
{
    static const uint64_t powers[] = {1,      10,      100,      1000,      10000,
                                      100000, 1000000, 10000000, 100000000, 1000000000};
    uint64_t power = powers[n_decimals < 9 ? n_decimals : 9];
    double scaled = nearbyint(fabs(value) * (double)power);

    if (isnan(value)) {
        via_buffer_append_text(out, "nan");
        return;
    }
    if (value < 0 && scaled > 0)
        via_buffer_append_char(out, '-');
    if (isinf(value)) {
        via_buffer_append_text(out, "inf");
        return;
    }
    if (scaled >= 1e19) { /* beyond uint64_t; such figures have no decimals */
        via_buffer_format(out, "%.0f", fabs(value));
        power = 1;
        if (n_decimals)
            via_buffer_format(out, ".%0*d", (int)n_decimals, 0);
        return;
    }
    via_buffer_format(out, "%llu", (unsigned long long)((uint64_t)scaled / power));
    if (n_decimals)
        via_buffer_format(out, ".%0*llu", (int)n_decimals,
                          (unsigned long long)((uint64_t)scaled % power));
}
