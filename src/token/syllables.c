/* Syllables: Vietnamese between spaces, in lower case, with all marks.
 *
 * Most words have two syllables, and spaces do not tell which. Pairs of neighbours
 * beside the syllables were tried, on 62 short documents, and made the scores worse. */
#include "text/lower.h"
#include "text/utf8.h"
#include "token/run.h"

bool via_syllable_tokens(const via_run *run)
{
    char word[VIA_TOKEN_BYTES_MAX];
    size_t n_bytes = 0;

    for (size_t at = run->begin; at < run->end && n_bytes + 4 <= sizeof word;)
        n_bytes +=
            via_utf8_put(via_char_lower(via_utf8_next(run->text, &at)), word + n_bytes);
    return run->fn(run->data, word, n_bytes);
}
