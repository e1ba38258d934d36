/* Tests of the match run: what is told, and the table. */
#include "mixed_folder.h"

static void count(void *data, const via_error *err)
{
    assert_non_null(strstr(err->message, "4.vi.txt"));
    ++*(size_t *)data;
}

static void test_a_table(void **state)
{
    scratch *s = *state;
    const char *inputs[] = {s->folder};
    via_match_options opt = VIA_MATCH_OPTIONS_INIT;
    via_match_totals totals;
    size_t n_failures = 0;
    char path[128], line[512], expected[512];

    fill_mixed_folder(s);
    snprintf(path, sizeof path, "%s/pairs.tsv", s->folder);
    opt.inputs = inputs;
    opt.n_inputs = 1;
    opt.out_path = path;
    opt.on_failure = count;
    opt.data = &n_failures;
    assert_int_equal(via_match_run(&opt, &totals, NULL), VIA_E_SOME);
    assert_int_equal(n_failures, 1);
    assert_int_equal(totals.n_docs, 6);
    assert_int_equal(totals.n_failed_docs, 1);
    assert_int_equal(totals.n_pairs, 2);

    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    snprintf(expected, sizeof expected, "%s/1.vi.txt\t%s/2.en.txt\tvi-en\t0.",
             s->folder, s->folder);
    assert_memory_equal(line, expected, strlen(expected));
    assert_int_equal(strlen(line), strlen(expected) + 5);
    fclose(file);
}

static void test_no_input(void **state)
{
    via_match_options opt = VIA_MATCH_OPTIONS_INIT;
    via_error err;
    (void)state;

    assert_int_equal(via_match_run(&opt, NULL, &err), VIA_E_ARGUMENT);
    assert_string_equal(err.message, "expected a folder or a manifest");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_table, scratch_setup, scratch_teardown),
        cmocka_unit_test(test_no_input)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
