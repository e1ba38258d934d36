/* Tests of the lattice: its sums against every ladder, and which beads it tries. */
#include "dice_lattice.h"
#include "line_pair.h"

#include "align/locks.h"

#define NEAR 1e-9

static double posterior(const via_lattice *lat, size_t i, size_t j, size_t k)
{
    return via_lattice_posterior(lat, i, j, &lat->candidates[k]);
}

/* Compares the sum of all ladders and the posterior of each bead. */
static void check_sums(const via_lattice *lat, const every_sum *sum)
{
    size_t cell = 0;

    assert_true(sum->n_ladders > 0);
    assert_float_equal(lat->log_sum, sum->log_sum, NEAR * (1.0 + fabs(sum->log_sum)));
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++, cell++) {
            assert_int_equal(via_lattice_cell(lat, i, j), cell);
            for (size_t k = lat->begin[cell]; k < lat->begin[cell + 1]; k++)
                assert_float_equal(posterior(lat, i, j, k), sum->bead_p[k], NEAR);
        }
    }
}

/* Each segment stands in some bead or in none. */
static void check_segments(const via_lattice *lat, const every_sum *sum)
{
    double src[EVERY_SEGS_MAX], tgt[EVERY_SEGS_MAX];

    memcpy(src, sum->src_null_p, sizeof src);
    memcpy(tgt, sum->tgt_null_p, sizeof tgt);
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            size_t c = via_lattice_cell(lat, i, j);

            for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
                for (size_t a = 0; a < lat->candidates[k].n_src; a++)
                    src[i + a] += posterior(lat, i, j, k);
                for (size_t b = 0; b < lat->candidates[k].n_tgt; b++)
                    tgt[j + b] += posterior(lat, i, j, k);
            }
        }
    }
    for (size_t i = 0; i < lat->n_src; i++)
        assert_float_equal(src[i], 1.0, NEAR);
    for (size_t j = 0; j < lat->n_tgt; j++)
        assert_float_equal(tgt[j], 1.0, NEAR);
}

/* ---- Scores that were rolled --------------------------------------------- */

static void check_rolled(dice *d, const dice_shape *shape)
{
    static every_sum sum;
    via_arena *arena = via_arena_new();
    via_lattice *lat = dice_lattice(d, shape, arena);

    every_sum_of(lat, &sum);
    check_sums(lat, &sum);
    check_segments(lat, &sum);
    via_arena_free(arena);
}

static void test_every_ladder(void **state)
{
    dice d = {1};
    (void)state;

    for (size_t n_src = 0; n_src <= 4; n_src++) {
        for (size_t n_tgt = 0; n_tgt <= 4; n_tgt++) {
            for (size_t bead_max = 1; bead_max <= 3; bead_max++)
                check_rolled(&d, &(dice_shape){n_src, n_tgt, bead_max, 5.0, false,
                                               false, false});
        }
    }
}

static void test_every_ladder_with_swaps(void **state)
{
    dice d = {7};
    (void)state;

    for (size_t n_src = 2; n_src <= 5; n_src++) {
        for (size_t n_tgt = 2; n_tgt <= 5; n_tgt++) {
            for (size_t bead_max = 1; bead_max <= 2; bead_max++)
                check_rolled(&d, &(dice_shape){n_src, n_tgt, bead_max, 5.0, false,
                                               bead_max == 1, true});
        }
    }
}

static void test_every_ladder_of_a_band(void **state)
{
    dice d = {2};
    (void)state;

    for (int round = 0; round < 300; round++) {
        dice_shape shape = {
            1 + dice_below(&d, 5), 1 + dice_below(&d, 5), 3, 5.0, false, true, false};

        check_rolled(&d, &shape);
    }
}

/* Scores of hundreds of nats neither overflow nor lose what is likely. */
static void test_extreme_scores(void **state)
{
    dice d = {3};
    (void)state;

    for (int round = 0; round < 50; round++)
        check_rolled(&d,
                     &(dice_shape){4, 4, 2, 900.0, false, round % 2, round % 3 == 0});
}

/* By hand: one segment on each side, so a bead or two nulls. */
static void test_one_by_one(void **state)
{
    dice d = {4};
    via_arena *arena = via_arena_new();
    via_lattice *lat;
    (void)state;

    do
        lat = dice_lattice(&d, &(dice_shape){1, 1, 1, 1.0, false, false, false}, arena);
    while (lat->begin[lat->n_cells] == 0);
    lat->candidates[0].score = 2.0f;
    lat->src_null[0].open = -0.5;
    lat->tgt_null[0].open = -1.5;
    assert_int_equal(via_lattice_sum(lat, arena, NULL), VIA_OK);
    assert_float_equal(lat->log_sum, log(exp(2.0) + exp(-2.0)), NEAR);
    assert_float_equal(posterior(lat, 0, 0, 0), 1.0 / (1.0 + exp(-4.0)), NEAR);
    via_arena_free(arena);
}

/* ---- Scores of texts ----------------------------------------------------- */

static const char *const SRC_TEXT = "Giá gạo tăng 12%.\n"
                                    "gao_4711.jpg\n"
                                    "\n"
                                    "Ông Sáu bán 350 bao, bà Tư mua lại 40 bao.\n"
                                    "Xem thêm";
static const char *const TGT_TEXT = "Rice prices rose by 12%.\n"
                                    "Mr Sau sold 350 bags;\n"
                                    "Mrs Tu bought 40 of them.\n"
                                    "rice_4711.jpg";

static via_lattice *text_lattice(line_pair *pair, const via_band *band)
{
    via_lattice *lat;

    assert_int_equal(via_lattice_new(pair->ev, band, pair->arena, &lat, NULL), VIA_OK);
    assert_int_equal(via_lattice_sum(lat, pair->arena, NULL), VIA_OK);
    return lat;
}

static const via_candidate *find_candidate(const via_lattice *lat, const via_span4 *at)
{
    size_t c = via_lattice_cell(lat, at->src_begin, at->tgt_begin);

    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        if (!lat->candidates[k].is_swapped &&
            lat->candidates[k].n_src == at->src_end - at->src_begin &&
            lat->candidates[k].n_tgt == at->tgt_end - at->tgt_begin)
            return &lat->candidates[k];
    }
    return NULL;
}

static bool may_be_tried(const via_lattice *lat, const via_span4 *at)
{
    const via_evidence *ev = lat->ev;
    size_t n_src = at->src_end - at->src_begin, n_tgt = at->tgt_end - at->tgt_begin;

    return via_lattice_holds(lat, at->src_end, at->tgt_end) &&
           via_evidence_reach(ev->src, at->src_begin, n_src) == n_src &&
           via_evidence_reach(ev->tgt, at->tgt_begin, n_tgt) == n_tgt &&
           via_evidence_allows(ev, at);
}

/* A bead is listed with its score if it may be tried, unless it is hopeless: a pair of
 * single segments by its score, a larger bead by its lengths as well. */
static void check_bead(const via_lattice *lat, const via_span4 *at)
{
    const via_candidate *cand = find_candidate(lat, at);
    double f[VIA_N_FEATURES];

    if (!may_be_tried(lat, at)) {
        assert_null(cand);
        return;
    }
    via_evidence_features(lat->ev, at, f);
    double score = via_evidence_score(lat->ev, f);
    if (cand)
        assert_float_equal(cand->score, score, 1e-5);
    else if (at->src_end - at->src_begin + at->tgt_end - at->tgt_begin == 2)
        assert_true(score < -10.0);
    else
        assert_true(score < 0.0);
}

static const via_candidate *find_swap(const via_lattice *lat, size_t i, size_t j)
{
    size_t c = via_lattice_cell(lat, i, j);

    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        if (lat->candidates[k].is_swapped)
            return &lat->candidates[k];
    }
    return NULL;
}

/* Two beads that are likely in themselves may be swapped, at a price. */
static void check_swap(const via_lattice *lat, size_t i, size_t j)
{
    const via_evidence *ev = lat->ev;
    const via_candidate *swap = find_swap(lat, i, j);
    via_span4 above = {i, i + 1, j + 1, j + 2}, below = {i + 1, i + 2, j, j + 1};
    const via_candidate *a, *b;

    if (swap)
        assert_true(i + 2 <= lat->n_src && j + 2 <= lat->n_tgt);
    if (i + 2 > lat->n_src || j + 2 > lat->n_tgt)
        return;
    a = via_lattice_holds(lat, i, j + 1) ? find_candidate(lat, &above) : NULL;
    b = via_lattice_holds(lat, i + 1, j) ? find_candidate(lat, &below) : NULL;
    assert_ptr_equal(a, via_lattice_single(lat, i, j + 1));
    assert_ptr_equal(b, via_lattice_single(lat, i + 1, j));
    if (swap) {
        assert_true(a && b && a->score >= -1.0f && b->score >= -1.0f);
        assert_true(swap->n_src == 2 && swap->n_tgt == 2);
        assert_true(!ev->src->is_fine && !ev->tgt->is_fine);
        assert_true(via_lattice_holds(lat, i + 2, j + 2));
        assert_float_equal(swap->score, (double)a->score + b->score + ev->w[VIA_W_SWAP],
                           1e-5);
    } else if (!ev->src->is_fine && !ev->tgt->is_fine) {
        assert_true(!a || !b || a->score < -1.0f || b->score < -1.0f ||
                    !via_lattice_holds(lat, i + 2, j + 2));
    }
}

static void check_cell(const via_lattice *lat, size_t i, size_t j)
{
    size_t src_max = lat->n_src - i, tgt_max = lat->n_tgt - j;

    check_swap(lat, i, j);
    for (size_t m = 1; m <= src_max; m++) {
        for (size_t n = 1; n <= tgt_max; n++)
            check_bead(lat, &(via_span4){i, i + m, j, j + n});
    }
}

static void check_text(const via_lattice *lat)
{
    static every_sum sum;

    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++)
            check_cell(lat, i, j);
    }
    every_sum_of(lat, &sum);
    check_sums(lat, &sum);
    check_segments(lat, &sum);
}

static void check_nulls(const via_lattice *lat, bool is_src)
{
    const via_null_score *nulls = is_src ? lat->src_null : lat->tgt_null;
    double f[VIA_N_FEATURES];

    for (size_t seg = 0; seg < (is_src ? lat->n_src : lat->n_tgt); seg++) {
        via_evidence_null_features(lat->ev, is_src, seg, f);
        double more = via_evidence_score(lat->ev, f);
        via_evidence_open_features(lat->ev, is_src, seg, f);
        assert_float_equal(nulls[seg].more, more, NEAR);
        assert_float_equal(nulls[seg].open, more + via_evidence_score(lat->ev, f),
                           NEAR);
    }
}

static void test_texts(void **state)
{
    line_pair pair;
    via_band band;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
    via_lattice *lat = text_lattice(&pair, &band);
    check_text(lat);
    check_nulls(lat, true);
    check_nulls(lat, false);
    /* The picture goes with the picture alone, the empty line with nothing. */
    assert_non_null(find_candidate(lat, &(via_span4){1, 2, 3, 4}));
    assert_null(find_candidate(lat, &(via_span4){1, 2, 2, 3}));
    assert_null(find_candidate(lat, &(via_span4){0, 2, 0, 1}));
    assert_null(find_candidate(lat, &(via_span4){2, 3, 0, 1}));
    assert_non_null(find_candidate(lat, &(via_span4){3, 4, 1, 3}));
    line_pair_clear(&pair);
}

static const char *const SWAPPED_SRC = "Xe 111 chở gạo.\nXe 222 chở ngô.\n"
                                       "Xe 333 chở sắn.\nXe 444 chở muối.";
static const char *const SWAPPED_TGT = "Lorry 111 took rice.\nLorry 333 took cassava.\n"
                                       "Lorry 222 took maize.\nLorry 444 took salt.";

/* Two neighbours in the other order, which their numbers tell, and swapping is cheap.
 */
static void test_swapped_texts(void **state)
{
    line_pair pair;
    via_band band;
    via_ladder *ladder;
    static const size_t tgt_of[] = {0, 2, 1, 3};
    (void)state;

    line_pair_init(&pair, "vi", SWAPPED_SRC, "en", SWAPPED_TGT);
    pair.aligner->know.weights.w[VIA_CUT_SENTENCES][VIA_W_SWAP] = 3.0;
    assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
    via_lattice *lat = text_lattice(&pair, &band);
    check_text(lat);
    assert_non_null(find_swap(lat, 1, 1));
    assert_int_equal(via_lattice_best(lat, pair.arena, &ladder, NULL), VIA_OK);
    assert_int_equal(ladder->n_beads, 4);
    for (size_t b = 0; b < 4; b++) {
        assert_int_equal(ladder->beads[b].src_begin, b);
        assert_int_equal(ladder->beads[b].src_end, b + 1);
        assert_int_equal(ladder->beads[b].tgt_begin, tgt_of[b]);
        assert_int_equal(ladder->beads[b].tgt_end, tgt_of[b] + 1);
        assert_true(ladder->beads[b].confidence > 0.5);
    }
    via_ladder_free(ladder);
    line_pair_clear(&pair);
}

/* Makes the lattice of the swapped texts with one lock; returns whether any swap is
 * left where the two beads were. */
static bool is_swap_left(via_lock lock)
{
    line_pair pair;
    via_locks *locks;
    via_band band;

    line_pair_init(&pair, "vi", SWAPPED_SRC, "en", SWAPPED_TGT);
    assert_int_equal(via_locks_new(&lock, 1, 4, 4, "locks", &locks, NULL), VIA_OK);
    pair.ev->locks = locks;
    assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
    via_lattice *lat = text_lattice(&pair, &band);
    bool is_left = via_lattice_holds(lat, 1, 1) && find_swap(lat, 1, 1);
    via_locks_free(locks);
    line_pair_clear(&pair);
    return is_left;
}

/* Nothing is swapped with a bead that somebody has decided, nor what it leaves out. */
static void test_no_swaps_of_locked_beads(void **state)
{
    (void)state;

    for (int is_exact = 0; is_exact < 2; is_exact++) {
        assert_true(is_swap_left((via_lock){0, 1, 0, 1, 1, is_exact}));
        assert_true(is_swap_left((via_lock){3, 4, 3, 4, 1, is_exact}));
        assert_false(is_swap_left((via_lock){1, 2, 2, 3, 1, is_exact}));
        assert_false(is_swap_left((via_lock){2, 3, 1, 2, 1, is_exact}));
        assert_false(is_swap_left((via_lock){1, 2, 1, 2, 1, is_exact}));
        assert_false(is_swap_left((via_lock){1, 3, 1, 3, 1, is_exact}));
    }
    assert_false(is_swap_left((via_lock){1, 2, 1, 1, 1, true}));
    assert_false(is_swap_left((via_lock){1, 1, 2, 3, 1, true}));
}

static void test_texts_in_a_band(void **state)
{
    uint32_t lo[] = {0, 0, 0, 0, 1, 3}, hi[] = {3, 3, 3, 4, 5, 5};
    size_t first[7] = {0};
    via_band band = {6, lo, hi, first, NULL};
    line_pair pair;
    (void)state;

    for (size_t i = 0; i < 6; i++)
        first[i + 1] = first[i] + hi[i] - lo[i];
    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    via_lattice *lat = text_lattice(&pair, &band);
    assert_int_equal(lat->n_cells, first[6]);
    check_text(lat);
    assert_null(find_candidate(lat, &(via_span4){0, 1, 2, 4}));
    assert_non_null(find_candidate(lat, &(via_span4){3, 4, 1, 3}));
    line_pair_clear(&pair);
}

/* A bead has the same score in any band that holds it, though a row of the band does
 * not hold all that matches its segment. */
static void test_scores_do_not_depend_on_the_band(void **state)
{
    uint32_t lo[] = {0, 0, 1, 3, 4, 4}, hi[] = {1, 2, 4, 5, 5, 6}, all_lo[6] = {0};
    uint32_t all_hi[] = {6, 6, 6, 6, 6, 6};
    size_t first[] = {0, 1, 3, 6, 8, 9, 11}, all_first[] = {0, 6, 12, 18, 24, 30, 36};
    via_band narrow = {6, lo, hi, first, NULL},
             whole = {6, all_lo, all_hi, all_first, NULL};
    line_pair pair;
    size_t n_both = 0;
    (void)state;

    line_pair_init(&pair, "vi",
                   "Xe 111 chở gạo.\nXe 222 và 444 chở ngô, đậu,\nxe 555 chở lạc,\n"
                   "xe 333 chở sắn.\nXe 666 chở muối.",
                   "en",
                   "Lorry 111 took rice.\nLorry 333 took cassava,\nlorry 444 beans,\n"
                   "lorry 555 nuts,\nlorry 666 salt.");
    via_lattice *all = text_lattice(&pair, &whole), *lat = text_lattice(&pair, &narrow);
    for (size_t i = 0; i < 5; i++) {
        for (size_t k = 0; k < 5 * 25; k++) {
            via_span4 at = {i, i + 1 + k / 5 % 5, k / 25, k / 25 + 1 + k % 5};
            const via_candidate *cand, *other;

            if (!via_lattice_holds(lat, i, at.tgt_begin) ||
                !via_lattice_holds(lat, at.src_end, at.tgt_end))
                continue;
            cand = find_candidate(lat, &at);
            other = find_candidate(all, &at);
            assert_int_equal(cand != NULL, other != NULL);
            if (cand)
                assert_float_equal(cand->score, other->score, 0.0);
            n_both += cand != NULL;
        }
    }
    assert_true(n_both >= 5);
    line_pair_clear(&pair);
}

/* Clauses are joined as far as twenty, sentences are not. */
static void test_clauses(void **state)
{
    line_pair pair = {
        .src_doc = line_doc("en", "It rained for hours.\nThen it cleared."),
        .tgt_doc = line_doc("th", "ฝนตก\nหลาย\nชั่วโมง\nแล้ว\nฟ้า\nเปิด\nอีก\nครั้ง")};
    via_band band;
    (void)state;

    pair.tgt_doc->is_fine = true;
    line_pair_learn(&pair, 1);
    assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
    via_lattice *lat = text_lattice(&pair, &band);
    check_text(lat);
    assert_true(via_evidence_allows(pair.ev, &(via_span4){0, 2, 0, 8}));
    assert_true(find_candidate(lat, &(via_span4){0, 1, 0, 3}) != NULL);
    line_pair_clear(&pair);
}

static void test_empty_sides(void **state)
{
    static const char *const texts[][2] = {
        {"", ""}, {"Mưa.", ""}, {"", "Rain."}, {"Mưa.\nNắng.", ""}, {"\n\n", "\n"}};
    (void)state;

    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        line_pair pair;
        via_band band;

        line_pair_init(&pair, "vi", texts[t][0], "en", texts[t][1]);
        assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
        via_lattice *lat = text_lattice(&pair, &band);
        assert_int_equal(lat->begin[lat->n_cells], 0);
        check_text(lat);
        line_pair_clear(&pair);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_ladder),
        cmocka_unit_test(test_every_ladder_with_swaps),
        cmocka_unit_test(test_every_ladder_of_a_band),
        cmocka_unit_test(test_extreme_scores),
        cmocka_unit_test(test_one_by_one),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_swapped_texts),
        cmocka_unit_test(test_no_swaps_of_locked_beads),
        cmocka_unit_test(test_texts_in_a_band),
        cmocka_unit_test(test_scores_do_not_depend_on_the_band),
        cmocka_unit_test(test_clauses),
        cmocka_unit_test(test_empty_sides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
