/* Tests of figures: what grouping and decimal marks mean in each language. */
#include "scratch.h"

#include "value/figures.h"

static const via_marks vi = {'.', ','}, en = {',', '.'}, any = {0, 0};

/* The value and how much was read, as "value@surface". */
static const char *reading(const char *text, via_marks marks)
{
    static char out[256];
    char value[VIA_DECIMAL_BYTES];
    via_scope scope = {text, 0, strlen(text)};
    via_figures figures;

    if (!via_figures_read(&scope, 0, marks, &figures))
        return "none";
    if (!via_decimal_print(figures.value, value))
        strcpy(value, "spoilt");
    snprintf(out, sizeof out, "%s@%.*s", value, (int)figures.end, text);
    return out;
}

static void test_own_marks(void **state)
{
    assert_string_equal(reading("1.506,14 x", vi), "1506.14@1.506,14");
    assert_string_equal(reading("1,506.14 x", en), "1506.14@1,506.14");
    assert_string_equal(reading("1.234", vi), "1234@1.234");
    assert_string_equal(reading("1.234", en), "1.234@1.234");
    assert_string_equal(reading("1,234", en), "1234@1,234");
    assert_string_equal(reading("0,125", vi), "0.125@0,125");
    assert_string_equal(reading("1.234.567", vi), "1234567@1.234.567");
}

/* Each language reads the other's marks where the shape leaves no choice. */
static void test_foreign_marks(void **state)
{
    assert_string_equal(reading("1,506.14", vi), "1506.14@1,506.14");
    assert_string_equal(reading("1.506,14", en), "1506.14@1.506,14");
    assert_string_equal(reading("6.5%", vi), "6.5@6.5");
    assert_string_equal(reading("6,5%", en), "6.5@6,5");
    assert_string_equal(reading("1,500", vi), "1500@1,500");
    assert_string_equal(reading("1,525", vi), "1.525@1,525");
    assert_string_equal(reading("0.125", vi), "0.125@0.125");
    assert_string_equal(reading("2,450,000", vi), "2450000@2,450,000");
}

static void test_unknown_marks(void **state)
{
    assert_string_equal(reading("1.234", any), "1234@1.234");
    assert_string_equal(reading("1,234", any), "1234@1,234");
    assert_string_equal(reading("1,5", any), "1.5@1,5");
    assert_string_equal(reading("1.5", any), "1.5@1.5");
}

static void test_other_shapes(void **state)
{
    assert_string_equal(reading("1.2.3", en), "spoilt@1.2.3");
    assert_string_equal(reading("192.168.1.10", vi), "spoilt@192.168.1.10");
    assert_string_equal(reading("1,2,3", en), "1@1");
    assert_string_equal(reading("1.5,2.5,3", en), "1.5@1.5");
    assert_string_equal(reading("12.", vi), "12@12");
    assert_string_equal(reading("007", vi), "7@007");
    assert_string_equal(reading("1\u00a0234\u00a0567 x", vi),
                        "1234567@1\u00a0234\u00a0567");
    assert_string_equal(reading("12 345", vi), "12@12");
    assert_string_equal(reading("1234567890123456789", vi),
                        "spoilt@1234567890123456789");
    assert_string_equal(reading("x1", vi), "none");
}

static void test_other_digits(void **state)
{
    assert_string_equal(reading("１，５０６．１４", en), "1506.14@１，５０６．１４");
    assert_string_equal(reading("๑๒,๓๔๕", en), "12345@๑๒,๓๔๕");
    assert_string_equal(reading("٣٤", en), "34@٣٤");
}

static void test_run(void **state)
{
    via_scope scope = {"0012.5", 0, 6};
    via_figures run;
    int64_t value;

    assert_true(via_figures_read_run(&scope, 0, &run));
    assert_int_equal(run.n_figures, 4);
    assert_int_equal(run.end, 4);
    assert_true(via_decimal_whole(run.value, &value));
    assert_int_equal(value, 12);
    assert_false(via_figures_read_run(&scope, 4, &run));
    assert_false(via_figures_read_run(&scope, 6, &run));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own_marks),     cmocka_unit_test(test_foreign_marks),
        cmocka_unit_test(test_unknown_marks), cmocka_unit_test(test_other_shapes),
        cmocka_unit_test(test_other_digits),  cmocka_unit_test(test_run)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
