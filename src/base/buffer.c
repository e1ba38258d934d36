/* Buffer: bytes that grow at the end. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Chosen, not tuned. */
#define CAPACITY_MIN_BYTES ((size_t)256)

void via_buffer_clear(via_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (via_buffer)VIA_BUFFER_INIT;
}

bool via_buffer_reserve(via_buffer *buffer, size_t n_more)
{
    if (buffer->has_failed)
        return false;
    if (buffer->capacity - buffer->n_bytes >= n_more)
        return true;

    size_t capacity = buffer->capacity ? buffer->capacity : CAPACITY_MIN_BYTES;
    while (capacity - buffer->n_bytes < n_more && capacity <= SIZE_MAX / 2)
        capacity *= 2;

    char *bytes =
        capacity - buffer->n_bytes >= n_more ? realloc(buffer->bytes, capacity) : NULL;
    if (!bytes) {
        buffer->has_failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

void via_buffer_append_text(via_buffer *buffer, const char *text)
{
    via_buffer_append(buffer, text, strlen(text));
}

void via_buffer_append_char(via_buffer *buffer, char c)
{
    via_buffer_append(buffer, &c, 1);
}

void via_buffer_format(via_buffer *buffer, const char *format, ...)
{
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int n_chars = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n_chars < 0) {
        buffer->has_failed = true;
    } else if (via_buffer_reserve(buffer, (size_t)n_chars + 1)) {
        vsnprintf(buffer->bytes + buffer->n_bytes, (size_t)n_chars + 1, format, again);
        buffer->n_bytes += (size_t)n_chars;
    }
    va_end(again);
}

const char *via_buffer_text(via_buffer *buffer)
{
    if (!via_buffer_reserve(buffer, 1))
        return NULL;
    buffer->bytes[buffer->n_bytes] = '\0';
    return buffer->bytes;
}
