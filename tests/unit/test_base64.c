/* Tests: bytes that were written as letters. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "io/base64.h"

/* Returns what letters stand for, or "no", until the next call. */
static const char *decoded(const char *letters)
{
    static char text[64];
    via_buffer out = VIA_BUFFER_INIT;
    bool is_well = via_base64_decode(letters, strlen(letters), &out);

    memset(text, 0, sizeof text);
    if (is_well)
        memcpy(text, out.bytes, out.n_bytes);
    via_buffer_clear(&out);
    return is_well ? text : "no";
}

/* Those of RFC 4648, and some without padding. */
static void test_letters(void **state)
{
    assert_string_equal(decoded(""), "");
    assert_string_equal(decoded("Zg=="), "f");
    assert_string_equal(decoded("Zm8="), "fo");
    assert_string_equal(decoded("Zm9v"), "foo");
    assert_string_equal(decoded("Zm9vYmFy"), "foobar");
    assert_string_equal(decoded("Zm9vYg"), "foob");
    assert_string_equal(decoded("w6DhuqM+/z8="), "\xc3\xa0\xe1\xba\xa3>\xff?");
}

static void test_what_is_none(void **state)
{
    assert_string_equal(decoded("Z"), "no");
    assert_string_equal(decoded("Zm9vY"), "no");
    assert_string_equal(decoded("Zm 9"), "no");
    assert_string_equal(decoded("Zg="), "no");
    assert_string_equal(decoded("Z==="), "no");
    assert_string_equal(decoded("Zg==Zg=="), "no");
    assert_string_equal(decoded("Zm9-"), "no");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_what_is_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
