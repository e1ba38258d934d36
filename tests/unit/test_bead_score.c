/* Tests of bead scores: the same as weight times feature, for every bead. */
#include "long_pair.h"

#include "evidence/bead_score.h"

static void fill(line_pair *pair)
{
    via_band band;

    assert_int_equal(via_band_choose(pair->ev, pair->arena, &band, NULL), VIA_OK);
    assert_int_equal(via_lattice_fill(pair->ev, &band, pair->arena, NULL), VIA_OK);
    if (!pair->ev->lexicon)
        return;
    via_seams_band seams = {band.lo, band.hi, band.first, NULL};
    assert_int_equal(
        via_lexicon_pair_add_seams(pair->ev->lexicon, &seams, pair->arena, NULL),
        VIA_OK);
}

/* Weights that tell every feature from every other. */
static void weigh(line_pair *pair, double *w)
{
    for (int f = 0; f < VIA_N_FEATURES; f++)
        w[f] = 0.1 * (f + 1) * (f % 3 ? 1.0 : -1.0);
    pair->ev->w = w;
    assert_int_equal(
        via_bead_scorer_new(pair->ev, pair->arena, &pair->ev->scorer, NULL), VIA_OK);
}

/* Compares all beads; returns how many there are. */
static size_t compare(const line_pair *pair)
{
    const via_evidence *ev = pair->ev;
    size_t n_src = pair->src->n_segs, n_tgt = pair->tgt->n_segs, n_beads = 0;
    double f[VIA_N_FEATURES];

    for (size_t i = 0; i < n_src; i++) {
        for (size_t j = 0; j < n_tgt; j++) {
            for (size_t m = 1; m <= ev->limits.src && i + m <= n_src; m++) {
                for (size_t n = 1; n <= ev->limits.tgt && j + n <= n_tgt; n++) {
                    via_span4 at = {i, i + m, j, j + n};

                    via_evidence_features(ev, &at, f);
                    assert_float_equal(via_bead_score(ev, &at, -INFINITY),
                                       via_evidence_score(ev, f), 1e-6);
                    n_beads++;
                }
            }
        }
    }
    return n_beads;
}

static const char *const SRC_TEXT = "Giá gạo tăng 12%!\n"
                                    "gao_4711.jpg\n"
                                    "\n"
                                    "\"Ông Sáu\" bán 350 bao; bà Tư mua 40 bao,\n"
                                    "còn ông Ba (ở Cà Mau) bán 7 bao:\n"
                                    "Xem thêm\n"
                                    "Xem thêm\n"
                                    "Xem thêm";
static const char *const TGT_TEXT = "Rice prices rose by 12%!\n"
                                    "\"Mr Sau\" sold 350 bags;\n"
                                    "Mrs Tu bought 40 of them,\n"
                                    "and Mr Ba, in Ca Mau, sold 7…\n"
                                    "rice_4711.jpg\n"
                                    "See more";

static void test_small(void **state)
{
    line_pair pair;
    double w[VIA_N_FEATURES];
    (void)state;

    line_pair_init(&pair, "vi", SRC_TEXT, "en", TGT_TEXT);
    weigh(&pair, w);
    fill(&pair);
    assert_true(compare(&pair) > 300);
    line_pair_clear(&pair);
}

/* With a lexicon that the pair has taught itself. */
static void test_taught(void **state)
{
    long_pair pair;
    double w[VIA_N_FEATURES];
    (void)state;

    long_pair_init(&pair, &(long_shape){.n_lines = 60, .key_every = 3, .words_max = 9});
    via_arena_free(pair.pair.arena);
    via_aligner_free(pair.pair.aligner);
    line_pair_learn(&pair.pair, 3);
    weigh(&pair.pair, w);
    fill(&pair.pair);
    assert_non_null(pair.pair.ev->lexicon);
    compare(&pair.pair);
    long_pair_clear(&pair);
}

/* Pages, whose lines are of kinds. */
static void test_marked(void **state)
{
    line_pair pair = {.src_doc = line_doc("vi", SRC_TEXT),
                      .tgt_doc = line_doc("en", TGT_TEXT)};
    double w[VIA_N_FEATURES];
    (void)state;

    for (size_t i = 0; i < pair.src_doc->n_blocks; i++)
        pair.src_doc->blocks[i].kind = (uint8_t)(i % VIA_BLOCK_N_KINDS);
    for (size_t j = 0; j < pair.tgt_doc->n_blocks; j++)
        pair.tgt_doc->blocks[j].kind = (uint8_t)(j % VIA_BLOCK_N_KINDS);
    line_pair_learn(&pair, 1);
    weigh(&pair, w);
    fill(&pair);
    compare(&pair);
    line_pair_clear(&pair);
}

static void test_clauses(void **state)
{
    line_pair pair = {
        .src_doc = line_doc("en", "It rained for hours.\nThen it cleared."),
        .tgt_doc = line_doc("th", "ฝนตก\nหลาย\nชั่วโมง\nแล้ว\nฟ้า\nเปิด\nอีก\nครั้ง")};
    double w[VIA_N_FEATURES];
    (void)state;

    pair.tgt_doc->is_fine = true;
    line_pair_learn(&pair, 1);
    for (size_t j = 0; j < pair.tgt_doc->n_segs; j++)
        pair.tgt_doc->segs[j].border_score = 0.25f * (float)j;
    weigh(&pair, w);
    fill(&pair);
    assert_true(compare(&pair) > 50);
    line_pair_clear(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),
        cmocka_unit_test(test_taught),
        cmocka_unit_test(test_marked),
        cmocka_unit_test(test_clauses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
