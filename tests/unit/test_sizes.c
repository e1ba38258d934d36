/* Tests of sizes: classes counted, weighted, and read from a table. */
#include "scratch.h"

#include "evidence/sizes.h"

static void expect_counts(const char *text, const uint16_t *expected)
{
    via_size_counts counts = via_size_count(text, 0, strlen(text));

    for (int class = 0; class < VIA_SIZE_N_CLASSES; class ++) {
        if (counts.n[class] != expected[class])
            fail_msg("'%s': class %d stands %d times, not %d", text, class,
                     counts.n[class], expected[class]);
    }
}

#define COUNTS(...)                                                                    \
    (const uint16_t[VIA_SIZE_N_CLASSES])                                               \
    {                                                                                  \
        __VA_ARGS__                                                                    \
    }

static void test_counting(void **state)
{
    (void)state;

    expect_counts("", COUNTS(0));
    expect_counts("  \t ", COUNTS(0));
    expect_counts("Ông Bảy mua 3 con cá.",
                  COUNTS([VIA_SIZE_WORD] = 5, [VIA_SIZE_LATIN] = 14,
                         [VIA_SIZE_DIGIT] = 1, [VIA_SIZE_MARK] = 1));
    expect_counts(
        "漁師が魚を３匹バケツに。",
        COUNTS([VIA_SIZE_HAN] = 4, [VIA_SIZE_HIRAGANA] = 3, [VIA_SIZE_KATAKANA] = 3,
               [VIA_SIZE_DIGIT] = 1, [VIA_SIZE_MARK] = 1));
    /* Thai vowels and tones are counted as well. */
    expect_counts("น้ำตก", COUNTS([VIA_SIZE_THAI] = 5));
    expect_counts("Река", COUNTS([VIA_SIZE_WORD] = 1, [VIA_SIZE_OTHER] = 4));
    /* A mark or a digit ends a word. */
    expect_counts("well-known A4b", COUNTS([VIA_SIZE_WORD] = 4, [VIA_SIZE_LATIN] = 11,
                                           [VIA_SIZE_MARK] = 1, [VIA_SIZE_DIGIT] = 1));
}

static void test_span_and_very_long_text(void **state)
{
    size_t n_bytes = 200000;
    char *text = malloc(n_bytes);
    via_size_counts counts = via_size_count("ab cd ef", 3, 5);
    (void)state;

    assert_int_equal(counts.n[VIA_SIZE_LATIN], 2);
    assert_int_equal(counts.n[VIA_SIZE_WORD], 1);
    assert_non_null(text);
    for (size_t i = 0; i < n_bytes; i++)
        text[i] = i % 2 ? ' ' : 'x';
    counts = via_size_count(text, 0, n_bytes);
    assert_int_equal(counts.n[VIA_SIZE_LATIN], UINT16_MAX); /* and no further */
    assert_int_equal(counts.n[VIA_SIZE_WORD], UINT16_MAX);
    free(text);
}

static void test_size(void **state)
{
    via_size_counts counts = {{0}};
    via_size_weights weights = {{0}};
    (void)state;

    assert_float_equal(via_size_of(&counts, &weights), 0.0, 0.0);
    for (int class = 0; class < VIA_SIZE_N_CLASSES; class ++) {
        counts.n[class] = (uint16_t)(class + 1);
        weights.w[class] = 1.0 / (class + 1);
    }
    assert_float_equal(via_size_of(&counts, &weights), VIA_SIZE_N_CLASSES, 1e-9);
    assert_false(via_size_is_learned(VIA_SIZE_DIGIT));
    assert_false(via_size_is_learned(VIA_SIZE_MARK));
    assert_true(via_size_is_learned(VIA_SIZE_WORD));
    assert_true(via_size_is_learned(VIA_SIZE_OTHER));
}

/* ---- The table ----------------------------------------------------------- */

static via_status load(scratch *s, const char *rows, const char *lang,
                       via_size_weights *out, via_error *err)
{
    scratch_file(s, "sizes.tsv", rows, strlen(rows));
    setenv("VIALIGN_DATA", s->folder, 1);
    via_status st = via_size_weights_load(lang, out, err);
    unsetenv("VIALIGN_DATA");
    return st;
}

static void test_languages(void **state)
{
    const char *rows = "vi\tlatin\t0.25\n" /* before what it overrides */
                       "*\tlatin\t0.5\n"
                       "*\thiragana\t0.75\n"
                       "ja\thiragana\t1\n"
                       "vi\tword\t1.5\n";
    via_size_weights weights;

    assert_int_equal(load(*state, rows, "vi", &weights, NULL), VIA_OK);
    assert_float_equal(weights.w[VIA_SIZE_LATIN], 0.25, 0.0);
    assert_float_equal(weights.w[VIA_SIZE_WORD], 1.5, 0.0);
    assert_float_equal(weights.w[VIA_SIZE_HIRAGANA], 0.75, 0.0);
    assert_float_equal(weights.w[VIA_SIZE_THAI], 0.0, 0.0);
    assert_int_equal(load(*state, rows, "eo", &weights, NULL), VIA_OK);
    assert_float_equal(weights.w[VIA_SIZE_LATIN], 0.5, 0.0);
    assert_float_equal(weights.w[VIA_SIZE_WORD], 0.0, 0.0);
}

static void test_wrong_rows(void **state)
{
    const char *rows[] = {
        "*\tlatin\t1\n*\tletters\t1\n", "*\tlatin\t1\nvi\tlatin\tmuch\n",
        "*\tlatin\t1\nvi\tlatin\t-1\n", "*\tlatin\t1\nvi\tlatin\t\n",
        "*\tlatin\t1\nvi\tlatin\n",
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        via_size_weights weights;
        via_error err = {VIA_OK, ""};

        /* A wrong row of another language is wrong as well. */
        assert_int_equal(load(*state, rows[i], "ja", &weights, &err), VIA_E_FORMAT);
        assert_non_null(strstr(err.message, "sizes.tsv:2: expected"));
    }
}

/* Every class that a language writes has a weight in the table that we install. */
static void test_installed_table(void **state)
{
    static const char *const langs[] = {"vi", "ja", "th", "en", "eo"};
    (void)state;

    for (size_t i = 0; i < sizeof langs / sizeof *langs; i++) {
        via_size_weights weights;

        assert_int_equal(via_size_weights_load(langs[i], &weights, NULL), VIA_OK);
        for (int class = 0; class < VIA_SIZE_N_CLASSES; class ++)
            assert_true(weights.w[class] > 0.0 && weights.w[class] < 10.0);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_counting),   TEST(test_span_and_very_long_text),
        TEST(test_size),       TEST(test_languages),
        TEST(test_wrong_rows), TEST(test_installed_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
