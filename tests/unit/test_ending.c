/* Tests of endings: what the name of a file ends in. */
#include "scratch.h"

#include "base/ending.h"

static void test_is(void **state)
{
    (void)state;
    assert_true(via_ending_is("a.gz", 4, ".gz"));
    assert_true(via_ending_is("a.tsv.gz", 5, ".tsv"));
    assert_false(via_ending_is("a.GZ", 4, ".gz"));
    assert_false(via_ending_is("a.gzip", 6, ".gz"));
    assert_false(via_ending_is("gz", 2, ".gz"));
    assert_false(via_ending_is("", 0, ".gz"));
}

static void test_an_ending_is_no_name(void **state)
{
    (void)state;
    assert_false(via_ending_is(".gz", 3, ".gz"));
    assert_false(via_ending_is_in_any_case(".GZ", 3, ".gz"));
    assert_int_equal(via_ending_cut(".gz", 3, ".gz"), 3);
}

static void test_is_in_any_case(void **state)
{
    (void)state;
    assert_true(via_ending_is_in_any_case("INDEX.HTM", 9, ".htm"));
    assert_true(via_ending_is_in_any_case("a.htm", 5, ".htm"));
    assert_false(via_ending_is_in_any_case("a.html", 6, ".htm"));
}

static void test_cut(void **state)
{
    (void)state;
    assert_int_equal(via_ending_cut("a.txt.gz", 8, ".gz"), 5);
    assert_int_equal(via_ending_cut("a.txt.gz", 5, ".txt"), 1);
    assert_int_equal(via_ending_cut("a.txt.gz", 8, ".txt"), 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_is),
        cmocka_unit_test(test_an_ending_is_no_name),
        cmocka_unit_test(test_is_in_any_case),
        cmocka_unit_test(test_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
