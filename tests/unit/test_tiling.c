/* Tests of tiling: exact covers, finer, coarser and spoiled. */
#include "scratch.h"

#include "eval/tiling.h"

/* Spans must be given in order. */
static void check(const via_span *golds, size_t n_golds, const via_span *hyps,
                  size_t n_hyps, size_t n_beads_max, size_t n_found, size_t n_right)
{
    size_t reaches[16] = {0}, got_found, got_right;
    bool is_right[16];
    via_span gold_copy[16], hyp_copy[16];
    via_span_list gold = {gold_copy, n_golds, reaches},
                  hyp = {hyp_copy, n_hyps, reaches};

    memcpy(gold_copy, golds, n_golds * sizeof *golds);
    if (n_hyps)
        memcpy(hyp_copy, hyps, n_hyps * sizeof *hyps);
    assert_true(
        via_tiling_count(&gold, &hyp, n_beads_max, is_right, &got_found, &got_right));
    assert_int_equal(got_found, n_found);
    assert_int_equal(got_right, n_right);
    for (size_t i = 0; i < n_hyps; i++)
        got_right -= is_right[i];
    assert_int_equal(got_right, 0);
}

static const via_span GOLD[] = {
    {0, 10, 0, 20, -1}, {10, 20, 20, 40, -1}, {25, 30, 40, 50, -1}};

static void test_equal_and_finer(void **state)
{
    static const via_span finer[] = {{0, 4, 0, 9, -1},
                                     {4, 10, 9, 20, -1},
                                     {10, 20, 20, 40, -1},
                                     {25, 30, 40, 50, -1}};

    check(GOLD, 3, GOLD, 3, 1, 3, 3);
    check(GOLD, 3, finer, 4, 1, 3, 4);
    check(GOLD, 3, NULL, 0, 3, 0, 0);
}

static void test_tiles_may_cross_inside(void **state)
{
    static const via_span crossed[] = {{0, 4, 9, 20, -1}, {4, 10, 0, 9, -1}};

    check(GOLD, 1, crossed, 2, 1, 1, 2);
}

static void test_coarser_is_lax(void **state)
{
    static const via_span joined[] = {{0, 20, 0, 40, -1}, {25, 30, 40, 50, -1}};
    static const via_span over_a_gap[] = {{0, 30, 0, 50, -1}};

    check(GOLD, 3, joined, 2, 1, 1, 1);
    check(GOLD, 3, joined, 2, 3, 3, 2);
    check(GOLD, 3, over_a_gap, 1, 3, 0, 0);
}

static void test_what_spoils_a_tile(void **state)
{
    static const via_span gap[] = {{0, 4, 0, 9, -1}, {5, 10, 9, 20, -1}};
    static const via_span sticks_out[] = {{0, 10, 0, 21, -1}};
    static const via_span touched_in_target[] = {{0, 10, 0, 20, -1},
                                                 {25, 30, 19, 50, -1}};
    static const via_span touched_in_source[] = {{0, 10, 0, 20, -1},
                                                 {9, 12, 30, 31, -1}};

    check(GOLD, 1, gap, 2, 1, 0, 0);
    check(GOLD, 1, sticks_out, 1, 1, 0, 0);
    check(GOLD, 1, touched_in_target, 2, 1, 0, 0);
    check(GOLD, 1, touched_in_source, 2, 1, 0, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_and_finer),
        cmocka_unit_test(test_tiles_may_cross_inside),
        cmocka_unit_test(test_coarser_is_lax),
        cmocka_unit_test(test_what_spoils_a_tile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
