/* Tests: bytes of a file that are read again. */
#include "scratch.h"

#include "io/stretch.h"

static void test_of_a_file(void **state)
{
    const char *path = scratch_file(*state, "a.txt", "one two three", 13);
    via_buffer out = VIA_BUFFER_INIT;
    via_error err;

    assert_int_equal(via_read_stretch(path, 4, 3, &out, NULL), VIA_OK);
    assert_int_equal(via_read_stretch(path, 8, 5, &out, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&out), "twothree");
    assert_int_equal(via_read_stretch(path, 8, 6, &out, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, "a.txt: has become shorter"));
    assert_int_equal(via_read_stretch(scratch_path(*state, "no"), 0, 1, &out, &err),
                     VIA_E_IO);
    assert_int_equal(out.n_bytes, 8);
    via_buffer_clear(&out);
}

/* More than is kept in memory, so that a part is in the file. */
static void test_spool(void **state)
{
    scratch *s = *state;
    char bytes[1000];
    via_buffer out = VIA_BUFFER_INIT;
    via_spool *spool;
    uint64_t begin;

    setenv("TMPDIR", s->folder, 1);
    assert_int_equal(via_spool_open(&spool, NULL), VIA_OK);
    assert_int_equal(scratch_walk(s->folder, 0), 0);
    for (size_t i = 0; i < 3000; i++) {
        memset(bytes, 'a' + (int)(i % 26), sizeof bytes);
        assert_int_equal(via_spool_add(spool, bytes, sizeof bytes, &begin, NULL),
                         VIA_OK);
        assert_int_equal(begin, i * sizeof bytes);
    }
    assert_int_equal(via_spool_flush(spool, NULL), VIA_OK);
    assert_int_equal(via_spool_read(spool, 2999, 2, &out, NULL), VIA_OK);
    assert_int_equal(via_spool_read(spool, 2999999, 1, &out, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&out), "cdj");
    assert_int_equal(via_spool_read(spool, 2999999, 2, &out, NULL), VIA_E_IO);
    via_spool_close(spool);
    via_buffer_clear(&out);
}

/* What fits into memory needs no file. */
static void test_spool_that_cannot_be(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_spool *spool;
    uint64_t begin;
    via_error err;

    setenv("TMPDIR", scratch_path(*state, "none"), 1);
    assert_int_equal(via_spool_open(&spool, &err), VIA_OK);
    assert_int_equal(via_spool_add(spool, "x", 1, &begin, &err), VIA_OK);
    assert_int_equal(via_spool_read(spool, begin, 1, &out, &err), VIA_OK);
    assert_string_equal(via_buffer_text(&out), "x");
    assert_int_equal(via_spool_flush(spool, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, "TMPDIR may name another folder"));
    via_spool_close(spool);
    via_spool_close(NULL);
    via_buffer_clear(&out);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_of_a_file),
        TEST(test_spool),
        TEST(test_spool_that_cannot_be),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
