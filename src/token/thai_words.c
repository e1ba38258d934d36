/* Thai words: found with a dictionary, since Thai has no spaces between them.
 *
 * On 62 short documents better than grams of two to six letters, of which three was
 * best. */
#include "base/status.h"
#include "token/run.h"

via_status via_thai_tokens(const via_run *run, via_breaker *words, via_error *err)
{
    size_t n_bytes = run->end - run->begin, begin = 0;
    via_status st = via_breaker_start(words, run->text + run->begin, n_bytes, err);

    while (st == VIA_OK && begin < n_bytes) {
        size_t next = via_breaker_next(words), end = next < n_bytes ? next : n_bytes;

        if (!run->fn(run->data, run->text + run->begin + begin, end - begin))
            return via_fail_memory(err);
        begin = end;
    }
    return st;
}
