/* Ending: what the name of a file ends in, such as ".gz". */
#ifndef VIA_BASE_ENDING_H
#define VIA_BASE_ENDING_H

#include <stdbool.h>
#include <stddef.h>

/* Returns whether a name ends in `ending`, with something before it. */
bool via_ending_is(const char *name, size_t n_bytes, const char *ending);

/* The same, with Latin letters in either case. */
bool via_ending_is_in_any_case(const char *name, size_t n_bytes, const char *ending);

/* Returns how many bytes stand before `ending`: all `n_bytes` if the name does not end
 * in it, or nothing would be left. */
size_t via_ending_cut(const char *name, size_t n_bytes, const char *ending);

#endif
