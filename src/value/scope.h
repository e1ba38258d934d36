/* Scope: a stretch of text that is read, as code points. */
#ifndef VIA_VALUE_SCOPE_H
#define VIA_VALUE_SCOPE_H

#include "text/chars.h"
#include "text/utf8.h"

/* What is outside is not there. */
typedef struct via_scope {
    const char *text; /* valid UTF-8 */
    size_t begin, end;
} via_scope;

/* Returns full width forms as ASCII, and all hyphens as "-". */
static inline int32_t via_scope_plain(int32_t cp)
{
    if (cp < 0x2010)
        return cp;
    if (cp >= 0xff01 && cp <= 0xff5e)
        return cp - 0xff01 + '!';
    return cp == 0x2010 || cp == 0x2011 ? '-' : cp;
}

/* Returns the code point at `at`, plain; 0 outside. */
static inline int32_t via_scope_next(const via_scope *scope, size_t at)
{
    return at < scope->end ? via_scope_plain(via_utf8_next(scope->text, &at)) : 0;
}

/* Returns where the code point at `at` ends. */
static inline size_t via_scope_after(const via_scope *scope, size_t at)
{
    if (at < scope->end)
        via_utf8_next(scope->text, &at);
    return at;
}

/* The same for the code point that ends at `at`. */
int32_t via_scope_last(const via_scope *scope, size_t at);
size_t via_scope_before(const via_scope *scope, size_t at);

/* Whether it is a space within a line, of any width. */
static inline bool via_scope_is_space(int32_t cp)
{
    if (cp < 0x80)
        return cp == ' ' || cp == '\t';
    return cp == 0xa0 || cp == 0x2009 || cp == 0x200b || cp == 0x202f || cp == 0x3000;
}

/* Passes over spaces. */
size_t via_scope_skip_spaces(const via_scope *scope, size_t at);

/* Returns the value of a decimal digit, or -1. */
static inline int via_scope_digit(int32_t cp)
{
    if (cp < 0x80)
        return cp >= '0' && cp <= '9' ? cp - '0' : -1;
    if (cp >= 0xe50 && cp <= 0xe59)
        return cp - 0xe50;
    return cp >= 0x660 && cp < 0xe00 ? via_char_digit(cp) : -1;
}

/* Whether words of such letters stand between spaces: Latin, Greek, Cyrillic, and the
 * underscore. */
static inline bool via_scope_is_letter(int32_t cp)
{
    if (cp < 0x80)
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || cp == '_';
    if (cp >= 0xc0 && cp < 0x530)
        return cp != 0xd7 && cp != 0xf7;
    return cp >= 0x1e00 && cp < 0x2000;
}

/* Whether a word whose last code point is `last` may end at `at`: in Thai not within a
 * syllable, elsewhere not before a letter. */
bool via_scope_ends_word(const via_scope *scope, size_t at, int32_t last);

#endif
