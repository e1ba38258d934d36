/* Words: letters between spaces, folded and cut to what inflection leaves alone. */
#include "text/chars.h"
#include "text/utf8.h"
#include "token/run.h"
#include "token/stem.h"

/* Beyond so many letters a word is its beginning: endings are mostly grammar. */
#define PREFIX_LETTERS 5

bool via_word_tokens(const via_run *run, bool is_english)
{
    char word[VIA_TOKEN_BYTES_MAX];
    size_t n_bytes = 0, n_letters = 0;

    for (size_t at = run->begin; at < run->end && n_bytes + 4 <= sizeof word;) {
        n_bytes +=
            via_utf8_put(via_char_fold(via_utf8_next(run->text, &at)), word + n_bytes);
        n_letters++;
        if (!is_english && n_letters == PREFIX_LETTERS)
            break;
    }
    if (is_english)
        n_bytes = via_stem_english(word, n_bytes);
    return n_letters < 2 || run->fn(run->data, word, n_bytes);
}
