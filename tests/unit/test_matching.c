/* Tests of matching a corpus. */
#include "mixed_folder.h"

static via_corpus *find_corpus(scratch *s)
{
    const char *inputs[] = {s->folder};
    via_corpus_options found = {.inputs = inputs, .n_inputs = 1};
    via_corpus *corpus = NULL;

    fill_mixed_folder(s);
    assert_int_equal(via_corpus_find(&found, &corpus, NULL), VIA_OK);
    return corpus;
}

static void check_pair(const via_matching_pair *pair, const char *src, const char *tgt)
{
    assert_string_equal(pair->src->id, src);
    assert_string_equal(pair->tgt->id, tgt);
    assert_true(pair->confidence > 0.5);
}

static void test_by_content_alone(void **state)
{
    via_corpus *corpus = find_corpus(*state);
    via_matching_options opt = {.rules = {0.5, false}, .n_workers = 2};
    via_matching matching;

    assert_int_equal(via_matching_find(corpus, &opt, &matching, NULL), VIA_OK);
    assert_int_equal(matching.n_pairs, 2);
    check_pair(&matching.pairs[0], "1", "2");
    check_pair(&matching.pairs[1], "2", "3");
    assert_int_equal(matching.n_read, 6);
    assert_int_equal(matching.n_failures, 1);
    assert_string_equal(matching.failures[0].doc.article->id, "4");
    via_matching_clear(&matching);
    via_corpus_free(corpus);
}

static void test_names_are_not_questioned(void **state)
{
    via_corpus *corpus = find_corpus(*state);
    via_matching_options opt = {
        .rules = {0.5, false}, .n_workers = 1, .keeps_names = true};
    via_matching matching;

    assert_int_equal(via_matching_find(corpus, &opt, &matching, NULL), VIA_OK);
    assert_int_equal(matching.n_pairs, 0);
    via_matching_clear(&matching);
    via_corpus_free(corpus);
}

static void test_unknown_languages(void **state)
{
    via_corpus *corpus = find_corpus(*state);
    via_matching_options opt = {
        .lang_pairs = "vi-th", .rules = {0.5, false}, .n_workers = 1};
    via_matching matching;
    via_error err;

    assert_int_equal(via_matching_find(corpus, &opt, &matching, &err), VIA_E_FORMAT);
    assert_string_equal(err.message, "vi-th: expected documents in both languages");
    assert_null(matching.pairs);
    via_corpus_free(corpus);
}

#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_by_content_alone),
                                       TEST(test_names_are_not_questioned),
                                       TEST(test_unknown_languages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
