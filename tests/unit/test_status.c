/* Tests of failing: messages of one line that fit. */
#include "scratch.h"

#include "base/status.h"

static void test_fills_in_the_reason(void **state)
{
    via_error err = {VIA_OK, ""};

    assert_int_equal(
        via_fail(&err, VIA_E_FORMAT, "%s:%d: expected %s", "a.tsv", 7, "x"),
        VIA_E_FORMAT);
    assert_int_equal(err.status, VIA_E_FORMAT);
    assert_string_equal(err.message, "a.tsv:7: expected x");
    assert_int_equal(via_fail_memory(&err), VIA_E_MEMORY);
    assert_string_equal(err.message, "no memory left");
}

static void test_nobody_may_listen(void **state)
{
    assert_int_equal(via_fail(NULL, VIA_E_IO, "%s", "lost"), VIA_E_IO);
    assert_int_equal(via_fail_memory(NULL), VIA_E_MEMORY);
}

static void test_one_line_that_fits(void **state)
{
    via_error err;
    char name[1000];

    via_fail(&err, VIA_E_IO, "a\nb\tc\r\x1b[31m");
    assert_string_equal(err.message, "a b c  [31m");
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    via_fail(&err, VIA_E_IO, "%s", name);
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
}

static void test_version_has_three_parts(void **state)
{
    int major, minor, patch, n_chars = 0;

    assert_int_equal(
        sscanf(via_version(), "%d.%d.%d%n", &major, &minor, &patch, &n_chars), 3);
    assert_int_equal(via_version()[n_chars], '\0');
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fills_in_the_reason),
        cmocka_unit_test(test_nobody_may_listen),
        cmocka_unit_test(test_one_line_that_fits),
        cmocka_unit_test(test_version_has_three_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
