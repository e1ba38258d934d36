/* Bead line: how a bead is written, "[0]:[1, 2]". */
#include "align/bead_line.h"

#include <string.h>

static void skip_spaces(const char **p)
{
    *p += strspn(*p, " ");
}

bool via_read_segment_number(const char **p, uint32_t *out)
{
    uint32_t number = 0;

    if (**p < '0' || **p > '9')
        return false;
    for (; **p >= '0' && **p <= '9'; ++*p) {
        number = number * 10 + (uint32_t)(**p - '0');
        if (number > VIA_SEGMENT_NUMBER_MAX)
            return false;
    }
    *out = number;
    skip_spaces(p);
    return true;
}

bool via_read_bead_side(const char **p, via_buffer *numbers)
{
    uint32_t number;

    skip_spaces(p);
    if (**p != '[')
        return false;
    ++*p;
    for (skip_spaces(p); **p != ']'; skip_spaces(p)) {
        if (!via_read_segment_number(p, &number))
            return false;
        via_buffer_append(numbers, (const char *)&number, sizeof number);
        if (**p == ',')
            ++*p;
    }
    ++*p;
    skip_spaces(p);
    return true;
}

bool via_find_run(const uint32_t *segs, size_t n, size_t *begin, size_t *end,
                  size_t *skip)
{
    *begin = n ? segs[0] : 0;
    *end = *begin + n;
    *skip = 0;
    for (size_t i = 1; i < n; i++) {
        size_t n_between = segs[i] - (size_t)segs[i - 1] - 1;

        if (segs[i] <= segs[i - 1] || n_between > 1 || (n_between && *skip))
            return false;
        if (n_between)
            *skip = (size_t)segs[i] - 1;
    }
    *end += *skip != 0;
    return true;
}
