/* Found: the corpus of some inputs, and what is in it. */
#ifndef VIA_TESTS_FOUND_H
#define VIA_TESTS_FOUND_H

#include "scratch.h"

#include "corpus/corpus.h"

static const via_input_options FOUND_INPUT = VIA_INPUT_OPTIONS_INIT;

static inline via_status find_corpus(const char *const *inputs, size_t n_inputs,
                                     const char *except, via_corpus **out,
                                     via_error *err)
{
    via_corpus_options opt = {inputs, n_inputs, except, &FOUND_INPUT};

    return via_corpus_find(&opt, out, err);
}

/* Finds the corpus of one file in the scratch folder. */
static inline via_corpus *found_in(scratch *s, const char *name)
{
    const char *inputs[] = {scratch_path(s, name)};
    via_corpus *corpus = NULL;

    assert_int_equal(find_corpus(inputs, 1, NULL, &corpus, NULL), VIA_OK);
    return corpus;
}

/* The document of an article in a language; NULL if there is none. */
static inline const via_source *source_of(const via_corpus *corpus, size_t article,
                                          const char *lang)
{
    size_t number = via_corpus_lang(corpus, lang);

    return number < corpus->n_langs ? corpus->articles[article].sources[number] : NULL;
}

static inline const char *path_of(const via_corpus *corpus, size_t article,
                                  const char *lang)
{
    const via_source *source = source_of(corpus, article, lang);

    return source ? source->path : NULL;
}

/* Loads a document and expects its text and its name. */
static inline void expect_doc(const via_corpus *corpus, const via_source *source,
                              const char *name, const char *text)
{
    via_doc_options opt = {.lang = "vi"};
    via_error err = {VIA_OK, ""};
    via_doc *doc;
    size_t n_bytes;

    via_corpus_load(corpus, source, &opt, &doc, &err);
    assert_string_equal(err.message, "");
    assert_string_equal(via_doc_name(doc), name);
    assert_string_equal(via_doc_text(doc, &n_bytes), text);
    via_doc_free(doc);
}

/* Expects that loading a document fails with a message that ends like this. */
static inline void expect_no_doc(const via_corpus *corpus, const via_source *source,
                                 via_status status, const char *ending)
{
    via_doc_options opt = {.lang = "vi"};
    via_error err;
    via_doc *doc;

    assert_int_equal(via_corpus_load(corpus, source, &opt, &doc, &err), status);
    assert_null(doc);
    assert_true(strlen(err.message) > strlen(ending));
    assert_string_equal(err.message + strlen(err.message) - strlen(ending), ending);
}

#endif
