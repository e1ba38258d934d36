/* Copies: Latin words that a translation may take over as they are. */
#include "evidence/copies.h"

#include "text/chars.h"
#include "text/utf8.h"

/* Words as long as this share their beginning between related languages; shorter
 * ones collide by chance (design, "any language"). */
#define PREFIX_LETTERS 5

struct word {
    via_mention mention;
    size_t n_letters, prefix_bytes;
    bool has_upper, has_digit;
};

static bool is_part_of_word(via_char_class class)
{
    return class == VIA_CHAR_LATIN || class == VIA_CHAR_DIGIT ||
           class == VIA_CHAR_OTHER;
}

/* Reads the word at `begin`. A longer word than a value holds is cut. */
static void read_word(const char *text, size_t begin, size_t end, struct word *word)
{
    size_t n_bytes = 0;

    *word = (struct word){.mention = {VIA_MENTION_COPY, begin, begin, ""}};
    while (word->mention.end < end) {
        size_t next = word->mention.end;
        int32_t cp = via_utf8_next(text, &next);

        if (!is_part_of_word(via_char_class_of(cp)))
            break;
        word->has_upper |= via_char_is_upper(cp);
        word->has_digit |= via_char_digit(cp) >= 0;
        if (n_bytes + 4 < VIA_MENTION_VALUE_BYTES)
            n_bytes += via_utf8_put(via_char_fold(cp), word->mention.value + n_bytes);
        if (++word->n_letters == PREFIX_LETTERS)
            word->prefix_bytes = n_bytes;
        word->mention.end = next;
    }
    word->mention.value[n_bytes] = '\0';
}

/* Tells whether a word counts, and cuts its value to what counts. */
typedef bool select_fn(struct word *word);

static bool is_copy(struct word *word)
{
    return (word->has_upper || word->has_digit) && word->n_letters > 1;
}

static bool has_prefix(struct word *word)
{
    word->mention.value[word->prefix_bytes] = '\0';
    return word->prefix_bytes > 0;
}

/* A run of digits by itself is a number and none of ours. */
static bool find_words(const char *text, size_t begin, size_t end, select_fn *select,
                       via_mention_fn *fn, void *data)
{
    while (begin < end) {
        size_t from = begin;
        via_char_class class = via_char_class_of(via_utf8_next(text, &begin));
        struct word word;

        if (class != VIA_CHAR_LATIN && class != VIA_CHAR_OTHER)
            continue;
        read_word(text, from, end, &word);
        begin = word.mention.end;
        if (select(&word) && !fn(data, &word.mention))
            return false;
    }
    return true;
}

bool via_copies_find(const char *text, size_t begin, size_t end, via_mention_fn *fn,
                     void *data)
{
    return find_words(text, begin, end, is_copy, fn, data);
}

bool via_stems_find(const char *text, size_t begin, size_t end, via_mention_fn *fn,
                    void *data)
{
    return find_words(text, begin, end, has_prefix, fn, data);
}
