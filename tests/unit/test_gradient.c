/* Tests of the gradient: against differences of the loss, and against every ladder. */
#include "every_ladder.h"
#include "line_pair.h"

#include "train/gradient.h"

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

static via_gradient gradient_of(const line_pair *pair, const via_bead *gold,
                                size_t n_gold)
{
    via_pair docs = {pair->src_doc, pair->tgt_doc, NULL};
    via_gradient sum = {0};

    assert_int_equal(via_gradient_add(&sum, pair->aligner, docs, gold, n_gold, NULL),
                     VIA_OK);
    assert_int_equal(sum.n_ladders, 1);
    return sum;
}

static double loss_of(const line_pair *pair, const via_bead *gold, size_t n_gold)
{
    return gradient_of(pair, gold, n_gold).loss_nats;
}

/* ---- Differences --------------------------------------------------------- */

/* What the gradient leaves out because it is unlikely may make so much. */
#define SLACK 6e-4

/* The slope of the loss by one weight: central differences, fourth order. */
static double slope_of(const line_pair *pair, double *weight, double step,
                       size_t n_gold)
{
    static const double factors[] = {1.0, -8.0, 8.0, -1.0}, times[] = {-2, -1, 1, 2};
    const double start = *weight;
    double slope = 0.0;

    for (size_t i = 0; i < N(times); i++) {
        *weight = start + times[i] * step;
        slope += factors[i] * loss_of(pair, GOLD, n_gold);
    }
    *weight = start;
    return slope / (12.0 * step);
}

/* Compares all weights; returns how many have a slope to speak of. */
static size_t check_slopes(const line_pair *pair, double *weights, size_t n_gold)
{
    via_gradient sum = gradient_of(pair, GOLD, n_gold);
    size_t n_steep = 0;

    for (int f = 0; f < VIA_N_FEATURES; f++) {
        double step =
            f == VIA_W_NULL_KEYS ? 0.002 : 0.02; /* it counts dozens of nats */
        double slope = slope_of(pair, &weights[f], step, n_gold);

        if (fabs(slope - sum.by[f]) > 1e-4 * fabs(slope) + SLACK)
            fail_msg("%s: the slope is %.8g and not %.8g",
                     via_feature_name((enum via_feature)f), slope, sum.by[f]);
        n_steep += fabs(slope) > 2.0 * SLACK;
    }
    return n_steep;
}

static void test_slopes(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    double *weights = pair.aligner->know.weights.w;
    for (size_t n_gold = 0; n_gold <= N(GOLD); n_gold++)
        assert_true(check_slopes(&pair, weights, n_gold) > 20);
    line_pair_clear(&pair);
}

/* Far from the installed weights, where all ladders are unlikely. */
static void test_slopes_of_poor_weights(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    double *weights = pair.aligner->know.weights.w;
    for (int f = 0; f < VIA_N_FEATURES; f++)
        weights[f] *= 0.3;
    assert_true(check_slopes(&pair, weights, N(GOLD)) > 25);
    assert_true(loss_of(&pair, GOLD, N(GOLD)) > 1.0);
    line_pair_clear(&pair);
}

static void test_slopes_of_clauses(void **state)
{
    line_pair pair = {.src_doc = line_doc("vi", SRC_TEXT),
                      .tgt_doc = line_doc("en", TGT_TEXT)};
    (void)state;

    pair.tgt_doc->is_fine = true;
    for (size_t i = 0; i < pair.tgt_doc->n_segs; i++)
        pair.tgt_doc->segs[i].border_score = 0.5f * (float)i - 1.5f;
    line_pair_learn(&pair, 1);
    double *weights = pair.aligner->know.weights_fine.w;
    for (size_t n_gold = 0; n_gold <= N(GOLD); n_gold++)
        assert_true(check_slopes(&pair, weights, n_gold) > 15);
    line_pair_clear(&pair);
}

/* ---- Loss ---------------------------------------------------------------- */

/* Looks for the ladder that holds just these beads. */
struct wanted {
    const via_lattice *lat;
    const via_bead *gold;
    size_t n_gold;
    double score;
    size_t n_found;
};

static void look_at(void *data, const every_walk *walk)
{
    struct wanted *wanted = data;
    size_t i = 0, j = 0;

    if (walk->n_beads != wanted->n_gold)
        return;
    for (size_t b = 0; b < wanted->n_gold; b++) {
        const via_bead *bead = &wanted->gold[b];
        const via_candidate *cand = &wanted->lat->candidates[walk->beads[b]];

        while (walk->src_null[i])
            i++;
        while (walk->tgt_null[j])
            j++;
        if (bead->src_begin != i || bead->tgt_begin != j)
            return;
        i += cand->n_src;
        j += cand->n_tgt;
        if (bead->src_end != i || bead->tgt_end != j)
            return;
    }
    wanted->score = walk->score;
    wanted->n_found++;
}

static void test_loss(void **state)
{
    line_pair pair;
    via_lattice *lat;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    assert_int_equal(via_aligner_lattice(pair.aligner,
                                         (via_sides){pair.src, pair.tgt, NULL},
                                         pair.arena, &lat, NULL),
                     VIA_OK);
    for (size_t n_gold = 0; n_gold <= N(GOLD); n_gold++) {
        struct wanted wanted = {lat, GOLD, n_gold, 0.0, 0};

        every_ladder(lat, look_at, &wanted);
        assert_int_equal(wanted.n_found, 1);
        assert_float_equal(loss_of(&pair, GOLD, n_gold), lat->log_sum - wanted.score,
                           1e-5);
    }
    line_pair_clear(&pair);
}

/* A small step down the slope makes the loss smaller. */
static void test_descent(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    double *weights = pair.aligner->know.weights.w;
    for (int step = 0; step < 30; step++) {
        via_gradient sum = gradient_of(&pair, GOLD, N(GOLD));
        double squares = 0.0;

        for (int f = 0; f < VIA_N_FEATURES; f++)
            squares += sum.by[f] * sum.by[f];
        for (int f = 0; f < VIA_N_FEATURES; f++)
            weights[f] -= 0.01 * sum.by[f] / (1.0 + sqrt(squares));
        assert_true(loss_of(&pair, GOLD, N(GOLD)) < sum.loss_nats);
    }
    line_pair_clear(&pair);
}

static void test_sums(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    via_pair docs = {pair.src_doc, pair.tgt_doc, NULL};
    via_gradient one = gradient_of(&pair, GOLD, 1), all = gradient_of(&pair, GOLD, 4);
    assert_int_equal(via_gradient_add(&one, pair.aligner, docs, GOLD, 4, NULL), VIA_OK);
    assert_int_equal(one.n_ladders, 2);
    assert_float_equal(one.loss_nats, loss_of(&pair, GOLD, 1) + all.loss_nats, 1e-9);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        assert_float_equal(one.by[f], gradient_of(&pair, GOLD, 1).by[f] + all.by[f],
                           1e-9);
    line_pair_clear(&pair);
}

/* ---- Gold that no ladder can hold ---------------------------------------- */

static void expect_same_loss(const line_pair *pair, const via_bead *a, size_t n_a,
                             const via_bead *b, size_t n_b)
{
    via_gradient left = gradient_of(pair, a, n_a), right = gradient_of(pair, b, n_b);

    assert_float_equal(left.loss_nats, right.loss_nats, 1e-9);
    for (int f = 0; f < VIA_N_FEATURES; f++)
        assert_float_equal(left.by[f], right.by[f], 1e-9);
    assert_true(left.loss_nats >= 0.0);
}

static void test_order_and_null_beads_change_nothing(void **state)
{
    const via_bead mixed[] = {GOLD[3], {0, 1, 0, 0, 0, 0}, GOLD[0],
                              GOLD[2], {3, 3, 3, 4, 0, 0}, GOLD[1]};
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    expect_same_loss(&pair, GOLD, N(GOLD), mixed, N(mixed));
    line_pair_clear(&pair);
}

static void test_crossing_beads(void **state)
{
    const via_bead crossing[] = {
        GOLD[0], {4, 5, 5, 6, 0, 0}, {5, 6, 1, 2, 0, 0}, GOLD[3]};
    const via_bead first[] = {GOLD[0], {5, 6, 1, 2, 0, 0}, GOLD[3]};
    const via_bead overlapping[] = {GOLD[0], GOLD[1], {4, 6, 1, 3, 0, 0}, GOLD[3]};
    const via_bead either[] = {GOLD[0], GOLD[1], GOLD[3]};
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    expect_same_loss(&pair, crossing, N(crossing), first, N(first));
    expect_same_loss(&pair, overlapping, N(overlapping), either, N(either));
    line_pair_clear(&pair);
}

/* Beads of shapes that are not tried, over what never stands in a bead, or beyond the
 * documents are left out one by one. */
static void test_beads_beyond_limits(void **state)
{
    static const via_bead beads[] = {
        {3, 6, 1, 4, 0, 0}, /* three by three, and over an empty line */
        {1, 2, 1, 2, 0, 0}, /* an empty line */
        {3, 4, 1, 2, 0, 0}, /* a picture and a sentence */
        {4, 5, 0, 7, 0, 0}, /* seven */
        {4, 9, 5, 6, 0, 0}, /* behind the end */
        {8, 9, 7, 8, 0, 0}, {4, 5, 9, 12, 0, 0}, {5, 4, 1, 2, 0, 0}, /* turned around */
    };
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    for (size_t i = 0; i < N(beads); i++) {
        const via_bead gold[] = {beads[i], GOLD[0]};

        expect_same_loss(&pair, gold, 2, GOLD, 1);
    }
    line_pair_clear(&pair);
}

/* Compares with the ladder that holds `gold`, or with that of nulls if there is none;
 * returns whether there is. */
static bool check_bead(const line_pair *pair, const via_lattice *lat, via_bead gold)
{
    struct wanted wanted = {lat, &gold, 1, 0.0, 0};

    every_ladder(lat, look_at, &wanted);
    if (wanted.n_found)
        assert_float_equal(loss_of(pair, &gold, 1), lat->log_sum - wanted.score, 1e-5);
    else
        expect_same_loss(pair, &gold, 1, NULL, 0);
    return wanted.n_found > 0;
}

/* A bead whose score or length is hopeless is in no ladder either. */
static void test_beads_that_the_lattice_leaves_out(void **state)
{
    line_pair pair;
    via_lattice *lat;
    size_t n_there = 0;
    (void)state;

    line_pair_init(&pair, "vi", "Mưa.\nGió.\nTrời mưa suốt ba ngày ở các xã ven sông.",
                   "en",
                   "Rain.\nIt rained for three days in the communes by the river.\n"
                   "The wind blew from the sea and took the roofs of nine houses.");
    assert_int_equal(via_aligner_lattice(pair.aligner,
                                         (via_sides){pair.src, pair.tgt, NULL},
                                         pair.arena, &lat, NULL),
                     VIA_OK);
    for (size_t k = 0; k < 81; k++) {
        size_t i = k / 27, j = k / 9 % 3, m = k / 3 % 3 + 1, n = k % 3 + 1;

        n_there += check_bead(&pair, lat, (via_bead){i, i + m, j, j + n, 0, 0});
    }
    assert_true(n_there > 5 && n_there < 36); /* of so many within the texts */
    line_pair_clear(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slopes),
        cmocka_unit_test(test_slopes_of_poor_weights),
        cmocka_unit_test(test_slopes_of_clauses),
        cmocka_unit_test(test_loss),
        cmocka_unit_test(test_descent),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_order_and_null_beads_change_nothing),
        cmocka_unit_test(test_crossing_beads),
        cmocka_unit_test(test_beads_beyond_limits),
        cmocka_unit_test(test_beads_that_the_lattice_leaves_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
