/* Tests: what a page says of its own encoding. */
#include "scratch.h"

#include "markup/html_charset.h"

static via_status decode(const char *bytes, size_t n_bytes, via_buffer *out,
                         via_error *err)
{
    via_raw_text raw = {"page", bytes, n_bytes};
    via_buffer room = VIA_BUFFER_INIT;
    const char *text;
    size_t n_text;
    via_status st = via_html_decode(&raw, &room, &text, &n_text, err);

    via_buffer_append(out, text, n_text);
    via_buffer_clear(&room);
    return st;
}

static void expect(const char *bytes, size_t n_bytes, const char *wanted)
{
    via_buffer out = VIA_BUFFER_INIT;

    assert_int_equal(decode(bytes, n_bytes, &out, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&out), wanted);
    via_buffer_clear(&out);
}

#define EXPECT(bytes, wanted) expect(bytes, sizeof(bytes) - 1, wanted)

static void test_declared(void **state)
{
    (void)state;
    EXPECT("<meta charset=euc-jp>\xb6\xb6", "<meta charset=euc-jp>橋");
    EXPECT("<META HTTP-EQUIV='x' CONTENT=\"text/html; charset=Shift_JIS\">\x8b\xb4",
           "<META HTTP-EQUIV='x' CONTENT=\"text/html; charset=Shift_JIS\">橋");
    EXPECT("<?xml version='1.0' encoding='tis-620'?>\xa2\xe9",
           "<?xml version='1.0' encoding='tis-620'?>ข้");
    EXPECT("<meta charset = iso-8859-1>\x93", "<meta charset = iso-8859-1>\u201c");
}

/* ICU has no converters for these. */
static void test_vietnamese_letters_of_one_byte(void **state)
{
    (void)state;
    EXPECT("<meta charset=viscii>H\xe0 N\xb5i", "<meta charset=viscii>Hà Nội");
    EXPECT("<meta charset=\"TCVN3\">H\xb5 N\xe9i", "<meta charset=\"TCVN3\">Hà Nội");
}

static void test_a_comment_declares_nothing(void **state)
{
    (void)state;
    EXPECT("<!-- <meta charset=euc-jp> --><meta charset=x-sjis>\x8b\xb4",
           "<!-- <meta charset=euc-jp> --><meta charset=x-sjis>橋");
}

static void test_bytes_are_believed_before_words(void **state)
{
    (void)state;
    EXPECT("<meta charset=euc-jp>橋", "<meta charset=euc-jp>橋");
    EXPECT("\xef\xbb\xbf<meta charset=euc-jp>a", "<meta charset=euc-jp>a");
    EXPECT("\xff\xfe\x4b\x6a", "橋");
    EXPECT("\xff\xfe", "");
    EXPECT("<meta charset=utf-16>plain", "<meta charset=utf-16>plain");
    EXPECT("<meta charset=klingon>plain", "<meta charset=klingon>plain");
}

static void test_an_odd_byte_is_marked(void **state)
{
    char bytes[201];

    (void)state;
    memset(bytes, 'a', sizeof bytes - 1);
    bytes[100] = '\xff';
    bytes[200] = '\0';
    via_buffer out = VIA_BUFFER_INIT;
    assert_int_equal(decode(bytes, 200, &out, NULL), VIA_OK);
    assert_int_equal(out.n_bytes, 202);
    assert_memory_equal(out.bytes + 100, "\xef\xbf\xbd", 3);
    via_buffer_clear(&out);
}

static void refuse(const char *bytes, size_t n_bytes, const char *message)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_error err;

    assert_int_equal(decode(bytes, n_bytes, &out, &err), VIA_E_ENCODING);
    assert_string_equal(err.message, message);
    via_buffer_clear(&out);
}

static void test_what_is_no_text_is_refused(void **state)
{
    (void)state;
    refuse("<p>\xd0\xfd\xf4", 6,
           "page: byte 3 is not valid UTF-8, and no other encoding is declared");
    refuse("<meta charset=euc-jp>\xff\xff\xff", 24,
           "page: is not in the declared encoding euc-jp");
    refuse("<p>a\0b", 6, "page: byte 4 is NUL, expected text");
    refuse("<p>é\0b", 7, "page:1: byte 5 is NUL, expected text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_declared),
        cmocka_unit_test(test_vietnamese_letters_of_one_byte),
        cmocka_unit_test(test_a_comment_declares_nothing),
        cmocka_unit_test(test_bytes_are_believed_before_words),
        cmocka_unit_test(test_an_odd_byte_is_marked),
        cmocka_unit_test(test_what_is_no_text_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
