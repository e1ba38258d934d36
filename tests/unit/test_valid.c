/* Tests of making text valid. */
#include "scratch.h"

#include "markup/valid.h"

static void expect_valid(const char *bytes, const char *expected)
{
    via_buffer out = VIA_BUFFER_INIT;

    via_append_valid(&out, bytes, strlen(bytes));
    assert_string_equal(via_buffer_text(&out), expected);
    via_buffer_clear(&out);
}

static void test_valid(void **state)
{
    expect_valid("", "");
    expect_valid("chợ 市場 🐟", "chợ 市場 🐟");
    expect_valid("a\xff"
                 "b\xc3",
                 "a\xef\xbf\xbd"
                 "b\xef\xbf\xbd");
    expect_valid("\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
