/* Charset of a page: what a page says of its own encoding.
 *
 * A page that somebody has saved as UTF-8 often still declares what it was before, so
 * the bytes are looked at first: hardly any text in another encoding is valid UTF-8. */
#include "markup/html_charset.h"

#include <string.h>
#include <strings.h>

#include "base/status.h"
#include "markup/valid.h"
#include "text/encoding.h"
#include "text/utf8.h"

/* The declaration stands near the top. Browsers look at 1024 bytes, which pages with
 * long scripts above it do not keep to. Chosen, not tuned. */
#define HEAD_BYTES ((size_t)8192)

#define NAME_BYTES 32

/* One byte in this many may mean nothing. Chosen, not tuned. */
#define BAD_SHARE ((size_t)100)

/* What browsers take these names for; ICU takes them at their word. */
static const struct {
    const char *name, *meant;
} MEANT[] = {
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"x-euc-jp", "euc-jp"},
};

/* ---- What is declared ---------------------------------------------------- */

static const char *find(const char *begin, const char *end, const char *what)
{
    size_t n_bytes = strlen(what);

    for (; begin + n_bytes <= end; begin++) {
        if (strncasecmp(begin, what, n_bytes) == 0)
            return begin;
    }
    return NULL;
}

static bool starts(const char *begin, const char *end, const char *what)
{
    size_t n_bytes = strlen(what);

    return (size_t)(end - begin) >= n_bytes && strncasecmp(begin, what, n_bytes) == 0;
}

static const char *skip(const char *at, const char *end, const char *any)
{
    while (at < end && *at && strchr(any, *at))
        at++;
    return at;
}

/* Copies the value behind `key` and an equals sign in [begin, end); false if there is
 * none. */
static bool read_value(const char *begin, const char *end, const char *key,
                       char name[NAME_BYTES])
{
    const char *at = find(begin, end, key);
    size_t n = 0;

    if (!at)
        return false;
    at = skip(at + strlen(key), end, " \t\r\n");
    if (at == end || *at != '=')
        return false;
    at = skip(at + 1, end, " \t\r\n\"'");
    while (at < end && n + 1 < NAME_BYTES && *at && !strchr(" \t\r\n\"';/>?", *at))
        name[n++] = *at++;
    name[n] = '\0';
    return n > 0;
}

static bool find_declared(const via_raw_text *raw, char name[NAME_BYTES])
{
    const char *begin = raw->bytes;
    const char *end = begin + (raw->n_bytes < HEAD_BYTES ? raw->n_bytes : HEAD_BYTES);

    while (begin < end) {
        const char *tag = memchr(begin, '<', (size_t)(end - begin));
        const char *close = tag ? memchr(tag, '>', (size_t)(end - tag)) : NULL;

        if (!close)
            return false;
        if (end - tag > 4 && memcmp(tag, "<!--", 4) == 0)
            close = find(tag + 4, end, "-->");
        else if (starts(tag, close, "<?xml") &&
                 read_value(tag, close, "encoding", name))
            return true;
        else if (starts(tag, close, "<meta") && read_value(tag, close, "charset", name))
            return true;
        if (!close)
            return false;
        begin = close + 1;
    }
    return false;
}

/* ---- What is meant ------------------------------------------------------- */

static bool is_utf8_beyond_ascii(const via_raw_text *raw)
{
    size_t at = 0;

    while (at < raw->n_bytes && !((unsigned char)raw->bytes[at] & 0x80))
        at++;
    return at < raw->n_bytes && via_utf8_check(raw->bytes, raw->n_bytes, &at);
}

/* Returns the encoding to convert from, or NULL for UTF-8. */
static const char *meant_by(const char *name)
{
    for (size_t i = 0; i < sizeof MEANT / sizeof *MEANT; i++) {
        if (strcasecmp(name, MEANT[i].name) == 0)
            return MEANT[i].meant;
    }
    /* A page whose declaration could be read as ASCII is in no kind of UTF-16. */
    if (strncasecmp(name, "utf", 3) == 0 || strncasecmp(name, "unicode", 7) == 0)
        return NULL;
    return via_encoding_check(name, NULL) == VIA_OK ? name : NULL;
}

static size_t count_replaced(const via_buffer *text)
{
    const char *at = text->bytes, *end = at + text->n_bytes;
    size_t n = 0;

    while (at < end && (at = memchr(at, '\xef', (size_t)(end - at)))) {
        n += end - at >= 3 && at[1] == '\xbf' && at[2] == '\xbd';
        at++;
    }
    return n;
}

static via_status convert(const via_raw_text *raw, const char *charset,
                          via_buffer *room, via_error *err)
{
    via_status st = VIA_OK;
    size_t bad_at = 0;

    if (charset)
        st = via_encoding_decode_leniently(charset, raw, room, err);
    else
        via_append_valid(room, raw->bytes, raw->n_bytes);
    if (st != VIA_OK)
        return st;
    if (room->has_failed)
        return via_fail_memory(err);
    if (count_replaced(room) <= raw->n_bytes / BAD_SHARE)
        return VIA_OK;
    if (charset)
        return via_fail(err, VIA_E_ENCODING, "%s: is not in the declared encoding %s",
                        raw->name, charset);
    via_utf8_check(raw->bytes, raw->n_bytes, &bad_at);
    return via_fail(
        err, VIA_E_ENCODING,
        "%s: byte %zu is not valid UTF-8, and no other encoding is declared", raw->name,
        bad_at);
}

via_status via_html_decode(const via_raw_text *raw, via_buffer *room, const char **text,
                           size_t *n_bytes, via_error *err)
{
    char name[NAME_BYTES];
    const char *nul = raw->n_bytes ? memchr(raw->bytes, '\0', raw->n_bytes) : NULL;
    size_t bad_at;
    via_status st;

    *text = "";
    *n_bytes = 0;
    if (via_has_mark(raw) || is_utf8_beyond_ascii(raw))
        return via_decode(raw, room, text, n_bytes, err);
    if (nul)
        return via_fail(err, VIA_E_ENCODING, "%s: byte %zu is NUL, expected text",
                        raw->name, (size_t)(nul - raw->bytes));

    const char *charset = find_declared(raw, name) ? meant_by(name) : NULL;
    if (!charset && via_utf8_check(raw->bytes, raw->n_bytes, &bad_at)) {
        *text = raw->bytes;
        *n_bytes = raw->n_bytes;
        return VIA_OK;
    }
    st = convert(raw, charset, room, err);
    if (st != VIA_OK)
        return st;
    *text = via_buffer_text(room);
    *n_bytes = room->n_bytes;
    return *text ? VIA_OK : via_fail_memory(err);
}
