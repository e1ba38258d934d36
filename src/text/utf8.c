/* UTF-8: strict checking and decoding. */
#include "text/utf8.h"

#include <string.h>

static bool is_tail(unsigned char c)
{
    return (c & 0xc0) == 0x80;
}

/* The length of the valid code point at `p`, which has `n_left` bytes before it ends;
 * 0 if there is none. The second byte rules out overlong forms (E0 F0), surrogates
 * (ED) and what lies beyond U+10FFFF (F4): table 3-7 of the Unicode standard. */
static size_t code_point_bytes(const unsigned char *p, size_t n_left)
{
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xc2 || p[0] > 0xf4)
        return 0;
    if (p[0] < 0xe0)
        return n_left >= 2 && is_tail(p[1]) ? 2 : 0;
    if (p[0] < 0xf0) {
        unsigned char low = p[0] == 0xe0 ? 0xa0 : 0x80;
        unsigned char high = p[0] == 0xed ? 0x9f : 0xbf;
        return n_left >= 3 && p[1] >= low && p[1] <= high && is_tail(p[2]) ? 3 : 0;
    }

    unsigned char low = p[0] == 0xf0 ? 0x90 : 0x80;
    unsigned char high = p[0] == 0xf4 ? 0x8f : 0xbf;
    return n_left >= 4 && p[1] >= low && p[1] <= high && is_tail(p[2]) && is_tail(p[3])
               ? 4
               : 0;
}

static bool is_ascii_word(const char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof word);
    return !(word & UINT64_C(0x8080808080808080));
}

bool via_utf8_check(const char *bytes, size_t n_bytes, size_t *bad_at)
{
    const unsigned char *p = (const unsigned char *)bytes;

    for (size_t at = 0; at < n_bytes;) {
        if (n_bytes - at >= 8 && is_ascii_word(bytes + at)) {
            at += 8;
            continue;
        }
        size_t n = code_point_bytes(p + at, n_bytes - at);
        if (!n) {
            *bad_at = at;
            return false;
        }
        at += n;
    }
    return true;
}

size_t via_utf8_put(int32_t cp, char *bytes)
{
    if (cp < 0x80) {
        bytes[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        bytes[0] = (char)(0xc0 | cp >> 6);
        bytes[1] = (char)(0x80 | (cp & 0x3f));
        return 2;
    }
    if (cp < 0x10000) {
        bytes[0] = (char)(0xe0 | cp >> 12);
        bytes[1] = (char)(0x80 | (cp >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (cp & 0x3f));
        return 3;
    }
    bytes[0] = (char)(0xf0 | cp >> 18);
    bytes[1] = (char)(0x80 | (cp >> 12 & 0x3f));
    bytes[2] = (char)(0x80 | (cp >> 6 & 0x3f));
    bytes[3] = (char)(0x80 | (cp & 0x3f));
    return 4;
}

size_t via_utf8_count(const char *bytes, size_t n_bytes)
{
    size_t n_cps = 0;

    for (size_t i = 0; i < n_bytes; i++)
        n_cps += !is_tail((unsigned char)bytes[i]);
    return n_cps;
}

size_t via_utf8_floor(const char *bytes, size_t at)
{
    while (at > 0 && is_tail((unsigned char)bytes[at]))
        at--;
    return at;
}
