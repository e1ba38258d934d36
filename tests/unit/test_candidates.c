/* Tests of candidates: a first look finds some of what a whole one does. */
#include "line_pair.h"

#include <math.h>

#include "align/candidates.h"

static const char *const SRC_TEXT = "Giá gạo tăng 12% năm 1998.\n"
                                    "Ông Sáu bán 350 bao, bà Tư mua lại 47 bao.\n"
                                    "Xã có 2911 con bò.\n"
                                    "Mưa to ở 63 xã.";
static const char *const TGT_TEXT = "Rice prices rose by 12% in 1998.\n"
                                    "Mr Sau sold 350 bags.\n"
                                    "Mrs Tu bought 47 bags of them.\n"
                                    "The commune has 2911 cows.\n"
                                    "It rained hard in 63 communes.";

static const via_candidate *find(const via_lattice *lat, size_t i, size_t j, size_t m,
                                 size_t n)
{
    size_t c = via_lattice_cell(lat, i, j);

    for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
        const via_candidate *cand = &lat->candidates[k];

        if (cand->n_src == m && cand->n_tgt == n && !cand->is_swapped)
            return cand;
    }
    return NULL;
}

static void test_first_look(void **state)
{
    line_pair pair;
    via_lattice *lat, *first;
    via_band band;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
    assert_int_equal(via_lattice_scout(pair.ev, &band, pair.arena, &first, NULL),
                     VIA_OK);
    assert_int_equal(via_lattice_new(pair.ev, &band, pair.arena, &lat, NULL), VIA_OK);
    assert_true(first->begin[first->n_cells] < lat->begin[lat->n_cells]);
    for (size_t i = 0; i <= first->n_src; i++) {
        for (size_t j = first->band.lo[i]; j < first->band.hi[i]; j++) {
            size_t c = via_lattice_cell(first, i, j);

            for (size_t k = first->begin[c]; k < first->begin[c + 1]; k++) {
                const via_candidate *cand = &first->candidates[k];

                assert_true(cand->n_src + cand->n_tgt <= 3);
                assert_non_null(find(lat, i, j, cand->n_src, cand->n_tgt));
            }
        }
    }
    assert_non_null(find(first, 0, 0, 1, 1));
    assert_non_null(find(first, 1, 1, 1, 2));
    assert_true(isfinite(first->log_sum));
    line_pair_clear(&pair);
}

/* Nothing leads to a cell that is closed, or from it. */
static void test_closed(void **state)
{
    line_pair pair;
    via_lattice *lat;
    via_band band;
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    assert_int_equal(via_band_choose(pair.ev, pair.arena, &band, NULL), VIA_OK);
    band.is_open = via_arena_alloc(pair.arena, band.first[band.n_rows]);
    memset(band.is_open, 1, band.first[band.n_rows]);
    band.is_open[band.first[1] + 1] = 0;
    assert_int_equal(via_lattice_new(pair.ev, &band, pair.arena, &lat, NULL), VIA_OK);
    assert_null(find(lat, 0, 0, 1, 1));
    size_t c = via_lattice_cell(lat, 1, 1);
    assert_int_equal(lat->begin[c], lat->begin[c + 1]);
    assert_non_null(find(lat, 2, 3, 1, 1));
    assert_int_equal(via_lattice_sum(lat, pair.arena, NULL), VIA_OK);
    assert_true(isinf(lat->forward[c].by[VIA_STATE_BEAD]));
    assert_true(isfinite(lat->log_sum));
    line_pair_clear(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_look),
        cmocka_unit_test(test_closed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
