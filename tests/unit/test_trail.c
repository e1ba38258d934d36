/* Tests of trails: a second look finds what the first one found. */
#include "long_pair.h"

#include "align/trail.h"

#include <math.h>

static void sum(line_pair *pair, const via_band *band, via_lattice **out)
{
    assert_int_equal(via_lattice_new(pair->ev, band, pair->arena, out, NULL), VIA_OK);
    assert_int_equal(via_lattice_sum(*out, pair->arena, NULL), VIA_OK);
}

static void check(line_pair *pair)
{
    via_band band, again;
    via_lattice *lat, *lat_again;
    via_trail trail = {0};

    assert_int_equal(via_band_choose(pair->ev, pair->arena, &band, NULL), VIA_OK);
    sum(pair, &band, &lat);
    assert_int_equal(via_trail_find(lat, pair->arena, &trail, NULL), VIA_OK);
    assert_int_equal(trail.n_rows, band.n_rows);
    assert_int_equal(via_trail_follow(&trail, pair->ev, pair->arena, &again, NULL),
                     VIA_OK);
    assert_true(again.first[again.n_rows] < band.first[band.n_rows]);
    assert_int_equal(again.lo[0], 0);
    assert_int_equal(again.hi[again.n_rows - 1], pair->tgt->n_segs + 1);
    for (size_t i = 1; i < again.n_rows; i++) {
        assert_true(again.lo[i] >= again.lo[i - 1] && again.hi[i] >= again.hi[i - 1]);
        assert_true(again.lo[i] < again.hi[i - 1]);
    }
    sum(pair, &again, &lat_again);
    assert_float_equal(lat_again->log_sum, lat->log_sum, 0.05);
}

static void test_sentences(void **state)
{
    long_pair pair;
    (void)state;

    long_pair_init(&pair, &(long_shape){120, 30, 40, 70, 90, 4, 9});
    check(&pair.pair);
    long_pair_clear(&pair);
}

/* Nothing is said of clauses by a scout; a trail they have all the same. */
static void test_clauses(void **state)
{
    long_pair pair;
    (void)state;

    long_pair_init(&pair, &(long_shape){.n_lines = 60, .key_every = 3, .words_max = 9});
    pair.pair.tgt_doc->is_fine = true;
    via_arena_free(pair.pair.arena);
    via_aligner_free(pair.pair.aligner);
    line_pair_learn(&pair.pair, 1);
    check(&pair.pair);
    long_pair_clear(&pair);
}

/* What is kept of a pair is written over by what is found next. */
static void test_again(void **state)
{
    line_pair pair;
    via_band band;
    via_lattice *lat;
    via_trail trail = {0};
    (void)state;

    line_pair_init(&pair, "vi", "Mưa.\nNắng.", "en", "Rain.\nSun.");
    assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
    sum(&pair, &band, &lat);
    assert_int_equal(via_trail_find(lat, pair.arena, &trail, NULL), VIA_OK);
    const uint32_t *lo = trail.lo;
    assert_int_equal(via_trail_find(lat, pair.arena, &trail, NULL), VIA_OK);
    assert_ptr_equal(trail.lo, lo);
    line_pair_clear(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_clauses),
        cmocka_unit_test(test_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
