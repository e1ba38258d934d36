/* Tests of tables: rows, comments, wrong lines, where data files are found. */
#include "scratch.h"

#include "base/buffer.h"
#include "io/table.h"

static via_status load(scratch *s, const char *text, size_t n_fields_min,
                       via_table **table, via_error *err)
{
    const char *path = scratch_file(s, "table.tsv", text, strlen(text));

    return via_table_load(path, n_fields_min, table, err);
}

static void test_rows(void **state)
{
    via_table *table;
    via_status st = load(*state,
                         "\xef\xbb\xbf# a comment\r\n"
                         "\n"
                         "   \t \n"
                         " Mr. \ttitle\r\n"
                         "#commented\tout\n"
                         "#\tmark\t\t x y \n"
                         "\tno first",
                         2, &table, NULL);

    assert_int_equal(st, VIA_OK);
    assert_int_equal(via_table_n_rows(table), 3);
    assert_string_equal(via_table_path(table), ((scratch *)*state)->path);

    const via_row *row = via_table_row(table, 0);
    assert_int_equal(row->n_fields, 2);
    assert_int_equal(row->line, 4);
    assert_string_equal(row->fields[0], "Mr.");
    assert_string_equal(row->fields[1], "title");

    row = via_table_row(table, 1);
    assert_int_equal(row->n_fields, 4);
    assert_string_equal(row->fields[0], "#");
    assert_string_equal(row->fields[1], "mark");
    assert_string_equal(row->fields[2], "");
    assert_string_equal(row->fields[3], "x y");

    row = via_table_row(table, 2);
    assert_int_equal(row->line, 7);
    assert_string_equal(row->fields[0], "");
    assert_string_equal(row->fields[1], "no first");
    via_table_free(table);
}

static void test_many_rows(void **state)
{
    via_buffer text = VIA_BUFFER_INIT;
    via_table *table;

    for (int i = 0; i < 1000; i++)
        via_buffer_format(&text, "%d\t%d\n", i, i * i);
    assert_int_equal(load(*state, via_buffer_text(&text), 2, &table, NULL), VIA_OK);
    assert_int_equal(via_table_n_rows(table), 1000);
    assert_string_equal(via_table_row(table, 999)->fields[1], "998001");
    via_table_free(table);
    via_buffer_clear(&text);
}

static void test_wrong_lines(void **state)
{
    via_table *table;
    via_error err = {0};

    assert_int_equal(load(*state, "a\tb\n# c\na b\n", 2, &table, &err), VIA_E_FORMAT);
    assert_null(table);
    assert_non_null(strstr(
        err.message, "table.tsv:3: expected at least 2 fields between tabs, found 1"));

    const char *path = scratch_file(*state, "nul.tsv", "a\tb\na\0b\tc\n", 10);
    assert_int_equal(via_table_load(path, 1, &table, &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "nul.tsv:2: expected text, not a NUL byte"));
    assert_int_equal(via_table_load("./no such table", 1, &table, &err), VIA_E_IO);
    via_table_free(NULL);
}

static void test_data_folder(void **state)
{
    scratch *s = *state;
    char path[512];
    via_table *table;
    via_error err = {0};

    scratch_file(s, "colours.tsv", "red\tđỏ\n", 10);
    unsetenv("VIALIGN_DATA");
    assert_false(via_data_path("colours.tsv", path, sizeof path));
    assert_int_equal(via_table_load("colours.tsv", 2, &table, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, "colours.tsv: no such data file"));

    setenv("VIALIGN_DATA", s->folder, 1);
    assert_true(via_data_path("colours.tsv", path, sizeof path));
    assert_string_equal(path, scratch_path(s, "colours.tsv"));
    assert_int_equal(via_table_load("colours.tsv", 2, &table, NULL), VIA_OK);
    assert_string_equal(via_table_row(table, 0)->fields[1], "đỏ");
    via_table_free(table);

    assert_false(via_data_path("colours.tsv", path, strlen(s->path)));
    assert_string_equal(path, "");
    unsetenv("VIALIGN_DATA");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_rows),
        TEST(test_many_rows),
        TEST(test_wrong_lines),
        TEST(test_data_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
