/* Tests of regrouping: articles as matching found them. */
#include "scratch.h"

#include "batch/matching.h"

/* Three languages; names pair documents that are no translations. */
static const char *const LANGS[] = {"en", "ja", "vi"};
static const via_source A_EN = {.path = "a.en"}, A_JA = {.path = "a.ja"},
                        A_VI = {.path = "a.vi"}, B_JA = {.path = "b.ja"},
                        B_VI = {.path = "b.vi"}, C_EN = {.path = "c.en"};
static const via_source *const SOURCES[][3] = {
    {&A_EN, &A_JA, &A_VI}, {NULL, &B_JA, &B_VI}, {&C_EN, NULL, NULL}};
static const via_article ARTICLES[] = {
    {"a", SOURCES[0]}, {"b", SOURCES[1]}, {"c", SOURCES[2]}};
static const via_corpus CORPUS = {
    .langs = LANGS, .n_langs = 3, .articles = ARTICLES, .n_articles = 3};

enum { EN, JA, VI };

static const via_article *find(const via_corpus *corpus, const char *id)
{
    for (size_t a = 0; a < corpus->n_articles; a++) {
        if (strcmp(corpus->articles[a].id, id) == 0)
            return &corpus->articles[a];
    }
    return NULL;
}

static void test_pairs_become_articles(void **state)
{
    via_matching_pair pairs[] = {{{VI, EN}, &ARTICLES[1], &ARTICLES[2], 0.9},
                                 {{VI, JA}, &ARTICLES[1], &ARTICLES[0], 0.8}};
    via_matching matching = {pairs, 2, NULL, 0, 6};
    via_corpus *corpus = NULL;
    (void)state;

    assert_int_equal(via_matching_regroup(&CORPUS, &matching, false, &corpus, NULL),
                     VIA_OK);
    const via_article *article = find(corpus, "b+c+a");
    assert_non_null(article);
    assert_string_equal(article->sources[VI]->path, "b.vi");
    assert_string_equal(article->sources[EN]->path, "c.en");
    assert_string_equal(article->sources[JA]->path, "a.ja");
    /* Documents of one name that nobody matched stand alone, under names of their own.
     */
    assert_int_equal(corpus->n_articles, 4);
    assert_non_null(find(corpus, "a"));
    assert_string_equal(find(corpus, "a")->sources[EN]->path, "a.en");
    assert_null(find(corpus, "a")->sources[VI]);
    assert_string_equal(find(corpus, "a.vi")->sources[VI]->path, "a.vi");
    assert_string_equal(find(corpus, "b")->sources[JA]->path, "b.ja");
    via_corpus_free(corpus);
}

static void test_the_surer_pair_wins(void **state)
{
    via_matching_pair pairs[] = {{{VI, JA}, &ARTICLES[0], &ARTICLES[0], 0.6},
                                 {{VI, EN}, &ARTICLES[0], &ARTICLES[2], 0.9},
                                 {{EN, JA}, &ARTICLES[2], &ARTICLES[1], 0.8}};
    via_matching matching = {pairs, 3, NULL, 0, 6};
    via_corpus *corpus = NULL;
    (void)state;

    assert_int_equal(via_matching_regroup(&CORPUS, &matching, false, &corpus, NULL),
                     VIA_OK);
    const via_article *article = find(corpus, "a+c+b");
    assert_non_null(article);
    assert_string_equal(article->sources[JA]->path, "b.ja");
    via_corpus_free(corpus);
}

static void test_names_are_kept(void **state)
{
    via_matching_pair pairs[] = {{{VI, EN}, &ARTICLES[1], &ARTICLES[2], 0.9}};
    via_matching matching = {pairs, 1, NULL, 0, 6};
    via_corpus *corpus = NULL;
    (void)state;

    assert_int_equal(via_matching_regroup(&CORPUS, &matching, true, &corpus, NULL),
                     VIA_OK);
    assert_int_equal(corpus->n_articles, 2);
    assert_string_equal(find(corpus, "a")->sources[JA]->path, "a.ja");
    assert_string_equal(find(corpus, "b+c")->sources[EN]->path, "c.en");
    assert_string_equal(find(corpus, "b+c")->sources[JA]->path, "b.ja");
    via_corpus_free(corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pairs_become_articles),
                                       cmocka_unit_test(test_the_surer_pair_wins),
                                       cmocka_unit_test(test_names_are_kept)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
