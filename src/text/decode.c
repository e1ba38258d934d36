/* Decoding: the bytes of a file as checked UTF-8. */
#include "text/decode.h"

#include <string.h>

#include "base/status.h"
#include "text/utf8.h"

static size_t line_of(const char *bytes, size_t at)
{
    size_t line = 1;

    for (size_t i = 0; i < at; i++)
        line += bytes[i] == '\n';
    return line;
}

static via_status decode_utf8(const via_raw_text *raw, const char **text,
                              size_t *n_bytes, via_error *err)
{
    size_t n_mark = raw->n_bytes >= 3 && !memcmp(raw->bytes, "\xef\xbb\xbf", 3) ? 3 : 0;
    size_t bad_at = 0;

    if (!via_utf8_check(raw->bytes, raw->n_bytes, &bad_at))
        return via_fail(err, VIA_E_ENCODING, "%s:%zu: byte %zu is not valid UTF-8",
                        raw->name, line_of(raw->bytes, bad_at), bad_at);

    const char *nul = raw->n_bytes ? memchr(raw->bytes, '\0', raw->n_bytes) : NULL;
    if (nul) {
        bad_at = (size_t)(nul - raw->bytes);
        return via_fail(err, VIA_E_ENCODING, "%s:%zu: byte %zu is NUL, expected text",
                        raw->name, line_of(raw->bytes, bad_at), bad_at);
    }
    *text = raw->bytes + n_mark;
    *n_bytes = raw->n_bytes - n_mark;
    return VIA_OK;
}

static int32_t unit_at(const via_raw_text *raw, size_t at, bool is_little)
{
    const unsigned char *p = (const unsigned char *)raw->bytes + at;

    return is_little ? p[1] << 8 | p[0] : p[0] << 8 | p[1];
}

/* Decodes the code point at `*at` and moves on; -1 if there is none. */
static int32_t next_utf16(const via_raw_text *raw, size_t *at, bool is_little)
{
    if (raw->n_bytes - *at < 2)
        return -1;

    int32_t lead = unit_at(raw, *at, is_little);
    if (lead < 0xd800 || lead > 0xdfff) {
        *at += 2;
        return lead;
    }
    if (lead > 0xdbff || raw->n_bytes - *at < 4)
        return -1;

    int32_t trail = unit_at(raw, *at + 2, is_little);
    if (trail < 0xdc00 || trail > 0xdfff)
        return -1;
    *at += 4;
    return 0x10000 + ((lead - 0xd800) << 10 | (trail - 0xdc00));
}

static via_status decode_utf16(const via_raw_text *raw, bool is_little,
                               via_buffer *room, via_error *err)
{
    size_t line = 1;

    for (size_t at = 2; at < raw->n_bytes;) {
        size_t begin = at;
        int32_t cp = next_utf16(raw, &at, is_little);

        if (cp < 0)
            return via_fail(err, VIA_E_ENCODING, "%s:%zu: byte %zu is not valid UTF-16",
                            raw->name, line, begin);
        if (cp == 0)
            return via_fail(err, VIA_E_ENCODING,
                            "%s:%zu: byte %zu is NUL, expected text", raw->name, line,
                            begin);
        line += cp == '\n';
        if (!via_buffer_reserve(room, 4))
            return via_fail_memory(err);
        room->n_bytes += via_utf8_put(cp, room->bytes + room->n_bytes);
    }
    return VIA_OK;
}

bool via_has_mark(const via_raw_text *raw)
{
    const char *bytes = raw->bytes;

    return (raw->n_bytes >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) ||
           (raw->n_bytes >= 2 &&
            (!memcmp(bytes, "\xff\xfe", 2) || !memcmp(bytes, "\xfe\xff", 2)));
}

via_status via_decode(const via_raw_text *raw, via_buffer *room, const char **text,
                      size_t *n_bytes, via_error *err)
{
    bool is_little = raw->n_bytes >= 2 && !memcmp(raw->bytes, "\xff\xfe", 2);
    bool is_big = raw->n_bytes >= 2 && !memcmp(raw->bytes, "\xfe\xff", 2);

    *text = "";
    *n_bytes = 0;
    if (!is_little && !is_big)
        return decode_utf8(raw, text, n_bytes, err);

    via_status st = decode_utf16(raw, is_little, room, err);
    if (st != VIA_OK)
        return st;
    *text = via_buffer_text(room);
    *n_bytes = room->n_bytes;
    return *text ? VIA_OK : via_fail_memory(err);
}
