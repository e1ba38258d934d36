/* Tests of numerals: scales that add and scales that multiply, and where numbers end.
 */
#include "scratch.h"

#include "value/kanji.h"
#include "value/numerals.h"
#include "value/value_tables.h"

/* The number at the beginning of a text, as "value@surface". */
static const char *reading(const char *lang, const char *text)
{
    static char out[256];
    char value[VIA_DECIMAL_BYTES];
    via_value_tables tables;
    via_scope scope = {text, 0, strlen(text)};
    via_numeral numeral;

    assert_int_equal(via_value_tables_load(lang, &tables, NULL), VIA_OK);
    if (!via_numeral_read(&tables.lexis, &scope, 0, &numeral))
        strcpy(out, "none");
    else if (!via_decimal_print(numeral.value, value))
        strcpy(out, "spoilt");
    else
        snprintf(out, sizeof out, "%s@%.*s", value, (int)numeral.end, text);
    via_value_tables_clear(&tables);
    return out;
}

static void test_scales(void **state)
{
    assert_string_equal(reading("vi", "1,5 nghìn tỷ"), "1500000000000@1,5 nghìn tỷ");
    assert_string_equal(reading("vi", "2 nghìn 3 trăm tỷ"),
                        "2300000000000@2 nghìn 3 trăm tỷ");
    assert_string_equal(reading("vi", "3 tỷ 200 triệu"), "3200000000@3 tỷ 200 triệu");
    assert_string_equal(reading("th", "9,620 พันล้าน"), "9620000000000@9,620 พันล้าน");
    assert_string_equal(reading("th", "2 แสน 3 หมื่น"), "230000@2 แสน 3 หมื่น");
    assert_string_equal(reading("th", "สองล้านล้าน"), "2000000000000@สองล้านล้าน");
    assert_string_equal(reading("ja", "15億614万"), "1506140000@15億614万");
    assert_string_equal(reading("ja", "1万2000人"), "12000@1万2000");
    assert_string_equal(reading("ja", "千二百"), "1200@千二百");
    assert_string_equal(reading("en", "2.45bn"), "2450000000@2.45bn");
}

/* No rounding on the way: 1.298 * 10^9 has no fraction. */
static void test_exact(void **state)
{
    assert_string_equal(reading("th", "1.298 พันล้าน"), "1298000000@1.298 พันล้าน");
    assert_string_equal(reading("en", "1.1 million"), "1100000@1.1 million");
    assert_string_equal(reading("vi", "0,07 tỷ"), "70000000@0,07 tỷ");
}

static void test_words(void **state)
{
    assert_string_equal(reading("vi", "ba trăm linh năm"), "305@ba trăm linh năm");
    assert_string_equal(reading("vi", "một nghìn không trăm hai mươi tư"),
                        "1024@một nghìn không trăm hai mươi tư");
    assert_string_equal(reading("en", "nine hundred and ninety-nine thousand"),
                        "999000@nine hundred and ninety-nine thousand");
    assert_string_equal(reading("th", "หนึ่งแสนเก้าหมื่นสิบเอ็ด"), "190011@หนึ่งแสนเก้าหมื่นสิบเอ็ด");
    assert_string_equal(reading("ja", "二十三万四千五"), "234005@二十三万四千五");
}

static void test_halves_and_parts(void **state)
{
    assert_string_equal(reading("vi", "hai triệu rưỡi"), "2500000@hai triệu rưỡi");
    assert_string_equal(reading("vi", "nửa triệu"), "500000@nửa triệu");
    assert_string_equal(reading("th", "สองล้านครึ่ง"), "2500000@สองล้านครึ่ง");
    assert_string_equal(reading("th", "ครึ่งล้าน"), "500000@ครึ่งล้าน");
    assert_string_equal(reading("en", "two and a half million"),
                        "2500000@two and a half million");
    assert_string_equal(reading("en", "half a dozen"), "6@half a dozen");
    assert_string_equal(reading("en", "half of it"), "none");
}

/* What belongs to the next word or the next number is left to it. */
static void test_ends(void **state)
{
    assert_string_equal(reading("vi", "hai mươi năm"), "20@hai mươi");
    assert_string_equal(reading("vi", "ba trăm năm"), "300@ba trăm");
    assert_string_equal(reading("vi", "2 tỷ phú"), "2@2");
    assert_string_equal(reading("en", "one hundred and two hundred"),
                        "100@one hundred");
    assert_string_equal(reading("en", "3 million four years"), "3000000@3 million");
    assert_string_equal(reading("th", "3.5 ล้าน 2 แสน"), "3500000@3.5 ล้าน");
    assert_string_equal(reading("ja", "1万 2000"), "10000@1万");
    assert_string_equal(reading("vi", "nghìn tỷ"), "none");
    assert_string_equal(reading("en", "hundred"), "none");
    assert_string_equal(reading("vi", "2 triệu 3 triệu"), "2000000@2 triệu");
}

static void test_money(void **state)
{
    via_value_tables tables;
    via_scope scope = {"$5m 5m", 0, 6};
    via_numeral numeral;

    assert_int_equal(via_value_tables_load("en", &tables, NULL), VIA_OK);
    assert_true(via_numeral_read(&tables.lexis, &scope, 1, &numeral));
    assert_int_equal(numeral.end, 3);
    assert_true(via_numeral_read(&tables.lexis, &scope, 4, &numeral));
    assert_int_equal(numeral.end, 5);
    via_value_tables_clear(&tables);
}

static void test_kanji_runs(void **state)
{
    via_value_tables tables;
    const char *text = "二〇二四年三四";
    via_scope scope = {text, 0, strlen(text)};
    via_figures run;
    bool is_sure;

    assert_string_equal(reading("ja", "二〇二四年"), "2024@二〇二四");
    assert_string_equal(reading("ja", "一五〇万"), "1500000@一五〇万");
    assert_int_equal(via_value_tables_load("ja", &tables, NULL), VIA_OK);
    assert_true(via_kanji_read_run(&tables.lexis, &scope, 0, &run, &is_sure));
    assert_true(is_sure);
    assert_int_equal(run.end, strlen("二〇二四"));
    assert_true(via_kanji_read_run(&tables.lexis, &scope, strlen("二〇二四年"), &run,
                                   &is_sure));
    assert_false(is_sure);
    assert_false(via_kanji_read_run(&tables.lexis, &scope, strlen("二〇二四年三"), &run,
                                    &is_sure));
    via_value_tables_clear(&tables);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scales),    cmocka_unit_test(test_exact),
        cmocka_unit_test(test_words),     cmocka_unit_test(test_halves_and_parts),
        cmocka_unit_test(test_ends),      cmocka_unit_test(test_money),
        cmocka_unit_test(test_kanji_runs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
