/* Tests of models: lexicons in files, and which of them a pair of languages starts
 * from. */
#include "scratch.h"

#include "base/buffer.h"
#include "evidence/model.h"
#include "io/writer.h"

static const char *const LEXICON = "# what rain is\nall\t20\t22\n\ntarget\train\t3\t4\n"
                                   "source\tmưa\t5\t4\npair\train\t2\t1\n";

static via_status load(scratch *s, const char *text, size_t n_bytes, via_lexicon **out,
                       via_error *err)
{
    return via_lexicon_load(scratch_file(s, "lexicon.tsv", text, n_bytes), false, out,
                            err);
}

static void test_load(void **state)
{
    scratch *s = *state;
    via_lexicon *lexicon;
    via_writer *writer;

    assert_int_equal(load(s, LEXICON, strlen(LEXICON), &lexicon, NULL), VIA_OK);
    assert_float_equal(lexicon->n_all[0], 20.0, 0.0);
    assert_float_equal(lexicon->rows[0].counts[0], 2.0, 0.0);
    via_lexicon_free(lexicon);
    assert_int_equal(via_lexicon_load(s->path, true, &lexicon, NULL), VIA_OK);
    assert_float_equal(lexicon->n_all[0], 22.0, 0.0);
    assert_float_equal(lexicon->rows[0].counts[0], 1.0, 0.0);
    via_lexicon_free(lexicon);
    /* Gzipped as well. */
    assert_int_equal(
        via_writer_open(scratch_path(s, "lexicon.tsv.gz"), true, &writer, NULL),
        VIA_OK);
    assert_int_equal(via_writer_write(writer, LEXICON, strlen(LEXICON), NULL), VIA_OK);
    assert_int_equal(via_writer_commit(writer, NULL), VIA_OK);
    assert_int_equal(via_lexicon_load(s->path, false, &lexicon, NULL), VIA_OK);
    assert_float_equal(lexicon->n_all[0], 20.0, 0.0);
    via_lexicon_free(lexicon);
    /* Nothing but remarks is no lexicon. */
    assert_int_equal(load(s, "# none\n\n", 8, &lexicon, NULL), VIA_OK);
    assert_null(lexicon);
}

static void expect_broken(scratch *s, const char *text, size_t n_bytes,
                          const char *message)
{
    via_lexicon *lexicon;
    via_error err = {VIA_OK, ""};

    assert_int_equal(load(s, text, n_bytes, &lexicon, &err), VIA_E_FORMAT);
    assert_null(lexicon);
    if (!strstr(err.message, message))
        fail_msg("'%s' does not say '%s'", err.message, message);
    assert_non_null(strstr(err.message, s->folder));
}

static void test_broken_files(void **state)
{
    scratch *s = *state;
    via_lexicon *lexicon;
    via_error err = {VIA_OK, ""};

    expect_broken(s, "# x\n\nall\t20\t22\nsource\tmưa\tmuch\t4\n", 39,
                  "lexicon.tsv:4: expected a new token");
    expect_broken(s, "all\t20\t22\ntarget\tr\0in\t3\t4\n", 27,
                  "lexicon.tsv:2: expected text, not a NUL byte");
    expect_broken(s, "all\t20\t22\n\0", 11, "lexicon.tsv:2: expected text, not a NUL");
    expect_broken(s, "all\t20\t22\npears\train\t3\t4\n", 26,
                  "lexicon.tsv:2: expected a line 'all', 'target', 'source' or 'pair'");
    expect_broken(s, "target\train\t3\t4\n", 16, "lexicon.tsv: expected a line 'all'");
    assert_int_equal(via_lexicon_load(scratch_path(s, "none"), false, &lexicon, &err),
                     VIA_E_IO);
    assert_null(lexicon);
    assert_non_null(strstr(err.message, "/none"));
}

/* The seed of a pair is found whichever language comes first in its name. */
static void test_seeds(void **state)
{
    scratch *s = *state;
    via_lexicon *lexicon;
    via_error err = {VIA_OK, ""};

    setenv("VIALIGN_DATA", s->folder, 1);
    assert_int_equal(via_seed_load("vi", "en", &lexicon, NULL), VIA_OK);
    assert_null(lexicon);
    scratch_file(s, "seed-vi-en.tsv.gz", LEXICON, strlen(LEXICON));
    assert_int_equal(via_seed_load("vi", "en", &lexicon, NULL), VIA_OK);
    assert_float_equal(lexicon->n_all[0], 20.0, 0.0);
    via_lexicon_free(lexicon);
    assert_int_equal(via_seed_load("en", "vi", &lexicon, NULL), VIA_OK);
    assert_float_equal(lexicon->n_all[0], 22.0, 0.0);
    via_lexicon_free(lexicon);
    assert_int_equal(via_seed_load("vi", "th", &lexicon, NULL), VIA_OK);
    assert_null(lexicon);
    scratch_file(s, "seed-vi-th.tsv.gz", "all\t1\n", 6);
    assert_int_equal(via_seed_load("th", "vi", &lexicon, &err), VIA_E_FORMAT);
    assert_null(lexicon);
    assert_non_null(strstr(err.message, "seed-vi-th.tsv.gz:1: expected"));
    unsetenv("VIALIGN_DATA");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_load),
        TEST(test_broken_files),
        TEST(test_seeds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
