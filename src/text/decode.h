/* Decoding: the bytes of a file as checked UTF-8. */
#ifndef VIA_TEXT_DECODE_H
#define VIA_TEXT_DECODE_H

#include "base/buffer.h"
#include "vialign.h"

/* The bytes of a file, and the name to complain by. */
typedef struct via_raw_text {
    const char *name, *bytes;
    size_t n_bytes;
} via_raw_text;

/* Finds the UTF-8 text in `raw`, without a byte order mark. UTF-16 with a mark is
 * converted into `room`, which the caller clears once `*text` is no longer needed;
 * UTF-8 is borrowed from `raw`. What is not valid, or a NUL, is a failure that
 * names its line and its offset in the file, which counts from 0. */
via_status via_decode(const via_raw_text *raw, via_buffer *room, const char **text,
                      size_t *n_bytes, via_error *err);

/* Returns whether the bytes begin with the byte order mark of UTF-8 or UTF-16. */
bool via_has_mark(const via_raw_text *raw);

#endif
