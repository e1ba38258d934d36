/* Tests of value words: case, spaces, traits, and which come first. */
#include "scratch.h"

#include "value/value_words.h"

static int setup(void **state)
{
    static const struct {
        const char *text;
        uint16_t class_id;
        int32_t value;
    } rows[] = {{"tỷ", 1, 9},  {"tỷ lệ", 2, 0}, {"tháng Giêng", 3, 1},
                {"May", 3, 5}, {"=g", 4, 0},    {"năm", 1, 5},
                {"năm", 5, 0}, {"三", 1, 3},    {"十", 1, 10}};
    via_value_words *words = via_value_words_new();

    if (!words)
        return -1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        via_word word = {rows[i].class_id, VIA_WORD_PLAIN, rows[i].value, 0};
        if (!via_value_words_add(words, rows[i].text, &word))
            return -1;
        via_value_words_let_begin(words, rows[i].text);
    }
    *state = words;
    return via_value_words_settle(words) ? 0 : -1;
}

static int teardown(void **state)
{
    via_value_words_free(*state);
    return 0;
}

/* The words at the beginning of a text, as "class:value:end …". */
static const char *find(const via_value_words *words, const char *text)
{
    static char out[256];
    via_word found[VIA_WORDS_MAX];
    via_scope scope = {text, 0, strlen(text)};
    size_t n_found = via_value_words_find(words, &scope, 0, found);
    size_t n = 0;

    out[0] = '\0';
    for (size_t i = 0; i < n_found; i++)
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%d:%d:%zu", i ? " " : "",
                              found[i].class_id, found[i].value, found[i].end);
    if (n_found)
        assert_true(via_value_words_begin(words, &scope, 0));
    return out;
}

static void test_case(void **state)
{
    assert_string_equal(find(*state, "tỷ"), "1:9:4");
    assert_string_equal(find(*state, "TỶ x"), "1:9:4");
    assert_string_equal(find(*state, "May 5"), "3:5:3");
    assert_string_equal(find(*state, "may 5"), "");
    assert_string_equal(find(*state, "MAY 5"), "3:5:3");
    assert_string_equal(find(*state, "g"), "4:0:1");
    assert_string_equal(find(*state, "G"), "");
}

static void test_spaces(void **state)
{
    assert_string_equal(find(*state, "tháng Giêng"), "3:1:13");
    assert_string_equal(find(*state, "THÁNG GIÊNG"), "3:1:13");
    assert_string_equal(find(*state, "tỷ \u00a0 lệ cao"), "1:9:4 2:0:12");
}

static void test_borders(void **state)
{
    assert_string_equal(find(*state, "tỷx"), "");
    assert_string_equal(find(*state, "tỷ lệch"), "1:9:4");
    assert_string_equal(find(*state, "三十"), "1:3:3");
    assert_string_equal(find(*state, ""), "");
}

static void test_two_classes(void **state)
{
    assert_string_equal(find(*state, "năm"), "5:0:4 1:5:4");
}

static void test_begin(void **state)
{
    const char *text = "xin";
    via_scope scope = {text, 0, strlen(text)};

    assert_false(via_value_words_begin(*state, &scope, 0));
    assert_false(via_value_words_begin(*state, &scope, 3));
    assert_true(via_value_words_begin_with(*state, 'T'));
    assert_true(via_value_words_begin_with(*state, 0x4e09));
    assert_false(via_value_words_begin_with(*state, 'x'));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_case), cmocka_unit_test(test_spaces),
        cmocka_unit_test(test_borders), cmocka_unit_test(test_two_classes),
        cmocka_unit_test(test_begin)};

    return cmocka_run_group_tests(tests, setup, teardown);
}
