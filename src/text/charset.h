/* Charset: bytes in any encoding that ICU knows, as UTF-8. */
#ifndef VIA_TEXT_CHARSET_H
#define VIA_TEXT_CHARSET_H

#include "text/decode.h"

/* Returns whether ICU knows an encoding by this name. */
bool via_charset_is_known(const char *charset);

/* Appends `raw` to `out` as UTF-8, where it is in the encoding `charset`. Bytes that
 * mean nothing in it become U+FFFD. Fails with VIA_E_ENCODING, naming `raw`, if ICU
 * does not know the encoding. */
via_status via_charset_decode(const char *charset, const via_raw_text *raw,
                              via_buffer *out, via_error *err);

#endif
