/* Tests of the band: that it holds the true path, is narrow, and has no gap. */
#include "long_pair.h"

#include "align/band.h"

#define ROW_CELLS_MAX 120.0

static via_band choose(line_pair *pair)
{
    via_band band;

    assert_int_equal(via_band_choose(pair->ev, pair->arena, &band, NULL), VIA_OK);
    return band;
}

/* Bounds never fall, rows overlap, both corners are inside, cells are numbered. */
static void check_band(const line_pair *pair, const via_band *band)
{
    size_t n_cells = 0, last = pair->src->n_segs;

    assert_int_equal(band->n_rows, pair->src->n_segs + 1);
    assert_int_equal(band->lo[0], 0);
    assert_int_equal(band->hi[last], pair->tgt->n_segs + 1);
    for (size_t i = 0; i < band->n_rows; i++) {
        assert_true(band->lo[i] < band->hi[i]);
        assert_true(band->hi[i] <= pair->tgt->n_segs + 1);
        assert_int_equal(band->first[i], n_cells);
        n_cells += band->hi[i] - band->lo[i];
        if (i == 0)
            continue;
        assert_true(band->lo[i] >= band->lo[i - 1] && band->hi[i] >= band->hi[i - 1]);
        assert_true(band->lo[i] < band->hi[i - 1]);
    }
    assert_int_equal(band->first[band->n_rows], n_cells);
}

static bool holds(const via_band *band, size_t i, size_t j)
{
    return j >= band->lo[i] && j < band->hi[i];
}

/* The path runs from corner to corner; where one side lacks a chapter, along it. */
static void check_path(const long_pair *pair, const via_band *band)
{
    for (size_t n = 0; n <= pair->n_lines; n++) {
        if (!holds(band, pair->src[n], pair->tgt[n]))
            fail_msg("line %zu: (%u, %u) is not in [%u, %u)", n, pair->src[n],
                     pair->tgt[n], band->lo[pair->src[n]], band->hi[pair->src[n]]);
    }
}

static double mean_width(const via_band *band)
{
    return (double)band->first[band->n_rows] / (double)band->n_rows;
}

static void check_long(const long_shape *shape)
{
    long_pair pair;

    long_pair_init(&pair, shape);
    via_band band = choose(&pair.pair);
    check_band(&pair.pair, &band);
    check_path(&pair, &band);
    if (mean_width(&band) > ROW_CELLS_MAX)
        fail_msg("%zu lines: rows of %g cells", shape->n_lines, mean_width(&band));
    long_pair_clear(&pair);
}

static void test_short_pairs_whole(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", "Mưa.\nNắng.\nGió.", "en", "Rain.\nWind.");
    via_band band = choose(&pair);
    check_band(&pair, &band);
    assert_int_equal(band.first[band.n_rows], 4 * 3);
    line_pair_clear(&pair);
}

static void test_long_pairs(void **state)
{
    (void)state;

    for (size_t n_lines = 500; n_lines <= 4000; n_lines *= 2)
        check_long(&(long_shape){.n_lines = n_lines, .key_every = 5, .words_max = 20});
}

/* The width stays about the same, so that the work grows with the length alone. */
static void test_width_does_not_grow(void **state)
{
    double widths[2];
    (void)state;

    for (int i = 0; i < 2; i++) {
        long_pair pair;

        long_pair_init(
            &pair,
            &(long_shape){.n_lines = i ? 6000 : 1500, .key_every = 5, .words_max = 20});
        via_band band = choose(&pair.pair);
        widths[i] = mean_width(&band);
        long_pair_clear(&pair);
    }
    assert_true(widths[1] < 2.0 * widths[0]);
}

static void test_missing_chapters(void **state)
{
    static const long_shape shapes[] = {
        {3000, 0, 0, 1000, 1500, 4, 20},      /* the target lacks 500 lines */
        {3000, 1000, 1500, 0, 0, 4, 20},      /* the source does */
        {3000, 300, 800, 2000, 2500, 4, 20},  /* one each */
        {3000, 0, 500, 0, 0, 4, 20},          /* the first chapter */
        {3000, 0, 0, 2500, 3000, 4, 20},      /* the last one */
        {3000, 0, 0, 500, 2500, 4, 20},       /* most of all */
        {6000, 1000, 2000, 1000, 1500, 3, 9}, /* both the same and more */
    };
    (void)state;

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        check_long(&shapes[i]);
}

/* Without any key the path is near the diagonal, where lengths agree. */
static void test_no_keys(void **state)
{
    (void)state;

    check_long(&(long_shape){.n_lines = 3000, .words_max = 20});
}

static void test_unequal_sides(void **state)
{
    static const size_t n_lines[][2] = {{1, 5000}, {5000, 1},   {9, 5000},
                                        {5000, 9}, {130, 3000}, {2, 30000}};
    (void)state;

    for (size_t i = 0; i < sizeof n_lines / sizeof *n_lines; i++) {
        via_buffer texts[2] = {VIA_BUFFER_INIT, VIA_BUFFER_INIT};
        line_pair pair;

        for (int side = 0; side < 2; side++) {
            for (size_t n = 0; n < n_lines[i][side]; n++)
                via_buffer_format(&texts[side], "%zu.\n", n % 3000);
        }
        line_pair_init(&pair, "vi", via_buffer_text(&texts[0]), "en",
                       via_buffer_text(&texts[1]));
        via_band band = choose(&pair);
        check_band(&pair, &band);
        line_pair_clear(&pair);
        via_buffer_clear(&texts[0]);
        via_buffer_clear(&texts[1]);
    }
}

/* One line as long as all others together, each side its own. */
static void test_unequal_lines(void **state)
{
    (void)state;

    for (int round = 0; round < 4; round++) {
        via_buffer texts[2] = {VIA_BUFFER_INIT, VIA_BUFFER_INIT};
        line_pair pair;

        for (size_t n = 0; n < 1000; n++) {
            for (int side = 0; side < 2; side++) {
                size_t n_words =
                    n == (side ? 20u : 900u) && round & 1 << side ? 20000 : 1;

                while (n_words-- > 0)
                    via_buffer_append_text(&texts[side], "mưa ");
                via_buffer_append_text(&texts[side], "\n");
            }
        }
        line_pair_init(&pair, "vi", via_buffer_text(&texts[0]), "en",
                       via_buffer_text(&texts[1]));
        via_band band = choose(&pair);
        check_band(&pair, &band);
        line_pair_clear(&pair);
        via_buffer_clear(&texts[0]);
        via_buffer_clear(&texts[1]);
    }
}

static void test_empty_documents(void **state)
{
    via_buffer lines = VIA_BUFFER_INIT, blanks = VIA_BUFFER_INIT;
    (void)state;

    for (size_t n = 0; n < 500; n++) {
        via_buffer_append_text(&lines, "Mưa.\n");
        via_buffer_append_text(&blanks, "\n");
    }
    const char *texts[] = {"", via_buffer_text(&lines), via_buffer_text(&blanks)};
    for (size_t i = 0; i < 9; i++) {
        line_pair pair;

        line_pair_init(&pair, "vi", texts[i / 3], "en", texts[i % 3]);
        via_band band = choose(&pair);
        check_band(&pair, &band);
        line_pair_clear(&pair);
    }
    via_buffer_clear(&lines);
    via_buffer_clear(&blanks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_pairs_whole),
        cmocka_unit_test(test_long_pairs),
        cmocka_unit_test(test_width_does_not_grow),
        cmocka_unit_test(test_missing_chapters),
        cmocka_unit_test(test_no_keys),
        cmocka_unit_test(test_unequal_sides),
        cmocka_unit_test(test_unequal_lines),
        cmocka_unit_test(test_empty_documents),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
