/* Values: the numbers, percents, ordinals, dates and times that a text tells. */
#ifndef VIA_VALUE_VALUES_H
#define VIA_VALUE_VALUES_H

#include "mention/mention.h"

typedef struct via_values via_values;

/* Loads what is known of a language. One without a table of its own gets the general
 * rules: digits, percents, dates and times in figures. What is loaded is read-only and
 * may be shared by any number of threads. */
via_status via_values_new(const char *lang, via_values **out, via_error *err);
void via_values_free(via_values *values);

/* Finds the mentions of values in `text[begin, end)`, valid UTF-8: they do not overlap,
 * and of two readings the longer is taken. What is outside is not looked at. Returns
 * false if `fn` did. */
bool via_values_find(const via_values *values, const char *text, size_t begin,
                     size_t end, via_mention_fn *fn, void *data);

#endif
