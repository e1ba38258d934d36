/* Encoding: bytes as they were written before UTF-8. */
#ifndef VIA_TEXT_ENCODING_H
#define VIA_TEXT_ENCODING_H

#include "text/decode.h"

/* Appends `raw` to `out` as UTF-8, where it is in the encoding `name`: one that ICU
 * knows by any of its names, or TCVN3 or VISCII. Bytes that mean nothing in it are a
 * failure that names their line and their offset in the file. So is a name that nobody
 * knows, with VIA_E_ARGUMENT. */
via_status via_encoding_decode(const char *name, const via_raw_text *raw,
                               via_buffer *out, via_error *err);

/* The same, where bytes that mean nothing become U+FFFD, and a NUL may come out. */
via_status via_encoding_decode_leniently(const char *name, const via_raw_text *raw,
                                         via_buffer *out, via_error *err);

#endif
