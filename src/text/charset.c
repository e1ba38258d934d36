/* Charset: bytes in any encoding that ICU knows, as UTF-8.
 *
 * One converter of ICU on either side of a small window of UTF-16, so that memory does
 * not grow with the text beyond the text itself. */
#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "base/status.h"

/* Chosen, not tuned. */
#define WINDOW_UNITS 4096

bool via_charset_is_known(const char *charset)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *from = ucnv_open(charset, &code);

    ucnv_close(from);
    return U_SUCCESS(code);
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

static via_status convert(UConverter *from, UConverter *to, const via_raw_text *raw,
                          via_buffer *out, via_error *err)
{
    UChar window[WINDOW_UNITS], *next = window, *last = window;
    const char *bytes = raw->bytes;
    bool is_first = true;

    for (;;) {
        UErrorCode code = U_ZERO_ERROR;

        if (!via_buffer_reserve(out, WINDOW_UNITS))
            return via_fail_memory(err);
        char *begin = out->bytes + out->n_bytes, *end = begin;
        ucnv_convertEx(to, from, &end, begin + WINDOW_UNITS, &bytes,
                       raw->bytes + raw->n_bytes, window, &next, &last,
                       window + WINDOW_UNITS, is_first, true, &code);
        out->n_bytes += (size_t)(end - begin);
        is_first = false;
        if (U_SUCCESS(code))
            return VIA_OK;
        if (code == U_MEMORY_ALLOCATION_ERROR)
            return via_fail_memory(err);
        if (code != U_BUFFER_OVERFLOW_ERROR)
            return via_fail(err, VIA_E_ENCODING, "%s: %s", raw->name,
                            u_errorName(code));
    }
}

via_status via_charset_decode(const char *charset, const via_raw_text *raw,
                              via_buffer *out, via_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *from = ucnv_open(charset, &code);
    UConverter *to = ucnv_open("UTF-8", &code);
    via_status st;

    if (U_SUCCESS(code))
        ucnv_setToUCallBack(from, mark, NULL, NULL, NULL, &code);
    if (code == U_MEMORY_ALLOCATION_ERROR)
        st = via_fail_memory(err);
    else if (U_FAILURE(code))
        st = via_fail(err, VIA_E_ENCODING, "%s: the encoding \"%s\" is not known",
                      raw->name, charset);
    else
        st = convert(from, to, raw, out, err);
    ucnv_close(from);
    ucnv_close(to);
    return st;
}
