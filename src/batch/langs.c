/* Languages of a batch: which of them are aligned with which. */
#include "batch/langs.h"

#include "base/status.h"
#include "corpus/filename.h"

#include <string.h>

/* Most articles are translated from the first; the second is what most translators
 * read. The source of a pair is the one that comes first here. */
static const char *const PIVOTS[] = {"vi", "en"};
#define N_PIVOTS (sizeof PIVOTS / sizeof *PIVOTS)

/* Where a language stands in the order of languages, as far as it is not bytewise. */
static size_t rank_of_code(const char *lang)
{
    size_t rank = 0;

    while (rank < N_PIVOTS && strcmp(lang, PIVOTS[rank]) != 0)
        rank++;
    return rank;
}

static size_t rank_of(const via_corpus *corpus, size_t lang)
{
    return rank_of_code(corpus->langs[lang]);
}

int via_lang_compare(const char *a, const char *b)
{
    size_t rank_a = rank_of_code(a), rank_b = rank_of_code(b);

    return rank_a != rank_b ? (rank_a > rank_b) - (rank_a < rank_b) : strcmp(a, b);
}

static bool is_before(const via_corpus *corpus, size_t a, size_t b)
{
    return via_lang_compare(corpus->langs[a], corpus->langs[b]) < 0;
}

static void append(via_buffer *out, via_lang_pair pair)
{
    via_buffer_append(out, (const char *)&pair, sizeof pair);
}

/* Appends the pairs whose source is `src`: pivots in their order, then the others. */
static void append_pairs_of(const via_corpus *corpus, size_t src, via_buffer *out)
{
    for (size_t rank = 0; rank <= N_PIVOTS; rank++) {
        for (size_t tgt = 0; tgt < corpus->n_langs; tgt++) {
            if (rank_of(corpus, tgt) == rank && is_before(corpus, src, tgt))
                append(out, (via_lang_pair){src, tgt});
        }
    }
}

void via_lang_pairs_all(const via_corpus *corpus, via_buffer *out)
{
    for (size_t rank = 0; rank <= N_PIVOTS; rank++) {
        for (size_t src = 0; src < corpus->n_langs; src++) {
            if (rank_of(corpus, src) == rank)
                append_pairs_of(corpus, src, out);
        }
    }
}

bool via_lang_pair_is_there(via_lang_pair pair, const via_article *article)
{
    return article->sources[pair.src] && article->sources[pair.tgt];
}

bool via_lang_pair_is_natural(const via_corpus *corpus, via_lang_pair pair,
                              const via_article *article)
{
    if (!via_lang_pair_is_there(pair, article))
        return false;
    for (size_t i = 0; i < N_PIVOTS; i++) {
        size_t pivot = via_corpus_lang(corpus, PIVOTS[i]);

        if (pivot < corpus->n_langs && article->sources[pivot])
            return pair.src == pivot;
    }
    return true;
}

/* Finds the hyphen between two codes; "vi-zh-Hant" has only one such place. */
static const char *find_middle(const char *name, size_t n_bytes)
{
    const char *end = name + n_bytes;

    for (const char *at = name; (at = memchr(at, '-', (size_t)(end - at))); at++) {
        if (via_filename_is_lang(name, (size_t)(at - name)) &&
            via_filename_is_lang(at + 1, (size_t)(end - at - 1)))
            return at;
    }
    return NULL;
}

static size_t find_lang(const via_corpus *corpus, const char *code, size_t n_bytes)
{
    char lang[VIA_LANG_BYTES];

    memcpy(lang, code, n_bytes);
    lang[n_bytes] = '\0';
    return via_corpus_lang(corpus, lang);
}

/* Returns whether the pair is among those appended so far. */
static bool has_pair(const via_buffer *pairs, via_lang_pair pair)
{
    for (size_t at = 0; at < pairs->n_bytes; at += sizeof pair) {
        via_lang_pair other;

        memcpy(&other, pairs->bytes + at, sizeof other);
        if (other.src == pair.src && other.tgt == pair.tgt)
            return true;
    }
    return false;
}

static via_status parse_pair(const char *name, size_t n_bytes, const via_corpus *corpus,
                             via_buffer *out, via_error *err)
{
    const char *middle = find_middle(name, n_bytes);
    int n_chars = (int)(n_bytes < 80 ? n_bytes : 80);

    if (!middle)
        return via_fail(err, VIA_E_ARGUMENT,
                        "\"%.*s\": expected two language codes such as vi-ja", n_chars,
                        name);

    size_t n_src = (size_t)(middle - name);
    via_lang_pair pair = {find_lang(corpus, name, n_src),
                          find_lang(corpus, middle + 1, n_bytes - n_src - 1)};

    if (pair.src == corpus->n_langs || pair.tgt == corpus->n_langs)
        return via_fail(err, VIA_E_FORMAT, "%.*s: expected documents in both languages",
                        n_chars, name);
    if (pair.src == pair.tgt)
        return via_fail(err, VIA_E_ARGUMENT, "%.*s: expected two languages", n_chars,
                        name);
    if (has_pair(out, pair))
        return via_fail(err, VIA_E_ARGUMENT, "%.*s: expected only once", n_chars, name);
    append(out, pair);
    return VIA_OK;
}

via_status via_lang_pairs_parse(const char *list, const via_corpus *corpus,
                                via_buffer *out, via_error *err)
{
    via_status st = VIA_OK;

    for (;;) {
        size_t n_bytes = strcspn(list, ",");

        st = parse_pair(list, n_bytes, corpus, out, err);
        if (st != VIA_OK || !list[n_bytes])
            return st;
        list += n_bytes + 1;
    }
}
