/* Tests: the files of many documents. */
#include "scratch.h"

#include "batch/memories.h"
#include "io/reader.h"

/* What is written in one test: 2.5 MB in pieces of all lengths. */
#define N_PIECES       500
#define PIECE_BYTES(i) ((size_t)(i)*20)

static via_outputs outputs_of(const char *formats)
{
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_outputs outputs;

    opt.formats = formats;
    assert_int_equal(via_outputs_init(&outputs, &opt, NULL), VIA_OK);
    return outputs;
}

static size_t size_of(scratch *s, const char *name)
{
    struct stat status;

    assert_int_equal(stat(scratch_path(s, name), &status), 0);
    return (size_t)status.st_size;
}

/* Writes the memories with a flush after every `n_between` pieces, and returns the
 * bytes of a file, as they are if `is_raw`. */
static via_buffer write_with(scratch *s, size_t n_between, size_t n_workers,
                             const char *name, bool is_raw)
{
    via_outputs outputs = outputs_of("tsv.gz,tsv");
    via_job job = {.src_lang = "vi", .tgt_lang = "ja"};
    via_buffer bytes = VIA_BUFFER_INIT;
    char piece[PIECE_BYTES(N_PIECES)];
    via_memories *memories;

    assert_int_equal(via_memories_open(&outputs, &job, s->folder, &memories, NULL),
                     VIA_OK);
    for (size_t i = 0; i < N_PIECES; i++) {
        memset(piece, (int)('a' + i % 26), PIECE_BYTES(i));
        for (size_t file = 0; file < 2; file++)
            via_memories_add(memories, file, piece, PIECE_BYTES(i));
        if (i % n_between == 0)
            assert_int_equal(via_memories_flush(memories, n_workers, NULL), VIA_OK);
    }
    assert_int_equal(via_memories_commit(memories, n_workers, NULL), VIA_OK);
    if (is_raw) {
        FILE *file = fopen(scratch_path(s, name), "rb");

        assert_non_null(file);
        assert_true(via_buffer_reserve(&bytes, size_of(s, name)));
        bytes.n_bytes = fread(bytes.bytes, 1, bytes.capacity, file);
        fclose(file);
    } else {
        assert_int_equal(via_read_file(scratch_path(s, name), &bytes, NULL), VIA_OK);
    }
    return bytes;
}

static void test_bytes_do_not_depend_on_flushing_and_workers(void **state)
{
    via_buffer one = write_with(*state, 1, 1, "vi-ja.tsv.gz", true);
    via_buffer two = write_with(*state, 77, 3, "vi-ja.tsv.gz", true);
    via_buffer all = write_with(*state, N_PIECES + 1, 2, "vi-ja.tsv.gz", true);

    assert_int_equal(one.n_bytes, two.n_bytes);
    assert_memory_equal(one.bytes, two.bytes, one.n_bytes);
    assert_int_equal(one.n_bytes, all.n_bytes);
    assert_memory_equal(one.bytes, all.bytes, one.n_bytes);
    via_buffer_clear(&one);
    via_buffer_clear(&two);
    via_buffer_clear(&all);
}

static void test_compressed_and_plain_say_the_same(void **state)
{
    via_buffer packed = write_with(*state, 9, 2, "vi-ja.tsv.gz", false);
    via_buffer plain = write_with(*state, 9, 2, "vi-ja.tsv", false);

    assert_int_equal(plain.n_bytes, (size_t)N_PIECES * (N_PIECES - 1) / 2 * 20);
    assert_int_equal(packed.n_bytes, plain.n_bytes);
    assert_memory_equal(packed.bytes, plain.bytes, plain.n_bytes);
    via_buffer_clear(&packed);
    via_buffer_clear(&plain);
}

static void test_abandoned_leave_nothing(void **state)
{
    scratch *s = *state;
    via_outputs outputs = outputs_of("tmx,moses");
    via_job job = {.src_lang = "vi", .tgt_lang = "ja"};
    via_memories *memories;

    assert_int_equal(via_memories_open(&outputs, &job, s->folder, &memories, NULL),
                     VIA_OK);
    via_memories_add(memories, 1, "tea\n", 4);
    assert_int_equal(via_memories_flush(memories, 2, NULL), VIA_OK);
    via_memories_abandon(memories);
    assert_int_equal(scratch_walk(s->folder, 0), 0);
}

static void test_folder_that_is_not_there(void **state)
{
    scratch *s = *state;
    via_outputs outputs = outputs_of("tmx");
    via_job job = {.src_lang = "vi", .tgt_lang = "ja"};
    via_memories *memories;
    via_error err;

    assert_int_equal(
        via_memories_open(&outputs, &job, scratch_path(s, "none"), &memories, &err),
        VIA_E_IO);
    assert_null(memories);
    assert_non_null(strstr(err.message, "none/vi-ja.tmx.gz: "));
}

int main(void)
{
#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_bytes_do_not_depend_on_flushing_and_workers),
        TEST(test_compressed_and_plain_say_the_same),
        TEST(test_abandoned_leave_nothing),
        TEST(test_folder_that_is_not_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
