/* Tests of dates: what there is of a date, and days that there are not. */
#include "scratch.h"

#include "value/dates.h"

static const char *print(int year, int month, int day)
{
    static char text[32];
    via_date date = {year, month, day};

    return via_date_print(date, text, sizeof text) ? text : "none";
}

static void test_print(void **state)
{
    assert_string_equal(print(2024, 7, 18), "2024-07-18");
    assert_string_equal(print(2024, 7, 0), "2024-07");
    assert_string_equal(print(2024, 0, 0), "2024");
    assert_string_equal(print(938, 0, 0), "0938");
    assert_string_equal(print(0, 7, 18), "--07-18");
    assert_string_equal(print(0, 7, 0), "--07");
}

static void test_none(void **state)
{
    assert_string_equal(print(0, 0, 0), "none");
    assert_string_equal(print(0, 0, 18), "none");
    assert_string_equal(print(2024, 0, 18), "none");
    assert_string_equal(print(2024, 13, 1), "none");
    assert_string_equal(print(2024, 4, 31), "none");
    assert_string_equal(print(0, 2, 30), "none");
    assert_string_equal(print(-5, 0, 0), "none");
}

static void test_leap_years(void **state)
{
    assert_string_equal(print(2024, 2, 29), "2024-02-29");
    assert_string_equal(print(2023, 2, 29), "none");
    assert_string_equal(print(1900, 2, 29), "none");
    assert_string_equal(print(2000, 2, 29), "2000-02-29");
    assert_string_equal(print(0, 2, 29), "--02-29");
}

static void test_calendars(void **state)
{
    assert_int_equal(via_year_of_buddhist(2566), 2023);
    assert_int_equal(via_year_of_short_buddhist(67), 2024);
    assert_int_equal(via_year_of_short(24), 2024);
    assert_int_equal(via_year_of_short(98), 1998);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print), cmocka_unit_test(test_none),
        cmocka_unit_test(test_leap_years), cmocka_unit_test(test_calendars)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
