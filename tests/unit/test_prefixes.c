/* Tests of prefixes: the longest word counts. */
#include "scratch.h"

#include "segment/prefixes.h"

static const char *const names[] = {"goes-on", "begins"};

static int find_at(const via_prefixes *prefixes, const char *text, size_t begin)
{
    via_doc_options opt = {.lang = "ja", .name = "line"};
    via_line line = {0};
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    assert_true(via_line_set(&line, doc, &doc->blocks[0]));
    int found = via_prefixes_find(prefixes, &line, begin);
    via_line_clear(&line);
    via_doc_free(doc);
    return found;
}

static void test_longest(void **state)
{
    const char *rows = "と\tgoes-on\nところが\tbegins\nで\tgoes-on\n";
    via_prefixes *prefixes;

    scratch_file(*state, "words.tsv", rows, strlen(rows));
    setenv("VIALIGN_DATA", ((scratch *)*state)->folder, 1);
    assert_int_equal(via_prefixes_load("words.tsv", names, 2, &prefixes, NULL), VIA_OK);
    assert_int_equal(find_at(prefixes, "と言う", 0), 0);
    assert_int_equal(find_at(prefixes, "ところが雨", 0), 1);
    assert_int_equal(find_at(prefixes, "ところ", 0), 0);
    assert_int_equal(find_at(prefixes, "雨で", 1), 0);
    assert_int_equal(find_at(prefixes, "雨で", 0), -1);
    assert_int_equal(find_at(prefixes, "雨で", 2), -1); /* the end of the line */
    via_prefixes_free(prefixes);
    via_prefixes_free(NULL);
}

static void test_wrong(void **state)
{
    const char *rows = "と\tgoes-on\nで\tgoes\n";
    via_prefixes *prefixes = (via_prefixes *)1;
    via_error err;

    scratch_file(*state, "words.tsv", rows, strlen(rows));
    setenv("VIALIGN_DATA", ((scratch *)*state)->folder, 1);
    assert_int_equal(via_prefixes_load("words.tsv", names, 2, &prefixes, &err),
                     VIA_E_FORMAT);
    assert_null(prefixes);
    assert_non_null(strstr(err.message, "words.tsv:2: \"goes\" is not known here"));

    assert_int_equal(via_prefixes_load("absent.tsv", names, 2, &prefixes, &err),
                     VIA_E_IO);
    assert_null(prefixes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_longest, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_wrong, scratch_setup, scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
