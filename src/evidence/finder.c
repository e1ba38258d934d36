/* Finder: all that one language's texts mention - values, terms, names, copies. */
#include "evidence/finder.h"

#include "base/buffer.h"
#include "base/status.h"
#include "evidence/copies.h"
#include "term/terms.h"
#include "value/values.h"
#include "text/chars.h"
#include "text/utf8.h"

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

static bool is_space_or_dot(int32_t cp)
{
    return via_char_class_of(cp) == VIA_CHAR_SPACE || cp == 0x30fb; /* the dot of ・ */
}

/* Moves `begin` and `end` inwards over spaces and dots. */
static void strip(const char *text, size_t *begin, size_t *end)
{
    size_t last = *begin;

    for (size_t next = *begin;
         next < *end && is_space_or_dot(via_utf8_next(text, &next));)
        *begin = next;
    for (size_t at = *begin; at < *end;) {
        if (!is_space_or_dot(via_utf8_next(text, &at)))
            last = at;
    }
    *end = last > *begin ? last : *begin;
}

/* Gives up the part of a name that a better mention holds: the office before it.
 * Returns false if nothing is left, or if the name is no name. */
static bool give_way(const char *text, const via_mention *better, via_mention *name)
{
    if (name->kind != VIA_MENTION_NAME)
        return false;
    if (better->begin <= name->begin)
        name->begin = better->end;
    else
        name->end = better->begin;
    if (name->begin >= name->end)
        return false;
    strip(text, &name->begin, &name->end);
    size_t n_bytes = name->end - name->begin;
    if (n_bytes < 2 || n_bytes >= sizeof name->value)
        return false;
    memcpy(name->value, text + name->begin, n_bytes);
    name->value[n_bytes] = '\0';
    return true;
}

/* Mentions come best first. A segment holds few of them. */
static size_t drop_overlaps(const char *text, via_mention *mentions, size_t n)
{
    size_t n_kept = 0;

    for (size_t m = 0; m < n; m++) {
        via_mention mention = mentions[m];
        bool is_kept = true;

        for (size_t k = 0; k < n_kept && is_kept; k++) {
            if (mentions[k].end > mention.begin && mentions[k].begin < mention.end)
                is_kept = give_way(text, &mentions[k], &mention);
        }
        if (is_kept)
            mentions[n_kept++] = mention;
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
        n = drop_overlaps(text, mentions, n);
        qsort(mentions, n, sizeof *mentions, compare_places);
    }
    *out = mentions;
    *n_out = n;
    return VIA_OK;
}
