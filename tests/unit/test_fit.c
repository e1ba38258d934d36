/* Tests of fitting: the minimum is found, whoever works, and what the lessons do not
 * speak of stays. */
#include "line_pair.h"

#include <math.h>
#include <stdlib.h>

#include "train/fit.h"

#define N_LESSONS 3

static const char *const TEXTS[N_LESSONS][2] = {
    {"Giá gạo tăng 12% ở An Giang.\nÔng Sáu bán 350 bao, bà Tư mua 40 bao.\nXem thêm",
     "Rice prices in An Giang rose by 12%.\nMr Sau sold 350 bags.\n"
     "Mrs Tu bought 40.\nMore"},
    {"Mưa lớn ở 250 xã.\nGió giật mạnh,\nsóng cao 4 mét.",
     "Heavy rain in 250 communes.\nGusts of wind, and waves of 4 metres."},
    {"Tin mới\nĐội nhà thắng 3-1.\nKhán giả hát suốt đêm.",
     "The home team won 3-1.\nThe crowd sang all night.\nShare"}};
static const via_bead GOLD[N_LESSONS][2] = {{{0, 1, 0, 1, 0, 0}, {1, 2, 1, 3, 0, 0}},
                                            {{0, 1, 0, 1, 0, 0}, {1, 3, 1, 2, 0, 0}},
                                            {{1, 2, 0, 1, 0, 0}, {2, 3, 1, 2, 0, 0}}};

struct fixture {
    via_lesson lessons[N_LESSONS + 1]; /* the last one of clauses */
    via_weights start;
};

static via_lesson make_lesson(size_t k, bool is_fine, via_weights *weights)
{
    line_pair pair = {.src_doc = line_doc("vi", TEXTS[k][0]),
                      .tgt_doc = line_doc("en", TEXTS[k][1])};
    via_gold_beads gold = {GOLD[k], 2, true};
    via_lesson lesson = {NULL, 1.0};

    pair.tgt_doc->is_fine = is_fine;
    line_pair_learn(&pair, 1);
    via_pair docs = {pair.src_doc, pair.tgt_doc, NULL};
    assert_int_equal(via_chart_new(pair.aligner, docs, &gold, &lesson.chart, NULL),
                     VIA_OK);
    *weights = pair.aligner->know.weights;
    line_pair_clear(&pair);
    return lesson;
}

static int setup(void **state)
{
    struct fixture *fix = calloc(1, sizeof *fix);

    for (size_t k = 0; k < N_LESSONS; k++)
        fix->lessons[k] = make_lesson(k, false, &fix->start);
    fix->lessons[N_LESSONS] = make_lesson(0, true, &fix->start);
    *state = fix;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fix = *state;

    for (size_t k = 0; k <= N_LESSONS; k++)
        via_chart_free(fix->lessons[k].chart);
    free(fix);
    return 0;
}

static const via_descent OPTIONS = {1.0, 200, 1};

/* The loss of the lessons of sentences, and of leaving the start. */
static double loss_at(const struct fixture *fix, const double *w, double freedom,
                      via_gradient *slope)
{
    via_gradient sum = {0};

    for (size_t k = 0; k < N_LESSONS; k++)
        assert_int_equal(
            via_chart_add(fix->lessons[k].chart, w, fix->lessons[k].weight, &sum, NULL),
            VIA_OK);
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        double off = w[f] - fix->start.w[VIA_CUT_SENTENCES][f];

        sum.loss_nats += 0.5 * off * off / (freedom * freedom);
        sum.by[f] += off / (freedom * freedom);
    }
    if (slope)
        *slope = sum;
    return sum.loss_nats;
}

/* Fits the sentences; returns what was reached. */
static via_descent_result fit(const struct fixture *fix, const via_descent *opt,
                              via_weights *weights)
{
    via_descent_result result;

    *weights = fix->start;
    assert_int_equal(via_fit(fix->lessons, N_LESSONS + 1, VIA_CUT_SENTENCES, opt,
                             weights, &result, NULL),
                     VIA_OK);
    return result;
}

static void test_minimum(void **state)
{
    const struct fixture *fix = *state;
    via_weights weights;
    via_gradient slope;
    via_descent_result result = fit(fix, &OPTIONS, &weights);
    double *w = weights.w[VIA_CUT_SENTENCES];
    double least = loss_at(fix, w, 1.0, &slope), first, squares = 0.0;

    assert_true(result.n_rounds > 2 && result.n_rounds < 200);
    assert_float_equal(result.loss_after, least, 1e-6);
    first = loss_at(fix, fix->start.w[VIA_CUT_SENTENCES], 1.0, NULL);
    assert_float_equal(result.loss_before, first, 1e-6);
    assert_true(least < 0.8 * first);
    /* All is flat there, and each step leads up. */
    for (int f = 0; f < VIA_N_FEATURES; f++)
        squares += slope.by[f] * slope.by[f];
    assert_true(sqrt(squares) < 0.1);
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        double there = w[f];

        for (int sign = -1; sign <= 1; sign += 2) {
            w[f] = there + 0.3 * sign;
            assert_true(loss_at(fix, w, 1.0, NULL) > least);
        }
        w[f] = there;
    }
}

static void test_workers(void **state)
{
    const struct fixture *fix = *state;
    via_descent opt = OPTIONS;
    via_weights one, many;

    via_descent_result first = fit(fix, &opt, &one);
    opt.n_workers = 3;
    via_descent_result second = fit(fix, &opt, &many);
    assert_memory_equal(&one, &many, sizeof one);
    assert_true(first.loss_after == second.loss_after);
    assert_int_equal(first.n_rounds, second.n_rounds);
}

/* Features that no lesson holds stay where they are, others move. */
static void test_prior(void **state)
{
    const struct fixture *fix = *state;
    const double *start = fix->start.w[VIA_CUT_SENTENCES];
    via_descent opt = OPTIONS;
    via_weights weights, stiff;
    via_gradient slope;
    size_t n_still = 0, n_moved = 0;

    fit(fix, &opt, &weights);
    loss_at(fix, start, 1.0, &slope);
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        bool is_still = weights.w[VIA_CUT_SENTENCES][f] == start[f];

        if (slope.by[f] == 0.0)
            assert_true(is_still);
        n_still += is_still;
        n_moved += !is_still;
    }
    assert_true(n_still > 1 && n_moved > 10);
    assert_memory_equal(weights.w[VIA_CUT_CLAUSES], fix->start.w[VIA_CUT_CLAUSES],
                        sizeof weights.w[VIA_CUT_CLAUSES]);
    /* With less freedom none goes far. */
    opt.freedom = 0.01;
    fit(fix, &opt, &stiff);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        assert_true(fabs(stiff.w[VIA_CUT_SENTENCES][f] - start[f]) < 0.01);
}

/* A lesson of double weight is two lessons. */
static void test_lesson_weights(void **state)
{
    const struct fixture *fix = *state;
    via_lesson twice[] = {fix->lessons[0], fix->lessons[0]};
    via_lesson heavy = {fix->lessons[0].chart, 2.0};
    via_weights a = fix->start, b = fix->start;
    via_descent_result result;

    assert_int_equal(via_fit(twice, 2, VIA_CUT_SENTENCES, &OPTIONS, &a, &result, NULL),
                     VIA_OK);
    assert_int_equal(via_fit(&heavy, 1, VIA_CUT_SENTENCES, &OPTIONS, &b, &result, NULL),
                     VIA_OK);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        assert_float_equal(a.w[VIA_CUT_SENTENCES][f], b.w[VIA_CUT_SENTENCES][f], 1e-6);
}

static void test_kinds_and_limits(void **state)
{
    const struct fixture *fix = *state;
    via_descent opt = OPTIONS;
    via_weights weights = fix->start;
    via_descent_result result;

    /* None is of clauses. */
    assert_int_equal(via_fit(fix->lessons, N_LESSONS, VIA_CUT_CLAUSES, &opt, &weights,
                             &result, NULL),
                     VIA_OK);
    assert_memory_equal(&weights, &fix->start, sizeof weights);
    assert_int_equal(result.n_rounds, 0);
    /* One is. */
    assert_int_equal(via_fit(fix->lessons, N_LESSONS + 1, VIA_CUT_CLAUSES, &opt,
                             &weights, &result, NULL),
                     VIA_OK);
    assert_true(result.loss_after < result.loss_before);
    assert_memory_equal(weights.w[VIA_CUT_SENTENCES], fix->start.w[VIA_CUT_SENTENCES],
                        sizeof weights.w[VIA_CUT_SENTENCES]);
    opt.n_rounds_max = 2;
    result = fit(fix, &opt, &weights);
    assert_int_equal(result.n_rounds, 2);
    assert_true(result.loss_after < result.loss_before);
    opt.n_rounds_max = 0;
    fit(fix, &opt, &weights);
    assert_memory_equal(&weights, &fix->start, sizeof weights);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_minimum),        TEST(test_workers),          TEST(test_prior),
        TEST(test_lesson_weights), TEST(test_kinds_and_limits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
