/* Tests of daytimes: parts of the day, and hours that there are not. */
#include "scratch.h"

#include "value/daytime.h"

static const char *print(int hour, int minute, const char *part)
{
    static char text[16];
    via_daytime time = {hour, minute, -1, VIA_DAYPART_NONE};

    if (part)
        time.part = (enum via_daypart)via_daypart_of(part);
    return via_daytime_print(time, text, sizeof text) ? text : "none";
}

static void test_parts(void **state)
{
    assert_string_equal(print(8, -1, NULL), "08:00");
    assert_string_equal(print(20, 30, NULL), "20:30");
    assert_string_equal(print(8, 30, "am"), "08:30");
    assert_string_equal(print(12, 5, "am"), "00:05");
    assert_string_equal(print(8, 30, "pm"), "20:30");
    assert_string_equal(print(12, 30, "pm"), "12:30");
    assert_string_equal(print(20, 30, "pm"), "20:30");
    assert_string_equal(print(1, -1, "noon"), "13:00");
    assert_string_equal(print(11, -1, "noon"), "11:00");
    assert_string_equal(print(11, -1, "night"), "23:00");
    assert_string_equal(print(12, -1, "night"), "00:00");
    assert_string_equal(print(2, -1, "night"), "02:00");
    assert_string_equal(print(2, -1, "evening"), "20:00");
}

static void test_none(void **state)
{
    assert_string_equal(print(-1, 30, NULL), "none");
    assert_string_equal(print(25, 0, NULL), "none");
    assert_string_equal(print(24, -1, NULL), "none");
    assert_string_equal(print(24, 0, NULL), "00:00");
    assert_string_equal(print(24, 30, NULL), "none");
    assert_string_equal(print(8, 60, NULL), "none");
    assert_string_equal(print(7, -1, "evening"), "none");
    assert_int_equal(via_daypart_of("dawn"), -1);
    assert_int_equal(via_daypart_of(""), -1);
}

static void test_seconds(void **state)
{
    char text[16];

    assert_true(via_daytime_print((via_daytime){12, 5, 30, VIA_DAYPART_NONE}, text,
                                  sizeof text));
    assert_string_equal(text, "12:05:30");
    assert_false(via_daytime_print((via_daytime){12, 5, 60, VIA_DAYPART_NONE}, text,
                                   sizeof text));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_parts),
                                              cmocka_unit_test(test_none),
                                              cmocka_unit_test(test_seconds)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
