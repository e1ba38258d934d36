/* Tests of character classes, digits and folding. */
#include "scratch.h"

#include "text/chars.h"
#include "text/utf8.h"

/* Every code point of `text` must be of one class. */
static void assert_class(const char *text, via_char_class class)
{
    for (size_t at = 0; text[at];) {
        size_t begin = at;
        int32_t cp = via_utf8_next(text, &at);

        if (via_char_class_of(cp) != class)
            fail_msg("U+%04X \"%.*s\" is of class %d, not %d", (unsigned)cp,
                     (int)(at - begin), text + begin, via_char_class_of(cp), class);
    }
}

static void test_classes(void **state)
{
    assert_class(" \t\n\r\x01\x7f\xc2\x85\xc2\xa0\xe3\x80\x80\xe2\x80\x8b\xef\xbb\xbf",
                 VIA_CHAR_SPACE);
    assert_class("!#$%&()*+,-./:;<=>?@[]^_`{|}~×÷§°“”‘’…—、。「」！（）฿๏😀①²½ⓐ・",
                 VIA_CHAR_MARK);
    assert_class("0123456789０９๐๙٠٩०९", VIA_CHAR_DIGIT);
    assert_class("azAZÀÿĐđƠơƯưẠỹẾ\xcc\x81ＡｚⅣªʼ", VIA_CHAR_LATIN);
    assert_class("一鿿々〆〇㐀𠀀", VIA_CHAR_HAN);
    assert_class("ぁんゔゝ\xe3\x82\x99", VIA_CHAR_HIRAGANA);
    assert_class("ァンヴーヽｱｰﾞ", VIA_CHAR_KATAKANA);
    assert_class("กฮะาำๆฯ่้์ฺ", VIA_CHAR_THAI);
    assert_class("жΩאعकㄱ한ລ", VIA_CHAR_OTHER);
}

/* The table says what the rules say; Lao letters come with versions of Unicode. */
static void test_class_table(void **state)
{
    for (int32_t cp = 0; cp <= 0xffff; cp++) {
        if ((cp < 0xe80 || cp > 0xeff) &&
            via_char_class_of(cp) != via_char_class_unlisted(cp))
            fail_msg("U+%04X is of class %d, not %d", (unsigned)cp,
                     via_char_class_of(cp), via_char_class_unlisted(cp));
    }
}

static void test_case(void **state)
{
    assert_true(via_char_is_upper('Z'));
    assert_true(via_char_is_upper(0x110));  /* Đ */
    assert_true(via_char_is_upper(0x1ea0)); /* Ạ */
    assert_true(via_char_is_upper(0x1c5));  /* ǅ, title case */
    assert_false(via_char_is_upper('z'));
    assert_false(via_char_is_upper(0x4e00));
    assert_true(via_char_is_lower(0x1ea1)); /* ạ */
    assert_true(via_char_is_lower('a'));
    assert_false(via_char_is_lower('A'));
    assert_false(via_char_is_lower('1'));
}

static void test_digits(void **state)
{
    assert_int_equal(via_char_digit('0'), 0);
    assert_int_equal(via_char_digit('9'), 9);
    assert_int_equal(via_char_digit(0xff15), 5); /* ５ */
    assert_int_equal(via_char_digit(0xe57), 7);  /* ๗ */
    assert_int_equal(via_char_digit('a'), -1);
    assert_int_equal(via_char_digit(0x4e00), -1); /* 一 is no decimal digit */
}

static void assert_folds(const char *text, const char *folded)
{
    size_t n_bytes = 0;
    char out[256];

    for (size_t at = 0; text[at];)
        n_bytes += via_utf8_put(via_char_fold(via_utf8_next(text, &at)), out + n_bytes);
    out[n_bytes] = '\0';
    assert_string_equal(out, folded);
}

static void test_fold(void **state)
{
    assert_folds("Trần Quốc Đạt, ƯỚC MƠ Kỳ Ỷ Ỹ", "tran quoc dat, uoc mo ky y y");
    assert_folds("Łódź Ångström Øre ħ ı Çà Ñ Šž", "lodz angstrom ore h i ca n sz");
    assert_folds("ＶＩＥＴ ９", "viet 9");
    assert_folds("Άλφα Ж Й", "αλφα ж й");
    assert_folds("æ ß × 東 が ก", "æ ß × 東 が ก");
    assert_folds("Æ Þ", "æ þ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes), cmocka_unit_test(test_class_table),
        cmocka_unit_test(test_case),    cmocka_unit_test(test_digits),
        cmocka_unit_test(test_fold),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
