/* Tests of the sentence track: hits, null beads and calibration, by hand. */
#include "scratch.h"

#include "eval/sent.h"

#define NEAR 1e-9

static via_sent_counts count(scratch *s, const char *gold, const char *hyp)
{
    via_sent_counts counts = {0};
    via_bead_set *golds, *hyps;

    assert_int_equal(via_bead_set_load(scratch_file(s, "gold", gold, strlen(gold)),
                                       false, &golds, NULL),
                     VIA_OK);
    assert_int_equal(
        via_bead_set_load(scratch_file(s, "hyp", hyp, strlen(hyp)), true, &hyps, NULL),
        VIA_OK);
    assert_int_equal(via_sent_count(golds, hyps, &counts, NULL), VIA_OK);
    via_bead_set_free(golds);
    via_bead_set_free(hyps);
    return counts;
}

/* Of four full beads of the answer one is right, two share a link and one is wrong;
 * of the two null beads one is right. */
static void test_hits(void **state)
{
    via_sent_counts counts =
        count(*state, "[0]:[0]\n[1]:[1, 2]\n[2]:[]\n[3]:[3]\n[4, 5]:[4]\n",
              "[0]:[0]\n[1]:[1]\n[2]:[]\n[]:[2]\n[3]:[9]\n[4]:[4]\n");
    via_eval_figures figures = {0};

    assert_int_equal(via_sent_figures(&counts, &figures, NULL), VIA_OK);
    via_sent_counts_clear(&counts);
    assert_float_equal(figures.strict.precision, 1 / 4.0, NEAR);
    assert_float_equal(figures.strict.recall, 1 / 4.0, NEAR);
    assert_float_equal(figures.strict.f1, 1 / 4.0, NEAR);
    assert_float_equal(figures.lax.precision, 3 / 4.0, NEAR);
    assert_float_equal(figures.lax.recall, 3 / 4.0, NEAR);
    assert_float_equal(figures.vecalign_strict.precision, 2 / 6.0, NEAR);
    assert_float_equal(figures.vecalign_strict.recall, 1 / 4.0, NEAR);
    assert_float_equal(figures.vecalign_lax.precision, 4 / 6.0, NEAR);
    assert_float_equal(figures.vecalign_lax.f1, 2 * (4 / 6.0) * .75 / (4 / 6.0 + .75),
                       NEAR);
}

static void test_an_empty_answer(void **state)
{
    via_sent_counts counts = count(*state, "[0]:[0]\n", "");
    via_eval_figures figures = {0};

    assert_int_equal(via_sent_figures(&counts, &figures, NULL), VIA_OK);
    via_sent_counts_clear(&counts);
    assert_true(figures.strict.precision == 0 && figures.strict.recall == 0);
    assert_true(figures.strict.f1 == 0 && figures.calibration_error == 0);
}

/* Two beads at .95, one of them right; one at .05, wrong; one of 1, right; null beads
 * and beads without a confidence are not rated. */
static void test_calibration(void **state)
{
    via_sent_counts counts = count(*state, "[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n",
                                   "[0]:[0]:0.95\n[1]:[2]:0.95\n[2]:[1]:0.05\n"
                                   "[3]:[3]:1\n[4]:[]:0.5\n[5]:[5]\n");
    via_eval_figures figures = {0};

    assert_int_equal(via_sent_figures(&counts, &figures, NULL), VIA_OK);
    via_sent_counts_clear(&counts);
    assert_int_equal(figures.n_rated, 4);
    assert_int_equal(figures.bin_beads[0], 1);
    assert_int_equal(figures.bin_beads[5], 0);
    assert_int_equal(figures.bin_beads[9], 3);
    assert_float_equal(figures.bin_confidence[9], 2.9 / 3, NEAR);
    assert_float_equal(figures.bin_precision[9], 2 / 3.0, NEAR);
    assert_float_equal(figures.bin_precision[0], 0, NEAR);
    assert_float_equal(figures.calibration_error, (.05 + .9) / 4, NEAR);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_hits),
        TEST(test_an_empty_answer),
        TEST(test_calibration),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
