/* Base64: bytes that were written as letters. */
#ifndef VIA_IO_BASE64_H
#define VIA_IO_BASE64_H

#include "base/buffer.h"

/* Appends what `n_bytes` letters of base64 (RFC 4648, with or without padding) stand
 * for. Returns false if they are none, or if there is no memory, which `out` tells. */
bool via_base64_decode(const char *letters, size_t n_bytes, via_buffer *out);

#endif
