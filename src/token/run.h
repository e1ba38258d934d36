/* Run: neighbouring letters of one script, and the cutters that know the script. */
#ifndef VIA_TOKEN_RUN_H
#define VIA_TOKEN_RUN_H

#include "text/breaker.h"
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

/* A word of any alphabet, cut to what inflection leaves alone. */
bool via_word_tokens(const via_run *run);
bool via_english_tokens(const via_run *run);

/* A Vietnamese syllable. */
bool via_syllable_tokens(const via_run *run);

bool via_kanji_tokens(const via_run *run);
bool via_katakana_tokens(const via_run *run);

/* Thai words, by the dictionary that `words` knows. */
via_status via_thai_tokens(const via_run *run, via_breaker *words, via_error *err);

#endif
