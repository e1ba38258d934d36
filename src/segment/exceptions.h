/* Exceptions: words of a language behind which a full stop may not end a sentence. */
#ifndef VIA_SEGMENT_EXCEPTIONS_H
#define VIA_SEGMENT_EXCEPTIONS_H

#include "vialign.h"

/* What the data files say of a word; a word may be several things. */
enum via_word_kind {
    VIA_WORD_NEVER = 1 << 0,   /* no sentence ends behind it: "Mr" */
    VIA_WORD_MAYBE = 1 << 1,   /* only before a starter: "U.S" */
    VIA_WORD_NUMBER = 1 << 2,  /* not before a digit: "No" */
    VIA_WORD_LABEL = 1 << 3,   /* at the start, with its number, never: "Chapter" */
    VIA_WORD_ORDINAL = 1 << 4, /* no sentence ends in "3." before it: "Oktober" */
    VIA_WORD_PLAIN = 1 << 5,   /* one letter, yet a word and no initial: "Ý" */
    VIA_WORD_STARTER = 1 << 6  /* often begins a sentence: "The" */
};

typedef struct via_exceptions via_exceptions;

/* Loads `any-abbreviations.txt`, which must be there, and of the language
 * `LANG-abbreviations.txt` and `LANG-starters.txt`, which need not. `lang` is a code
 * without subtags. Read-only once loaded. */
via_status via_exceptions_load(const char *lang, via_exceptions **out, via_error *err);
void via_exceptions_free(via_exceptions *exceptions);

/* Returns the kinds of a word, 0 if it is in no file. */
unsigned via_exceptions_find(const via_exceptions *exceptions, const char *bytes,
                             size_t n_bytes);

#endif
