/* Value words: the words of a language that numbers, dates and times are made of.
 *
 * A word has a class and a value: "July" is a month, 7; "triệu" is a large scale, 6.
 * All words stand in one tree by code points, so that a place in a text is looked up
 * once. */
#ifndef VIA_VALUE_VALUE_WORDS_H
#define VIA_VALUE_VALUE_WORDS_H

#include "value/scope.h"

/* What is known of a word beside its class. */
enum via_word_trait {
    VIA_WORD_PLAIN,
    VIA_WORD_ONE,   /* a scale of which one is understood: 十 */
    VIA_WORD_INNER, /* a number word that no number begins with: không */
    VIA_WORD_LONE,  /* a number word that counts also when it stands alone */
    VIA_WORD_MONEY, /* a scale that counts only behind a sign of money: $5m */
    VIA_WORD_MONTH,
    VIA_WORD_ERA,
    VIA_WORD_DAYPART,
    VIA_WORD_NTH /* a word for an ordinal */
};

typedef struct via_word {
    uint16_t class_id;
    uint16_t trait; /* enum via_word_trait */
    int32_t value;
    size_t end;
} via_word;

/* So many words can be read at one place. */
#define VIA_WORDS_MAX 12

typedef struct via_value_words via_value_words;

/* Returns NULL if there is no memory. Once filled it is read-only and may be shared by
 * any number of threads. */
via_value_words *via_value_words_new(void);
void via_value_words_free(via_value_words *words);

/* Adds a word. One in lower case is found in any case, one with a capital as it is or
 * all in capitals, one behind "=" as it is; a space stands for any number of spaces.
 * The same word may be added for several classes. Returns false if there is no memory.
 */
bool via_value_words_add(via_value_words *words, const char *text,
                         const via_word *word);

/* Tells that readings may begin with the word. */
void via_value_words_let_begin(via_value_words *words, const char *text);

/* Makes ready for finding, once all words are there. Returns false if there is no
 * memory. */
bool via_value_words_settle(via_value_words *words);

/* Whether such a word may begin with the code point. */
bool via_value_words_begin_with(const via_value_words *words, int32_t cp);

/* Whether such a word may begin at `at`; false is certain, and quickly known. */
bool via_value_words_begin(const via_value_words *words, const via_scope *scope,
                           size_t at);

/* Finds the words that begin at `at` and end where a word may end, short ones first.
 * Returns how many. */
size_t via_value_words_find(const via_value_words *words, const via_scope *scope,
                            size_t at, via_word out[VIA_WORDS_MAX]);

#endif
