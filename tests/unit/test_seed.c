/* Tests of seeds: which lexicon a pair of languages starts from, and broken ones. */
#include "scratch.h"

#include "evidence/seed.h"

static const char *const LEXICON = "# what rain is\nall\t20\t22\n\ntarget\train\t3\t4\n"
                                   "source\tmưa\t5\t4\npair\train\t2\t1\n";

static int setup(void **state)
{
    int failed = scratch_setup(state);

    setenv("VIALIGN_DATA", ((scratch *)*state)->folder, 1);
    return failed;
}

static int teardown(void **state)
{
    unsetenv("VIALIGN_DATA");
    return scratch_teardown(state);
}

/* The seed of a pair is found whichever language comes first in its name. */
static void test_either_order(void **state)
{
    scratch *s = *state;
    via_lexicon *lexicon;

    assert_int_equal(via_seed_load("vi", "de", NULL, &lexicon, NULL), VIA_OK);
    assert_null(lexicon);
    scratch_file(s, "seed-vi-de.tsv.gz", LEXICON, strlen(LEXICON));
    assert_int_equal(via_seed_load("vi", "de", NULL, &lexicon, NULL), VIA_OK);
    assert_float_equal(lexicon->n_all[0], 20.0, 0.0);
    assert_float_equal(lexicon->rows[0].counts[0], 2.0, 0.0);
    via_lexicon_free(lexicon);
    assert_int_equal(via_seed_load("de", "vi", NULL, &lexicon, NULL), VIA_OK);
    assert_float_equal(lexicon->n_all[0], 22.0, 0.0);
    assert_float_equal(lexicon->rows[0].counts[0], 1.0, 0.0);
    via_lexicon_free(lexicon);
    assert_int_equal(via_seed_load("vi", "fr", NULL, &lexicon, NULL), VIA_OK);
    assert_null(lexicon);
}

static void test_nothing_in_it(void **state)
{
    via_lexicon *lexicon;

    scratch_file(*state, "seed-vi-de.tsv.gz", "# none\n\n", 8);
    assert_int_equal(via_seed_load("vi", "de", NULL, &lexicon, NULL), VIA_OK);
    assert_null(lexicon);
}

static void test_broken(void **state)
{
    static const struct {
        const char *text;
        size_t n_bytes;
        const char *message;
    } cases[] = {
        {"# x\n\nall\t20\t22\nsource\tmua\tmuch\t4\n", 33, ":4: expected 'all', then"},
        {"all\t1\n", 6, ":1: expected 'all', then"},
        {"all\t20\t22\ntarget\tr\0in\t3\t4\n", 27, ":2: expected text, not a NUL"},
        {"all\t20\t22\n\0", 11, ":2: expected text, not a NUL byte"},
        {"all\t20\t22\npears\train\t3\t4\n", 26,
         ":2: expected a line 'all', 'target', 'source' or 'pair'"},
        {"target\train\t3\t4\n", 16, ":1: expected 'all', then"},
    };

    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        via_lexicon *lexicon;
        via_error err = {VIA_OK, ""};

        scratch_file(*state, "seed-vi-th.tsv.gz", cases[k].text, cases[k].n_bytes);
        assert_int_equal(via_seed_load("th", "vi", NULL, &lexicon, &err), VIA_E_FORMAT);
        assert_null(lexicon);
        const char *at = strstr(err.message, "seed-vi-th.tsv.gz:");
        if (!at || !strstr(at, cases[k].message))
            fail_msg("'%s' does not say '%s'", err.message, cases[k].message);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_either_order),
        TEST(test_nothing_in_it),
        TEST(test_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
