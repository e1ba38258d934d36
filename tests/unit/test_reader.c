/* Tests of reading: lines, gzip members, files that are cut off or not there. */
#include "scratch.h"

#include "io/reader.h"
#include "io/writer.h"

/* Appends a text as a gzip member of its own. */
static void add_member(via_buffer *out, const char *text)
{
    assert_int_equal(via_gzip_member(text, strlen(text), out, NULL), VIA_OK);
}

static void expect_text(const char *path, const char *expected)
{
    via_buffer bytes = VIA_BUFFER_INIT;
    via_error err = {0};

    via_status st = via_read_file(path, &bytes, &err);
    assert_string_equal(err.message, "");
    assert_int_equal(st, VIA_OK);
    assert_string_equal(via_buffer_text(&bytes), expected);
    via_buffer_clear(&bytes);
}

static void expect_failure(const char *path, via_status status, const char *ending)
{
    via_buffer bytes = VIA_BUFFER_INIT;
    via_error err = {0};

    via_buffer_append_text(&bytes, "kept");
    assert_int_equal(via_read_file(path, &bytes, &err), status);
    assert_int_equal(err.status, status);
    assert_memory_equal(err.message, path, strlen(path));
    assert_string_equal(err.message + strlen(path), ending);
    assert_string_equal(via_buffer_text(&bytes), "kept");
    via_buffer_clear(&bytes);
}

static void test_plain_file(void **state)
{
    expect_text(scratch_file(*state, "a.txt", "một\nhai", 9), "một\nhai");
    expect_text(scratch_file(*state, "empty.txt", "", 0), "");
    expect_text(scratch_file(*state, "one.txt", "\x1f", 1), "\x1f");
}

static void test_gzip_is_told_by_its_bytes(void **state)
{
    via_buffer gz = VIA_BUFFER_INIT;

    add_member(&gz, "first\n");
    add_member(&gz, "");
    add_member(&gz, "second\n");
    expect_text(scratch_file(*state, "a.txt", gz.bytes, gz.n_bytes), "first\nsecond\n");
    expect_text(scratch_file(*state, "b.gz", "plain", 5), "plain");
    via_buffer_clear(&gz);
}

static void test_every_cut_of_gzip_is_noticed(void **state)
{
    via_buffer gz = VIA_BUFFER_INIT;

    add_member(&gz, "first\n");
    size_t n_first = gz.n_bytes;
    add_member(&gz, "second\n");
    for (size_t n = 2; n < gz.n_bytes; n++) {
        const char *path = scratch_file(*state, "cut.gz", gz.bytes, n);

        if (n == n_first)
            expect_text(path, "first\n");
        else
            expect_failure(path, VIA_E_FORMAT, ": gzip stream ends too early");
    }
    via_buffer_clear(&gz);
}

static void test_garbage_and_damage_are_noticed(void **state)
{
    via_buffer gz = VIA_BUFFER_INIT;
    via_error err = {0};

    add_member(&gz, "first\n");
    size_t n_member = gz.n_bytes;
    via_buffer_append_text(&gz, "garbage");
    const char *path = scratch_file(*state, "tail.gz", gz.bytes, gz.n_bytes);
    via_buffer out = VIA_BUFFER_INIT;
    assert_int_equal(via_read_file(path, &out, &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "gzip stream is broken near byte 2"));

    gz.bytes[n_member - 8] ^= 1; /* in the checksum */
    path = scratch_file(*state, "damage.gz", gz.bytes, n_member);
    assert_int_equal(via_read_file(path, &out, &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "gzip stream is broken near byte"));
    via_buffer_clear(&out);
    via_buffer_clear(&gz);
}

static void test_what_is_no_file(void **state)
{
    scratch *s = *state;

    expect_failure(scratch_path(s, "missing"), VIA_E_IO, ": No such file or directory");
    expect_failure(s->folder, VIA_E_IO, ": Is a directory");
}

static void test_standard_input(void **state)
{
    via_buffer bytes = VIA_BUFFER_INIT;
    int saved = dup(STDIN_FILENO);
    FILE *file = fopen(scratch_file(*state, "in.txt", "một\n", 6), "rb");

    assert_non_null(file);
    assert_int_equal(dup2(fileno(file), STDIN_FILENO), STDIN_FILENO);
    via_status st = via_read_file("-", &bytes, NULL);
    dup2(saved, STDIN_FILENO);
    close(saved);
    fclose(file);
    assert_int_equal(st, VIA_OK);
    assert_string_equal(via_buffer_text(&bytes), "một\n");
    via_buffer_clear(&bytes);
}

static void expect_line(via_reader *reader, const char *expected, size_t line_no)
{
    const char *line;
    size_t n_bytes;

    assert_int_equal(via_reader_next(reader, &line, &n_bytes, NULL), VIA_OK);
    if (!expected) {
        assert_null(line);
        return;
    }
    assert_string_equal(line, expected);
    assert_int_equal(n_bytes, strlen(expected));
    assert_int_equal(via_reader_line(reader), line_no);
}

static void test_lines(void **state)
{
    static const char text[] = "one\r\n\ntwo\rhalf\n\r\nlast\r";
    via_reader *reader;

    const char *path = scratch_file(*state, "a.txt", text, sizeof text - 1);
    assert_int_equal(via_reader_open(path, &reader, NULL), VIA_OK);
    expect_line(reader, "one", 1);
    expect_line(reader, "", 2);
    expect_line(reader, "two\rhalf", 3);
    expect_line(reader, "", 4);
    expect_line(reader, "last\r", 5);
    expect_line(reader, NULL, 5);
    expect_line(reader, NULL, 5);
    assert_int_equal(via_reader_line(reader), 5);
    via_reader_close(reader);
}

/* Lines around the size of a chunk, so that they end before, on and after it. */
static void test_long_lines(void **state)
{
    via_buffer text = VIA_BUFFER_INIT;
    via_reader *reader;
    const char *line;
    size_t n_bytes;

    for (size_t i = 0; i < 5; i++) {
        for (size_t j = 0; j < 65534 + i; j++)
            via_buffer_append_char(&text, (char)('a' + i));
        via_buffer_append_char(&text, '\n');
    }
    const char *path = scratch_file(*state, "a.txt", text.bytes, text.n_bytes);
    assert_int_equal(via_reader_open(path, &reader, NULL), VIA_OK);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(via_reader_next(reader, &line, &n_bytes, NULL), VIA_OK);
        assert_int_equal(n_bytes, 65534 + i);
        assert_int_equal(line[0], 'a' + (int)i);
        assert_int_equal(line[n_bytes - 1], 'a' + (int)i);
        assert_int_equal(line[n_bytes], '\0');
    }
    expect_line(reader, NULL, 5);
    via_reader_close(reader);
    via_buffer_clear(&text);
}

static void test_lines_of_a_cut_file(void **state)
{
    via_buffer gz = VIA_BUFFER_INIT;
    via_reader *reader;
    const char *line;
    size_t n_bytes;
    via_error err = {0};

    add_member(&gz, "one\ntwo\n");
    const char *path = scratch_file(*state, "cut.gz", gz.bytes, gz.n_bytes - 1);
    assert_int_equal(via_reader_open(path, &reader, NULL), VIA_OK);
    via_status st;
    do
        st = via_reader_next(reader, &line, &n_bytes, &err);
    while (st == VIA_OK && line);
    assert_int_equal(st, VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "ends too early"));
    via_reader_close(reader);
    via_buffer_clear(&gz);
}

static void test_open_fails(void **state)
{
    via_reader *reader = (via_reader *)state;

    assert_int_equal(via_reader_open(scratch_path(*state, "missing"), &reader, NULL),
                     VIA_E_IO);
    assert_null(reader);
    via_reader_close(reader);
}

static void test_limit(void **state)
{
    via_buffer gz = VIA_BUFFER_INIT, out = VIA_BUFFER_INIT, many = VIA_BUFFER_INIT;
    via_error err;

    while (many.n_bytes <= (1 << 20))
        via_buffer_append_text(&many, "0123456789abcdef");
    assert_int_equal(via_gzip_member(many.bytes, many.n_bytes, &gz, NULL), VIA_OK);
    scratch_file(*state, "a.gz", gz.bytes, gz.n_bytes);
    const char *path = ((scratch *)*state)->path;
    assert_int_equal(via_read_file_upto(path, many.n_bytes, &out, NULL), VIA_OK);
    assert_int_equal(out.n_bytes, many.n_bytes);
    assert_int_equal(via_read_file_upto(path, 1 << 20, &out, &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "a.gz: expected at most 1 MiB"));
    assert_int_equal(out.n_bytes, many.n_bytes);
    via_buffer_clear(&gz);
    via_buffer_clear(&out);
    via_buffer_clear(&many);
}

static void expect_record(via_reader *reader, const char *bytes, uint64_t begin,
                          bool is_too_long)
{
    via_record record;

    assert_int_equal(via_reader_record(reader, 4, &record, NULL), VIA_OK);
    assert_string_equal(record.bytes, bytes);
    assert_int_equal(record.is_too_long, is_too_long);
    if (!is_too_long) {
        assert_int_equal(record.n_bytes, strlen(bytes));
        assert_int_equal(record.begin, begin);
    }
}

/* A long line is longer than what is read at once. */
static void test_records_say_where_they_are(void **state)
{
    via_buffer bytes = VIA_BUFFER_INIT;
    via_record record;
    via_reader *reader;
    int byte;

    via_buffer_append_text(&bytes, "one\r\nfour\nfives\n\n");
    for (size_t i = 0; i < 300000; i++)
        via_buffer_append_char(&bytes, 'x');
    via_buffer_append_text(&bytes, "\ntwo\n");
    assert_int_equal(
        via_reader_open(scratch_file(*state, "a", bytes.bytes, bytes.n_bytes), &reader,
                        NULL),
        VIA_OK);
    assert_true(via_reader_is_plain(reader));
    assert_int_equal(via_reader_peek(reader, &byte, NULL), VIA_OK);
    assert_int_equal(byte, 'o');
    expect_record(reader, "one", 0, false);
    expect_record(reader, "four", 5, false);
    expect_record(reader, "", 0, true);
    assert_int_equal(via_reader_line(reader), 3);
    expect_record(reader, "", 16, false);
    expect_record(reader, "", 0, true);
    expect_record(reader, "two", 300018, false);
    assert_int_equal(via_reader_line(reader), 6);
    assert_int_equal(via_reader_record(reader, 4, &record, NULL), VIA_OK);
    assert_null(record.bytes);
    assert_int_equal(via_reader_line(reader), 6);
    assert_int_equal(via_reader_peek(reader, &byte, NULL), VIA_OK);
    assert_int_equal(byte, -1);
    via_reader_close(reader);
    via_buffer_clear(&bytes);
}

static void test_what_is_inflated_is_not_plain(void **state)
{
    via_buffer gz = VIA_BUFFER_INIT;
    via_reader *reader;

    add_member(&gz, "one\n");
    assert_int_equal(
        via_reader_open(scratch_file(*state, "a", gz.bytes, gz.n_bytes), &reader, NULL),
        VIA_OK);
    assert_false(via_reader_is_plain(reader));
    via_reader_close(reader);
    via_buffer_clear(&gz);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_plain_file),
        TEST(test_gzip_is_told_by_its_bytes),
        TEST(test_every_cut_of_gzip_is_noticed),
        TEST(test_garbage_and_damage_are_noticed),
        TEST(test_what_is_no_file),
        TEST(test_standard_input),
        TEST(test_lines),
        TEST(test_long_lines),
        TEST(test_lines_of_a_cut_file),
        TEST(test_open_fails),
        TEST(test_limit),
        TEST(test_records_say_where_they_are),
        TEST(test_what_is_inflated_is_not_plain),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
