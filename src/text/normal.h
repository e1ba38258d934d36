/* Normal form: text in NFC, with a way back to the text as it was. */
#ifndef VIA_TEXT_NORMAL_H
#define VIA_TEXT_NORMAL_H

#include "base/buffer.h"
#include "vialign.h"

/* Appends `n_bytes` bytes of valid UTF-8 to `out`, in NFC and without what nobody sees
 * (soft hyphens, spaces without width), and to `points` one
 * via_fixed_point for the start and one behind each place whose number of code
 * points has changed. */
via_status via_normalise(const char *bytes, size_t n_bytes, via_buffer *out,
                         via_buffer *points, via_error *err);

#endif
