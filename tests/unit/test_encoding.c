/* Tests: bytes as they were written before UTF-8. */
#include "scratch.h"

#include "text/encoding.h"

/* Decodes bytes and expects a text in NFC or as it stands in the encoding. */
static void expect(const char *encoding, const char *bytes, const char *text)
{
    via_raw_text raw = {"in.txt", bytes, strlen(bytes)};
    via_buffer out = VIA_BUFFER_INIT;
    via_error err = {VIA_OK, ""};

    via_encoding_decode(encoding, &raw, &out, &err);
    assert_string_equal(err.message, "");
    assert_string_equal(via_buffer_text(&out), text);
    via_buffer_clear(&out);
}

static void expect_failure(const char *encoding, const char *bytes, size_t n_bytes,
                           const char *message)
{
    via_raw_text raw = {"in.txt", bytes, n_bytes};
    via_buffer out = VIA_BUFFER_INIT;
    via_error err;

    if (via_encoding_decode(encoding, &raw, &out, &err) == VIA_OK)
        fail_msg("expected a failure in %s: %s", encoding, message);
    assert_string_equal(err.message, message);
    via_buffer_clear(&out);
}

/* "Việt Nam, Hà Nội" and "đường" in each of them. */
static void test_vietnamese(void **state)
{
    expect("TCVN3", "Vi\xd6t Nam, H\xb5 N\xe9i", "Việt Nam, Hà Nội");
    expect("tcvn3", "\xae\xad\xeang", "đường");
    expect("TCVN-5712", "\x84", "Ạ");
    expect("VISCII", "Vi\xaet Nam, H\xe0 N\xb5i", "Việt Nam, Hà Nội");
    expect("VISCII", "\xf0\xdf\xb6ng \x02", "đường Ẳ");
    /* Tone marks stand by themselves there. */
    expect("windows-1258", "Vi\xea\xf2t Nam, H\xe0", "Vi\xc3\xaa\xcc\xa3t Nam, Hà");
}

static void test_others(void **state)
{
    expect("TIS-620", "\xe4\xb7\xc2", "ไทย");
    expect("Shift_JIS", "\x93\xfa\x96{", "日本");
    expect("EUC-JP", "\xc6\xfc\xcb\xdc", "日本");
    expect("ISO-2022-JP", "\x1b$BF|K\\\x1b(B.", "日本.");
    expect("iso-8859-1", "caf\xe9", "café");
    expect("UTF-8", "đ", "đ");
}

static void test_halves_at_the_end_of_a_window(void **state)
{
    via_buffer bytes = VIA_BUFFER_INIT, out = VIA_BUFFER_INIT;

    /* An odd letter first, so that a pair of halves straddles each window. */
    via_buffer_append(&bytes, "a\0", 2);
    for (size_t i = 0; i < 9000; i++)
        via_buffer_append(&bytes, "\x3d\xd8\x00\xde", 4);
    via_raw_text raw = {"in.txt", bytes.bytes, bytes.n_bytes};
    assert_int_equal(via_encoding_decode("UTF-16LE", &raw, &out, NULL), VIA_OK);
    assert_int_equal(out.n_bytes, 1 + 9000 * 4);
    for (size_t i = 0; i < 9000; i++)
        assert_memory_equal(out.bytes + 1 + i * 4, "\xf0\x9f\x98\x80", 4);
    via_buffer_clear(&bytes);
    via_buffer_clear(&out);
}

static void test_what_means_nothing_has_a_place(void **state)
{
    expect_failure("Shift_JIS", "a\n\x93\xfa\x81", 5,
                   "in.txt:2: byte 4 is not valid Shift_JIS");
    expect_failure("EUC-JP", "a\nb\xff", 4, "in.txt:2: byte 3 is not valid EUC-JP");
    expect_failure("UTF-16LE", "a\0\n\0\x00\xd8", 6,
                   "in.txt:2: byte 4 is not valid UTF-16LE");
    expect_failure("VISCII", "a\n\0b", 4, "in.txt:2: a NUL, expected text");
    expect_failure("TIS-621", "a", 1,
                   "TIS-621: no such encoding; expected one such as TCVN3, VISCII, "
                   "windows-1258, TIS-620, Shift_JIS or EUC-JP");
}

/* ---- Leniently ----------------------------------------------------------- */

static void expect_leniently(const char *encoding, const char *bytes, const char *text)
{
    via_raw_text raw = {"page", bytes, strlen(bytes)};
    via_buffer out = VIA_BUFFER_INIT;

    assert_int_equal(via_encoding_decode_leniently(encoding, &raw, &out, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&out), text);
    via_buffer_clear(&out);
}

static void test_what_means_something(void **state)
{
    (void)state;
    expect_leniently("euc-jp", "\xb6\xb6", "橋");
    expect_leniently("windows-31j", "\x8b\xb4", "橋");
    expect_leniently("windows-874", "\xa2\xe9\xd2\xc7", "ข้าว");
    /* A tone of its own behind the letter, as that encoding has it. */
    expect_leniently("windows-1258",
                     "C\xe2\xcc"
                     "u",
                     "Câ\xcc\x80u");
    expect_leniently("euc-jp", "", "");
    expect_leniently("VISCII", "Vi\xaet Nam", "Việt Nam");
}

static void test_nonsense_becomes_a_mark(void **state)
{
    (void)state;
    expect_leniently("euc-jp", "a\xff", "a\xef\xbf\xbd");
    expect_leniently("euc-jp", "a\xb6", "a\xef\xbf\xbd");
    expect_leniently("CESU-8", "a\xed\xa0\xbd", "a\xef\xbf\xbd");
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
    assert_int_equal(via_encoding_decode_leniently("euc-jp", &raw, &out, NULL), VIA_OK);
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
    assert_int_equal(via_encoding_decode_leniently("klingon", &raw, &out, &err),
                     VIA_E_ARGUMENT);
    assert_non_null(strstr(err.message, "klingon: no such encoding"));
    via_buffer_clear(&out);
}

/* ---- Names --------------------------------------------------------------- */

static void test_names(void **state)
{
    assert_int_equal(via_encoding_check("Shift_JIS", NULL), VIA_OK);
    assert_int_equal(via_encoding_check("windows-1258", NULL), VIA_OK);
    assert_int_equal(via_encoding_check("tcvn3", NULL), VIA_OK);
    assert_int_equal(via_encoding_check("cp1258", NULL), VIA_OK);
    assert_int_equal(via_encoding_check("none", NULL), VIA_E_ARGUMENT);
    assert_int_equal(via_encoding_check("", NULL), VIA_E_ARGUMENT);
    assert_int_equal(via_encoding_check("klingon", NULL), VIA_E_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vietnamese),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_halves_at_the_end_of_a_window),
        cmocka_unit_test(test_what_means_nothing_has_a_place),
        cmocka_unit_test(test_what_means_something),
        cmocka_unit_test(test_nonsense_becomes_a_mark),
        cmocka_unit_test(test_a_long_text),
        cmocka_unit_test(test_unknown_encoding),
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
