/* Scope: a stretch of text that is read, as code points. */
#ifndef VIA_EVIDENCE_SCOPE_H
#define VIA_EVIDENCE_SCOPE_H

#include "vialign.h"

/* What is outside is not there. */
typedef struct via_scope {
    const char *text; /* valid UTF-8 */
    size_t begin, end;
} via_scope;

/* Returns full width forms as ASCII, and all hyphens as "-". */
int32_t via_scope_plain(int32_t cp);

/* Returns the code point at `at`, or the one that ends there, plain; 0 outside. */
int32_t via_scope_next(const via_scope *scope, size_t at);
int32_t via_scope_last(const via_scope *scope, size_t at);

/* Returns where the code point at `at` ends, or the one that ends there begins. */
size_t via_scope_after(const via_scope *scope, size_t at);
size_t via_scope_before(const via_scope *scope, size_t at);

/* Passes over spaces, but not over the end of a line. */
size_t via_scope_skip_spaces(const via_scope *scope, size_t at);
bool via_scope_is_space(int32_t cp);

/* Returns the value of a decimal digit, or -1. */
int via_scope_digit(int32_t cp);

/* Whether words of such letters stand between spaces: Latin, Greek, Cyrillic, and the
 * underscore. */
bool via_scope_is_letter(int32_t cp);

/* Whether a word whose last code point is `last` may end at `at`: in Thai not within a
 * syllable, elsewhere not before a letter. */
bool via_scope_ends_word(const via_scope *scope, size_t at, int32_t last);

#endif
