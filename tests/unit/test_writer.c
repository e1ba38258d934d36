/* Tests of writing: whole or not at all, gzip members, full disks. */
#include "scratch.h"

#include "io/reader.h"
#include "io/writer.h"

static void expect_text(const char *path, const char *bytes, size_t n_bytes)
{
    via_buffer found = VIA_BUFFER_INIT;

    assert_int_equal(via_read_file(path, &found, NULL), VIA_OK);
    assert_int_equal(found.n_bytes, n_bytes);
    assert_memory_equal(found.bytes, bytes, n_bytes);
    via_buffer_clear(&found);
}

/* The bytes as they stand in the file. */
static size_t read_raw(const char *path, char *bytes, size_t n_room)
{
    FILE *file = fopen(path, "rb");

    assert_non_null(file);
    size_t n_bytes = fread(bytes, 1, n_room, file);
    assert_int_equal(fclose(file), 0);
    return n_bytes;
}

static void test_appears_at_commit(void **state)
{
    scratch *s = *state;
    const char *path = scratch_file(s, "out.txt", "old", 3);
    via_writer *writer;

    assert_int_equal(via_writer_open(path, false, &writer, NULL), VIA_OK);
    assert_int_equal(via_writer_write(writer, "new ", 4, NULL), VIA_OK);
    assert_int_equal(via_writer_write(writer, "text", 4, NULL), VIA_OK);
    expect_text(path, "old", 3);
    assert_int_equal(via_writer_commit(writer, NULL), VIA_OK);
    expect_text(path, "new text", 8);
    assert_int_equal(scratch_walk(s->folder, 0), 1);
}

static void test_abandon_leaves_nothing(void **state)
{
    scratch *s = *state;
    via_writer *writer;

    assert_int_equal(via_writer_open(scratch_path(s, "out.txt"), true, &writer, NULL),
                     VIA_OK);
    assert_int_equal(via_writer_write(writer, "text", 4, NULL), VIA_OK);
    assert_int_equal(scratch_walk(s->folder, 0), 1);
    via_writer_abandon(writer);
    assert_int_equal(scratch_walk(s->folder, 0), 0);
    via_writer_abandon(NULL);
}

static void test_two_writers_of_one_path(void **state)
{
    scratch *s = *state;
    const char *path = scratch_path(s, "out.txt");
    via_writer *first, *second;

    assert_int_equal(via_writer_open(path, false, &first, NULL), VIA_OK);
    assert_int_equal(via_writer_open(path, false, &second, NULL), VIA_OK);
    assert_int_equal(via_writer_write(first, "1", 1, NULL), VIA_OK);
    assert_int_equal(via_writer_write(second, "2", 1, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(first, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(second, NULL), VIA_OK);
    expect_text(path, "2", 1);
}

static void test_a_link_is_kept(void **state)
{
    scratch *s = *state;
    char link[600];
    struct stat info;
    via_writer *writer;

    scratch_file(s, "real.txt", "old", 3);
    snprintf(link, sizeof link, "%s/link.txt", s->folder);
    assert_int_equal(symlink("real.txt", link), 0);
    assert_int_equal(via_writer_open(link, false, &writer, NULL), VIA_OK);
    assert_int_equal(via_writer_write(writer, "new", 3, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(writer, NULL), VIA_OK);
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    expect_text(scratch_path(s, "real.txt"), "new", 3);
}

static void test_full_disk(void **state)
{
    static char megabytes[3 << 20];
    via_writer *writer;
    via_error err = {0};

    assert_int_equal(via_writer_open("/dev/full", false, &writer, NULL), VIA_OK);
    assert_int_equal(via_writer_write(writer, "text", 4, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(writer, &err), VIA_E_IO);
    assert_string_equal(err.message, "/dev/full: No space left on device");

    assert_int_equal(via_writer_open("/dev/full", false, &writer, NULL), VIA_OK);
    assert_int_equal(via_writer_write(writer, megabytes, sizeof megabytes, &err),
                     VIA_E_IO);
    assert_string_equal(err.message, "/dev/full: No space left on device");
    assert_int_equal(via_writer_commit(writer, &err), VIA_E_IO);
    assert_string_equal(err.message, "/dev/full: an earlier write failed");

    assert_int_equal(via_writer_open("/dev/full", true, &writer, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(writer, &err), VIA_E_IO);
}

static void test_standard_output_is_checked(void **state)
{
    via_writer *writer;
    via_error err = {0};
    int saved = dup(STDOUT_FILENO);
    FILE *full = fopen("/dev/full", "wb");

    assert_non_null(full);
    fflush(stdout);
    assert_int_equal(dup2(fileno(full), STDOUT_FILENO), STDOUT_FILENO);
    via_status opened = via_writer_open("-", false, &writer, NULL);
    via_status written = via_writer_write(writer, "text", 4, NULL);
    via_status committed = via_writer_commit(writer, &err);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    fclose(full);
    assert_int_equal(opened, VIA_OK);
    assert_int_equal(written, VIA_OK);
    assert_int_equal(committed, VIA_E_IO);
    assert_string_equal(err.message, "standard output: No space left on device");
}

static void test_where_nothing_can_be_written(void **state)
{
    scratch *s = *state;
    via_writer *writer = (via_writer *)s;
    via_error err = {0};

    assert_int_equal(
        via_writer_open(scratch_path(s, "no/out.txt"), false, &writer, &err), VIA_E_IO);
    assert_null(writer);
    assert_non_null(strstr(err.message, "no/out.txt: No such file or directory"));
    assert_int_equal(via_writer_open(s->folder, false, &writer, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, ": Is a directory"));
}

static void test_members_do_not_depend_on_writes(void **state)
{
    static char text[(5 << 20) / 2];
    static char first[1 << 20], second[1 << 20];
    scratch *s = *state;
    via_writer *writer;

    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i * i / 7 % 23);
    assert_int_equal(via_writer_open(scratch_path(s, "a"), true, &writer, NULL),
                     VIA_OK);
    assert_int_equal(via_writer_write(writer, text, sizeof text, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(writer, NULL), VIA_OK);
    expect_text(s->path, text, sizeof text);
    size_t n_first = read_raw(s->path, first, sizeof first);

    assert_int_equal(via_writer_open(scratch_path(s, "b"), true, &writer, NULL),
                     VIA_OK);
    for (size_t i = 0; i < sizeof text; i += 4096)
        assert_int_equal(via_writer_write(writer, text + i, 4096, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(writer, NULL), VIA_OK);
    size_t n_second = read_raw(s->path, second, sizeof second);

    assert_true(n_first < sizeof first);
    assert_int_equal(n_first, n_second);
    assert_memory_equal(first, second, n_first);
}

static void test_header_of_a_member(void **state)
{
    /* magic, deflate, no flags, mtime 0, no extra flags, OS unknown (RFC 1952) */
    static const unsigned char header[10] = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255};
    scratch *s = *state;
    char bytes[64];
    via_writer *writer;

    assert_int_equal(via_writer_open(scratch_path(s, "empty.gz"), true, &writer, NULL),
                     VIA_OK);
    assert_int_equal(via_writer_commit(writer, NULL), VIA_OK);
    assert_int_equal(read_raw(s->path, bytes, sizeof bytes), 20);
    assert_memory_equal(bytes, header, sizeof header);
    expect_text(s->path, "", 0);
}

static void test_members_of_others(void **state)
{
    scratch *s = *state;
    via_writer *writer;
    via_buffer member = VIA_BUFFER_INIT;

    assert_int_equal(via_gzip_member("two ", 4, &member, NULL), VIA_OK);
    assert_int_equal(via_writer_open(scratch_path(s, "a.gz"), true, &writer, NULL),
                     VIA_OK);
    assert_int_equal(via_writer_write(writer, "one ", 4, NULL), VIA_OK);
    assert_int_equal(
        via_writer_write_member(writer, member.bytes, member.n_bytes, NULL), VIA_OK);
    assert_int_equal(via_writer_write(writer, "three", 5, NULL), VIA_OK);
    assert_int_equal(via_writer_commit(writer, NULL), VIA_OK);
    expect_text(s->path, "one two three", 13);
    via_buffer_clear(&member);
}

static void test_a_whole_file(void **state)
{
    scratch *s = *state;
    via_buffer text = VIA_BUFFER_INIT;
    char raw[64];

    assert_int_equal(via_write_file(scratch_path(s, "empty.txt"), false, &text, NULL),
                     VIA_OK);
    expect_text(scratch_path(s, "empty.txt"), "", 0);
    via_buffer_append_text(&text, "text");
    assert_int_equal(via_write_file(scratch_path(s, "a.txt"), false, &text, NULL),
                     VIA_OK);
    assert_int_equal(read_raw(scratch_path(s, "a.txt"), raw, sizeof raw), 4);
    assert_memory_equal(raw, "text", 4);
    assert_int_equal(via_write_file(scratch_path(s, "b.gz"), true, &text, NULL),
                     VIA_OK);
    assert_true(read_raw(scratch_path(s, "b.gz"), raw, sizeof raw) > 4);
    expect_text(scratch_path(s, "b.gz"), "text", 4);
    via_buffer_clear(&text);
}

static void test_what_failed_is_not_written(void **state)
{
    scratch *s = *state;
    via_buffer text = VIA_BUFFER_INIT;

    text.has_failed = true;
    assert_int_equal(via_write_file(scratch_path(s, "a.txt"), false, &text, NULL),
                     VIA_E_MEMORY);
    text.has_failed = false;
    assert_int_equal(via_write_file("/nowhere/a.txt", false, &text, NULL), VIA_E_IO);
    assert_int_equal(via_write_file("/dev/full", true, &text, NULL), VIA_E_IO);
    assert_int_equal(scratch_walk(s->folder, 0), 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_appears_at_commit),
        TEST(test_abandon_leaves_nothing),
        TEST(test_two_writers_of_one_path),
        TEST(test_a_link_is_kept),
        TEST(test_full_disk),
        TEST(test_standard_output_is_checked),
        TEST(test_where_nothing_can_be_written),
        TEST(test_members_do_not_depend_on_writes),
        TEST(test_header_of_a_member),
        TEST(test_members_of_others),
        TEST(test_a_whole_file),
        TEST(test_what_failed_is_not_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
