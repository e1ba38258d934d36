/* Corpus: what the user hands us, as articles in one or more languages.
 *
 * Files are gathered in the order in which folders give them, which is any; then
 * languages are numbered in bytewise order, files sorted by id and language, and
 * neighbours with one id become an article. */
#include "corpus/corpus.h"

#include "base/status.h"
#include "corpus/gathering.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int compare_langs(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int compare_found(const void *a, const void *b)
{
    const via_found *x = a, *y = b;
    int order = strcmp(x->id, y->id);

    if (!order)
        order = (x->lang > y->lang) - (x->lang < y->lang);
    return order ? order : strcmp(x->path, y->path);
}

static int compare_skipped(const void *a, const void *b)
{
    return strcmp(((const via_skipped *)a)->path, ((const via_skipped *)b)->path);
}

static bool has_ending(const char *path, const char *ending)
{
    size_t n_path = strlen(path), n_ending = strlen(ending);

    return n_path >= n_ending && strcmp(path + n_path - n_ending, ending) == 0;
}

/* A table is a manifest, whatever its folder is called; any other file is one if
 * its name does not say that it is a document. */
static via_status gather_input(via_gathering *to, const char *input, via_error *err)
{
    struct stat status;
    bool is_document = false;
    via_status st = VIA_OK;

    if (strcmp(input, "-") == 0)
        return via_gather_manifest(to, input, err);
    if (stat(input, &status) != 0)
        return via_fail(err, VIA_E_IO, "%s: %s", input, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return via_gather_folder(to, input, err);
    if (!has_ending(input, ".tsv") && !has_ending(input, ".tsv.gz"))
        st = via_gather_file(to, input, 0, &is_document, err);
    if (st != VIA_OK || is_document)
        return st;
    return via_gather_manifest(to, input, err);
}

/* Numbers languages in bytewise order and gives the found files these numbers. */
static via_status number_langs(via_gathering *from, via_corpus *corpus, via_error *err)
{
    size_t n_langs = via_intern_count(from->langs);
    const char **langs = via_arena_array(corpus->arena, n_langs, sizeof *langs);

    if (!langs)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_langs; i++) {
        const char *lang = via_intern_text(from->langs, (uint32_t)i, NULL);

        langs[i] = via_arena_copy(corpus->arena, lang, strlen(lang));
        if (!langs[i])
            return via_fail_memory(err);
    }
    qsort(langs, n_langs, sizeof *langs, compare_langs);
    corpus->langs = langs;
    corpus->n_langs = n_langs;
    for (size_t i = 0; i < from->n_found; i++) {
        const char *lang = via_intern_text(from->langs, from->found[i].lang, NULL);

        from->found[i].lang = (uint32_t)via_corpus_lang(corpus, lang);
    }
    return VIA_OK;
}

static size_t count_ids(const via_found *found, size_t n_found)
{
    size_t n_ids = n_found > 0;

    for (size_t i = 1; i < n_found; i++)
        n_ids += strcmp(found[i].id, found[i - 1].id) != 0;
    return n_ids;
}

/* Copies a string into the corpus; marks `is_well` if there is no memory. */
static const char *keep(via_corpus *corpus, const char *text, bool *is_well)
{
    const char *copy = via_arena_copy(corpus->arena, text, strlen(text));

    *is_well = *is_well && copy;
    return copy;
}

static via_status group_articles(const via_gathering *from, via_corpus *corpus,
                                 via_error *err)
{
    size_t n_ids = count_ids(from->found, from->n_found);
    via_article *articles = via_arena_array(corpus->arena, n_ids, sizeof *articles);
    const char **paths =
        via_arena_array(corpus->arena, n_ids * corpus->n_langs, sizeof *paths);
    bool is_well = articles && paths;
    size_t n = 0;

    for (size_t i = 0; is_well && i < from->n_found; i++) {
        const via_found *found = &from->found[i];

        if (n == 0 || strcmp(found->id, articles[n - 1].id) != 0) {
            articles[n].id = keep(corpus, found->id, &is_well);
            articles[n].paths = paths + n * corpus->n_langs;
            n++;
        } else if (found->lang == found[-1].lang) {
            return via_fail(err, VIA_E_FORMAT,
                            "%s: expected one %s document with the id %s, but there is "
                            "%s too",
                            found->path, corpus->langs[found->lang], found->id,
                            found[-1].path);
        }
        paths[(n - 1) * corpus->n_langs + found->lang] =
            keep(corpus, found->path, &is_well);
    }
    corpus->articles = articles;
    corpus->n_articles = n;
    return is_well ? VIA_OK : via_fail_memory(err);
}

static via_status keep_skipped(via_gathering *from, via_corpus *corpus, via_error *err)
{
    via_skipped *skipped =
        via_arena_array(corpus->arena, from->n_skipped, sizeof *skipped);
    bool is_well = skipped != NULL;

    if (from->n_skipped)
        qsort(from->skipped, from->n_skipped, sizeof *skipped, compare_skipped);
    for (size_t i = 0; is_well && i < from->n_skipped; i++) {
        skipped[i] = from->skipped[i];
        skipped[i].path = keep(corpus, skipped[i].path, &is_well);
        skipped[i].reason = keep(corpus, skipped[i].reason, &is_well);
    }
    corpus->skipped = skipped;
    corpus->n_skipped = from->n_skipped;
    return is_well ? VIA_OK : via_fail_memory(err);
}

static via_status make_corpus(via_gathering *from, via_corpus **out, via_error *err)
{
    via_arena *arena = via_arena_new();
    via_corpus *corpus = arena ? via_arena_alloc(arena, sizeof *corpus) : NULL;
    via_status st;

    if (!corpus) {
        via_arena_free(arena);
        return via_fail_memory(err);
    }
    corpus->arena = arena;
    st = number_langs(from, corpus, err);
    if (st == VIA_OK && from->n_found)
        qsort(from->found, from->n_found, sizeof *from->found, compare_found);
    if (st == VIA_OK)
        st = group_articles(from, corpus, err);
    if (st == VIA_OK)
        st = keep_skipped(from, corpus, err);
    if (st != VIA_OK) {
        via_corpus_free(corpus);
        return st;
    }
    *out = corpus;
    return VIA_OK;
}

via_status via_corpus_find(const char *const *inputs, size_t n_inputs,
                           const char *except, via_corpus **out, via_error *err)
{
    via_gathering found;
    via_status st = via_gathering_init(&found, err);

    *out = NULL;
    found.except = except;
    for (size_t i = 0; st == VIA_OK && i < n_inputs; i++)
        st = gather_input(&found, inputs[i], err);
    if (st == VIA_OK)
        st = make_corpus(&found, out, err);
    via_gathering_clear(&found);
    return st;
}

void via_corpus_free(via_corpus *corpus)
{
    if (corpus)
        via_arena_free(corpus->arena);
}

size_t via_corpus_lang(const via_corpus *corpus, const char *lang)
{
    size_t i = 0;

    while (i < corpus->n_langs && strcmp(corpus->langs[i], lang) != 0)
        i++;
    return i;
}
