/* Finder: all that one language's texts mention - values, terms, names, copies. */
#include "evidence/finder.h"

#include "base/buffer.h"
#include "base/status.h"
#include "evidence/copies.h"
#include "evidence/terms.h"
#include "evidence/values.h"

#include <stdlib.h>
#include <string.h>

struct via_finder {
    char lang[VIA_LANG_BYTES];
    const via_names *names;
    via_values *values;
    via_terms *terms;
};

via_status via_finder_new(const char *lang, const via_names *names, via_finder **out,
                          via_error *err)
{
    via_finder *finder = calloc(1, sizeof *finder);

    *out = NULL;
    if (!finder)
        return via_fail_memory(err);
    strncpy(finder->lang, lang, sizeof finder->lang - 1);
    finder->names = names;
    via_status st = via_values_new(lang, &finder->values, err);
    if (st == VIA_OK)
        st = via_terms_new(lang, &finder->terms, err);
    if (st != VIA_OK) {
        via_finder_free(finder);
        return st;
    }
    *out = finder;
    return VIA_OK;
}

void via_finder_free(via_finder *finder)
{
    if (!finder)
        return;
    via_values_free(finder->values);
    via_terms_free(finder->terms);
    free(finder);
}

const via_names *via_finder_names(const via_finder *finder)
{
    return finder->names;
}

bool via_finder_find(const via_finder *finder, const char *text, size_t begin,
                     size_t end, via_mention_fn *fn, void *data)
{
    return via_values_find(finder->values, text, begin, end, fn, data) &&
           via_terms_find(finder->terms, text, begin, end, fn, data) &&
           via_names_find(finder->names, finder->lang, text, begin, end, fn, data) &&
           via_copies_find(text, begin, end, fn, data);
}

/* ---- A list without overlaps --------------------------------------------- */

static bool collect(void *data, const via_mention *mention)
{
    via_buffer *found = data;

    via_buffer_append(found, (const char *)mention, sizeof *mention);
    return !found->has_failed;
}

/* Values before terms before names before copies; then the longer, then the first. */
static int rank_of(const via_mention *mention)
{
    switch (mention->kind) {
    case VIA_MENTION_TERM:
        return 1;
    case VIA_MENTION_NAME:
        return 2;
    case VIA_MENTION_COPY:
        return 3;
    default:
        return 0;
    }
}

static int compare_ranks(const void *a, const void *b)
{
    const via_mention *left = a, *right = b;
    size_t left_bytes = left->end - left->begin,
           right_bytes = right->end - right->begin;

    if (rank_of(left) != rank_of(right))
        return rank_of(left) - rank_of(right);
    if (left_bytes != right_bytes)
        return left_bytes > right_bytes ? -1 : 1;
    return (left->begin > right->begin) - (left->begin < right->begin);
}

static int compare_places(const void *a, const void *b)
{
    const via_mention *left = a, *right = b;

    return (left->begin > right->begin) - (left->begin < right->begin);
}

/* Mentions come best first. A segment holds few of them. */
static size_t drop_overlaps(via_mention *mentions, size_t n)
{
    size_t n_kept = 0;

    for (size_t m = 0; m < n; m++) {
        size_t k = 0;

        while (k < n_kept && (mentions[k].end <= mentions[m].begin ||
                              mentions[k].begin >= mentions[m].end))
            k++;
        if (k == n_kept)
            mentions[n_kept++] = mentions[m];
    }
    return n_kept;
}

via_status via_finder_list(const via_finder *finder, const char *text, size_t begin,
                           size_t end, via_mention **out, size_t *n_out, via_error *err)
{
    via_buffer found = VIA_BUFFER_INIT;

    *out = NULL;
    *n_out = 0;
    if (!via_finder_find(finder, text, begin, end, collect, &found)) {
        via_buffer_clear(&found);
        return via_fail_memory(err);
    }
    via_mention *mentions = (via_mention *)(void *)found.bytes;
    size_t n = found.n_bytes / sizeof *mentions;
    if (n) {
        qsort(mentions, n, sizeof *mentions, compare_ranks);
        n = drop_overlaps(mentions, n);
        qsort(mentions, n, sizeof *mentions, compare_places);
    }
    *out = mentions;
    *n_out = n;
    return VIA_OK;
}
