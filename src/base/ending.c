/* Ending: what the name of a file ends in, such as ".gz". */
#include "base/ending.h"

#include <string.h>
#include <strings.h>

bool via_ending_is(const char *name, size_t n_bytes, const char *ending)
{
    size_t n_ending = strlen(ending);

    return n_bytes > n_ending &&
           memcmp(name + n_bytes - n_ending, ending, n_ending) == 0;
}

bool via_ending_is_in_any_case(const char *name, size_t n_bytes, const char *ending)
{
    size_t n_ending = strlen(ending);

    return n_bytes > n_ending &&
           strncasecmp(name + n_bytes - n_ending, ending, n_ending) == 0;
}

size_t via_ending_cut(const char *name, size_t n_bytes, const char *ending)
{
    return via_ending_is(name, n_bytes, ending) ? n_bytes - strlen(ending) : n_bytes;
}
