/* Tests of weights: what a file of them must hold, and what is said where it does
 * not. */
#include "scratch.h"

#include "base/buffer.h"
#include "evidence/weights.h"

/* Writes a row for each feature but `left_out`: 1, 1.5, 2 … */
static void write_rows(via_buffer *rows, int left_out)
{
    via_buffer_append_text(rows, "# feature\tweight\n\n");
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        if (f != left_out)
            via_buffer_format(rows, "%s\t%g\n", via_feature_name((enum via_feature)f),
                              1.0 + f / 2.0);
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
    for (int f = 0; f < VIA_N_FEATURES; f++)
        assert_float_equal(weights.w[f], 1.0 + f / 2.0, 1e-9);
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
    expect_wrong(*state, "length\t1\n", "'length' is there twice");
    expect_wrong(*state, "Length\t1\n", "no feature is called 'Length'");
    expect_wrong(*state, "\t1\n", "no feature is called ''");
    expect_wrong(*state, "length\n", "expected at least 2 fields");
}

static void test_wrong_numbers(void **state)
{
    static const char *const numbers[] = {"", "much", "1,5", "1.5x", "nan", "inf"};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        via_buffer rows = VIA_BUFFER_INIT;
        via_weights weights;
        via_error err = {VIA_OK, ""};
        char said[64];

        via_buffer_format(&rows, "length\t%s\n", numbers[i]);
        write_rows(&rows, VIA_W_LENGTH);
        snprintf(said, sizeof said, "tsv:1: expected a number, not '%s'", numbers[i]);
        assert_int_equal(load(*state, &rows, &weights, &err), VIA_E_FORMAT);
        assert_non_null(strstr(err.message, said));
        via_buffer_clear(&rows);
    }
}

static void test_files(void **state)
{
    via_weights weights;
    via_error err = {VIA_OK, ""};

    assert_int_equal(via_weights_load("weights.tsv", &weights, NULL), VIA_OK);
    assert_int_equal(via_weights_load("weights-fine.tsv", &weights, NULL), VIA_OK);
    assert_int_equal(via_weights_load(scratch_path(*state, "none"), &weights, &err),
                     VIA_E_IO);
    assert_non_null(strstr(err.message, "/none"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_all_features), TEST(test_names_differ),  TEST(test_missing),
        TEST(test_wrong_rows),   TEST(test_wrong_numbers), TEST(test_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
