/* Valid text: UTF-8 whatever comes in. */
#ifndef VIA_MARKUP_VALID_H
#define VIA_MARKUP_VALID_H

#include "base/buffer.h"

/* Appends text in which each byte that belongs to no UTF-8 character is replaced by
 * U+FFFD: names of files and the like may hold anything. */
void via_append_valid(via_buffer *out, const char *bytes, size_t n_bytes);

#endif
