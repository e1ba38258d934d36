/* Tests: what the user hands us, as articles in one or more languages. */
#include "found.h"

#include "io/writer.h"

/* Writes a file of one letter, with the folders above it. */
static void add_file(scratch *s, const char *name)
{
    char folder[512];

    snprintf(folder, sizeof folder, "%s/%s", s->folder, name);
    *strrchr(folder, '/') = '\0';
    assert_int_equal(via_make_folder(folder, NULL), VIA_OK);
    scratch_file(s, name, "a", 1);
}

static void test_groups_by_id_in_order(void **state)
{
    scratch *s = *state;
    const char *inputs[] = {s->folder};
    via_corpus *corpus;

    add_file(s, "ja/tea.txt");
    add_file(s, "vi/tea.txt.gz");
    add_file(s, "vi/b/rice.txt");
    add_file(s, "rice.en.txt");
    add_file(s, "tea.vi-ja.gold");
    add_file(s, ".hidden.vi.txt");
    assert_int_equal(find_corpus(inputs, 1, NULL, &corpus, NULL), VIA_OK);

    assert_int_equal(corpus->n_langs, 3);
    assert_string_equal(corpus->langs[0], "en");
    assert_string_equal(corpus->langs[2], "vi");
    assert_int_equal(corpus->n_articles, 3);
    assert_string_equal(corpus->articles[0].id, "b/rice");
    assert_string_equal(corpus->articles[1].id, "rice");
    assert_string_equal(corpus->articles[2].id, "tea");
    assert_string_equal(path_of(corpus, 2, "ja"), scratch_path(s, "ja/tea.txt"));
    assert_string_equal(path_of(corpus, 2, "vi"), scratch_path(s, "vi/tea.txt.gz"));
    assert_null(path_of(corpus, 2, "en"));
    assert_null(path_of(corpus, 0, "th"));
    assert_int_equal(corpus->n_skipped, 0);
    via_corpus_free(corpus);
}

static void test_folders_of_single_languages_join(void **state)
{
    scratch *s = *state;
    char vi[128], ja[128];
    const char *inputs[] = {vi, ja};
    via_corpus *corpus;

    add_file(s, "vi/tea.txt");
    add_file(s, "ja/tea.txt");
    snprintf(vi, sizeof vi, "%s/vi/", s->folder);
    snprintf(ja, sizeof ja, "%s/ja", s->folder);
    assert_int_equal(find_corpus(inputs, 2, NULL, &corpus, NULL), VIA_OK);
    assert_int_equal(corpus->n_articles, 1);
    assert_string_equal(corpus->articles[0].id, "tea");
    assert_string_equal(path_of(corpus, 0, "vi"), scratch_path(s, "vi/tea.txt"));
    via_corpus_free(corpus);
}

static void test_files_by_themselves(void **state)
{
    scratch *s = *state;
    char vi[128], ja[128];
    const char *inputs[] = {vi, ja};
    via_corpus *corpus;

    add_file(s, "tea.vi.txt");
    add_file(s, "tea.ja.txt");
    snprintf(vi, sizeof vi, "%s/tea.vi.txt", s->folder);
    snprintf(ja, sizeof ja, "%s/tea.ja.txt", s->folder);
    assert_int_equal(find_corpus(inputs, 2, NULL, &corpus, NULL), VIA_OK);
    assert_int_equal(corpus->n_articles, 1);
    assert_int_equal(corpus->n_langs, 2);
    via_corpus_free(corpus);
}

static void test_two_files_of_one_document_fail(void **state)
{
    scratch *s = *state;
    const char *inputs[] = {s->folder};
    via_corpus *corpus;
    via_error err;

    add_file(s, "vi/tea.txt");
    add_file(s, "vi/tea.txt.gz");
    assert_int_equal(find_corpus(inputs, 1, NULL, &corpus, &err), VIA_E_FORMAT);
    assert_null(corpus);
    assert_non_null(
        strstr(err.message, scratch_path(s, "vi/tea.txt.gz: expected one")));
    assert_non_null(strstr(err.message, scratch_path(s, "vi/tea.txt too")));
}

static void test_pages_are_found_and_bad_names_skipped(void **state)
{
    scratch *s = *state;
    const char *inputs[] = {s->folder};
    via_corpus *corpus;

    add_file(s, "vi/tea.html");
    add_file(s, "vi/t\xff.txt");
    add_file(s, "ja/tea.txt");
    assert_int_equal(find_corpus(inputs, 1, NULL, &corpus, NULL), VIA_OK);
    assert_int_equal(corpus->n_articles, 1);
    assert_string_equal(path_of(corpus, 0, "vi"), scratch_path(s, "vi/tea.html"));
    assert_int_equal(corpus->n_skipped, 1);
    assert_int_equal(corpus->skipped[0].status, VIA_E_ENCODING);
    via_corpus_free(corpus);
}

static void test_missing_input_fails(void **state)
{
    scratch *s = *state;
    const char *inputs[] = {scratch_path(s, "nowhere")};
    via_corpus *corpus;
    via_error err;

    assert_int_equal(find_corpus(inputs, 1, NULL, &corpus, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, "nowhere: No such file"));
}

static void test_empty_folder_is_an_empty_corpus(void **state)
{
    scratch *s = *state;
    const char *inputs[] = {s->folder};
    via_corpus *corpus;

    assert_int_equal(find_corpus(inputs, 1, NULL, &corpus, NULL), VIA_OK);
    assert_int_equal(corpus->n_articles, 0);
    assert_int_equal(corpus->n_langs, 0);
    via_corpus_free(corpus);
}

static void test_output_of_an_earlier_run_is_left_out(void **state)
{
    scratch *s = *state;
    const char *inputs[] = {s->folder};
    char except[128];
    via_corpus *corpus;

    add_file(s, "vi/tea.txt");
    add_file(s, "tm/vi-ja.vi");
    snprintf(except, sizeof except, "%s/tm/", s->folder);
    assert_int_equal(find_corpus(inputs, 1, except, &corpus, NULL), VIA_OK);
    assert_int_equal(corpus->n_articles, 1);
    via_corpus_free(corpus);

    /* It is read where the user asks for it. */
    inputs[0] = except;
    assert_int_equal(find_corpus(inputs, 1, except, &corpus, NULL), VIA_OK);
    assert_int_equal(corpus->n_articles, 1);
    assert_string_equal(corpus->articles[0].id, "vi-ja");
    via_corpus_free(corpus);
}

static void test_why_it_was_skipped(void **state)
{
    via_skipped file = {"a.txt", 0, VIA_E_IO, "no luck"};
    via_skipped line = {"a.jsonl", 7, VIA_E_FORMAT, "expected more"};
    via_error err;
    (void)state;

    assert_int_equal(via_skipped_fail(&file, &err), VIA_E_IO);
    assert_string_equal(err.message, "a.txt: no luck");
    assert_int_equal(via_skipped_fail(&line, &err), VIA_E_FORMAT);
    assert_string_equal(err.message, "a.jsonl:7: expected more");
}

int main(void)
{
#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_groups_by_id_in_order),
        TEST(test_folders_of_single_languages_join),
        TEST(test_files_by_themselves),
        TEST(test_two_files_of_one_document_fail),
        TEST(test_pages_are_found_and_bad_names_skipped),
        cmocka_unit_test(test_why_it_was_skipped),
        TEST(test_missing_input_fails),
        TEST(test_output_of_an_earlier_run_is_left_out),
        TEST(test_empty_folder_is_an_empty_corpus),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
