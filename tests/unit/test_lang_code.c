/* Tests: what somebody calls a language. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/lang_code.h"

/* Returns the code, "" if nobody knows the language, or "no". */
static const char *code_of(const char *said)
{
    static char lang[VIA_LANG_BYTES];

    return via_lang_read(said, strlen(said), lang) ? lang : "no";
}

static void test_spellings(void **state)
{
    assert_string_equal(code_of("vi"), "vi");
    assert_string_equal(code_of("VI"), "vi");
    assert_string_equal(code_of("vie"), "vi");
    assert_string_equal(code_of("vie_Latn"), "vi");
    assert_string_equal(code_of("jpn_Jpan"), "ja");
    assert_string_equal(code_of("tha_Thai"), "th");
    assert_string_equal(code_of("eng-Latn-GB"), "en");
    assert_string_equal(code_of("vi-VN"), "vi");
    assert_string_equal(code_of("ja_JP"), "ja");
    assert_string_equal(code_of("zh-Hant"), "zh-Hant");
    assert_string_equal(code_of("zho_Hans"), "zh");
    assert_string_equal(code_of("deu_Latn"), "de");
    assert_string_equal(code_of("ace_Arab"), "ace-Arab");
}

static void test_nobody_knows(void **state)
{
    assert_string_equal(code_of(""), "");
    assert_string_equal(code_of("und"), "");
    assert_string_equal(code_of("unknown"), "");
}

static void test_what_is_none(void **state)
{
    assert_string_equal(code_of("Vietnamese"), "no");
    assert_string_equal(code_of("v"), "no");
    assert_string_equal(code_of("vi ja"), "no");
    assert_string_equal(code_of("../vi"), "no");
    assert_string_equal(
        code_of("vi-a-very-long-code-that-goes-on-and-on-and-on-and-on"), "no");
}

static void test_known(void **state)
{
    assert_true(via_lang_is_known("vi"));
    assert_true(via_lang_is_known("zh-Hant"));
    assert_true(via_lang_is_known("haw"));
    assert_false(via_lang_is_known("tmp"));
    assert_false(via_lang_is_known("old"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_nobody_knows),
        cmocka_unit_test(test_what_is_none),
        cmocka_unit_test(test_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
