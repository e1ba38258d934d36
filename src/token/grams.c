/* Grams: scripts without spaces, cut into overlapping pieces of equal length. */
#include "text/chars.h"
#include "text/utf8.h"
#include "token/run.h"

#ifndef KMODE
#define KMODE 3
#endif
#ifndef HMODE
#define HMODE 2
#endif
#ifndef TMODE
#define TMODE 4
#endif

bool via_gram_tokens(const via_run *run, size_t n)
{
    size_t begin = run->begin, end = begin;

    for (size_t i = 0; i < n && end < run->end; i++)
        via_utf8_next(run->text, &end);
    for (;;) {
        if (!run->fn(run->data, run->text + begin, end - begin))
            return false;
        if (end >= run->end)
            return true;
        via_utf8_next(run->text, &begin);
        via_utf8_next(run->text, &end);
    }
}

bool via_kanji_tokens(const via_run *run)
{
    size_t second = run->begin;

    via_utf8_next(run->text, &second);
    if (KMODE & 1)
        if (!via_gram_tokens(run, 1))
            return false;
    if ((KMODE & 2) && second < run->end)
        return via_gram_tokens(run, 2);
    return true;
}

bool via_hiragana_tokens(const via_run *run)
{
    return HMODE ? via_gram_tokens(run, HMODE) : true;
}

bool via_katakana_tokens(const via_run *run)
{
    return run->fn(run->data, run->text + run->begin, run->end - run->begin);
}

bool via_thai_tokens(const via_run *run)
{
    return via_gram_tokens(run, TMODE);
}
