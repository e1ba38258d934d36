/* Kanji and katakana runs: what serves as words in Japanese.
 *
 * Each kanji and each pair of neighbours; words of katakana as they are. */
#include "text/utf8.h"
#include "token/run.h"

bool via_kanji_tokens(const via_run *run)
{
    for (size_t at = run->begin; at < run->end;) {
        size_t begin = at, end;

        via_utf8_next(run->text, &at);
        if (!run->fn(run->data, run->text + begin, at - begin))
            return false;
        end = at;
        if (at == run->end)
            break;
        via_utf8_next(run->text, &end);
        if (!run->fn(run->data, run->text + begin, end - begin))
            return false;
    }
    return true;
}

bool via_katakana_tokens(const via_run *run)
{
    return run->fn(run->data, run->text + run->begin, run->end - run->begin);
}
