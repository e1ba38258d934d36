/* Run: neighbouring letters of one script, and the cutters that know the script. */
#ifndef VIA_TOKEN_RUN_H
#define VIA_TOKEN_RUN_H

#include "token/tokens.h"

/* A token is never longer; a longer word is cut off. */
#define VIA_TOKEN_BYTES_MAX 96

typedef struct via_run {
    const char *text;
    size_t begin, end;
    via_token_fn *fn;
    void *data;
} via_run;

/* Each returns false if `fn` did. */

/* A word between spaces, in any alphabet: see words.c. */
bool via_word_tokens(const via_run *run, bool is_english);

/* Vietnamese syllables between spaces, and pairs of neighbours. */
bool via_syllable_tokens(const via_run *run);

bool via_kanji_tokens(const via_run *run);
bool via_hiragana_tokens(const via_run *run);
bool via_katakana_tokens(const via_run *run);
bool via_thai_tokens(const via_run *run);

/* Tells of each `n` neighbouring code points, of the whole run if it is shorter. */
bool via_gram_tokens(const via_run *run, size_t n);

#endif
