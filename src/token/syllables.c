/* Syllables: Vietnamese between spaces, one by one and two by two.
 *
 * Most Vietnamese words have two syllables, and spaces do not tell which. Pairs that
 * are no words are rare enough to do no harm. */
#include "text/lower.h"
#include "text/utf8.h"
#include "token/run.h"

/* Lower-cases the syllable at `*at` behind what `out` holds; returns its new size. */
static size_t take_syllable(const via_run *run, size_t *at, char *out, size_t n_bytes)
{
    while (*at < run->end && run->text[*at] != ' ') {
        int32_t cp = via_char_lower(via_utf8_next(run->text, at));

        if (n_bytes + 4 <= VIA_TOKEN_BYTES_MAX)
            n_bytes += via_utf8_put(cp, out + n_bytes);
    }
    if (*at < run->end)
        ++*at;
    return n_bytes;
}

bool via_syllable_tokens(const via_run *run)
{
    for (size_t at = run->begin; at < run->end;) {
        char word[VIA_TOKEN_BYTES_MAX];
        size_t n_first = take_syllable(run, &at, word, 0), ahead = at;

        if (!run->fn(run->data, word, n_first))
            return false;
        if (at >= run->end || n_first + 1 >= sizeof word)
            continue;
        word[n_first] = ' ';
        size_t n_both = take_syllable(run, &ahead, word, n_first + 1);
        if (!run->fn(run->data, word, n_both))
            return false;
    }
    return true;
}
