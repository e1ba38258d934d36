/* Tests of decoding: byte order marks, UTF-16, and the places of what is wrong. */
#include "scratch.h"

#include "text/decode.h"

struct decoded {
    via_buffer room;
    const char *text;
    size_t n_bytes;
    via_error err;
    via_status status;
};

static struct decoded decode(const char *bytes, size_t n_bytes)
{
    struct decoded d = {VIA_BUFFER_INIT, NULL, 0, {VIA_OK, ""}, VIA_OK};

    d.status = via_decode(&(via_raw_text){"in.txt", bytes, n_bytes}, &d.room, &d.text,
                          &d.n_bytes, &d.err);
    return d;
}

static void assert_text(const char *bytes, size_t n_bytes, const char *text)
{
    struct decoded d = decode(bytes, n_bytes);

    assert_int_equal(d.status, VIA_OK);
    assert_int_equal(d.n_bytes, strlen(text));
    assert_memory_equal(d.text, text, d.n_bytes);
    via_buffer_clear(&d.room);
}

static void assert_wrong(const char *bytes, size_t n_bytes, const char *message)
{
    struct decoded d = decode(bytes, n_bytes);

    assert_int_equal(d.status, VIA_E_ENCODING);
    assert_int_equal(d.err.status, VIA_E_ENCODING);
    assert_string_equal(d.err.message, message);
    via_buffer_clear(&d.room);
}

#define TEXT(bytes, text)     assert_text(bytes, sizeof(bytes) - 1, text)
#define WRONG(bytes, message) assert_wrong(bytes, sizeof(bytes) - 1, message)

static void test_utf8(void **state)
{
    TEXT("", "");
    TEXT("a", "a");
    TEXT("\xef\xbb\xbf", "");
    TEXT("\xef\xbb\xbfĐà", "Đà");
    WRONG("one\ntwo\n\xff", "in.txt:3: byte 8 is not valid UTF-8");
    WRONG("\xef\xbb\xbf\xe0\x80", "in.txt:1: byte 3 is not valid UTF-8");
    WRONG("one\ntw\0o", "in.txt:2: byte 6 is NUL, expected text");
}

static void test_utf16(void **state)
{
    TEXT("\xff\xfe", "");
    TEXT("\xff\xfe\x10\x01\xe0\x00", "Đà");
    TEXT("\xfe\xff\x01\x10\x00\xe0", "Đà");
    TEXT("\xff\xfe\x3d\xd8\x00\xde!\0", "😀!");
    WRONG("\xff\xfe\n\0a", "in.txt:2: byte 4 is not valid UTF-16");
    WRONG("\xff\xfe\x3d\xd8", "in.txt:1: byte 2 is not valid UTF-16");
    WRONG("\xff\xfe\x3d\xd8\x61\x00", "in.txt:1: byte 2 is not valid UTF-16");
    WRONG("\xfe\xff\x00\x61\xde\x00", "in.txt:1: byte 4 is not valid UTF-16");
    WRONG("\xfe\xff\x00\x61\x00\x00", "in.txt:1: byte 4 is NUL, expected text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_utf16),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
