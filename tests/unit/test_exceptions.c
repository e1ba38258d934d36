/* Tests of exceptions: the data files of a language, and those that are wrong. */
#include "scratch.h"

#include "segment/exceptions.h"

static void write_file(scratch *s, const char *name, const char *text)
{
    scratch_file(s, name, text, strlen(text));
    setenv("VIALIGN_DATA", s->folder, 1);
}

static unsigned find(const via_exceptions *exceptions, const char *word)
{
    return via_exceptions_find(exceptions, word, strlen(word));
}

static void test_files(void **state)
{
    via_exceptions *exceptions;

    write_file(*state, "any-abbreviations.txt", "# x\nMr\nNo\tnumber\n");
    write_file(*state, "xx-abbreviations.txt", "No\tmaybe\nBd\tlabel\nÝ\tplain\n");
    write_file(*state, "xx-starters.txt", "The\nNo\n");
    assert_int_equal(via_exceptions_load("xx", &exceptions, NULL), VIA_OK);
    assert_int_equal(find(exceptions, "Mr"), VIA_WORD_NEVER);
    assert_int_equal(find(exceptions, "No"),
                     VIA_WORD_NUMBER | VIA_WORD_MAYBE | VIA_WORD_STARTER);
    assert_int_equal(find(exceptions, "Bd"), VIA_WORD_LABEL);
    assert_int_equal(find(exceptions, "Ý"), VIA_WORD_PLAIN);
    assert_int_equal(find(exceptions, "The"), VIA_WORD_STARTER);
    assert_int_equal(find(exceptions, "mr"), 0);
    assert_int_equal(find(exceptions, ""), 0);
    via_exceptions_free(exceptions);

    /* Another language has only what is for all. */
    assert_int_equal(via_exceptions_load("yy", &exceptions, NULL), VIA_OK);
    assert_int_equal(find(exceptions, "No"), VIA_WORD_NUMBER);
    via_exceptions_free(exceptions);
    via_exceptions_free(NULL);
}

static void test_wrong_kind(void **state)
{
    via_exceptions *exceptions = (via_exceptions *)1;
    via_error err;

    write_file(*state, "any-abbreviations.txt", "Mr\nNo\tnumbr\n");
    assert_int_equal(via_exceptions_load("xx", &exceptions, &err), VIA_E_FORMAT);
    assert_null(exceptions);
    assert_non_null(strstr(err.message, "any-abbreviations.txt:2: expected never"));
}

/* More words than the table has room for at first. */
static void test_many(void **state)
{
    char text[8192];
    size_t n_bytes = 0;
    via_exceptions *exceptions;

    for (int i = 0; i < 1000; i++)
        n_bytes += (size_t)sprintf(text + n_bytes, "w%d\n", i);
    write_file(*state, "any-abbreviations.txt", text);
    assert_int_equal(via_exceptions_load("xx", &exceptions, NULL), VIA_OK);
    assert_int_equal(find(exceptions, "w0"), VIA_WORD_NEVER);
    assert_int_equal(find(exceptions, "w999"), VIA_WORD_NEVER);
    assert_int_equal(find(exceptions, "w1000"), 0);
    via_exceptions_free(exceptions);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_files, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_wrong_kind, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(test_many, scratch_setup, scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
