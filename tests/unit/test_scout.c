/* Tests of the scout: what it cuts off a band does not matter. */
#include "long_pair.h"

#include "align/scout.h"

static via_band choose(line_pair *pair)
{
    via_band band;

    assert_int_equal(via_band_choose(pair->ev, pair->arena, &band, NULL), VIA_OK);
    return band;
}

static void check_rows(const via_band *band, const via_band *old)
{
    size_t last = band->n_rows - 1;

    assert_int_equal(band->n_rows, old->n_rows);
    assert_int_equal(band->lo[0], 0);
    assert_int_equal(band->hi[last], old->hi[last]);
    for (size_t i = 0; i < band->n_rows; i++) {
        assert_true(band->lo[i] >= old->lo[i] && band->hi[i] <= old->hi[i]);
        assert_true(band->lo[i] < band->hi[i]);
        assert_int_equal(band->first[i + 1],
                         band->first[i] + band->hi[i] - band->lo[i]);
        if (i == 0)
            continue;
        assert_true(band->lo[i] >= band->lo[i - 1] && band->hi[i] >= band->hi[i - 1]);
        assert_true(band->lo[i] < band->hi[i - 1]);
    }
}

static via_lattice *sum(line_pair *pair, const via_band *band)
{
    via_lattice *lat;

    assert_int_equal(via_lattice_new(pair->ev, band, pair->arena, &lat, NULL), VIA_OK);
    assert_int_equal(via_lattice_sum(lat, pair->arena, NULL), VIA_OK);
    return lat;
}

static bool has_bead(const via_ladder *ladder, const via_bead *wanted)
{
    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        if (bead->src_begin == wanted->src_begin && bead->src_end == wanted->src_end &&
            bead->tgt_begin == wanted->tgt_begin && bead->tgt_end == wanted->tgt_end)
            return fabs(bead->confidence - wanted->confidence) < 0.05;
    }
    return false;
}

/* Narrows to a share of the cells; sum and beads must be those of the whole band. */
static void check_narrow(line_pair *pair, double share_max)
{
    via_band old = choose(pair), band = old;
    via_bead_limits limits = pair->ev->limits;
    via_ladder *whole, *narrow;
    size_t n_lost = 0;

    assert_int_equal(via_scout_narrow(pair->ev, &band, pair->arena, NULL), VIA_OK);
    check_rows(&band, &old);
    assert_memory_equal(&pair->ev->limits, &limits, sizeof limits);
    assert_true((double)band.first[band.n_rows] <=
                share_max * (double)old.first[old.n_rows]);
    via_lattice *old_lat = sum(pair, &old);
    assert_int_equal(via_lattice_best(old_lat, pair->arena, &whole, NULL), VIA_OK);
    via_lattice *lat = sum(pair, &band);
    assert_int_equal(via_lattice_best(lat, pair->arena, &narrow, NULL), VIA_OK);
    /* Made-up text has many ladders that are nearly as good, most of all through a gap
     * where each side has a chapter that the other lacks: any line there may be any. */
    assert_true(lat->log_sum <= old_lat->log_sum + 0.01);
    assert_true(lat->log_sum >=
                old_lat->log_sum - 0.03 * fabs(old_lat->log_sum) - 0.01);
    for (size_t b = 0; b < whole->n_beads; b++) {
        const via_bead *bead = &whole->beads[b];

        /* What is nearly a tie may fall either way. */
        if (bead->src_end > bead->src_begin && bead->tgt_end > bead->tgt_begin &&
            bead->confidence > 0.5)
            n_lost += !has_bead(narrow, bead);
    }
    assert_true(n_lost * 50 <= whole->n_beads);
    via_ladder_free(whole);
    via_ladder_free(narrow);
}

static void test_long_pairs(void **state)
{
    static const long_shape shapes[] = {
        {150, 0, 0, 0, 0, 3, 20},      {190, 0, 0, 60, 110, 3, 20},
        {190, 60, 110, 0, 0, 3, 20},   {190, 20, 60, 90, 140, 3, 20},
        {1000, 0, 0, 300, 500, 4, 20}, {1000, 100, 200, 700, 900, 4, 20},
    };
    (void)state;

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        long_pair pair;

        long_pair_init(&pair, &shapes[i]);
        check_narrow(&pair.pair, i == 0 ? 0.6 : 1.0);
        long_pair_clear(&pair);
    }
}

/* One sentence is five or six on the other side: shapes that the scout does not try. */
static void test_large_beads(void **state)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
    line_pair pair;
    (void)state;

    for (size_t n = 0; n < 60; n++) {
        size_t n_parts = n % 7 == 3 ? 5 + n % 2 : 1;

        for (size_t p = 0; p < n_parts; p++) {
            via_buffer_format(&src, "xã %zu có %zu con bò và gà%s", 100 + 10 * n + p,
                              2000 + 10 * n + p, p + 1 < n_parts ? ", " : ".\n");
            via_buffer_format(&tgt, "Commune %zu has %zu cows and hens.\n",
                              100 + 10 * n + p, 2000 + 10 * n + p);
        }
    }
    line_pair_init(&pair, "vi", via_buffer_text(&src), "en", via_buffer_text(&tgt));
    check_narrow(&pair, 1.0);
    line_pair_clear(&pair);
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
}

/* Bands of clauses stay as they are. */
static void test_left_alone(void **state)
{
    long_pair clauses;
    (void)state;

    long_pair_init(&clauses,
                   &(long_shape){.n_lines = 150, .key_every = 3, .words_max = 9});
    clauses.pair.tgt_doc->is_fine = true;
    via_arena_free(clauses.pair.arena);
    via_aligner_free(clauses.pair.aligner);
    line_pair_learn(&clauses.pair, 1);
    via_band old = choose(&clauses.pair), band = old;
    assert_int_equal(via_scout_narrow(clauses.pair.ev, &band, clauses.pair.arena, NULL),
                     VIA_OK);
    assert_memory_equal(&band, &old, sizeof band);
    long_pair_clear(&clauses);
}

/* Nothing to go by: no key, no words, nothing at all. */
static void test_nothing_to_go_by(void **state)
{
    static const char *const lines[] = {"\n", "Mưa.\n", "gao_1.jpg\n"};
    (void)state;

    for (size_t i = 0; i < 9; i++) {
        via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
        line_pair pair;

        for (size_t n = 0; n < 220; n++) {
            via_buffer_append_text(&src, lines[i / 3]);
            via_buffer_append_text(&tgt, lines[i % 3]);
        }
        line_pair_init(&pair, "vi", via_buffer_text(&src), "en", via_buffer_text(&tgt));
        via_band old = choose(&pair), band = old;
        assert_int_equal(via_scout_narrow(pair.ev, &band, pair.arena, NULL), VIA_OK);
        check_rows(&band, &old);
        line_pair_clear(&pair);
        via_buffer_clear(&src);
        via_buffer_clear(&tgt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long_pairs),
        cmocka_unit_test(test_large_beads),
        cmocka_unit_test(test_left_alone),
        cmocka_unit_test(test_nothing_to_go_by),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
