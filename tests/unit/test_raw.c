/* Tests of the raw track: beads, cuts and letters, by hand. */
#include "scratch.h"

#include "eval/raw.h"

#define NEAR 1e-9
#define NONE (-1.0) /* no confidence */

/* A list of spans that are given in order. */
static via_span_list make_list(const via_span *spans, size_t n_spans)
{
    via_span_list list = {calloc(n_spans + 1, sizeof *spans), n_spans,
                          calloc(n_spans + 1, sizeof(size_t))};

    assert_non_null(list.spans);
    assert_non_null(list.reaches);
    for (size_t i = 0; i < n_spans; i++) {
        size_t before = i ? list.reaches[i - 1] : 0;

        list.spans[i] = spans[i];
        list.reaches[i] = spans[i].src_end > before ? spans[i].src_end : before;
    }
    return list;
}

static via_eval_figures score(const via_span *golds, size_t n_golds,
                              const via_span *hyps, size_t n_hyps)
{
    via_span_list gold = make_list(golds, n_golds), hyp = make_list(hyps, n_hyps);
    via_raw_counts counts = {0};
    via_eval_figures figures = {0};

    assert_int_equal(via_raw_count(&gold, &hyp, &counts, NULL), VIA_OK);
    assert_int_equal(via_raw_figures(&counts, &figures, NULL), VIA_OK);
    via_raw_counts_clear(&counts);
    via_span_list_clear(&gold);
    via_span_list_clear(&hyp);
    return figures;
}

static const via_span GOLD[] = {{0, 10, 0, 10, NONE}, {10, 20, 10, 20, NONE}};

static void test_gold_itself(void **state)
{
    via_eval_figures f = score(GOLD, 2, GOLD, 2);

    assert_true(f.bead.f1 == 1 && f.bead_lax.f1 == 1 && f.cut.f1 == 1);
    assert_true(f.chars.precision == 1 && f.chars.recall == 1);
    assert_int_equal(f.n_units, 2);
    assert_true(f.mean_unit_cps == 10);
}

static void test_nothing(void **state)
{
    via_eval_figures f = score(GOLD, 2, NULL, 0);

    assert_true(f.bead.f1 == 0 && f.cut.recall == 0 && f.chars.f1 == 0);
    assert_true(f.mean_unit_cps == 0);
}

/* One bead for two: half of the letters that it ties to each letter are right. */
static void test_joined(void **state)
{
    static const via_span joined[] = {{0, 20, 0, 20, NONE}};
    via_eval_figures f = score(GOLD, 2, joined, 1);

    assert_true(f.bead.f1 == 0);
    assert_true(f.bead_lax.precision == 1 && f.bead_lax.recall == 1);
    assert_true(f.cut.precision == 1);
    assert_float_equal(f.cut.recall, 2 / 3.0, NEAR);
    assert_float_equal(f.chars.precision, .5, NEAR);
    assert_float_equal(f.chars.recall, 1, NEAR);
}

/* A cut inside a gold bead is not judged; one on its edge at the wrong place is. */
static void test_cuts(void **state)
{
    static const via_span hyps[] = {
        {0, 5, 0, 5, NONE}, {5, 10, 5, 9, NONE}, {10, 20, 10, 20, NONE}};
    via_eval_figures f = score(GOLD, 2, hyps, 3);

    assert_float_equal(f.cut.precision, 3 / 4.0, NEAR);
    assert_float_equal(f.cut.recall, 1, NEAR);
    assert_float_equal(f.bead.precision, 1 / 3.0, NEAR);
    assert_float_equal(f.bead.recall, 1 / 2.0, NEAR);
}

/* Overlapping answers cannot recall more than there is. */
static void test_recall_ends_at_one(void **state)
{
    static const via_span hyps[] = {
        {0, 10, 0, 10, NONE}, {0, 20, 0, 20, NONE}, {10, 20, 10, 20, NONE}};
    via_eval_figures f = score(GOLD, 2, hyps, 3);

    assert_true(f.chars.recall == 1);
    assert_float_equal(f.chars.precision, 60 / 80.0, NEAR);
}

/* Two tiles of one gold bead are right, a bead across both is not; without a confidence
 * none is rated. */
static void test_ratings(void **state)
{
    static const via_span tiles[] = {
        {0, 5, 0, 5, .95}, {5, 10, 5, 10, .75}, {10, 20, 10, 20, NONE}};
    static const via_span across[] = {{0, 20, 0, 20, .85}};
    via_eval_figures f = score(GOLD, 2, tiles, 3);

    assert_int_equal(f.n_rated, 2);
    assert_true(f.bin_precision[9] == 1 && f.bin_precision[7] == 1);
    assert_float_equal(f.calibration_error, (.05 + .25) / 2, NEAR);
    assert_true(f.coverages[VIA_EVAL_COVERAGES - 1].precision == 1);
    f = score(GOLD, 2, across, 1);
    assert_int_equal(f.n_rated, 1);
    assert_int_equal(f.bin_beads[8], 1);
    assert_true(f.bin_precision[8] == 0);
    f = score(GOLD, 2, GOLD, 2);
    assert_int_equal(f.n_rated, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gold_itself),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_joined),
        cmocka_unit_test(test_cuts),
        cmocka_unit_test(test_recall_ends_at_one),
        cmocka_unit_test(test_ratings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
