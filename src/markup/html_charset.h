/* Charset of a page: what a page says of its own encoding. */
#ifndef VIA_MARKUP_HTML_CHARSET_H
#define VIA_MARKUP_HTML_CHARSET_H

#include "text/decode.h"

/* Finds the page as UTF-8 without a byte order mark, converted into `room` unless it is
 * that already; then it is borrowed from `raw`.
 *
 * A byte order mark is believed before all else, then the bytes themselves where they
 * are valid UTF-8 beyond ASCII, then what the page declares, then UTF-8. A few bytes
 * that mean nothing become U+FFFD, as in browsers; where they are many, or there is a
 * NUL, it is a failure that names the place. */
via_status via_html_decode(const via_raw_text *raw, via_buffer *room, const char **text,
                           size_t *n_bytes, via_error *err);

#endif
