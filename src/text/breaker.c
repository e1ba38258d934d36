/* Breaker: where sentences or words begin, by the rules of ICU.
 *
 * ICU could read UTF-8 itself, but a conversion to UTF-16 costs less than what it
 * loses then. Offsets only grow, so that the way back to bytes is one walk. */
#include "text/breaker.h"

#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "base/buffer.h"
#include "base/status.h"
#include "text/utf8.h"

struct via_breaker {
    UBreakIterator *icu;
    via_buffer units; /* the text in UTF-16 */
    const char *bytes;
    size_t n_bytes;
    size_t byte;  /* the same place in UTF-8 */
    int32_t unit; /* and in UTF-16 */
};

static via_status open_breaker(UBreakIteratorType type, const char *lang,
                               via_breaker **out, via_error *err)
{
    UErrorCode status = U_ZERO_ERROR;
    via_breaker *breaker = calloc(1, sizeof *breaker);

    *out = NULL;
    if (!breaker)
        return via_fail_memory(err);
    breaker->icu = ubrk_open(type, lang, NULL, 0, &status);
    if (U_FAILURE(status)) {
        via_breaker_free(breaker);
        return via_fail(err, VIA_E_IO, "expected the rules of ICU: %s",
                        u_errorName(status));
    }
    *out = breaker;
    return VIA_OK;
}

via_status via_breaker_new(const char *lang, via_breaker **out, via_error *err)
{
    return open_breaker(UBRK_SENTENCE, lang, out, err);
}

via_status via_breaker_new_words(const char *lang, via_breaker **out, via_error *err)
{
    return open_breaker(UBRK_WORD, lang, out, err);
}

void via_breaker_free(via_breaker *breaker)
{
    if (!breaker)
        return;
    ubrk_close(breaker->icu);
    via_buffer_clear(&breaker->units);
    free(breaker);
}

via_status via_breaker_start(via_breaker *breaker, const char *bytes, size_t n_bytes,
                             via_error *err)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t n_units = 0;

    if (n_bytes > INT32_MAX)
        return via_fail(err, VIA_E_FORMAT, "a line of %zu bytes is too long", n_bytes);
    breaker->units.n_bytes = 0;
    if (!via_buffer_reserve(&breaker->units, (n_bytes + 1) * sizeof(UChar)))
        return via_fail_memory(err);

    UChar *units = (UChar *)(void *)breaker->units.bytes;
    u_strFromUTF8(units, (int32_t)n_bytes + 1, &n_units, bytes, (int32_t)n_bytes,
                  &status);
    ubrk_setText(breaker->icu, units, n_units, &status);
    if (U_FAILURE(status))
        return via_fail(err, VIA_E_ENCODING, "text cannot be cut: %s",
                        u_errorName(status));
    breaker->bytes = bytes;
    breaker->n_bytes = n_bytes;
    breaker->byte = 0;
    breaker->unit = 0;
    return VIA_OK;
}

size_t via_breaker_next(via_breaker *breaker)
{
    int32_t unit = ubrk_next(breaker->icu);

    if (unit == UBRK_DONE)
        return VIA_BREAKER_END;
    while (breaker->unit < unit && breaker->byte < breaker->n_bytes) {
        int32_t cp = via_utf8_next(breaker->bytes, &breaker->byte);
        breaker->unit += cp > 0xffff ? 2 : 1;
    }
    return breaker->byte < breaker->n_bytes ? breaker->byte : VIA_BREAKER_END;
}
