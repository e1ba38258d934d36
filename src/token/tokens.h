/* Tokens: the words of a text, or what serves as words.
 *
 * What is a token depends on the script first and on the language second, so that a
 * Latin name in a Japanese line is a word. */
#ifndef VIA_TOKEN_TOKENS_H
#define VIA_TOKEN_TOKENS_H

#include "vialign.h"

/* Is told of each token: its spelling, which is folded and need not stand in the
 * text as it is. Returns false to stop. */
typedef bool via_token_fn(void *data, const char *bytes, size_t n_bytes);

/* Cuts the text of one language. Belongs to one worker at a time. */
typedef struct via_tokenizer via_tokenizer;

/* Returns NULL if there is no memory. */
via_tokenizer *via_tokenizer_new(const char *lang);
void via_tokenizer_free(via_tokenizer *tokenizer);

/* Finds the tokens of `text[begin, end)`, valid UTF-8 in NFC. Fails if `fn` returned
 * false (no memory), or if the words of a script cannot be found. */
via_status via_tokens_find(via_tokenizer *tokenizer, const char *text, size_t begin,
                           size_t end, via_token_fn *fn, void *data, via_error *err);

#endif
