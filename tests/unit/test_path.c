/* Tests of the path: against every other ladder of small lattices. */
#include "dice_lattice.h"

#define N_ROUNDS 300
#define NEAR     1e-9
/* How likely beads stand in swaps is kept as a float. */
#define NEARLY 1e-6

/* What a bead must be worth for one ladder to be the best: [low, high]. */
struct worth {
    const every_sum *sum;
    size_t n_swaps, n_skips; /* in all ladders found */
    double best_p;           /* of all beads of the ladder found, summed */
    double n_best;           /* beads in it */
    double low, high;
};

/* The probability of the bead of one segment a side that starts in a cell. */
static double single_p(const every_sum *sum, size_t i, size_t j)
{
    return sum->stand_p[via_lattice_single(sum->lat, i, j) - sum->lat->candidates];
}

/* No other ladder may expect more right beads, each less what it must be worth. */
static void narrow_worth(void *data, const every_walk *walk)
{
    struct worth *worth = data;
    const every_sum *sum = worth->sum;
    double p = 0.0, n_more = -worth->n_best;

    for (size_t b = 0; b < walk->n_beads; b++) {
        size_t i = walk->src_at[b], j = walk->tgt_at[b];
        bool is_swapped = sum->lat->candidates[walk->beads[b]].is_swapped;

        p += is_swapped ? single_p(sum, i, j + 1) + single_p(sum, i + 1, j)
                        : sum->stand_p[walk->beads[b]];
        n_more += is_swapped ? 2.0 : 1.0;
    }
    if (n_more == 0.0)
        assert_true(p <= worth->best_p + NEARLY);
    else if (n_more > 0.0)
        worth->low = fmax(worth->low, (p - worth->best_p) / n_more);
    else
        worth->high = fmin(worth->high, (p - worth->best_p) / n_more);
}

static size_t find_candidate(const via_lattice *lat, const via_bead *bead)
{
    size_t c = via_lattice_cell(lat, bead->src_begin, bead->tgt_begin);

    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];
        via_span4 at = via_candidate_span(cand, bead->src_begin, bead->tgt_begin);

        if (!cand->is_swapped && at.src_end == bead->src_end &&
            at.tgt_end == bead->tgt_end && at.src_skip == bead->src_skip &&
            at.tgt_skip == bead->tgt_skip)
            return k;
    }
    fail_msg("a bead that the lattice does not hold");
    return 0;
}

/* Confidence and score are what they should be. */
static void check_bead(const via_bead *bead, const every_sum *sum, struct worth *worth)
{
    double p;

    if (bead->src_end > bead->src_begin && bead->tgt_end > bead->tgt_begin) {
        size_t k = find_candidate(sum->lat, bead);

        p = sum->stand_p[k];
        worth->best_p += p;
        worth->n_best += 1.0;
        assert_float_equal(bead->score, sum->lat->candidates[k].score, 0.0);
    } else {
        assert_int_equal(
            bead->src_end - bead->src_begin + bead->tgt_end - bead->tgt_begin, 1);
        p = bead->src_end > bead->src_begin ? sum->src_null_p[bead->src_begin]
                                            : sum->tgt_null_p[bead->tgt_begin];
        assert_float_equal(bead->score, 0.0, 0.0);
    }
    assert_float_equal(bead->confidence, p, NEARLY);
    assert_true(bead->confidence >= 0.0 && bead->confidence <= 1.0);
}

/* Whether the bead at `at` has jumped over the target segment of the next one. */
static bool starts_swap(const via_bead *at, size_t n_left, size_t j)
{
    return n_left > 1 && at->tgt_end > at->tgt_begin && at->tgt_begin == j + 1 &&
           at[1].src_begin == at->src_end && at[1].src_end == at->src_end + 1 &&
           at[1].tgt_begin == j && at[1].tgt_end == j + 1 &&
           at->src_end == at->src_begin + 1 && at->tgt_end == j + 2;
}

/* What a bead skips comes behind it. Returns how many there are. */
static size_t check_skipped(const via_bead *bead, const every_sum *sum,
                            struct worth *worth)
{
    size_t n_skipped = 0;

    if (bead->src_skip) {
        const via_bead *null = &bead[++n_skipped];

        assert_int_equal(null->src_begin, bead->src_skip);
        assert_int_equal(null->src_end, bead->src_skip + 1);
        assert_int_equal(null->tgt_begin, bead->tgt_end);
        check_bead(null, sum, worth);
    }
    if (bead->tgt_skip) {
        const via_bead *null = &bead[++n_skipped];

        assert_int_equal(null->tgt_begin, bead->tgt_skip);
        assert_int_equal(null->tgt_end, bead->tgt_skip + 1);
        assert_int_equal(null->src_begin, bead->src_end);
        check_bead(null, sum, worth);
    }
    worth->n_skips += n_skipped != 0;
    return n_skipped;
}

/* Every segment stands in one bead, in order but for two neighbours of one segment a
 * side, and for what is skipped. */
static void check_ladder(const via_ladder *ladder, const every_sum *sum,
                         struct worth *worth)
{
    size_t i = 0, j = 0;

    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        assert_int_equal(bead->src_begin, i);
        assert_true(via_lattice_holds(sum->lat, bead->src_end, bead->tgt_end));
        check_bead(bead, sum, worth);
        if (starts_swap(bead, ladder->n_beads - b, j)) {
            check_bead(&ladder->beads[++b], sum, worth);
            i += 2;
            j += 2;
            worth->n_swaps++;
            continue;
        }
        assert_int_equal(bead->tgt_begin, j);
        i = bead->src_end;
        j = bead->tgt_end;
        b += check_skipped(bead, sum, worth);
    }
    assert_int_equal(i, sum->lat->n_src);
    assert_int_equal(j, sum->lat->n_tgt);
}

/* Finds the ladder of a rolled lattice and narrows `worth` by all others. */
static void check_round(dice *d, const dice_shape *shape, struct worth *worth)
{
    static every_sum sum;
    via_arena *arena = via_arena_new();
    via_lattice *lat = dice_lattice(d, shape, arena);
    via_ladder *ladder;

    assert_int_equal(via_lattice_best(lat, arena, &ladder, NULL), VIA_OK);
    assert_null(ladder->anchors);
    every_sum_of(lat, &sum);
    worth->sum = &sum;
    worth->best_p = worth->n_best = 0.0;
    check_ladder(ladder, &sum, worth);
    every_ladder(lat, narrow_worth, worth);
    via_ladder_free(ladder);
    via_arena_free(arena);
}

static struct worth check_rounds(bool is_fine, bool is_narrow, bool has_swaps,
                                 bool has_skips)
{
    struct worth worth = {.low = 0.0, .high = 1.0};
    dice d = {is_fine + 2u * is_narrow + 4u * has_swaps + 8u * has_skips};

    for (int round = 0; round < N_ROUNDS; round++) {
        size_t n_min = has_skips ? 3 : has_swaps ? 2 : 0;
        dice_shape shape = {.n_src = n_min + dice_below(&d, 5 - n_min),
                            .n_tgt = n_min + dice_below(&d, 5 - n_min),
                            .bead_max = 1 + dice_below(&d, 3),
                            .spread = 4.0,
                            .is_fine = is_fine,
                            .is_narrow = is_narrow,
                            .has_swaps = has_swaps,
                            .has_skips = has_skips};

        check_round(&d, &shape, &worth);
    }
    /* One worth explains all choices. */
    if (worth.low > worth.high + NEARLY)
        fail_msg("a bead is worth at least %g and at most %g", worth.low, worth.high);
    assert_true(worth.low > 0.0 && worth.high < 1.0);
    return worth;
}

static void test_best_of_all(void **state)
{
    (void)state;

    assert_int_equal(check_rounds(false, false, false, false).n_swaps, 0);
    assert_int_equal(check_rounds(true, false, false, false).n_swaps, 0);
}

static void test_best_in_a_band(void **state)
{
    (void)state;

    assert_int_equal(check_rounds(false, true, false, false).n_swaps, 0);
    assert_int_equal(check_rounds(true, true, false, false).n_swaps, 0);
}

/* A bead is as likely as it stands by itself and in swaps together. */
static void test_best_with_swaps(void **state)
{
    (void)state;

    assert_true(check_rounds(false, false, true, false).n_swaps > 30);
    assert_true(check_rounds(false, true, true, false).n_swaps > 0);
}

/* What is skipped stands alone, beside its bead and by itself. */
static void test_best_with_skips(void **state)
{
    (void)state;

    assert_true(check_rounds(false, false, false, true).n_skips > 30);
    assert_true(check_rounds(false, true, true, true).n_skips > 0);
}

/* What is as good as certain is taken, whatever stands around it. */
static void test_certain_beads(void **state)
{
    dice_shape shape = {6, 6, 2, 1.0, false, false, false, false};
    dice d = {9};
    (void)state;

    for (int round = 0; round < 50; round++) {
        via_arena *arena = via_arena_new();
        via_lattice *lat = dice_lattice(&d, &shape, arena);
        size_t begin = lat->begin[via_lattice_cell(lat, 3, 2)];
        via_ladder *ladder;
        bool is_there = false;

        if (begin < lat->begin[via_lattice_cell(lat, 3, 2) + 1]) {
            const via_candidate *cand = &lat->candidates[begin];

            lat->candidates[begin].score = 60.0f;
            assert_int_equal(via_lattice_sum(lat, arena, NULL), VIA_OK);
            assert_int_equal(via_lattice_best(lat, arena, &ladder, NULL), VIA_OK);
            for (size_t b = 0; b < ladder->n_beads; b++)
                is_there |= ladder->beads[b].src_begin == 3 &&
                            ladder->beads[b].tgt_begin == 2 &&
                            ladder->beads[b].src_end == 3u + cand->n_src &&
                            ladder->beads[b].confidence > 1.0 - NEAR;
            assert_true(is_there);
            via_ladder_free(ladder);
        }
        via_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_best_of_all),     cmocka_unit_test(test_best_in_a_band),
        cmocka_unit_test(test_best_with_swaps), cmocka_unit_test(test_best_with_skips),
        cmocka_unit_test(test_certain_beads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
