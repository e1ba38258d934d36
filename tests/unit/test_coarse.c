/* Tests of the coarse path: its blocks, and that the true path runs beside it. */
#include "long_pair.h"

#include "align/coarse.h"

static via_coarse find(line_pair *pair)
{
    via_coarse coarse;

    assert_int_equal(via_coarse_find(pair->ev, pair->arena, &coarse, NULL), VIA_OK);
    return coarse;
}

/* Blocks never fall and are in range; each segment is in one. */
static void check_blocks(const uint32_t *blocks, size_t n_segs, size_t n_blocks)
{
    for (size_t i = 0; i < n_segs; i++) {
        assert_true(blocks[i] < n_blocks);
        assert_true(i == 0 || blocks[i] >= blocks[i - 1]);
    }
}

/* Bounds never fall, rows overlap, both corners are inside. */
static void check_rows(const line_pair *pair, const via_coarse *coarse)
{
    size_t n = coarse->n_blocks;

    check_blocks(coarse->src_block, pair->src->n_segs, n);
    check_blocks(coarse->tgt_block, pair->tgt->n_segs, n);
    assert_true(n >= 1);
    assert_int_equal(coarse->lo[0], 0);
    assert_int_equal(coarse->hi[n - 1], n);
    for (size_t row = 0; row < n; row++) {
        assert_true(coarse->lo[row] < coarse->hi[row] && coarse->hi[row] <= n);
        if (row == 0)
            continue;
        assert_true(coarse->lo[row] >= coarse->lo[row - 1]);
        assert_true(coarse->hi[row] >= coarse->hi[row - 1]);
        assert_true(coarse->lo[row] < coarse->hi[row - 1]);
    }
}

/* Lines that both sides have stand in blocks beside each other. */
static void check_path(const long_pair *pair, const via_coarse *coarse)
{
    for (size_t n = 0; n < pair->n_lines; n++) {
        if (pair->src[n] == pair->src[n + 1] || pair->tgt[n] == pair->tgt[n + 1])
            continue;

        uint32_t row = coarse->src_block[pair->src[n]];
        uint32_t column = coarse->tgt_block[pair->tgt[n]];
        if (column < coarse->lo[row] || column >= coarse->hi[row])
            fail_msg("line %zu: block %u is not in [%u, %u)", n, column,
                     coarse->lo[row], coarse->hi[row]);
    }
}

static double mean_width(const via_coarse *coarse)
{
    double sum = 0.0;

    for (size_t row = 0; row < coarse->n_blocks; row++)
        sum += coarse->hi[row] - coarse->lo[row];
    return sum / (double)coarse->n_blocks;
}

static void test_long_pairs(void **state)
{
    static const long_shape shapes[] = {
        {3000, 0, 0, 0, 0, 5, 20},           {3000, 0, 0, 0, 0, 0, 20},
        {3000, 0, 0, 1000, 1500, 4, 20},     {3000, 1000, 1500, 0, 0, 4, 20},
        {3000, 200, 700, 2000, 2500, 4, 20}, {10000, 0, 0, 3000, 4000, 4, 8},
    };
    (void)state;

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        long_pair pair;

        long_pair_init(&pair, &shapes[i]);
        via_coarse coarse = find(&pair.pair);
        check_rows(&pair.pair, &coarse);
        check_path(&pair, &coarse);
        assert_true(coarse.n_blocks > 100);
        assert_true(mean_width(&coarse) < 60.0);
        long_pair_clear(&pair);
    }
}

/* Without keys only sizes say where a line is: in the same share of the whole. */
static void test_blocks_by_size(void **state)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
    line_pair pair;
    (void)state;

    for (size_t n = 0; n < 300; n++) {
        via_buffer_append_text(&src, "mưa mưa mưa mưa.\n");
        via_buffer_append_text(&tgt,
                               n < 100 ? "mưa mưa mưa mưa mưa mưa mưa.\n" : "mưa.\n");
    }
    line_pair_init(&pair, "vi", via_buffer_text(&src), "vi", via_buffer_text(&tgt));
    via_coarse coarse = find(&pair);
    check_rows(&pair, &coarse);
    double n = (double)coarse.n_blocks;
    assert_float_equal(coarse.src_block[150] / n, 0.5, 0.02);
    assert_true(coarse.tgt_block[99] / n > 0.6);
    assert_true(coarse.tgt_block[50] / n > 0.3 && coarse.tgt_block[50] / n < 0.45);
    line_pair_clear(&pair);
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
}

static void test_unequal_sides(void **state)
{
    static const size_t n_lines[][2] = {{1, 1},    {1, 5000},  {5000, 1},  {2, 3},
                                        {9, 4000}, {127, 128}, {129, 1000}};
    (void)state;

    for (size_t i = 0; i < sizeof n_lines / sizeof *n_lines; i++) {
        for (int is_blank = 0; is_blank < 2; is_blank++) {
            via_buffer texts[2] = {VIA_BUFFER_INIT, VIA_BUFFER_INIT};
            line_pair pair;

            for (int side = 0; side < 2; side++) {
                for (size_t n = 0; n < n_lines[i][side]; n++)
                    via_buffer_append_text(&texts[side], is_blank ? "\n" : "Mưa 12.\n");
            }
            line_pair_init(&pair, "vi", via_buffer_text(&texts[0]), "en",
                           via_buffer_text(&texts[1]));
            via_coarse coarse = find(&pair);
            check_rows(&pair, &coarse);
            line_pair_clear(&pair);
            via_buffer_clear(&texts[0]);
            via_buffer_clear(&texts[1]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long_pairs),
        cmocka_unit_test(test_blocks_by_size),
        cmocka_unit_test(test_unequal_sides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
