/* Syllables: Vietnamese between spaces, in lower case, with all marks.
 *
 * Most words have two syllables, and spaces do not tell which. Pairs of neighbours
 * beside the syllables were tried, on 62 short documents, and made the scores worse.
 * The two ways to place the mark of a tone are one here, as are wide letters and
 * others. */
#include "text/lower.h"
#include "text/tones.h"
#include "text/utf8.h"
#include "token/run.h"

/* A letter as it counts: small, and wide ones (Ａ) as all others. */
static int32_t plain(int32_t cp)
{
    return via_char_lower(cp >= 0xff01 && cp <= 0xff5e ? cp - 0xff01 + '!' : cp);
}

bool via_syllable_tokens(const via_run *run)
{
    char word[VIA_TOKEN_BYTES_MAX];
    size_t n_bytes = 0, at = run->begin;
    int32_t cp = at < run->end ? plain(via_utf8_next(run->text, &at)) : 0;

    while (cp && n_bytes + 4 <= sizeof word) {
        int32_t next = at < run->end ? plain(via_utf8_next(run->text, &at)) : 0;

        via_tone_move(&cp, &next);
        n_bytes += via_utf8_put(cp, word + n_bytes);
        cp = next;
    }
    return run->fn(run->data, word, n_bytes);
}
