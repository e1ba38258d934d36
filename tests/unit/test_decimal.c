/* Tests of decimals: sums, products, shifts and how they are written. */
#include "scratch.h"

#include "value/decimal.h"

static const char *print(via_decimal value)
{
    static char text[VIA_DECIMAL_BYTES];

    return via_decimal_print(value, text) ? text : "spoilt";
}

static void test_print(void **state)
{
    assert_string_equal(print(via_decimal_of(0, 0)), "0");
    assert_string_equal(print(via_decimal_of(0, 7)), "0");
    assert_string_equal(print(via_decimal_of(1506, -2)), "15.06");
    assert_string_equal(print(via_decimal_of(250, -2)), "2.5");
    assert_string_equal(print(via_decimal_of(-25, -3)), "-0.025");
    assert_string_equal(print(via_decimal_of(-5, -1)), "-0.5");
    assert_string_equal(print(via_decimal_of(12, 3)), "12000");
    assert_string_equal(print(via_decimal_of(1, 40)),
                        "10000000000000000000000000000000000000000");
}

static void test_sums(void **state)
{
    via_decimal billions = via_decimal_of(15, 8);

    assert_string_equal(print(via_decimal_add(billions, via_decimal_of(614, 4))),
                        "1506140000");
    assert_string_equal(
        print(via_decimal_add(via_decimal_of(1, -1), via_decimal_of(2, -1))), "0.3");
    assert_string_equal(print(via_decimal_add(via_decimal_of(0, 0), billions)),
                        "1500000000");
    assert_string_equal(print(via_decimal_times(via_decimal_of(5, -1), 12)), "6");
    assert_string_equal(print(via_decimal_times(via_decimal_of(3, 0), -1)), "-3");
    assert_string_equal(print(via_decimal_shift(via_decimal_of(1298, -3), 9)),
                        "1298000000");
}

/* What does not fit is no number, whatever is done with it. */
static void test_spoilt(void **state)
{
    via_decimal great = via_decimal_of(999999999999999999, 0);
    via_decimal spoilt = via_decimal_of(INT64_C(1000000000000000001), 0);
    int64_t whole;

    assert_string_equal(print(great), "999999999999999999");
    assert_string_equal(print(spoilt), "spoilt");
    assert_string_equal(print(via_decimal_add(spoilt, great)), "spoilt");
    assert_string_equal(print(via_decimal_times(great, 11)), "spoilt");
    assert_string_equal(print(via_decimal_shift(great, 41)), "spoilt");
    assert_string_equal(print(via_decimal_add(great, via_decimal_of(1, -3))), "spoilt");
    assert_false(via_decimal_whole(spoilt, &whole));
}

static void test_whole(void **state)
{
    int64_t whole;

    assert_true(via_decimal_whole(via_decimal_of(12, 2), &whole));
    assert_int_equal(whole, 1200);
    assert_true(via_decimal_whole(via_decimal_of(1200, -2), &whole));
    assert_int_equal(whole, 12);
    assert_false(via_decimal_whole(via_decimal_of(125, -1), &whole));
    assert_false(via_decimal_whole(via_decimal_of(1, 30), &whole));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print), cmocka_unit_test(test_sums),
        cmocka_unit_test(test_spoilt), cmocka_unit_test(test_whole)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
