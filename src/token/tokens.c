/* Tokens: the words of a text, or what serves as words. */
#include "token/tokens.h"

#include "text/chars.h"
#include "text/utf8.h"
#include "token/run.h"

#include <string.h>

/* Scripts that are cut alike. */
enum kind { KIND_NONE, KIND_WORD, KIND_KANJI, KIND_HIRAGANA, KIND_KATAKANA, KIND_THAI };

enum tongue { TONGUE_OTHER, TONGUE_ENGLISH, TONGUE_VIETNAMESE };

static enum kind kind_of(via_char_class class)
{
    switch (class) {
    case VIA_CHAR_LATIN:
    case VIA_CHAR_OTHER:
        return KIND_WORD;
    case VIA_CHAR_HAN:
        return KIND_KANJI;
    case VIA_CHAR_HIRAGANA:
        return KIND_HIRAGANA;
    case VIA_CHAR_KATAKANA:
        return KIND_KATAKANA;
    case VIA_CHAR_THAI:
        return KIND_THAI;
    default:
        return KIND_NONE;
    }
}

static bool is_lang(const char *lang, const char *base)
{
    size_t n = strlen(base);

    return strncmp(lang, base, n) == 0 && (lang[n] == '\0' || lang[n] == '-');
}

static enum tongue tongue_of(const char *lang)
{
    if (is_lang(lang, "vi"))
        return TONGUE_VIETNAMESE;
    return is_lang(lang, "en") ? TONGUE_ENGLISH : TONGUE_OTHER;
}

static bool cut_run(const via_run *run, enum kind kind, enum tongue tongue)
{
    switch (kind) {
    case KIND_WORD:
        return tongue == TONGUE_VIETNAMESE
                   ? via_syllable_tokens(run)
                   : via_word_tokens(run, tongue == TONGUE_ENGLISH);
    case KIND_KANJI:
        return via_kanji_tokens(run);
    case KIND_HIRAGANA:
        return via_hiragana_tokens(run);
    case KIND_KATAKANA:
        return via_katakana_tokens(run);
    case KIND_THAI:
        return via_thai_tokens(run);
    default:
        return true;
    }
}

/* Vietnamese syllables that are parted by one space make one run. */
static bool goes_on(const char *text, size_t at, size_t end, size_t *next,
                    enum kind kind, enum tongue tongue)
{
    if (at >= end)
        return false;
    *next = at;
    if (kind == KIND_WORD && tongue == TONGUE_VIETNAMESE && text[at] == ' ' &&
        at + 1 < end)
        *next = at + 1;
    return kind_of(via_char_class_of(via_utf8_next(text, next))) == kind;
}

bool via_tokens_find(const char *lang, const char *text, size_t begin, size_t end,
                     via_token_fn *fn, void *data)
{
    enum tongue tongue = tongue_of(lang);

    for (size_t at = begin; at < end;) {
        via_run run = {text, at, at, fn, data};
        enum kind kind = kind_of(via_char_class_of(via_utf8_next(text, &at)));
        size_t next;

        while (goes_on(text, at, end, &next, kind, tongue))
            at = next;
        run.end = at;
        if (kind != KIND_NONE && !cut_run(&run, kind, tongue))
            return false;
    }
    return true;
}
