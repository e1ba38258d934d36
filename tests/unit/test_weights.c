/* Tests of weights: what a file of them must hold, and what is said where it does
 * not. */
#include "scratch.h"

#include "base/buffer.h"
#include "evidence/weights.h"

/* Writes a row for each feature but `left_out`: 1, 1.5, 2 … and 0, -1, -2 … */
static void write_rows(via_buffer *rows, int left_out)
{
    via_buffer_append_text(rows, "# feature\tsentences\tclauses\n\n");
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        if (f != left_out)
            via_buffer_format(rows, "%s\t%g\t%d\n",
                              via_feature_name((enum via_feature)f), 1.0 + f / 2.0, -f);
    }
}

static via_status load(scratch *s, via_buffer *rows, via_weights *out, via_error *err)
{
    const char *path = scratch_file(s, "weights.tsv", rows->bytes, rows->n_bytes);

    return via_weights_load(path, out, err);
}

/* Loads all features and `row` after them; expects a failure that says `message` of
 * that line. */
static void expect_wrong(scratch *s, const char *row, const char *message)
{
    via_buffer rows = VIA_BUFFER_INIT;
    via_weights weights;
    via_error err = {VIA_OK, ""};
    char place[64];

    write_rows(&rows, -1);
    via_buffer_append_text(&rows, row);
    assert_int_equal(load(s, &rows, &weights, &err), VIA_E_FORMAT);
    snprintf(place, sizeof place, "weights.tsv:%d: ", VIA_N_FEATURES + 3);
    if (!strstr(err.message, place) || !strstr(err.message, message))
        fail_msg("'%s' does not say '%s%s'", err.message, place, message);
    via_buffer_clear(&rows);
}

static void test_all_features(void **state)
{
    via_buffer rows = VIA_BUFFER_INIT;
    via_weights weights;

    write_rows(&rows, -1);
    assert_int_equal(load(*state, &rows, &weights, NULL), VIA_OK);
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        assert_float_equal(weights.w[VIA_CUT_SENTENCES][f], 1.0 + f / 2.0, 1e-9);
        assert_float_equal(weights.w[VIA_CUT_CLAUSES][f], -f, 1e-9);
    }
    via_buffer_clear(&rows);
}

static void test_names_differ(void **state)
{
    (void)state;

    for (int f = 0; f < VIA_N_FEATURES; f++) {
        for (int g = 0; g < f; g++)
            assert_string_not_equal(via_feature_name((enum via_feature)f),
                                    via_feature_name((enum via_feature)g));
    }
    assert_string_equal(via_feature_name(VIA_W_LENGTH), "length");
}

static void test_missing(void **state)
{
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        via_buffer rows = VIA_BUFFER_INIT;
        via_weights weights;
        via_error err = {VIA_OK, ""};
        char name[64];

        write_rows(&rows, f);
        snprintf(name, sizeof name, "'%s'", via_feature_name((enum via_feature)f));
        assert_int_equal(load(*state, &rows, &weights, &err), VIA_E_FORMAT);
        assert_non_null(strstr(err.message, "weights.tsv: expected a weight for "));
        assert_non_null(strstr(err.message, name));
        via_buffer_clear(&rows);
    }
}

static void test_wrong_rows(void **state)
{
    expect_wrong(*state, "length\t1\t1\n", "'length' is there twice");
    expect_wrong(*state, "Length\t1\t1\n", "no feature is called 'Length'");
    expect_wrong(*state, "\t1\t1\n", "no feature is called ''");
    expect_wrong(*state, "length\n", "expected at least 3 fields");
    expect_wrong(*state, "length\t1\n", "expected at least 3 fields");
}

static void test_wrong_numbers(void **state)
{
    static const char *const numbers[] = {"", "much", "1,5", "1.5x", "nan", "inf"};

    for (size_t i = 0; i < 2 * (sizeof numbers / sizeof *numbers); i++) {
        const char *number = numbers[i / 2];
        via_buffer rows = VIA_BUFFER_INIT;
        via_weights weights;
        via_error err = {VIA_OK, ""};
        char said[64];

        via_buffer_format(&rows, i % 2 ? "length\t1\t%s\n" : "length\t%s\t1\n", number);
        write_rows(&rows, VIA_W_LENGTH);
        snprintf(said, sizeof said, "tsv:1: expected a number, not '%s'", number);
        assert_int_equal(load(*state, &rows, &weights, &err), VIA_E_FORMAT);
        assert_non_null(strstr(err.message, said));
        via_buffer_clear(&rows);
    }
}

/* What is printed can be loaded, and is the same to a thousandth of a nat. */
static void test_printing(void **state)
{
    via_buffer rows = VIA_BUFFER_INIT, again = VIA_BUFFER_INIT;
    via_weights weights, loaded;

    for (int cut = 0; cut < VIA_N_CUTS; cut++) {
        for (int f = 0; f < VIA_N_FEATURES; f++)
            weights.w[cut][f] = (cut ? -1.2345 : 0.3333) * f;
    }
    via_weights_print(&weights, &rows);
    assert_int_equal(load(*state, &rows, &loaded, NULL), VIA_OK);
    for (int cut = 0; cut < VIA_N_CUTS; cut++) {
        for (int f = 0; f < VIA_N_FEATURES; f++)
            assert_float_equal(loaded.w[cut][f], weights.w[cut][f], 0.00051);
    }
    via_weights_print(&loaded, &again);
    assert_string_equal(via_buffer_text(&again), via_buffer_text(&rows));
    via_buffer_clear(&rows);
    via_buffer_clear(&again);
}

static void test_files(void **state)
{
    via_weights weights;
    via_error err = {VIA_OK, ""};

    assert_int_equal(via_weights_load("weights.tsv", &weights, NULL), VIA_OK);
    assert_int_equal(via_weights_load(scratch_path(*state, "none"), &weights, &err),
                     VIA_E_IO);
    assert_non_null(strstr(err.message, "/none"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_all_features), TEST(test_names_differ),  TEST(test_missing),
        TEST(test_wrong_rows),   TEST(test_wrong_numbers), TEST(test_printing),
        TEST(test_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
