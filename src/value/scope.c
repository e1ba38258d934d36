/* Scope: a stretch of text that is read, as code points. */
#include "value/scope.h"

size_t via_scope_before(const via_scope *scope, size_t at)
{
    if (at <= scope->begin)
        return at;
    do
        at--;
    while (((unsigned char)scope->text[at] & 0xc0) == 0x80);
    return at;
}

int32_t via_scope_last(const via_scope *scope, size_t at)
{
    return at > scope->begin ? via_scope_next(scope, via_scope_before(scope, at)) : 0;
}

size_t via_scope_skip_spaces(const via_scope *scope, size_t at)
{
    size_t next = at;

    while (at < scope->end && via_scope_is_space(via_utf8_next(scope->text, &next)))
        at = next;
    return at;
}

/* ---- Ends of words ------------------------------------------------------- */

static bool is_thai_consonant(int32_t cp)
{
    return cp >= 0xe01 && cp <= 0xe2e;
}

/* Vowels and marks that stand behind or on a consonant. */
static bool is_thai_follower(int32_t cp)
{
    return (cp >= 0xe30 && cp <= 0xe3a) || cp == 0xe45 || (cp >= 0xe47 && cp <= 0xe4e);
}

/* Whether the syllable goes on at `at`: with a vowel or a mark, or with a consonant
 * that is silent, such as the end of พันธุ์ behind พัน. */
static bool thai_goes_on(const via_scope *scope, size_t at)
{
    int32_t cp = via_scope_next(scope, at);

    if (is_thai_follower(cp))
        return true;
    if (!is_thai_consonant(cp))
        return false;
    at = via_scope_after(scope, at);
    cp = via_scope_next(scope, at);
    if (cp == 0xe34 || cp == 0xe38)
        cp = via_scope_next(scope, via_scope_after(scope, at));
    return cp == 0xe4c;
}

bool via_scope_ends_word(const via_scope *scope, size_t at, int32_t last)
{
    if (is_thai_consonant(last) || is_thai_follower(last))
        return !thai_goes_on(scope, at);
    if (via_scope_is_letter(last))
        return !via_scope_is_letter(via_scope_next(scope, at));
    return via_scope_digit(last) < 0 || via_scope_digit(via_scope_next(scope, at)) < 0;
}
