/* Tests of matches: what both sides hold, segment by segment. */
#include "line_pair.h"

#include "dice.h"

#include "base/buffer.h"

#define N(items) (sizeof(items) / sizeof *(items))

/* Fills all rows, or those inside [lo, hi). */
static void fill(line_pair *pair, const uint32_t *lo, const uint32_t *hi)
{
    size_t n_src = pair->src->n_segs;
    uint32_t *all_lo = via_arena_array(pair->arena, n_src, sizeof *all_lo);
    uint32_t *all_hi = via_arena_array(pair->arena, n_src, sizeof *all_hi);

    for (size_t i = 0; i < n_src; i++)
        all_hi[i] = (uint32_t)pair->tgt->n_segs;
    assert_int_equal(via_matches_fill(&pair->ev->matches, n_src, lo ? lo : all_lo,
                                      hi ? hi : all_hi, pair->arena, NULL),
                     VIA_OK);
}

/* Rarity of the matches of one kind between two segments. */
static double matched(const line_pair *pair, size_t i, size_t j, int kind)
{
    const via_matches *m = &pair->ev->matches;
    double sum = 0.0;

    for (const via_match *match = via_matches_from(m, i, j);
         match < via_matches_from(m, i, j + 1); match++) {
        if (match->kind == kind)
            sum += (double)match->rarity;
    }
    return sum;
}

static double known(const via_match_side *side, size_t seg, int kind)
{
    return (double)side->known[seg + 1][kind] - (double)side->known[seg][kind];
}

static void test_numbers(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(
        &pair, "vi",
        "Kim ngạch đạt 1.506,14 triệu USD.\nXã có 62 hộ.\nTăng 12,5%.\n"
        "Trời mưa.\nCó 700 xe.",
        "en",
        "It rained.\nIt has 62 households.\nTrade reached 1,506.14 million USD.\n"
        "A rise of 12.5%.\nThere are 701 lorries.");
    fill(&pair, NULL, NULL);
    assert_true(matched(&pair, 0, 2, VIA_KEY_NUMBER) > 1.0);
    assert_true(matched(&pair, 1, 1, VIA_KEY_NUMBER) > 1.0);
    assert_true(matched(&pair, 2, 3, VIA_KEY_NUMBER) > 1.0);
    for (size_t j = 0; j < 5; j++) {
        assert_true(matched(&pair, 3, j, VIA_KEY_NUMBER) == 0.0);
        assert_true(matched(&pair, 4, j, VIA_KEY_NUMBER) == 0.0);
    }
    assert_true(matched(&pair, 0, 1, VIA_KEY_NUMBER) == 0.0);
    line_pair_clear(&pair);
}

/* What the other side never holds is not missed there; what it holds elsewhere is. */
static void test_known(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi",
                   "Xe 777 chở 4711 bao.\nXe 888 chở 250 bao.\nNắng.\nGió.\nMưa.", "en",
                   "Lorry 777 left.\nThere were 250 bags.\nSun.\nWind.\nRain.");
    fill(&pair, NULL, NULL);
    const via_matches *m = &pair.ev->matches;
    double one = matched(&pair, 0, 0, VIA_KEY_NUMBER);
    assert_true(one > 0.7);
    assert_float_equal(known(&m->src, 0, VIA_KEY_NUMBER), one, 1e-5); /* not 4711 */
    assert_float_equal(known(&m->tgt, 0, VIA_KEY_NUMBER), one, 1e-5);
    assert_float_equal(known(&m->src, 2, VIA_KEY_NUMBER), 0.0, 0.0);
    assert_true(m->src.shared[0] > 0.7 && m->src.shared[2] == 0.0f);
    line_pair_clear(&pair);
}

/* What stands in every other line is no evidence. */
static void test_common_keys(void **state)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
    line_pair pair;
    (void)state;

    for (size_t n = 0; n < 100; n++) {
        via_buffer_format(&src, "Xe 555 chở %zu bao.\n", 1000 + n);
        via_buffer_format(&tgt, "Lorry 555 took %zu bags.\n", 1000 + n);
    }
    line_pair_init(&pair, "vi", via_buffer_text(&src), "en", via_buffer_text(&tgt));
    fill(&pair, NULL, NULL);
    for (size_t i = 0; i < 100; i++) {
        for (size_t j = 0; j < 100; j++)
            assert_int_equal(matched(&pair, i, j, VIA_KEY_NUMBER) > 0.0, i == j);
    }
    line_pair_clear(&pair);
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
}

/* ---- Any texts ----------------------------------------------------------- */

static void init_any(line_pair *pair, dice *d)
{
    static const char *const words[] = {"17",      "18",    "250", "1.250",
                                        "Samsung", "Honda", "mưa", "internet",
                                        "5",       "năm",   "12%", "2023"};
    via_buffer texts[2] = {VIA_BUFFER_INIT, VIA_BUFFER_INIT};

    for (int side = 0; side < 2; side++) {
        for (size_t n = 3 + dice_below(d, 10); n-- > 0;) {
            for (size_t w = dice_below(d, 8); w-- > 0;)
                via_buffer_format(&texts[side], "%s ", words[dice_below(d, N(words))]);
            via_buffer_append_text(&texts[side], "\n");
        }
    }
    line_pair_init(pair, "vi", via_buffer_text(&texts[0]), "vi",
                   via_buffer_text(&texts[1]));
    via_buffer_clear(&texts[0]);
    via_buffer_clear(&texts[1]);
}

/* Two segments match in no more than either is known to hold. */
static void test_matches_are_known(void **state)
{
    dice d = {1};
    double all = 0.0;
    (void)state;

    for (int round = 0; round < 12; round++) {
        line_pair pair;

        init_any(&pair, &d);
        fill(&pair, NULL, NULL);
        const via_matches *m = &pair.ev->matches;
        for (size_t c = 0; c < pair.src->n_segs * pair.tgt->n_segs; c++) {
            size_t i = c / pair.tgt->n_segs, j = c % pair.tgt->n_segs;

            for (int kind = 0; kind < VIA_KEY_N_KINDS; kind++) {
                double both = matched(&pair, i, j, kind);

                assert_true(both <= known(&m->src, i, kind) + 1e-4);
                assert_true(both <= known(&m->tgt, j, kind) + 1e-4);
                all += both;
            }
        }
        line_pair_clear(&pair);
    }
    assert_true(all > 40.0);
}

/* Rows hold what is inside the bounds, all of it and nothing else. */
static void test_rows_inside_bounds(void **state)
{
    dice d = {2};
    (void)state;

    for (int round = 0; round < 12; round++) {
        line_pair pair;
        via_matches all, some;
        uint32_t lo[16], hi[16];

        init_any(&pair, &d);
        for (size_t i = 0; i < pair.src->n_segs; i++) {
            lo[i] = (uint32_t)dice_below(&d, pair.tgt->n_segs);
            hi[i] = lo[i] + (uint32_t)dice_below(&d, pair.tgt->n_segs + 1 - lo[i]);
        }
        fill(&pair, NULL, NULL);
        all = pair.ev->matches;
        fill(&pair, lo, hi);
        some = pair.ev->matches;
        for (size_t i = 0; i < pair.src->n_segs; i++) {
            for (size_t j = lo[i]; j < hi[i]; j++) {
                const via_match *match = via_matches_from(&some, i, j);

                for (const via_match *same = via_matches_from(&all, i, j);
                     same < via_matches_from(&all, i, j + 1); same++, match++)
                    assert_int_equal(match->kind, same->kind);
                assert_ptr_equal(match, via_matches_from(&some, i, j + 1));
            }
            assert_ptr_equal(via_matches_from(&some, i, 0),
                             via_matches_from(&some, i, lo[i]));
            assert_ptr_equal(via_matches_from(&some, i, hi[i]),
                             via_matches_from(&some, i, pair.tgt->n_segs));
        }
        line_pair_clear(&pair);
    }
}

static void test_nothing_shared(void **state)
{
    static const char *const texts[][2] = {{"", ""},
                                           {"Xe 100.", ""},
                                           {"", "Lorry 100."},
                                           {"\n\n", "\n"},
                                           {"Ghế.", "Stool."}};
    (void)state;

    for (size_t t = 0; t < N(texts); t++) {
        line_pair pair;

        line_pair_init(&pair, "vi", texts[t][0], "en", texts[t][1]);
        fill(&pair, NULL, NULL);
        assert_int_equal(pair.ev->matches.n_shared, 0);
        assert_int_equal(
            pair.ev->matches.begin[pair.ev->matches.first[pair.src->n_segs]], 0);
        line_pair_clear(&pair);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_common_keys),
        cmocka_unit_test(test_matches_are_known),
        cmocka_unit_test(test_rows_inside_bounds),
        cmocka_unit_test(test_nothing_shared),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
