/* Tests: bytes in any encoding that ICU knows, as UTF-8. */
#include "scratch.h"

#include "text/charset.h"

static void test_known_encodings(void **state)
{
    (void)state;
    assert_true(via_charset_is_known("Shift_JIS"));
    assert_true(via_charset_is_known("windows-1258"));
    assert_false(via_charset_is_known("klingon"));
}

static void expect(const char *charset, const char *bytes, const char *wanted)
{
    via_raw_text raw = {"page", bytes, strlen(bytes)};
    via_buffer out = VIA_BUFFER_INIT;

    assert_int_equal(via_charset_decode(charset, &raw, &out, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&out), wanted);
    via_buffer_clear(&out);
}

static void test_converts(void **state)
{
    (void)state;
    expect("euc-jp", "\xb6\xb6", "橋");
    expect("windows-31j", "\x8b\xb4", "橋");
    expect("windows-874", "\xa2\xe9\xd2\xc7", "ข้าว");
    /* A tone of its own behind the letter, as that encoding has it. */
    expect("windows-1258",
           "C\xe2\xcc"
           "u",
           "Câ\xcc\x80u");
    expect("euc-jp", "", "");
}

static void test_nonsense_becomes_a_mark(void **state)
{
    (void)state;
    expect("euc-jp", "a\xff", "a\xef\xbf\xbd");
    expect("euc-jp", "a\xb6", "a\xef\xbf\xbd");
}

static void test_a_long_text(void **state)
{
    enum { N = 30000 };
    char *bytes = malloc(N * 2 + 1);
    via_raw_text raw = {"page", bytes, N * 2};
    via_buffer out = VIA_BUFFER_INIT;

    (void)state;
    assert_non_null(bytes);
    for (size_t i = 0; i < N; i++)
        memcpy(bytes + 2 * i, "\xb6\xb6", 2);
    assert_int_equal(via_charset_decode("euc-jp", &raw, &out, NULL), VIA_OK);
    assert_int_equal(out.n_bytes, N * 3);
    assert_memory_equal(out.bytes + 3 * (N - 1), "橋", 3);
    via_buffer_clear(&out);
    free(bytes);
}

static void test_unknown_encoding(void **state)
{
    via_raw_text raw = {"page", "a", 1};
    via_buffer out = VIA_BUFFER_INIT;
    via_error err;

    (void)state;
    assert_int_equal(via_charset_decode("klingon", &raw, &out, &err), VIA_E_ENCODING);
    assert_string_equal(err.message, "page: the encoding \"klingon\" is not known");
    via_buffer_clear(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_encodings),
        cmocka_unit_test(test_converts),
        cmocka_unit_test(test_nonsense_becomes_a_mark),
        cmocka_unit_test(test_a_long_text),
        cmocka_unit_test(test_unknown_encoding),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
