/* Copies: Latin words that a translation may take over as they are. */
#include "evidence/copies.h"

#include "text/chars.h"
#include "text/utf8.h"

/* Words as long as this share their beginning between related languages; shorter
 * ones collide by chance (design, "any language"). */
#define PREFIX_LETTERS 5

/* A word in a text, as far as it can be told without folding it. */
struct word {
    size_t begin, end;
    size_t n_letters, prefix_end;
    bool has_upper, has_digit;
};

static bool is_part_of_word(via_char_class class)
{
    return class == VIA_CHAR_LATIN || class == VIA_CHAR_DIGIT ||
           class == VIA_CHAR_OTHER;
}

/* Takes the next letter into the word; false if it is none. */
static bool take_letter(const char *text, struct word *word)
{
    size_t next = word->end;
    int32_t cp = via_utf8_next(text, &next);

    if (!is_part_of_word(via_char_class_of(cp)))
        return false;
    word->has_upper |= via_char_is_upper(cp);
    word->has_digit |= via_char_digit(cp) >= 0;
    word->end = next;
    if (++word->n_letters == PREFIX_LETTERS)
        word->prefix_end = next;
    return true;
}

/* Tells the word, or what of it ends at `end`, folded. A longer word than a value
 * holds is cut. */
static bool tell(const char *text, const struct word *word, size_t end,
                 via_mention_fn *fn, void *data)
{
    via_mention mention;
    size_t n_bytes = 0;

    mention.kind = VIA_MENTION_COPY;
    mention.begin = word->begin;
    mention.end = word->end;
    for (size_t at = word->begin; at < end && n_bytes + 4 < sizeof mention.value;) {
        int32_t cp = via_utf8_next(text, &at);

        n_bytes += via_utf8_put(via_char_fold(cp), mention.value + n_bytes);
    }
    mention.value[n_bytes] = '\0';
    return fn(data, &mention);
}

/* Returns where what counts of a word ends; its begin if it does not count. */
typedef size_t select_fn(const struct word *word);

static size_t select_copy(const struct word *word)
{
    bool is_copy = (word->has_upper || word->has_digit) && word->n_letters > 1;

    return is_copy ? word->end : word->begin;
}

static size_t select_stem(const struct word *word)
{
    return word->prefix_end ? word->prefix_end : word->begin;
}

/* A run of digits by itself is a number and none of ours. */
static bool find_words(const char *text, size_t begin, size_t end, select_fn *select,
                       via_mention_fn *fn, void *data)
{
    while (begin < end) {
        struct word word = {begin, begin, 0, 0, false, false};
        via_char_class class = via_char_class_of(via_utf8_next(text, &begin));

        if (class != VIA_CHAR_LATIN && class != VIA_CHAR_OTHER)
            continue;
        while (word.end < end && take_letter(text, &word))
            continue;
        begin = word.end;
        size_t selected = select(&word);
        if (selected > word.begin && !tell(text, &word, selected, fn, data))
            return false;
    }
    return true;
}

bool via_copies_find(const char *text, size_t begin, size_t end, via_mention_fn *fn,
                     void *data)
{
    return find_words(text, begin, end, select_copy, fn, data);
}

bool via_stems_find(const char *text, size_t begin, size_t end, via_mention_fn *fn,
                    void *data)
{
    return find_words(text, begin, end, select_stem, fn, data);
}
