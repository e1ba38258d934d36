/* Tests of Roman numerals: proper ones are read, others are words. */
#include "scratch.h"

#include "value/roman.h"

static int reading(const char *text)
{
    via_scope scope = {text, 0, strlen(text)};
    size_t end;

    return via_roman_read(&scope, 0, &end);
}

static void test_proper(void **state)
{
    assert_int_equal(reading("I"), 1);
    assert_int_equal(reading("IV "), 4);
    assert_int_equal(reading("XIII,"), 13);
    assert_int_equal(reading("XIV"), 14);
    assert_int_equal(reading("XXI"), 21);
    assert_int_equal(reading("XLIX"), 49);
    assert_int_equal(reading("XC"), 90);
    assert_int_equal(reading("CCCXCIX"), 399);
    assert_int_equal(reading("ⅩⅣ"), 0);
    assert_int_equal(reading("ＸＩＶ"), 14);
}

static void test_improper(void **state)
{
    assert_int_equal(reading("IIII"), 0);
    assert_int_equal(reading("IC"), 0);
    assert_int_equal(reading("VX"), 0);
    assert_int_equal(reading("IXI"), 0);
    assert_int_equal(reading("CD"), 0);
    assert_int_equal(reading("VI?N"), 6);
    assert_int_equal(reading("VIN"), 0);
    assert_int_equal(reading("xiv"), 0);
    assert_int_equal(reading(""), 0);
    assert_int_equal(reading("CCCCCCCCCC"), 0);
}

/* Whatever is written properly is read as what it says. */
static void test_all(void **state)
{
    static const char *const tens[] = {"",  "X",  "XX",  "XXX",  "XL",
                                       "L", "LX", "LXX", "LXXX", "XC"};
    static const char *const units[] = {"",  "I",  "II",  "III",  "IV",
                                        "V", "VI", "VII", "VIII", "IX"};
    char text[32];

    for (int value = 1; value < 100; value++) {
        snprintf(text, sizeof text, "%s%s", tens[value / 10], units[value % 10]);
        assert_int_equal(reading(text), value);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_proper),
                                              cmocka_unit_test(test_improper),
                                              cmocka_unit_test(test_all)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
