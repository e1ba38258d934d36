/* Tests: documents listed in a table. */
#include "found.h"

/* Finds the corpus of one manifest. */
static via_status find(scratch *s, const char *text, via_corpus **out, via_error *err)
{
    const char *inputs[] = {scratch_file(s, "list.tsv", text, strlen(text))};

    return find_corpus(inputs, 1, NULL, out, err);
}

/* Expects a failure whose message has the place and then `expected`. */
static void assert_fails(scratch *s, const char *text, const char *expected)
{
    via_corpus *corpus;
    via_error err;

    assert_int_equal(find(s, text, &corpus, &err), VIA_E_FORMAT);
    assert_null(corpus);
    if (!strstr(err.message, expected))
        fail_msg("\"%s\" is not in \"%s\"", expected, err.message);
}

static void test_paths_start_from_the_manifest(void **state)
{
    scratch *s = *state;
    via_corpus *corpus;

    assert_int_equal(find(s,
                          "\xef\xbb\xbfid\tvi\tja\r\n"
                          "tea\ttea.txt\t/texts/cha.txt\r\n"
                          "\r\n"
                          "rice\tvi/rice.txt\t\r\n",
                          &corpus, NULL),
                     VIA_OK);
    assert_int_equal(corpus->n_articles, 2);
    assert_string_equal(corpus->articles[0].id, "rice");
    assert_null(path_of(corpus, 0, "ja"));
    assert_string_equal(path_of(corpus, 1, "vi"), scratch_path(s, "tea.txt"));
    assert_string_equal(path_of(corpus, 1, "ja"), "/texts/cha.txt");
    via_corpus_free(corpus);
}

static void test_errors_name_the_line(void **state)
{
    assert_fails(*state, "name\tvi\n", "list.tsv:1: expected a folder, a document");
    assert_fails(*state, "", "list.tsv:1: expected a folder, a document");
    assert_fails(*state, "id\tvi\tJA\n", "list.tsv:1: expected language codes");
    assert_fails(*state, "id\tvi\t\n", "list.tsv:1: expected language codes");
    assert_fails(*state, "id\tvi\tvi\n", "list.tsv:1: expected every language once");
    assert_fails(*state, "id\tvi\nx\ta\tb\n", "list.tsv:2: expected 2 fields, not 3");
    assert_fails(*state, "id\tvi\nx\ta\n\ny\n", "list.tsv:4: expected 2 fields, not 1");
    assert_fails(*state, "id\tvi\n\ta\n", "list.tsv:2: expected an id");
    assert_fails(*state, "id\tvi\nx\t\xff\n", "list.tsv:2: expected text in UTF-8");
}

static void test_one_id_twice_fails(void **state)
{
    assert_fails(*state, "id\tvi\nx\ta\nx\tb\n",
                 "b: expected one vi document with the "
                 "id x");
}

int main(void)
{
#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_paths_start_from_the_manifest),
        TEST(test_errors_name_the_line),
        TEST(test_one_id_twice_fails),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
