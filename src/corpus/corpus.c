/* Corpus: what the user hands us, as articles in one or more languages.
 *
 * Files are gathered in the order in which folders give them, which is any; then
 * languages are numbered in bytewise order, files sorted by id and language, and
 * neighbours with one id become an article. */
#include "corpus/corpus.h"

#include "base/ending.h"
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
    if (!order)
        order = strcmp(x->source->path, y->source->path);
    return order ? order
                 : (x->source->line > y->source->line) -
                       (x->source->line < y->source->line);
}

static int compare_skipped(const void *a, const void *b)
{
    const via_skipped *x = a, *y = b;
    int order = strcmp(x->path, y->path);

    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static bool is_table(const char *path)
{
    size_t n_bytes = via_ending_cut(path, strlen(path), ".gz");

    return via_ending_is(path, n_bytes, ".tsv");
}

/* A table is a manifest, whatever its folder is called; any other file is one, or
 * JSONL, if its name does not say that it is a document. */
static via_status gather_input(via_gathering *to, const char *input, via_error *err)
{
    struct stat status;
    bool is_document = false;
    via_status st = VIA_OK;

    if (strcmp(input, "-") == 0)
        return via_gather_any(to, input, err);
    if (stat(input, &status) != 0)
        return via_fail(err, VIA_E_IO, "%s: %s", input, strerror(errno));
    if (S_ISDIR(status.st_mode))
        return via_gather_folder(to, input, err);
    if (!is_table(input))
        st = via_gather_file(to, input, 0, &is_document, err);
    if (st != VIA_OK || is_document)
        return st;
    return via_gather_any(to, input, err);
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

/* Says that `found` has the id and the language of the one before it. Lines cost
 * themselves; files are a mistake that somebody should know of at once. */
static via_status refuse(via_gathering *from, const via_found *found, const char *lang,
                         via_error *err)
{
    const via_source *source = found->source, *other = found[-1].source;
    via_buffer place = VIA_BUFFER_INIT, reason = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    via_source_place(other, &place);
    via_buffer_format(&reason,
                      "expected one %s document with the id %s, but there is %s too",
                      lang, found->id, via_buffer_text(&place));
    if (!place.bytes || !via_buffer_text(&reason))
        st = via_fail_memory(err);
    else if (source->kind == VIA_SOURCE_FILE && other->kind == VIA_SOURCE_FILE)
        st = via_fail(err, VIA_E_FORMAT, "%s: %s", source->path, reason.bytes);
    else
        st = via_gathering_skip(from, source->path, source->line, VIA_E_FORMAT,
                                reason.bytes, err);
    via_buffer_clear(&place);
    via_buffer_clear(&reason);
    return st;
}

static via_status group_articles(via_gathering *from, via_corpus *corpus,
                                 via_error *err)
{
    size_t n_ids = count_ids(from->found, from->n_found);
    via_article *articles = via_arena_array(corpus->arena, n_ids, sizeof *articles);
    const via_source **sources =
        via_arena_array(corpus->arena, n_ids * corpus->n_langs, sizeof *sources);
    via_status st = articles && sources ? VIA_OK : via_fail_memory(err);
    size_t n = 0;

    for (size_t i = 0; st == VIA_OK && i < from->n_found; i++) {
        const via_found *found = &from->found[i];

        if (n == 0 || strcmp(found->id, articles[n - 1].id) != 0) {
            articles[n].id = found->id;
            articles[n].sources = sources + n * corpus->n_langs;
            n++;
        }

        const via_source **source = &sources[(n - 1) * corpus->n_langs + found->lang];
        if (*source)
            st = refuse(from, found, corpus->langs[found->lang], err);
        else
            *source = found->source;
    }
    corpus->articles = articles;
    corpus->n_articles = n;
    return st;
}

static via_status keep_skipped(via_gathering *from, via_corpus *corpus, via_error *err)
{
    via_skipped *skipped =
        via_arena_array(corpus->arena, from->n_skipped, sizeof *skipped);

    if (!skipped)
        return via_fail_memory(err);
    if (from->n_skipped) {
        qsort(from->skipped, from->n_skipped, sizeof *skipped, compare_skipped);
        memcpy(skipped, from->skipped, from->n_skipped * sizeof *skipped);
    }
    corpus->skipped = skipped;
    corpus->n_skipped = from->n_skipped;
    return VIA_OK;
}

/* Takes over the arena, the spool and the languages. */
static via_status make_corpus(via_gathering *from, via_corpus *corpus, via_error *err)
{
    via_status st = from->spool ? via_spool_flush(from->spool, err) : VIA_OK;

    corpus->arena = from->arena;
    corpus->spool = from->spool;
    corpus->languages = from->languages;
    corpus->input = from->input;
    corpus->n_void = from->n_void;
    if (st == VIA_OK)
        st = number_langs(from, corpus, err);
    if (st == VIA_OK && from->n_found)
        qsort(from->found, from->n_found, sizeof *from->found, compare_found);
    if (st == VIA_OK)
        st = group_articles(from, corpus, err);
    if (st == VIA_OK)
        st = keep_skipped(from, corpus, err);
    return st;
}

via_status via_corpus_find(const via_corpus_options *opt, via_corpus **out,
                           via_error *err)
{
    static const via_input_options USUAL = VIA_INPUT_OPTIONS_INIT;
    via_gathering found;
    via_corpus *corpus = NULL;
    via_status st = via_gathering_init(&found, opt, err);

    *out = NULL;
    found.input = opt->input ? opt->input : &USUAL;
    for (size_t i = 0; st == VIA_OK && i < opt->n_inputs; i++)
        st = gather_input(&found, opt->inputs[i], err);
    if (st == VIA_OK) {
        corpus = via_arena_alloc(found.arena, sizeof *corpus);
        st = corpus ? make_corpus(&found, corpus, err) : via_fail_memory(err);
    }
    if (st == VIA_OK) {
        found.arena = NULL;
        found.spool = NULL;
        found.languages = NULL;
        *out = corpus;
    }
    via_gathering_clear(&found);
    return st;
}

void via_corpus_free(via_corpus *corpus)
{
    if (!corpus)
        return;
    via_spool_close(corpus->spool);
    via_languages_free(corpus->languages);
    via_arena_free(corpus->arena);
}

via_status via_skipped_fail(const via_skipped *skipped, via_error *err)
{
    if (skipped->line)
        return via_fail(err, skipped->status, "%s:%zu: %s", skipped->path,
                        skipped->line, skipped->reason);
    return via_fail(err, skipped->status, "%s: %s", skipped->path, skipped->reason);
}

size_t via_corpus_lang(const via_corpus *corpus, const char *lang)
{
    size_t i = 0;

    while (i < corpus->n_langs && strcmp(corpus->langs[i], lang) != 0)
        i++;
    return i;
}
