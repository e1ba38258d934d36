/* Words: letters between spaces, folded and cut to what inflection leaves alone. */
#include "text/chars.h"
#include "text/utf8.h"
#include "token/run.h"
#include "token/stem.h"

/* Beyond so many letters a word is its beginning: endings are mostly grammar. */
#define PREFIX_LETTERS 5

/* Folds up to `n_max` letters; returns how many there are. */
static size_t fold_word(const via_run *run, size_t n_max, char *word, size_t *n_bytes)
{
    size_t n_letters = 0;

    *n_bytes = 0;
    for (size_t at = run->begin; at < run->end && n_letters < n_max; n_letters++)
        *n_bytes +=
            via_utf8_put(via_char_fold(via_utf8_next(run->text, &at)), word + *n_bytes);
    return n_letters;
}

bool via_word_tokens(const via_run *run)
{
    char word[4 * PREFIX_LETTERS];
    size_t n_bytes;

    return fold_word(run, PREFIX_LETTERS, word, &n_bytes) < 2 ||
           run->fn(run->data, word, n_bytes);
}

bool via_english_tokens(const via_run *run)
{
    char word[VIA_TOKEN_BYTES_MAX];
    size_t n_bytes;

    if (fold_word(run, sizeof word / 4, word, &n_bytes) < 2)
        return true;
    return run->fn(run->data, word, via_stem_english(word, n_bytes));
}
