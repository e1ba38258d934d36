/* Tests of UTF-8: what is valid, where it is wrong, and back again. */
#include "scratch.h"

#include "text/utf8.h"

static size_t bad_at(const char *bytes, size_t n_bytes)
{
    size_t at = 999;

    return via_utf8_check(bytes, n_bytes, &at) ? SIZE_MAX : at;
}

#define BAD_AT(text) bad_at(text, sizeof(text) - 1)

static void test_valid(void **state)
{
    assert_int_equal(BAD_AT(""), SIZE_MAX);
    assert_int_equal(BAD_AT("plain words, long enough to go by eight"), SIZE_MAX);
    assert_int_equal(BAD_AT("Đồng bằng 東京 ไทย 😀"), SIZE_MAX);
    assert_int_equal(BAD_AT("\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf"), SIZE_MAX);
    assert_int_equal(BAD_AT("\xc2\x80\xe0\xa0\x80\xf0\x90\x80\x80"), SIZE_MAX);
}

static void test_wrong(void **state)
{
    assert_int_equal(BAD_AT("eight by\x80"), 8);
    assert_int_equal(BAD_AT("a\xc1\xbf"), 1);          /* overlong */
    assert_int_equal(BAD_AT("a\xe0\x9f\xbf"), 1);      /* overlong */
    assert_int_equal(BAD_AT("a\xf0\x8f\xbf\xbf"), 1);  /* overlong */
    assert_int_equal(BAD_AT("ab\xed\xa0\x80"), 2);     /* a surrogate */
    assert_int_equal(BAD_AT("ab\xf4\x90\x80\x80"), 2); /* beyond Unicode */
    assert_int_equal(BAD_AT("ab\xf5\x80\x80\x80"), 2);
    assert_int_equal(BAD_AT("abc\xc3"), 3); /* cut off */
    assert_int_equal(BAD_AT("abc\xe6\x9d"), 3);
    assert_int_equal(BAD_AT("abc\xf0\x9f\x98"), 3);
    assert_int_equal(BAD_AT("\xc3(x"), 0); /* no tail */
}

static void test_round_trip(void **state)
{
    static const int32_t cps[] = {1,      0x7f,   0x80,   0x7ff,   0x800,
                                  0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff};
    size_t lens[] = {1, 1, 2, 2, 3, 3, 3, 3, 4, 4};

    for (size_t i = 0; i < sizeof cps / sizeof cps[0]; i++) {
        char bytes[4];
        size_t at = 0, bad;
        size_t n_bytes = via_utf8_put(cps[i], bytes);

        assert_int_equal(n_bytes, lens[i]);
        assert_true(via_utf8_check(bytes, n_bytes, &bad));
        assert_int_equal(via_utf8_next(bytes, &at), cps[i]);
        assert_int_equal(at, n_bytes);
    }
}

static void test_count(void **state)
{
    assert_int_equal(via_utf8_count("", 0), 0);
    assert_int_equal(via_utf8_count("aĐ東😀", 10), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid),
        cmocka_unit_test(test_wrong),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
