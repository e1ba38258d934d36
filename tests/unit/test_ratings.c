/* Tests of ratings: bins, calibration error and coverage, by hand. */
#include "scratch.h"

#include "eval/ratings.h"

#define NEAR 1e-9

static via_eval_figures rate(const via_rating *rated, size_t n_rated)
{
    via_ratings ratings = {VIA_BUFFER_INIT};
    via_eval_figures figures = {0};

    for (size_t i = 0; i < n_rated; i++)
        via_ratings_add(&ratings, rated[i].confidence, rated[i].is_right);
    assert_int_equal(via_ratings_figures(&ratings, &figures, NULL), VIA_OK);
    via_ratings_clear(&ratings);
    assert_int_equal(figures.n_rated, n_rated);
    return figures;
}

static void check_coverage(const via_eval_figures *figures, size_t i, double share,
                           double precision, double min_confidence)
{
    assert_float_equal(figures->coverages[i].share, share, NEAR);
    assert_float_equal(figures->coverages[i].precision, precision, NEAR);
    assert_float_equal(figures->coverages[i].min_confidence, min_confidence, NEAR);
}

static void test_nothing(void **state)
{
    via_eval_figures f = rate(NULL, 0);
    (void)state;

    assert_true(f.calibration_error == 0 && f.bin_beads[9] == 0);
    check_coverage(&f, 0, .5, 0, 0);
    check_coverage(&f, 6, 1, 0, 0);
}

/* Edges belong to the bin above; 1 belongs to the last. */
static void test_bins(void **state)
{
    static const via_rating rated[] = {{0, false}, {.1, false}, {.15, true},
                                       {.9, true}, {1, true},   {.96, false}};
    via_eval_figures f = rate(rated, 6);
    (void)state;

    assert_int_equal(f.bin_beads[0], 1);
    assert_int_equal(f.bin_beads[1], 2);
    assert_int_equal(f.bin_beads[8], 0);
    assert_int_equal(f.bin_beads[9], 3);
    assert_float_equal(f.bin_confidence[1], .125, NEAR);
    assert_float_equal(f.bin_precision[1], .5, NEAR);
    assert_float_equal(f.bin_confidence[9], 2.86 / 3, NEAR);
    assert_float_equal(f.bin_precision[9], 2 / 3.0, NEAR);
    assert_float_equal(f.calibration_error, (0 + .75 + .86) / 6, NEAR);
}

/* Ten beads: five right at .9, four at .6 of which one is right, one wrong at .2. Of
 * the four no one comes first: each is a quarter right. */
static void test_ties(void **state)
{
    static const via_rating rated[] = {
        {.6, false}, {.9, true}, {.2, false}, {.9, true}, {.6, true},
        {.9, true},  {.9, true}, {.6, false}, {.9, true}, {.6, false}};
    via_rating turned[10];
    via_eval_figures f = rate(rated, 10);
    (void)state;

    check_coverage(&f, 0, .5, 1, .9);
    check_coverage(&f, 1, .7, 5.5 / 7, .6);
    check_coverage(&f, 2, .8, 5.75 / 8, .6);
    check_coverage(&f, 3, .85, 5.875 / 8.5, .6);
    check_coverage(&f, 4, .9, 6 / 9.0, .6);
    check_coverage(&f, 5, .95, 6 / 9.5, .2);
    check_coverage(&f, 6, 1, 6 / 10.0, .2);

    for (size_t i = 0; i < 10; i++)
        turned[i] = rated[9 - i];
    via_eval_figures other = rate(turned, 10);
    assert_memory_equal(&f.coverages, &other.coverages, sizeof f.coverages);
}

/* A share that is whole takes no part of the next bead. */
static void test_whole_shares(void **state)
{
    via_rating rated[100];
    (void)state;

    for (size_t n = 10; n <= 100; n += 10) {
        for (size_t i = 0; i < n; i++)
            rated[i] = (via_rating){1.0 - (double)i / 200, true};
        via_eval_figures f = rate(rated, n);

        check_coverage(&f, 1, .7, 1, 1.0 - (double)(n * 7 / 10 - 1) / 200);
        check_coverage(&f, 4, .9, 1, 1.0 - (double)(n * 9 / 10 - 1) / 200);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_bins),
        cmocka_unit_test(test_ties),
        cmocka_unit_test(test_whole_shares),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
