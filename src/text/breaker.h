/* Breaker: where sentences or words begin, by the rules of ICU. */
#ifndef VIA_TEXT_BREAKER_H
#define VIA_TEXT_BREAKER_H

#include "vialign.h"

#define VIA_BREAKER_END SIZE_MAX

/* Belongs to one worker at a time; opening one is slow, so keep it. */
typedef struct via_breaker via_breaker;

via_status via_breaker_new(const char *lang, via_breaker **out, via_error *err);

/* The same for words; those of a language without spaces come from a dictionary. */
via_status via_breaker_new_words(const char *lang, via_breaker **out, via_error *err);
void via_breaker_free(via_breaker *breaker);

/* Begins with another text, valid UTF-8, which stays the caller's and must live as
 * long as the breaker is asked about it. */
via_status via_breaker_start(via_breaker *breaker, const char *bytes, size_t n_bytes,
                             via_error *err);

/* Returns the offset in bytes at which the next sentence or word begins, then
 * VIA_BREAKER_END. The beginning and the end of the text are not told. */
size_t via_breaker_next(via_breaker *breaker);

#endif
