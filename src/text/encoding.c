/* Encoding: bytes as they were written before UTF-8.
 *
 * ICU has converters for nearly all of them. Of the Vietnamese ones that it lacks, each
 * byte is a letter, and a table tells which. */
#include "text/encoding.h"

#include "base/status.h"
#include "io/table.h"
#include "text/utf8.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

/* Chosen, not tuned. */
#define WINDOW_UNITS 4096

/* Names that people use, and the tables that they mean. */
static const char *const TABLES[][2] = {
    {"TCVN3", "tcvn3.tsv"},      {"TCVN", "tcvn3.tsv"},      {"TCVN-5712", "tcvn3.tsv"},
    {"TCVN5712-1", "tcvn3.tsv"}, {"ABC", "tcvn3.tsv"},       {"VISCII", "viscii.tsv"},
    {"csVISCII", "viscii.tsv"},  {"VISCII1.1", "viscii.tsv"}};

static const char *find_table(const char *name)
{
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
        if (strcasecmp(name, TABLES[i][0]) == 0)
            return TABLES[i][1];
    }
    return NULL;
}

static size_t line_at(const char *bytes, const char *at)
{
    size_t line = 1;

    for (; bytes < at; bytes++)
        line += *bytes == '\n';
    return line;
}

/* ---- Tables -------------------------------------------------------------- */

static bool read_hex(const char *text, unsigned long max, unsigned long *out)
{
    char *end;

    *out = strtoul(text, &end, 16);
    return isxdigit((unsigned char)*text) && !*end && *out <= max;
}

static via_status load_letters(const char *path, int32_t letters[256], via_error *err)
{
    via_table *table;
    via_status st = via_table_load(path, 2, &table, err);

    if (st != VIA_OK)
        return st;
    for (int32_t i = 0; i < 256; i++)
        letters[i] = i;
    for (size_t i = 0; st == VIA_OK && i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);
        unsigned long byte, cp;

        if (read_hex(row->fields[0], 0xff, &byte) &&
            read_hex(row->fields[1], 0xd7ff, &cp))
            letters[byte] = (int32_t)cp;
        else
            st = via_fail(err, VIA_E_FORMAT,
                          "%s:%zu: expected a byte and a code point, as 80 and 1EA0",
                          via_table_path(table), row->line);
    }
    via_table_free(table);
    return st;
}

static via_status decode_letters(const char *path, const via_raw_text *raw,
                                 via_buffer *out, via_error *err)
{
    int32_t letters[256];
    via_status st = load_letters(path, letters, err);

    if (st == VIA_OK && !via_buffer_reserve(out, raw->n_bytes * 3 + 1))
        st = via_fail_memory(err);
    for (size_t i = 0; st == VIA_OK && i < raw->n_bytes; i++)
        out->n_bytes += via_utf8_put(letters[(unsigned char)raw->bytes[i]],
                                     out->bytes + out->n_bytes);
    return st;
}

/* ---- ICU ----------------------------------------------------------------- */

static bool append_units(via_buffer *out, const UChar *units, size_t n_units)
{
    if (!via_buffer_reserve(out, n_units * 3 + 1))
        return false;
    for (size_t i = 0; i < n_units;) {
        UChar32 cp;
        U16_NEXT_OR_FFFD(units, i, n_units, cp); /* CESU-8 may hold one half alone */
        out->n_bytes += via_utf8_put(cp, out->bytes + out->n_bytes);
    }
    return true;
}

/* Says which bytes mean nothing; `at` is behind them. */
static via_status fail_at(UConverter *from, const char *name, const via_raw_text *raw,
                          const char *at, via_error *err)
{
    char bytes[32];
    int8_t n_bytes = sizeof bytes;
    UErrorCode code = U_ZERO_ERROR;

    ucnv_getInvalidChars(from, bytes, &n_bytes, &code);
    at -= U_SUCCESS(code) && n_bytes <= at - raw->bytes ? n_bytes : 0;
    return via_fail(err, VIA_E_ENCODING, "%s:%zu: byte %zu is not valid %s", raw->name,
                    line_at(raw->bytes, at), (size_t)(at - raw->bytes), name);
}

/* A window never ends between two halves of a code point: ICU keeps the second one to
 * itself and gives it with the next window, so the halves are joined here. */
static via_status convert(UConverter *from, const char *name, const via_raw_text *raw,
                          via_buffer *out, via_error *err)
{
    const char *at = raw->bytes, *end = raw->bytes + raw->n_bytes;
    UChar window[WINDOW_UNITS];
    size_t n_kept = 0;

    for (;;) {
        UErrorCode code = U_ZERO_ERROR;
        UChar *made = window + n_kept;

        ucnv_toUnicode(from, &made, window + WINDOW_UNITS, &at, end, NULL, true, &code);
        size_t n_made = (size_t)(made - window);
        n_kept = code == U_BUFFER_OVERFLOW_ERROR && n_made &&
                 U16_IS_LEAD(window[n_made - 1]);
        if (!append_units(out, window, n_made - n_kept))
            return via_fail_memory(err);
        if (n_kept)
            window[0] = window[n_made - 1];
        if (U_SUCCESS(code))
            return VIA_OK;
        if (code == U_MEMORY_ALLOCATION_ERROR)
            return via_fail_memory(err);
        if (code != U_BUFFER_OVERFLOW_ERROR)
            return fail_at(from, name, raw, at, err);
    }
}

/* ICU would write a control character for some bytes that mean nothing. */
static void mark(const void *context, UConverterToUnicodeArgs *args, const char *bytes,
                 int32_t n_bytes, UConverterCallbackReason reason, UErrorCode *code)
{
    static const UChar MARK = 0xfffd;

    (void)context, (void)bytes, (void)n_bytes;
    if (reason > UCNV_IRREGULAR)
        return;
    *code = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &MARK, 1, 0, code);
}

static via_status open_converter(const char *name, bool is_strict, UConverter **out,
                                 via_error *err)
{
    UErrorCode code = U_ZERO_ERROR;

    *out = ucnv_open(name, &code);
    if (U_SUCCESS(code))
        ucnv_setToUCallBack(*out, is_strict ? UCNV_TO_U_CALLBACK_STOP : mark, NULL,
                            NULL, NULL, &code);
    if (U_SUCCESS(code))
        return VIA_OK;
    ucnv_close(*out);
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return via_fail_memory(err);
    return via_fail(err, VIA_E_ARGUMENT,
                    "%.60s: no such encoding; expected one such as TCVN3, VISCII, "
                    "windows-1258, TIS-620, Shift_JIS or EUC-JP",
                    name);
}

/* ---- Asking -------------------------------------------------------------- */

static via_status refuse_nul(const via_raw_text *raw, const via_buffer *out,
                             size_t begin, via_error *err)
{
    const char *text = out->bytes + begin;
    const char *nul =
        out->n_bytes > begin ? memchr(text, '\0', out->n_bytes - begin) : NULL;

    if (!nul)
        return VIA_OK;
    return via_fail(err, VIA_E_ENCODING, "%s:%zu: a NUL, expected text", raw->name,
                    line_at(text, nul));
}

static via_status decode(const char *name, bool is_strict, const via_raw_text *raw,
                         via_buffer *out, via_error *err)
{
    const char *table = find_table(name);
    UConverter *from;

    if (table)
        return decode_letters(table, raw, out, err);
    via_status st = open_converter(name, is_strict, &from, err);
    if (st == VIA_OK) {
        st = convert(from, name, raw, out, err);
        ucnv_close(from);
    }
    return st;
}

via_status via_encoding_decode(const char *name, const via_raw_text *raw,
                               via_buffer *out, via_error *err)
{
    size_t begin = out->n_bytes;
    via_status st = decode(name, true, raw, out, err);

    return st == VIA_OK ? refuse_nul(raw, out, begin, err) : st;
}

via_status via_encoding_decode_leniently(const char *name, const via_raw_text *raw,
                                         via_buffer *out, via_error *err)
{
    return decode(name, false, raw, out, err);
}

via_status via_encoding_check(const char *name, via_error *err)
{
    UConverter *from;

    if (find_table(name))
        return VIA_OK;
    via_status st = open_converter(name, true, &from, err);
    if (st == VIA_OK)
        ucnv_close(from);
    return st;
}
