/* Tokens: the words of a text, or what serves as words. */
#include "token/tokens.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "text/chars.h"
#include "text/utf8.h"
#include "token/run.h"

/* Scripts that are cut alike. Hiragana is mostly grammar: as single letters, pairs or
 * triples it made the lexicon no better, and larger. */
enum kind { KIND_NONE, KIND_WORD, KIND_KANJI, KIND_KATAKANA, KIND_THAI };

struct via_tokenizer {
    bool (*cut_word)(const via_run *run);
    via_breaker *thai; /* opened when it is needed first */
};

static enum kind kind_of(via_char_class class)
{
    switch (class) {
    case VIA_CHAR_LATIN:
    case VIA_CHAR_OTHER:
        return KIND_WORD;
    case VIA_CHAR_HAN:
        return KIND_KANJI;
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

via_tokenizer *via_tokenizer_new(const char *lang)
{
    via_tokenizer *tokenizer = calloc(1, sizeof *tokenizer);

    if (!tokenizer)
        return NULL;
    tokenizer->cut_word = is_lang(lang, "vi")   ? via_syllable_tokens
                          : is_lang(lang, "en") ? via_english_tokens
                                                : via_word_tokens;
    return tokenizer;
}

void via_tokenizer_free(via_tokenizer *tokenizer)
{
    if (!tokenizer)
        return;
    via_breaker_free(tokenizer->thai);
    free(tokenizer);
}

static via_status cut_thai(via_tokenizer *tokenizer, const via_run *run, via_error *err)
{
    via_status st = VIA_OK;

    if (!tokenizer->thai)
        st = via_breaker_new_words("th", &tokenizer->thai, err);
    return st == VIA_OK ? via_thai_tokens(run, tokenizer->thai, err) : st;
}

static via_status cut_run(via_tokenizer *tokenizer, const via_run *run, enum kind kind,
                          via_error *err)
{
    bool goes_on = true;

    if (kind == KIND_THAI)
        return cut_thai(tokenizer, run, err);
    if (kind == KIND_WORD)
        goes_on = tokenizer->cut_word(run);
    else if (kind == KIND_KANJI)
        goes_on = via_kanji_tokens(run);
    else if (kind == KIND_KATAKANA)
        goes_on = via_katakana_tokens(run);
    return goes_on ? VIA_OK : via_fail_memory(err);
}

via_status via_tokens_find(via_tokenizer *tokenizer, const char *text, size_t begin,
                           size_t end, via_token_fn *fn, void *data, via_error *err)
{
    via_status st = VIA_OK;
    size_t next = begin;
    enum kind ahead = begin < end
                          ? kind_of(via_char_class_of(via_utf8_next(text, &next)))
                          : KIND_NONE;

    for (size_t at = begin; st == VIA_OK && at < end;) {
        via_run run = {text, at, at, fn, data};
        enum kind kind = ahead;

        for (; at < end && ahead == kind; run.end = at) {
            at = next;
            if (at < end)
                ahead = kind_of(via_char_class_of(via_utf8_next(text, &next)));
        }
        st = cut_run(tokenizer, &run, kind, err);
    }
    return st;
}
