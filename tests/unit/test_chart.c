/* Tests of charts: slopes against differences of the loss, and the loss against every
 * ladder. */
#include "every_ladder.h"
#include "line_pair.h"

#include "train/chart.h"

#define N(items) (sizeof(items) / sizeof *(items))

static const char *const SRC_TEXT =
    "Tin mới\n"
    "\n"
    "Giá gạo tăng 12% ở An Giang, theo Sở Công Thương.\n"
    "gao_4711.jpg\n"
    "Ông Sáu bán 350 bao (loại 1), bà Tư mua lại 40 bao;\n"
    "còn ông Năm thì không bán: “Tôi chờ giá lên?”\n"
    "\n"
    "Xem thêm";
static const char *const TGT_TEXT =
    "Rice prices in An Giang rose by 12%, the department said.\n"
    "Mr Sau sold 350 bags (grade 1);\n"
    "Mrs Tu bought 40 of them.\n"
    "\n"
    "rice_4711.jpg\n"
    "Mr Nam sold none: “Shall I wait?”\n"
    "More";

static const via_bead GOLD[] = {
    {2, 3, 0, 1, 0, 0}, {4, 5, 1, 3, 0, 0}, {5, 6, 5, 6, 0, 0}, {7, 8, 6, 7, 0, 0}};

/* Beads that finer ones tile, in more than one way. */
static const via_bead COARSE[] = {{2, 3, 0, 1, 0, 0}, {4, 6, 1, 3, 0, 0}};

/* Lines 2 and 3 stand in the other order. */
static const char *const SWAPPED_SRC = "Xe 111 chở gạo.\nXe 222 chở ngô, đậu.\n"
                                       "Xe 333 chở sắn.\nXe 444 chở muối.";
static const char *const SWAPPED_TGT =
    "Lorry 111 took rice.\nLorry 333 took cassava.\n"
    "Lorry 222 took maize and beans.\nLorry 444 took salt.";
static const via_bead SWAPPED[] = {
    {0, 1, 0, 1, 0, 0}, {1, 2, 2, 3, 0, 0}, {2, 3, 1, 2, 0, 0}, {3, 4, 3, 4, 0, 0}};

/* A pair and the weights that score it. */
struct fixture {
    line_pair pair;
    double *weights;
};

static void init_docs(struct fixture *fix, via_doc *src, via_doc *tgt)
{
    fix->pair = (line_pair){.src_doc = src, .tgt_doc = tgt};
    line_pair_learn(&fix->pair, 1);
    fix->weights = fix->pair.aligner->know.weights.w[src->is_fine || tgt->is_fine];
}

static void init(struct fixture *fix)
{
    init_docs(fix, line_doc("vi", SRC_TEXT), line_doc("en", TGT_TEXT));
}

static void init_swapped(struct fixture *fix)
{
    init_docs(fix, line_doc("vi", SWAPPED_SRC), line_doc("en", SWAPPED_TGT));
    fix->weights[VIA_W_SWAP] = 0.0; /* so that the other ladders are heard as well */
}

static void init_clauses(struct fixture *fix)
{
    via_doc *src = line_doc("vi", SRC_TEXT), *tgt = line_doc("en", TGT_TEXT);

    tgt->is_fine = true;
    for (size_t j = 0; j < tgt->n_segs; j++)
        tgt->segs[j].border_score = 0.5f * (float)j - 1.5f;
    init_docs(fix, src, tgt);
}

static via_chart *chart_of(const struct fixture *fix, const via_bead *gold,
                           size_t n_gold, bool is_exact)
{
    via_pair docs = {fix->pair.src_doc, fix->pair.tgt_doc, NULL};
    via_gold_beads beads = {gold, n_gold, is_exact};
    via_chart *chart;

    assert_int_equal(via_chart_new(fix->pair.aligner, docs, &beads, &chart, NULL),
                     VIA_OK);
    return chart;
}

static via_gradient gradient_of(via_chart *chart, const double *weights)
{
    via_gradient sum = {0};

    assert_int_equal(via_chart_add(chart, weights, 1.0, &sum, NULL), VIA_OK);
    return sum;
}

static via_gradient gradient_for(const struct fixture *fix, const via_bead *gold,
                                 size_t n_gold, bool is_exact)
{
    via_chart *chart = chart_of(fix, gold, n_gold, is_exact);
    via_gradient sum = gradient_of(chart, fix->weights);

    via_chart_free(chart);
    return sum;
}

/* ---- Differences --------------------------------------------------------- */

/* What the gradient leaves out because it is unlikely may make so much. */
#define SLACK 6e-4

/* The slope of the loss by one weight: central differences, fourth order. */
static double slope_of(via_chart *chart, const double *weights, int feature)
{
    static const double factors[] = {1.0, -8.0, 8.0, -1.0}, times[] = {-2, -1, 1, 2};
    /* Some count dozens of nats. */
    double step = feature == VIA_W_NULL_KEYS ? 0.002 : 0.02, slope = 0.0;
    double at[VIA_N_FEATURES];

    memcpy(at, weights, sizeof at);
    for (size_t i = 0; i < N(times); i++) {
        at[feature] = weights[feature] + times[i] * step;
        slope += factors[i] * gradient_of(chart, at).loss_nats;
    }
    return slope / (12.0 * step);
}

/* Compares all weights; returns how many have a slope to speak of. */
static size_t check_slopes(const struct fixture *fix, const via_bead *gold,
                           size_t n_gold, bool is_exact)
{
    via_chart *chart = chart_of(fix, gold, n_gold, is_exact);
    via_gradient sum = gradient_of(chart, fix->weights);
    size_t n_steep = 0;

    for (int f = 0; f < VIA_N_FEATURES; f++) {
        double slope = slope_of(chart, fix->weights, f);

        if (fabs(slope - sum.by[f]) > 1e-4 * fabs(slope) + SLACK)
            fail_msg("%s: the slope is %.8g and not %.8g",
                     via_feature_name((enum via_feature)f), slope, sum.by[f]);
        n_steep += fabs(slope) > 2.0 * SLACK;
    }
    via_chart_free(chart);
    return n_steep;
}

static void test_slopes(void **state)
{
    struct fixture fix;
    (void)state;

    init(&fix);
    for (size_t n_gold = 0; n_gold <= N(GOLD); n_gold++)
        assert_true(check_slopes(&fix, GOLD, n_gold, true) > 15);
    line_pair_clear(&fix.pair);
}

static void test_slopes_of_tiled_beads(void **state)
{
    struct fixture fix;
    (void)state;

    init(&fix);
    for (size_t n_gold = 1; n_gold <= N(COARSE); n_gold++)
        assert_true(check_slopes(&fix, COARSE, n_gold, false) > 15);
    line_pair_clear(&fix.pair);
}

static void test_slopes_of_swaps(void **state)
{
    struct fixture fix;
    (void)state;

    init_swapped(&fix);
    assert_true(check_slopes(&fix, SWAPPED, N(SWAPPED), true) > 10);
    via_gradient sum = gradient_for(&fix, SWAPPED, N(SWAPPED), true);
    assert_true(sum.by[VIA_W_SWAP] < -0.01); /* swapping should be cheaper */
    sum = gradient_for(&fix, SWAPPED, 1, true);
    assert_true(sum.by[VIA_W_SWAP] >= 0.0); /* not where nothing is swapped */
    line_pair_clear(&fix.pair);
}

/* Far from the installed weights, where all ladders are unlikely. */
static void test_slopes_of_poor_weights(void **state)
{
    struct fixture fix;
    (void)state;

    init(&fix);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        fix.weights[f] *= 0.3;
    assert_true(check_slopes(&fix, GOLD, N(GOLD), true) > 20);
    assert_true(gradient_for(&fix, GOLD, N(GOLD), true).loss_nats > 1.0);
    line_pair_clear(&fix.pair);
}

static void test_slopes_of_clauses(void **state)
{
    struct fixture fix;
    (void)state;

    init_clauses(&fix);
    via_chart *chart = chart_of(&fix, GOLD, N(GOLD), true);
    assert_int_equal(via_chart_cut(chart), VIA_CUT_CLAUSES);
    via_chart_free(chart);
    for (size_t n_gold = 0; n_gold <= N(GOLD); n_gold++)
        assert_true(check_slopes(&fix, GOLD, n_gold, n_gold % 2) > 10);
    line_pair_clear(&fix.pair);
}

/* A chart is scored with any weights, also those of which it was not made. */
static void test_other_weights(void **state)
{
    struct fixture fix;
    double poor[VIA_N_FEATURES];
    (void)state;

    init(&fix);
    via_chart *chart = chart_of(&fix, GOLD, N(GOLD), true);
    assert_int_equal(via_chart_cut(chart), VIA_CUT_SENTENCES);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        poor[f] = fix.weights[f] * 0.7;
    double far = gradient_of(chart, poor).loss_nats;
    via_chart_free(chart);
    memcpy(fix.weights, poor, sizeof poor);
    assert_float_equal(far, gradient_for(&fix, GOLD, N(GOLD), true).loss_nats, 1e-3);
    line_pair_clear(&fix.pair);
}

/* ---- Loss ---------------------------------------------------------------- */

/* Sums up the ladders that say the same as the gold beads. */
struct wanted {
    const via_lattice *lat;
    const via_bead *gold;
    size_t n_gold;
    bool is_exact;
    double log_sum;
    size_t n_found;
};

static bool fits(const struct wanted *wanted, const via_bead *bead, bool is_exact)
{
    for (size_t b = 0; b < wanted->n_gold; b++) {
        const via_bead *gold = &wanted->gold[b];

        if (is_exact ? bead->src_begin == gold->src_begin &&
                           bead->src_end == gold->src_end &&
                           bead->tgt_begin == gold->tgt_begin &&
                           bead->tgt_end == gold->tgt_end
                     : bead->src_begin >= gold->src_begin &&
                           bead->src_end <= gold->src_end &&
                           bead->tgt_begin >= gold->tgt_begin &&
                           bead->tgt_end <= gold->tgt_end)
            return true;
    }
    return false;
}

static bool are_beads_right(const struct wanted *wanted, const every_walk *walk)
{
    for (size_t b = 0; b < walk->n_beads; b++) {
        const via_candidate *cand = &wanted->lat->candidates[walk->beads[b]];
        size_t i = walk->src_at[b], j = walk->tgt_at[b];
        via_bead bead = {i, i + cand->n_src, j, j + cand->n_tgt, 0, 0};
        via_bead above = {i, i + 1, j + 1, j + 2, 0, 0};
        via_bead below = {i + 1, i + 2, j, j + 1, 0, 0};

        if (cand->is_swapped
                ? !fits(wanted, &above, true) || !fits(wanted, &below, true)
                : !fits(wanted, &bead, wanted->is_exact))
            return false;
    }
    return true;
}

static void look_at(void *data, const every_walk *walk)
{
    struct wanted *wanted = data;

    for (size_t b = 0; b < wanted->n_gold; b++) {
        for (size_t i = wanted->gold[b].src_begin; i < wanted->gold[b].src_end; i++) {
            if (walk->src_null[i])
                return;
        }
        for (size_t j = wanted->gold[b].tgt_begin; j < wanted->gold[b].tgt_end; j++) {
            if (walk->tgt_null[j])
                return;
        }
    }
    if (!are_beads_right(wanted, walk))
        return;
    wanted->log_sum = wanted->n_found++
                          ? wanted->log_sum + log1p(exp(walk->score - wanted->log_sum))
                          : walk->score;
}

static const via_lattice *lattice_of(const struct fixture *fix)
{
    const line_pair *pair = &fix->pair;
    via_lattice *lat;

    assert_int_equal(
        via_aligner_lattice(pair->aligner,
                            (via_sides){pair->src, pair->tgt, NULL, NULL, NULL, true},
                            pair->arena, &lat, NULL),
        VIA_OK);
    return lat;
}

/* Holds the loss against every ladder; returns how many say the same as the gold. */
static size_t check_loss(const struct fixture *fix, const via_bead *gold, size_t n_gold,
                         bool is_exact)
{
    struct wanted wanted = {lattice_of(fix), gold, n_gold, is_exact, 0.0, 0};

    every_ladder(wanted.lat, look_at, &wanted);
    assert_true(wanted.n_found > 0);
    assert_float_equal(gradient_for(fix, gold, n_gold, is_exact).loss_nats,
                       wanted.lat->log_sum - wanted.log_sum, 2e-5);
    return wanted.n_found;
}

static void test_loss(void **state)
{
    struct fixture fix;
    (void)state;

    init(&fix);
    for (size_t n_gold = 0; n_gold <= N(GOLD); n_gold++)
        assert_int_equal(check_loss(&fix, GOLD, n_gold, true), 1);
    line_pair_clear(&fix.pair);
}

static void test_loss_of_tiled_beads(void **state)
{
    struct fixture fix;
    (void)state;

    init(&fix);
    assert_true(check_loss(&fix, COARSE, 2, false) > 1);
    assert_int_equal(check_loss(&fix, COARSE, 2, true), 1);
    assert_true(gradient_for(&fix, COARSE, 2, false).loss_nats <
                gradient_for(&fix, COARSE, 2, true).loss_nats);
    line_pair_clear(&fix.pair);
    init_clauses(&fix);
    assert_true(check_loss(&fix, COARSE, 2, false) > 1);
    line_pair_clear(&fix.pair);
}

static void test_loss_of_swaps(void **state)
{
    struct fixture fix;
    (void)state;

    init_swapped(&fix);
    for (size_t n_gold = 0; n_gold <= N(SWAPPED); n_gold++) {
        if (n_gold != 2) /* a bead whose neighbour is missing is one like others */
            assert_int_equal(check_loss(&fix, SWAPPED, n_gold, true), 1);
        assert_int_equal(check_loss(&fix, SWAPPED, n_gold, false), 1);
    }
    line_pair_clear(&fix.pair);
}

/* A small step down the slope makes the loss smaller. */
static void test_descent(void **state)
{
    struct fixture fix;
    (void)state;

    init(&fix);
    via_chart *chart = chart_of(&fix, GOLD, N(GOLD), true);
    for (int step = 0; step < 30; step++) {
        via_gradient sum = gradient_of(chart, fix.weights);
        double squares = 0.0;

        for (int f = 0; f < VIA_N_FEATURES; f++)
            squares += sum.by[f] * sum.by[f];
        for (int f = 0; f < VIA_N_FEATURES; f++)
            fix.weights[f] -= 0.01 * sum.by[f] / (1.0 + sqrt(squares));
        assert_true(gradient_of(chart, fix.weights).loss_nats < sum.loss_nats);
    }
    via_chart_free(chart);
    line_pair_clear(&fix.pair);
}

static void test_sums(void **state)
{
    struct fixture fix;
    (void)state;

    init(&fix);
    via_chart *one = chart_of(&fix, GOLD, 1, true),
              *all = chart_of(&fix, GOLD, 4, true);
    via_gradient a = gradient_of(one, fix.weights), b = gradient_of(all, fix.weights);
    via_gradient sum = a;
    assert_int_equal(via_chart_add(all, fix.weights, 2.5, &sum, NULL), VIA_OK);
    assert_float_equal(sum.loss_nats, a.loss_nats + 2.5 * b.loss_nats, 1e-9);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        assert_float_equal(sum.by[f], a.by[f] + 2.5 * b.by[f], 1e-9);
    via_chart_free(one);
    via_chart_free(all);
    via_chart_free(NULL);
    line_pair_clear(&fix.pair);
}

/* ---- Gold that no ladder can hold ---------------------------------------- */

static void expect_same_loss(const struct fixture *fix, const via_bead *a, size_t n_a,
                             const via_bead *b, size_t n_b)
{
    via_gradient left = gradient_for(fix, a, n_a, true);
    via_gradient right = gradient_for(fix, b, n_b, true);

    assert_true(isfinite(left.loss_nats));
    assert_float_equal(left.loss_nats, right.loss_nats, 1e-9);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        assert_float_equal(left.by[f], right.by[f], 1e-9);
    assert_true(left.loss_nats >= 0.0);
}

static void test_order_and_null_beads_change_nothing(void **state)
{
    const via_bead mixed[] = {GOLD[3], {0, 1, 0, 0, 0, 0}, GOLD[0],
                              GOLD[2], {3, 3, 3, 4, 0, 0}, GOLD[1]};
    struct fixture fix;
    (void)state;

    init(&fix);
    expect_same_loss(&fix, GOLD, N(GOLD), mixed, N(mixed));
    line_pair_clear(&fix.pair);
}

static void test_crossing_beads(void **state)
{
    const via_bead crossing[] = {
        GOLD[0], {4, 5, 5, 6, 0, 0}, {5, 6, 1, 2, 0, 0}, GOLD[3]};
    const via_bead first[] = {GOLD[0], {5, 6, 1, 2, 0, 0}, GOLD[3]};
    const via_bead overlapping[] = {GOLD[0], GOLD[1], {4, 6, 1, 3, 0, 0}, GOLD[3]};
    const via_bead either[] = {GOLD[0], GOLD[1], GOLD[3]};
    struct fixture fix;
    (void)state;

    init(&fix);
    expect_same_loss(&fix, crossing, N(crossing), first, N(first));
    expect_same_loss(&fix, overlapping, N(overlapping), either, N(either));
    line_pair_clear(&fix.pair);
}

/* What overlaps a swap, or crosses what does, is left out. */
static void test_beads_across_a_swap(void **state)
{
    static const via_bead others[] = {
        {3, 4, 2, 3, 0, 0}, {3, 4, 1, 2, 0, 0}, {3, 4, 0, 1, 0, 0}, {1, 2, 1, 2, 0, 0}};
    struct fixture fix;
    (void)state;

    init_swapped(&fix);
    for (size_t k = 0; k < N(others); k++) {
        const via_bead gold[] = {SWAPPED[0], SWAPPED[1], SWAPPED[2], others[k]};
        bool is_same_src = others[k].src_begin == SWAPPED[1].src_begin;

        if (!is_same_src)
            expect_same_loss(&fix, gold, 4, SWAPPED, 3);
        assert_true(isfinite(gradient_for(&fix, gold, 4, true).loss_nats));
    }
    line_pair_clear(&fix.pair);
}

/* Whatever beads there are, some ladder holds those that are kept. */
static void test_all_pairs_and_triples(void **state)
{
    struct fixture fix;
    via_bead gold[3];
    (void)state;

    init_swapped(&fix);
    for (size_t k = 0; k < 16 * 16 * 16; k += 3) {
        for (size_t b = 0, rest = k; b < 3; b++, rest /= 16)
            gold[b] = (via_bead){
                rest % 4, rest % 4 + 1, rest / 4 % 4, rest / 4 % 4 + 1, 0, 0};
        double loss = gradient_for(&fix, gold, 3, true).loss_nats;
        assert_true(isfinite(loss) && loss > -1e-9);
    }
    line_pair_clear(&fix.pair);
}

/* Beads of shapes that are not tried, over what never stands in a bead, or beyond the
 * documents are left out one by one. */
static void test_beads_beyond_limits(void **state)
{
    static const via_bead beads[] = {
        {3, 6, 1, 4, 0, 0}, /* over an empty line */
        {1, 2, 1, 2, 0, 0}, /* an empty line */
        {3, 4, 1, 2, 0, 0}, /* a picture and a sentence */
        {4, 5, 0, 7, 0, 0}, /* seven */
        {4, 9, 5, 6, 0, 0}, /* behind the end */
        {8, 9, 7, 8, 0, 0}, {4, 5, 9, 12, 0, 0}, {5, 4, 1, 2, 0, 0}, /* turned around */
    };
    struct fixture fix;
    (void)state;

    init(&fix);
    for (size_t i = 0; i < N(beads); i++) {
        const via_bead gold[] = {beads[i], GOLD[0]};

        expect_same_loss(&fix, gold, 2, GOLD, 1);
    }
    line_pair_clear(&fix.pair);
}

/* Compares with the ladder that holds `gold`, or with that of nulls if there is none;
 * returns whether there is. */
static bool check_bead(const struct fixture *fix, via_bead gold)
{
    struct wanted wanted = {lattice_of(fix), &gold, 1, true, 0.0, 0};

    if (gold.src_end <= wanted.lat->n_src && gold.tgt_end <= wanted.lat->n_tgt)
        every_ladder(wanted.lat, look_at, &wanted);
    if (wanted.n_found)
        assert_float_equal(gradient_for(fix, &gold, 1, true).loss_nats,
                           wanted.lat->log_sum - wanted.log_sum, 2e-5);
    else
        expect_same_loss(fix, &gold, 1, NULL, 0);
    return wanted.n_found > 0;
}

/* A bead whose score or length is hopeless is in no ladder either. */
static void test_beads_that_the_lattice_leaves_out(void **state)
{
    struct fixture fix;
    size_t n_there = 0;
    (void)state;

    init_docs(
        &fix, line_doc("vi", "Mưa.\nGió.\nTrời mưa suốt ba ngày ở các xã ven sông."),
        line_doc("en",
                 "Rain.\nIt rained for three days in the communes by the river.\n"
                 "The wind blew from the sea and took the roofs of nine houses."));
    for (size_t k = 0; k < 81; k++) {
        size_t i = k / 27, j = k / 9 % 3, m = k / 3 % 3 + 1, n = k % 3 + 1;

        n_there += check_bead(&fix, (via_bead){i, i + m, j, j + n, 0, 0});
    }
    assert_true(n_there > 5 && n_there < 36); /* of so many within the texts */
    line_pair_clear(&fix.pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slopes),
        cmocka_unit_test(test_slopes_of_tiled_beads),
        cmocka_unit_test(test_slopes_of_swaps),
        cmocka_unit_test(test_slopes_of_poor_weights),
        cmocka_unit_test(test_slopes_of_clauses),
        cmocka_unit_test(test_other_weights),
        cmocka_unit_test(test_loss),
        cmocka_unit_test(test_loss_of_tiled_beads),
        cmocka_unit_test(test_loss_of_swaps),
        cmocka_unit_test(test_descent),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_order_and_null_beads_change_nothing),
        cmocka_unit_test(test_crossing_beads),
        cmocka_unit_test(test_beads_across_a_swap),
        cmocka_unit_test(test_all_pairs_and_triples),
        cmocka_unit_test(test_beads_beyond_limits),
        cmocka_unit_test(test_beads_that_the_lattice_leaves_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
