/* Tests of numbers in and out. */
#include "scratch.h"

#include "io/number.h"
#include "io/table.h"

#include <locale.h>
#include <math.h>

static void expect_decimal(double value, unsigned n_decimals, const char *expected)
{
    via_buffer out = VIA_BUFFER_INIT;

    via_append_decimal(&out, value, n_decimals);
    assert_string_equal(via_buffer_text(&out), expected);
    via_buffer_clear(&out);
}

static void test_decimals(void **state)
{
    expect_decimal(0.0, 4, "0.0000");
    expect_decimal(1.0, 4, "1.0000");
    expect_decimal(0.98714, 4, "0.9871");
    expect_decimal(0.99996, 4, "1.0000");
    expect_decimal(-2.5, 2, "-2.50");
    expect_decimal(-0.00001, 4, "0.0000");
    expect_decimal(1234.5, 0, "1235");
    expect_decimal(1233.5, 0, "1234");
    expect_decimal(-0.5, 0, "-1");
    expect_decimal(-0.25, 1, "-0.3");
    expect_decimal(0.000000001, 9, "0.000000001");
    expect_decimal(1844674407370955.0, 4, "1844674407370955.0000");
    expect_decimal(-1e20, 2, "-100000000000000000000.00");
    expect_decimal(NAN, 4, "nan");
    expect_decimal(INFINITY, 4, "inf");
    expect_decimal(-INFINITY, 4, "-inf");
}

static void test_counts(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;

    via_append_count(&out, 0);
    via_append_count(&out, 10);
    via_append_count(&out, SIZE_MAX);
    assert_string_equal(via_buffer_text(&out), "01018446744073709551615");
    via_buffer_clear(&out);
}

static void expect_number(const char *text, double expected)
{
    double value;

    assert_true(via_parse_number(text, &value));
    assert_true(value == expected);
}

static void expect_no_number(const char *text)
{
    double value = 7.0;

    assert_false(via_parse_number(text, &value));
    assert_true(value == 0.0);
}

static void test_parse(void **state)
{
    expect_number("0", 0.0);
    expect_number("-2.5", -2.5);
    expect_number("+.5", 0.5);
    expect_number("1e-5", 1e-5);
    expect_no_number("");
    expect_no_number(" 1");
    expect_no_number("1 ");
    expect_no_number("1,5");
    expect_no_number("0x10");
    expect_no_number("nan");
    expect_no_number("inf");
    expect_no_number("1e999");
    expect_no_number("-");
    expect_no_number("1.2.3");
}

/* A locale with a decimal comma changes nothing, where the system has one. */
static void test_locale(void **state)
{
    if (!setlocale(LC_ALL, "de_DE.UTF-8") && !setlocale(LC_ALL, "vi_VN.UTF-8"))
        skip();
    expect_decimal(0.5, 4, "0.5000");
    expect_number("0.5", 0.5);
    expect_no_number("0,5");
    setlocale(LC_ALL, "C");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimals),
        cmocka_unit_test(test_counts),
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_locale),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
