/* Normal form: text in NFC, with a way back to the text as it was.
 *
 * Most text is in NFC already, and most lines show it at a glance: they hold only
 * code points that never take part in normalisation. Other lines go to ICU as
 * UTF-16; there the quick check passes over what is in order, and only the rest, a
 * letter with its marks at a time, is normalised:
 *
 *     as given     x   e ^ .   y        code points 0 1 2 3 4
 *     normalised   x   ệ       y        fixed points: x -> 0, y -> 4
 *
 * What nobody sees is left out on the way: soft hyphens, spaces without width, and
 * joiners where the letters around them do not join. They stand inside words, and make
 * equal words unequal. "&nbsp;", which many a crawler leaves behind, is the space that
 * it means. */
#include "text/normal.h"

#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/status.h"
#include "text/chars.h"
#include "text/doc.h"
#include "text/utf8.h"

/* A letter with its marks has a handful of units. More are normalised all the same,
 * in memory of their own. Chosen, not tuned. */
#define CHUNK_UNITS 64

struct work {
    const UNormalizer2 *nfc;
    via_buffer *out, *points;
    via_buffer line;  /* UTF-16 of one line */
    via_buffer chunk; /* UTF-16 of one letter with its marks, normalised */
    size_t n_src_cps; /* of the text as given, before the place we are at */
};

/* Whether a code point is a starter that composes with nothing: Latin, punctuation,
 * kana, Han, full width forms. */
static bool is_inert(int32_t cp)
{
    return (cp < 0x300 && cp != 0xad && cp != '&') || (cp >= 0x1e00 && cp <= 0x1eff) ||
           (cp >= 0x2010 && cp <= 0x205e) || (cp >= 0x3001 && cp <= 0x3029) ||
           (cp >= 0x3041 && cp <= 0x3096) || (cp >= 0x30a0 && cp <= 0x30ff) ||
           (cp >= 0x4e00 && cp <= 0x9fff) || (cp >= 0xff01 && cp <= 0xffdc);
}

/* Passes over inert code points to the end of the line, which is counted in. */
static bool skip_inert_line(const char *bytes, size_t n_bytes, size_t *at,
                            size_t *n_cps)
{
    while (*at < n_bytes) {
        int32_t cp = via_utf8_next(bytes, at);
        ++*n_cps;
        if (cp == '\n')
            return true;
        if (!is_inert(cp))
            return false;
    }
    return true;
}

static bool add_point(struct work *w)
{
    via_fixed_point point = {w->out->n_bytes, w->n_src_cps};

    via_buffer_append(w->points, (const char *)&point, sizeof point);
    return !w->points->has_failed;
}

static bool append_units(via_buffer *out, const UChar *units, int32_t n_units)
{
    if (!via_buffer_reserve(out, (size_t)n_units * 3 + 1))
        return false;
    for (int32_t i = 0; i < n_units;) {
        UChar32 cp;
        U16_NEXT(units, i, n_units, cp);
        out->n_bytes += via_utf8_put(cp, out->bytes + out->n_bytes);
    }
    return true;
}

/* The end of the stretch from `begin` that normalises by itself. */
static int32_t chunk_end(const UNormalizer2 *nfc, const UChar *units, int32_t n_units,
                         int32_t begin)
{
    int32_t at = begin;

    U16_FWD_1(units, at, n_units);
    while (at < n_units) {
        int32_t next = at;
        UChar32 cp;
        U16_NEXT(units, next, n_units, cp);
        if (unorm2_hasBoundaryBefore(nfc, cp))
            break;
        at = next;
    }
    return at;
}

static via_status add_chunk(struct work *w, const UChar *units, int32_t n_units,
                            via_error *err)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n_room = n_units * 4 + CHUNK_UNITS;

    w->chunk.n_bytes = 0;
    if (!via_buffer_reserve(&w->chunk, (size_t)n_room * sizeof(UChar)))
        return via_fail_memory(err);

    UChar *normal = (UChar *)(void *)w->chunk.bytes;
    int32_t n_normal =
        unorm2_normalize(w->nfc, units, n_units, normal, n_room, &status);
    if (U_FAILURE(status))
        return via_fail(err, VIA_E_ENCODING, "text cannot be normalised: %s",
                        u_errorName(status));
    if (!append_units(w->out, normal, n_normal))
        return via_fail_memory(err);

    int32_t n_cps = u_countChar32(units, n_units);
    w->n_src_cps += (size_t)n_cps;
    if (n_cps != u_countChar32(normal, n_normal) && !add_point(w))
        return via_fail_memory(err);
    return VIA_OK;
}

static via_status add_units(struct work *w, const UChar *units, int32_t n_units,
                            via_error *err)
{
    for (int32_t at = 0; at < n_units;) {
        UErrorCode status = U_ZERO_ERROR;
        int32_t n_good =
            unorm2_spanQuickCheckYes(w->nfc, units + at, n_units - at, &status);

        if (U_FAILURE(status))
            n_good = 0;
        if (!append_units(w->out, units + at, n_good))
            return via_fail_memory(err);
        w->n_src_cps += (size_t)u_countChar32(units + at, n_good);
        at += n_good;
        if (at == n_units)
            break;

        int32_t end = chunk_end(w->nfc, units, n_units, at);
        via_status st = add_chunk(w, units + at, end - at, err);
        if (st != VIA_OK)
            return st;
        at = end;
    }
    return VIA_OK;
}

/* ---- What nobody sees ---------------------------------------------------- */

static bool is_joining(int32_t cp)
{
    via_char_class class = via_char_class_of(cp);

    return class == VIA_CHAR_OTHER || class == VIA_CHAR_MARK;
}

/* Whether the joiner between two code points, -1 where a line ends, means something:
 * in the scripts that join, and in emoji. */
static bool means_something(int32_t before, int32_t after)
{
    return (before >= 0 && is_joining(before)) || (after >= 0 && is_joining(after));
}

static bool is_unseen(int32_t cp, int32_t before, int32_t after)
{
    if (cp == 0xad || cp == 0x200b || cp == 0x2060 || cp == 0xfeff)
        return true;
    return (cp == 0x200c || cp == 0x200d) && !means_something(before, after);
}

static bool is_nbsp(const UChar *units, int32_t n_units)
{
    static const UChar NBSP[] = {'&', 'n', 'b', 's', 'p', ';'};

    return n_units >= 6 && memcmp(units, NBSP, sizeof NBSP) == 0;
}

/* Something that is not taken over as it is: units [begin, end) of a line. */
struct oddity {
    int32_t begin, end;
    bool is_space;
};

/* Finds the next one from `at` on; `begin` is `n_units` if there is none. What is left
 * out must not bring a mark to another letter, or the text would not be normal. */
static struct oddity find_oddity(const UNormalizer2 *nfc, const UChar *units,
                                 int32_t n_units, int32_t at)
{
    int32_t before = -1;

    while (at < n_units) {
        int32_t begin = at, next;
        UChar32 cp, after = -1;

        U16_NEXT(units, at, n_units, cp);
        next = at;
        if (next < n_units)
            U16_NEXT(units, next, n_units, after);
        if (cp == '&' && is_nbsp(units + begin, n_units - begin))
            return (struct oddity){begin, begin + 6, true};
        if (is_unseen(cp, before, after) &&
            (after < 0 || unorm2_hasBoundaryBefore(nfc, after)))
            return (struct oddity){begin, at, false};
        before = cp;
    }
    return (struct oddity){n_units, n_units, false};
}

/* Normalises a line without its oddities, of which `odd` is the first. */
static via_status add_tidied(struct work *w, const UChar *units, int32_t n_units,
                             struct oddity odd, via_error *err)
{
    int32_t at = 0;

    for (;;) {
        via_status st = add_units(w, units + at, odd.begin - at, err);

        if (st != VIA_OK || odd.begin == n_units)
            return st;
        if (odd.is_space)
            via_buffer_append(w->out, "\xc2\xa0", 2);
        w->n_src_cps += (size_t)u_countChar32(units + odd.begin, odd.end - odd.begin);
        if (!add_point(w))
            return via_fail_memory(err);
        at = odd.end;
        odd = find_oddity(w->nfc, units, n_units, at);
    }
}

/* Normalises a line that is not inert. */
static via_status add_line(struct work *w, const char *bytes, size_t n_bytes,
                           via_error *err)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n_units = 0;

    if (n_bytes > INT32_MAX / 8)
        return via_fail(err, VIA_E_FORMAT, "a line of %zu bytes is too long", n_bytes);
    w->line.n_bytes = 0;
    if (!via_buffer_reserve(&w->line, n_bytes * sizeof(UChar)))
        return via_fail_memory(err);

    UChar *units = (UChar *)(void *)w->line.bytes;
    u_strFromUTF8(units, (int32_t)n_bytes, &n_units, bytes, (int32_t)n_bytes, &status);
    if (U_FAILURE(status))
        return via_fail(err, VIA_E_ENCODING, "text cannot be read as UTF-16: %s",
                        u_errorName(status));

    struct oddity odd = find_oddity(w->nfc, units, n_units, 0);
    if (odd.begin < n_units)
        return add_tidied(w, units, n_units, odd, err);
    if (unorm2_spanQuickCheckYes(w->nfc, units, n_units, &status) < n_units)
        return add_units(w, units, n_units, err);
    via_buffer_append(w->out, bytes, n_bytes);
    w->n_src_cps += via_utf8_count(bytes, n_bytes);
    return VIA_OK;
}

static via_status add_all(struct work *w, const char *bytes, size_t n_bytes,
                          via_error *err)
{
    size_t begin = 0;

    while (begin < n_bytes) {
        size_t at = begin, n_cps = 0;
        via_status st = VIA_OK;

        if (skip_inert_line(bytes, n_bytes, &at, &n_cps)) {
            via_buffer_append(w->out, bytes + begin, at - begin);
            w->n_src_cps += n_cps;
        } else {
            const char *line_end = memchr(bytes + at, '\n', n_bytes - at);
            at = line_end ? (size_t)(line_end - bytes) + 1 : n_bytes;
            st = add_line(w, bytes + begin, at - begin, err);
        }
        if (st != VIA_OK)
            return st;
        begin = at;
    }
    return w->out->has_failed ? via_fail_memory(err) : VIA_OK;
}

via_status via_normalise(const char *bytes, size_t n_bytes, via_buffer *out,
                         via_buffer *points, via_error *err)
{
    UErrorCode status = U_ZERO_ERROR;
    struct work w = {unorm2_getNFCInstance(&status),
                     out,
                     points,
                     VIA_BUFFER_INIT,
                     VIA_BUFFER_INIT,
                     0};
    via_status st = VIA_OK;

    if (U_FAILURE(status))
        return via_fail(err, VIA_E_IO, "expected the data of ICU: %s",
                        u_errorName(status));
    if (!via_buffer_reserve(out, n_bytes) || !add_point(&w))
        st = via_fail_memory(err);
    else
        st = add_all(&w, bytes, n_bytes, err);
    via_buffer_clear(&w.line);
    via_buffer_clear(&w.chunk);
    return st;
}
