/* Tests of scopes: code points within bounds, and where words end. */
#include "scratch.h"

#include "value/scope.h"

static void test_bounds(void **state)
{
    via_scope scope = {"aệb", 1, 4};

    assert_int_equal(via_scope_next(&scope, 1), 0x1ec7);
    assert_int_equal(via_scope_next(&scope, 4), 0);
    assert_int_equal(via_scope_last(&scope, 4), 0x1ec7);
    assert_int_equal(via_scope_last(&scope, 1), 0);
    assert_int_equal(via_scope_after(&scope, 1), 4);
    assert_int_equal(via_scope_after(&scope, 4), 4);
    assert_int_equal(via_scope_before(&scope, 4), 1);
    assert_int_equal(via_scope_before(&scope, 1), 1);
}

static void test_plain(void **state)
{
    assert_int_equal(via_scope_plain(0xff05), '%');
    assert_int_equal(via_scope_plain(0x2011), '-');
    assert_int_equal(via_scope_plain(0x2013), 0x2013);
    assert_int_equal(via_scope_digit(0xe59), 9);
    assert_int_equal(via_scope_digit(0x663), 3);
    assert_int_equal(via_scope_digit(0x4e00), -1);
    assert_true(via_scope_is_letter(0x1ec7));
    assert_false(via_scope_is_letter(0xd7));
    assert_false(via_scope_is_letter(0xe01));
}

static void test_spaces(void **state)
{
    const char *text = "a \t\u3000\u00a0b\nc";
    via_scope scope = {text, 0, strlen(text)};

    assert_int_equal(via_scope_skip_spaces(&scope, 1), 8);
    assert_int_equal(via_scope_skip_spaces(&scope, 9), 9);
}

static bool ends(const char *text, const char *word)
{
    via_scope scope = {text, 0, strlen(text)};
    size_t at = strlen(word);

    return via_scope_ends_word(&scope, at, via_scope_last(&scope, at));
}

static void test_ends(void **state)
{
    assert_true(ends("triệu đồng", "triệu"));
    assert_false(ends("tỷlệ", "tỷ"));
    assert_true(ends("h30", "h"));
    assert_false(ends("1/20", "1/2"));
    assert_true(ends("1/2x", "1/2"));
    assert_true(ends("สามคน", "สาม"));
    assert_false(ends("สามี", "สาม"));
    assert_false(ends("สามารถ", "สาม"));
    assert_false(ends("พันธุ์", "พัน"));
    assert_false(ends("พันธ์", "พัน"));
    assert_true(ends("พันธงชัย", "พัน"));
    assert_true(ends("三人", "三"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds), cmocka_unit_test(test_plain),
        cmocka_unit_test(test_spaces), cmocka_unit_test(test_ends)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
