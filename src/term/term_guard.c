/* Term guard: whether what stands around a name in a text lets it be that term. */
#include "term/term_guard.h"

#include <string.h>

#include "text/chars.h"
#include "text/lower.h"
#include "text/utf8.h"

/* Returns where the code point before `at` begins. */
static size_t step_back(const via_term_place *place, size_t at)
{
    do
        at--;
    while (at > place->text_begin && ((unsigned char)place->text[at] & 0xc0) == 0x80);
    return at;
}

static int32_t cp_before(const via_term_place *place, size_t at)
{
    if (at == place->text_begin)
        return '\n';
    at = step_back(place, at);
    return via_utf8_next(place->text, &at);
}

/* Capitals of the name must be capitals; the letters are known to be the same. */
static bool fits_case(const via_term_name *name, const via_term_place *place)
{
    size_t at = place->begin;

    for (size_t i = 0; at < place->end;) {
        int32_t wanted = via_utf8_next(name->text, &i);
        int32_t cp = via_utf8_next(place->text, &at);

        if (via_char_is_upper(wanted) && !via_char_is_upper(cp))
            return false;
        if (name->guards & VIA_TERM_EXACT && via_char_is_upper(cp) &&
            !via_char_is_upper(wanted))
            return false;
    }
    return true;
}

/* Whether a code point is what a context asks for; '#' asks for a digit. */
static bool is_wanted(int32_t wanted, int32_t cp)
{
    return wanted == '#' ? via_char_digit(cp) >= 0
                         : via_char_lower(cp) == via_char_lower(wanted);
}

/* Whether a context of `n_bytes` bytes ends where the place begins. One that begins
 * with a Latin letter must begin a word. */
static bool ends_before(const char *context, size_t n_bytes,
                        const via_term_place *place)
{
    const via_term_place inside = {context, 0, n_bytes, n_bytes, n_bytes};
    size_t at = place->begin, i = n_bytes;
    int32_t wanted = 0;

    while (i > 0) {
        wanted = cp_before(&inside, i);
        if (at == place->text_begin || !is_wanted(wanted, cp_before(place, at)))
            return false;
        at = step_back(place, at);
        i = step_back(&inside, i);
    }
    return via_char_class_of(wanted) != VIA_CHAR_LATIN ||
           via_char_class_of(cp_before(place, at)) != VIA_CHAR_LATIN;
}

static bool begins_behind(const char *context, size_t n_bytes,
                          const via_term_place *place)
{
    size_t at = place->end;

    for (size_t i = 0; i < n_bytes;) {
        if (at >= place->text_end ||
            !is_wanted(via_utf8_next(context, &i), via_utf8_next(place->text, &at)))
            return false;
    }
    return true;
}

typedef bool fits_fn(const char *context, size_t n_bytes, const via_term_place *place);

/* Whether one of the contexts between slashes fits. */
static bool has_one(const char *contexts, const via_term_place *place, fits_fn *fits)
{
    for (;;) {
        size_t n_bytes = strcspn(contexts, "/");

        if (n_bytes && fits(contexts, n_bytes, place))
            return true;
        if (!contexts[n_bytes])
            return false;
        contexts += n_bytes + 1;
    }
}

/* Whether a sentence, a quote or an item of a list may begin behind the mark. */
static bool opens_sentence(int32_t cp)
{
    switch (cp) {
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
    case '"':
    case 0x201c: /* “ */
    case 0x2018: /* ‘ */
    case 0x2026: /* … */
    case 0x2022: /* • */
        return true;
    default:
        return false;
    }
}

/* Whether a sentence may begin at `at`, but for spaces and brackets. */
static bool is_first(const via_term_place *place, size_t at)
{
    while (at > place->text_begin) {
        int32_t cp = cp_before(place, at);

        if (opens_sentence(cp))
            return true;
        if (cp != '(' && cp != '[' && cp != '*' &&
            via_char_class_of(cp) != VIA_CHAR_SPACE)
            return false;
        at = step_back(place, at);
    }
    return true;
}

/* Whether the word before `at`, behind one space, has a capital; one that is the first
 * of its sentence only counts if `is_strict`. */
static bool follows_capital(const via_term_place *place, size_t at, bool is_strict)
{
    int32_t initial = 0;

    if (cp_before(place, at) != ' ')
        return false;
    at = step_back(place, at);
    while (at > place->text_begin &&
           via_char_class_of(cp_before(place, at)) == VIA_CHAR_LATIN) {
        initial = cp_before(place, at);
        at = step_back(place, at);
    }
    return via_char_is_upper(initial) && (is_strict || !is_first(place, at));
}

static bool precedes_capital(const via_term_place *place)
{
    size_t at = place->end;

    return at + 1 < place->text_end && place->text[at++] == ' ' &&
           via_char_is_upper(via_utf8_next(place->text, &at));
}

bool via_term_name_fits(const via_term_name *name, const via_term_place *place)
{
    unsigned guards = name->guards;

    if (guards & VIA_TERM_CAPITALS && !fits_case(name, place))
        return false;
    if (name->before && has_one(name->before, place, ends_before) ==
                            !!(guards & VIA_TERM_BEFORE_IS_NOT))
        return false;
    if (name->after && has_one(name->after, place, begins_behind) ==
                           !!(guards & VIA_TERM_AFTER_IS_NOT))
        return false;
    if (guards & VIA_TERM_NOT_FIRST && is_first(place, place->begin))
        return false;
    if (guards & VIA_TERM_AFTER_SMALL &&
        follows_capital(place, place->begin, guards & VIA_TERM_NEVER_AFTER))
        return false;
    return !(guards & VIA_TERM_BEFORE_SMALL && precedes_capital(place));
}
