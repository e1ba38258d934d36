/* Roman numerals: XIV is 14. */
#include "value/roman.h"

static int figure_of(int32_t cp)
{
    switch (cp) {
    case 'I':
        return 1;
    case 'V':
        return 5;
    case 'X':
        return 10;
    case 'L':
        return 50;
    case 'C':
        return 100;
    default:
        return 0;
    }
}

/* Appends the Roman figures of one decimal place: IX, IV, V, III. */
static char *write_place(char *out, int digit, const char *one_five_ten)
{
    if (digit == 9 || digit == 4) {
        *out++ = one_five_ten[0];
        *out++ = one_five_ten[digit == 9 ? 2 : 1];
        return out;
    }
    if (digit >= 5)
        *out++ = one_five_ten[1];
    for (int i = digit % 5; i > 0; i--)
        *out++ = one_five_ten[0];
    return out;
}

/* Whether the figures at `at` are how `value` is written: IIII and IC are nothing. */
static bool is_proper(const via_scope *scope, size_t at, size_t end, int value)
{
    char proper[24];
    char *last = proper;

    for (int hundreds = value / 100; hundreds > 0; hundreds--)
        *last++ = 'C';
    last = write_place(last, value / 10 % 10, "XLC");
    last = write_place(last, value % 10, "IVX");
    for (const char *p = proper; p < last; p++) {
        if (via_scope_next(scope, at) != *p)
            return false;
        at = via_scope_after(scope, at);
    }
    return at == end;
}

int via_roman_read(const via_scope *scope, size_t at, size_t *end)
{
    int value = 0, before = 0, figure;

    *end = at;
    while ((figure = figure_of(via_scope_next(scope, *end))) && value < 400) {
        value += figure > before ? figure - 2 * before : figure;
        before = figure;
        *end = via_scope_after(scope, *end);
    }
    if (value <= 0 || value >= 400 || !is_proper(scope, at, *end, value))
        return 0;
    return via_scope_is_letter(via_scope_next(scope, *end)) ? 0 : value;
}
