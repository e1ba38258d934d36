/* UTF-8: strict checking and decoding. */
#ifndef VIA_TEXT_UTF8_H
#define VIA_TEXT_UTF8_H

#include "vialign.h"

/* Returns whether the bytes are valid UTF-8 (no surrogates, no overlong forms, at
 * most U+10FFFF). If not, `*bad_at` is the offset of the first wrong byte. */
bool via_utf8_check(const char *bytes, size_t n_bytes, size_t *bad_at);

/* Decodes the code point at `*at` of valid UTF-8 and moves `*at` behind it. */
static inline int32_t via_utf8_next(const char *bytes, size_t *at)
{
    const unsigned char *p = (const unsigned char *)bytes + *at;

    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xe0) {
        *at += 2;
        return (p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    }
    if (p[0] < 0xf0) {
        *at += 3;
        return (p[0] & 0x0f) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    }
    *at += 4;
    return (p[0] & 0x07) << 18 | (p[1] & 0x3f) << 12 | (p[2] & 0x3f) << 6 |
           (p[3] & 0x3f);
}

/* Writes a code point to `bytes` (room for 4) and returns how many it took. */
size_t via_utf8_put(int32_t cp, char *bytes);

/* Returns where the code point begins that holds byte `at` of valid UTF-8. */
size_t via_utf8_floor(const char *bytes, size_t at);

/* Returns the number of code points in valid UTF-8. */
size_t via_utf8_count(const char *bytes, size_t n_bytes);

#endif
