/* Buffer: bytes that grow at the end. */
#ifndef VIA_BASE_BUFFER_H
#define VIA_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Zero it, or use VIA_BUFFER_INIT, before the first call. After a failure to get
 * memory `has_failed` stays set and appending does nothing, so that one check at
 * the end is enough. */
typedef struct via_buffer {
    char *bytes;
    size_t n_bytes, capacity;
    bool has_failed;
} via_buffer;

#define VIA_BUFFER_INIT                                                                \
    {                                                                                  \
        NULL, 0, 0, false                                                              \
    }

void via_buffer_clear(via_buffer *buffer);

/* Makes room for `n_more` bytes after the end; false if there is no memory. */
bool via_buffer_reserve(via_buffer *buffer, size_t n_more);

/* In the header, since most of what is appended are small things of known size. */
static inline void via_buffer_append(via_buffer *buffer, const char *bytes,
                                     size_t n_bytes)
{
    bool has_room = buffer->capacity - buffer->n_bytes >= n_bytes;

    if (!n_bytes || buffer->has_failed ||
        (!has_room && !via_buffer_reserve(buffer, n_bytes)))
        return;
    memcpy(buffer->bytes + buffer->n_bytes, bytes, n_bytes);
    buffer->n_bytes += n_bytes;
}

void via_buffer_append_text(via_buffer *buffer, const char *text);
void via_buffer_append_char(via_buffer *buffer, char c);
void via_buffer_format(via_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Returns the bytes with a NUL behind them (not counted); NULL after a failure. */
const char *via_buffer_text(via_buffer *buffer);

#endif
