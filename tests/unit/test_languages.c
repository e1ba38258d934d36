/* Tests: which language a text is in. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/languages.h"

static const char VI[] = "Sáng 18/7, tỉnh khánh thành cầu Bản Lim dài 540 m. ";
static const char JA[] = "7月18日午前、長さ540mのバンリム橋が開通した。"
                         "橋は二つの村を結ぶ。";
static const char TH[] = "เช้าวันที่ 18 กรกฎาคม จังหวัดเปิดสะพานบ้านลิม ";
static const char EN[] = "On the morning of July 18 the province opened a bridge. ";
static const char ZH[] = "七月十八日上午该省班林大桥正式通车全长五百四十米。";
static const char DE[] =
    "Am Morgen des 18. Juli wurde die Brücke in der Provinz eröffnet. ";
static const char PLAIN[] = "Sang 18 thang 7, tinh khanh thanh cau Ban Lim dai 540 m. ";

static int setup(void **state)
{
    return via_languages_load((via_languages **)state, NULL) != VIA_OK;
}

static int teardown(void **state)
{
    via_languages_free(*state);
    return 0;
}

/* Returns the language of a text, or "no". */
static const char *guess(const via_languages *languages, const char *text)
{
    static char lang[VIA_LANG_BYTES];

    return via_language_guess(languages, text, strlen(text), lang) ? lang : "no";
}

static void test_guesses(void **state)
{
    assert_string_equal(guess(*state, VI), "vi");
    assert_string_equal(guess(*state, JA), "ja");
    assert_string_equal(guess(*state, TH), "th");
    assert_string_equal(guess(*state, EN), "en");
    assert_string_equal(guess(*state, ZH), "zh");
    assert_string_equal(guess(*state, DE), "de");
    assert_string_equal(guess(*state, PLAIN), "no");
    assert_string_equal(guess(*state, ""), "no");
    assert_string_equal(guess(*state, "Cầu"), "no");
    assert_string_equal(guess(*state, "Мост открыли утром восемнадцатого июля."), "no");
    assert_string_equal(guess(*state, "Mr. Nguyễn Phú Trọng met with the head of the "
                                      "office in Đà Nẵng"),
                        "en");
}

/* Returns the language that a text of ten times `text` is in instead, or "". */
static const char *other(const via_languages *languages, const char *text,
                         const char *said)
{
    static char lang[VIA_LANG_BYTES];
    char many[2000] = "";

    for (size_t i = 0; i < 10; i++)
        strcat(many, text);
    via_language_differs(languages, many, strlen(many), said, lang);
    return lang;
}

static void test_what_is_said_is_wrong(void **state)
{
    assert_string_equal(other(*state, EN, "vi"), "en");
    assert_string_equal(other(*state, TH, "ja"), "th");
    assert_string_equal(other(*state, JA, "th"), "ja");
    assert_string_equal(other(*state, VI, "en"), "vi");
    assert_string_equal(other(*state, ZH, "ja"), "zh");
    assert_string_equal(other(*state, DE, "vi"), "de");
}

static void test_in_doubt_it_is_right(void **state)
{
    char lang[VIA_LANG_BYTES], both[800] = "";

    assert_string_equal(other(*state, VI, "vi"), "");
    assert_string_equal(other(*state, ZH, "zh-Hant"), "");
    /* Vietnamese without its marks; a language that nobody here knows; a short text. */
    assert_string_equal(other(*state, PLAIN, "vi"), "");
    assert_string_equal(other(*state, EN, "sw"), "");
    assert_false(via_language_differs(*state, EN, strlen(EN), "vi", lang));
    /* Half in one, half in the other. */
    for (size_t i = 0; i < 3; i++) {
        strcat(both, EN);
        strcat(both, VI);
    }
    assert_false(via_language_differs(*state, both, strlen(both), "vi", lang));
    assert_false(via_language_differs(*state, both, strlen(both), "en", lang));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_guesses),
        cmocka_unit_test(test_what_is_said_is_wrong),
        cmocka_unit_test(test_in_doubt_it_is_right),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
