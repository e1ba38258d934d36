/* Tests of terms: cases in four languages, bounds, a language that has no table. */
#include "anchors/cases.h"

#include "term/terms.h"

/* What the issue asks for. */
#define SHARE_MIN 0.97

#define N_CASES_MIN 30

static bool find(const void *finder, const char *text, size_t n_bytes,
                 via_mention_fn *fn, void *data)
{
    return via_terms_find(finder, text, 0, n_bytes, fn, data);
}

static via_terms *open_terms(const char *lang)
{
    via_error err = {VIA_OK, ""};
    via_terms *terms;

    if (via_terms_new(lang, &terms, &err) != VIA_OK)
        fail_msg("%s", err.message);
    return terms;
}

static void check_lang(const char *lang)
{
    char path[64], command[64];
    via_terms *terms = open_terms(lang);

    snprintf(path, sizeof path, "tests/anchors/terms-%s.case", lang);
    snprintf(command, sizeof command, "anchors -l %s", lang);
    anchor_tally tally = anchor_run_cases(path, command, find, terms);
    via_terms_free(terms);

    double recall = (double)tally.n_right / (double)tally.n_asked;
    double precision = (double)tally.n_right / (double)tally.n_told;
    print_message("%s %zu terms in %zu cases, recall %.3f, precision %.3f\n", lang,
                  tally.n_asked, tally.n_cases, recall, precision);
    assert_in_range(tally.n_cases, N_CASES_MIN, 100000);
    assert_true(recall >= SHARE_MIN);
    assert_true(precision >= SHARE_MIN);
}

static void test_vietnamese(void **state)
{
    check_lang("vi");
}

static void test_japanese(void **state)
{
    check_lang("ja");
}

static void test_thai(void **state)
{
    check_lang("th");
}

static void test_english(void **state)
{
    check_lang("en");
}

/* ---- Beside the cases ----------------------------------------------------------- */

static void assert_found(const via_terms *terms, const char *text, size_t begin,
                         size_t end, const char *expected)
{
    struct anchor_telling telling = {text, VIA_BUFFER_INIT};

    assert_true(via_terms_find(terms, text, begin, end, anchor_tell, &telling));
    assert_string_equal(telling.line.n_bytes ? via_buffer_text(&telling.line) : "-",
                        expected);
    via_buffer_clear(&telling.line);
}

/* CLDR alone, without a column in our tables. */
static void test_other_language(void **state)
{
    via_terms *terms = open_terms("fr");
    const char *text = "Le Japon et la Suisse, lundi à Londres";

    assert_found(terms, text, 0, strlen(text),
                 "term=region/JP@Japon | term=region/CH@Suisse | "
                 "term=weekday/1@lundi | term=city/London@Londres");
    via_terms_free(terms);
}

static void test_unknown_language(void **state)
{
    via_terms *terms = open_terms("xx");

    assert_found(terms, "Japan Japon 日本", 0, 18, "-");
    via_terms_free(terms);
}

/* What stands outside the bounds is not looked at, and they are borders of words. */
static void test_bounds(void **state)
{
    via_terms *terms = open_terms("en");
    const char *text = "xJapan's South Korean";

    assert_found(terms, text, 0, 21, "term=region/KR@South Korean");
    assert_found(terms, text, 1, 6, "term=region/JP@Japan");
    assert_found(terms, text, 1, 5, "-");
    assert_found(terms, text, 9, 20, "term=region/KR@South Korea");
    assert_found(terms, text, 3, 3, "-");
    via_terms_free(terms);
}

static void test_full_width(void **state)
{
    via_terms *terms = open_terms("ja");

    assert_found(terms, "ＮＡＴＯ", 0, 12, "term=org/NATO@ＮＡＴＯ");
    via_terms_free(terms);
}

static bool stop_at_once(void *data, const via_mention *mention)
{
    size_t *n_told = data;

    ++*n_told;
    return false;
}

static void test_stop(void **state)
{
    via_terms *terms = open_terms("en");
    size_t n_told = 0;

    assert_false(via_terms_find(terms, "Japan China", 0, 11, stop_at_once, &n_told));
    assert_int_equal(n_told, 1);
    via_terms_free(terms);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vietnamese),     cmocka_unit_test(test_japanese),
        cmocka_unit_test(test_thai),           cmocka_unit_test(test_english),
        cmocka_unit_test(test_other_language), cmocka_unit_test(test_unknown_language),
        cmocka_unit_test(test_bounds),         cmocka_unit_test(test_full_width),
        cmocka_unit_test(test_stop),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
