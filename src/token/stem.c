/* Stem: what of an English word its forms have in common.
 *
 * Far less than Porter (1980): a lexicon forgives a stem that is no word, and learns
 * two stems of one word; it only must not see five of them. */
#include "token/stem.h"

#include <string.h>

/* So many letters are left at least. */
#define STEM_MIN 3

static bool ends_in(const char *word, size_t n_bytes, const char *ending)
{
    size_t n = strlen(ending);

    return n_bytes >= n + STEM_MIN && memcmp(word + n_bytes - n, ending, n) == 0;
}

static bool is_vowel(char c)
{
    return c && strchr("aeiouy", c) != NULL;
}

/* runn(ing) -> run, stopp(ed) -> stop; but call(ed), pass(ed). */
static size_t undouble(const char *word, size_t n_bytes)
{
    char last = word[n_bytes - 1];

    if (n_bytes > STEM_MIN && last == word[n_bytes - 2] && !is_vowel(last) &&
        last != 'l' && last != 's')
        return n_bytes - 1;
    return n_bytes;
}

size_t via_stem_english(char *word, size_t n_bytes)
{
    if (ends_in(word, n_bytes, "ies") || ends_in(word, n_bytes, "ied")) {
        word[n_bytes - 3] = 'y';
        return n_bytes - 2;
    }
    if (ends_in(word, n_bytes, "s") && word[n_bytes - 2] != 's' &&
        word[n_bytes - 2] != 'u' && word[n_bytes - 2] != 'i')
        n_bytes--;
    if (ends_in(word, n_bytes, "ing"))
        n_bytes = undouble(word, n_bytes - 3);
    else if (ends_in(word, n_bytes, "ed"))
        n_bytes = undouble(word, n_bytes - 2);
    else if (ends_in(word, n_bytes, "ly"))
        n_bytes -= 2;
    if (ends_in(word, n_bytes, "e"))
        n_bytes--;
    return n_bytes;
}
