/* Tests of evidence: the features of beads and nulls, one by one. */
#include "line_pair.h"

#include <math.h>

#include "base/buffer.h"

#define NEAR 1e-6

/* Fills in the matches of a pair. */
static void fill(line_pair *pair)
{
    size_t n_src = pair->src->n_segs;
    uint32_t *lo = via_arena_array(pair->arena, n_src, sizeof *lo);
    uint32_t *hi = via_arena_array(pair->arena, n_src, sizeof *hi);

    for (size_t i = 0; i < n_src; i++)
        hi[i] = (uint32_t)pair->tgt->n_segs;
    assert_int_equal(via_evidence_fill(pair->ev, lo, hi, pair->arena, NULL), VIA_OK);
}

static void init(line_pair *pair, const char *src_text, const char *tgt_text)
{
    line_pair_init(pair, "vi", src_text, "en", tgt_text);
    fill(pair);
}

static const double *features(const line_pair *pair, size_t src_begin, size_t src_end,
                              size_t tgt_begin, size_t tgt_end, double *f)
{
    via_evidence_features(pair->ev,
                          &(via_span4){src_begin, src_end, tgt_begin, tgt_end}, f);
    return f;
}

static double feature(const line_pair *pair, enum via_feature which, size_t src_begin,
                      size_t src_end, size_t tgt_begin, size_t tgt_end)
{
    double f[VIA_N_FEATURES];

    return features(pair, src_begin, src_end, tgt_begin, tgt_end, f)[which];
}

/* ---- Shapes of beads ----------------------------------------------------- */

static void test_limits(void **state)
{
    static const bool is_fine[][2] = {
        {false, false}, {false, true}, {true, false}, {true, true}};
    /* The largest bead that is allowed, of one source segment and of one target. */
    static const size_t most[][2] = {{6, 6}, {20, 3}, {3, 20}, {6, 6}};
    via_buffer text = VIA_BUFFER_INIT;
    (void)state;

    for (size_t n = 0; n < 24; n++)
        via_buffer_append_text(&text, "Mưa.\n");
    for (size_t k = 0; k < 4; k++) {
        line_pair pair = {.src_doc = line_doc("vi", via_buffer_text(&text)),
                          .tgt_doc = line_doc("en", via_buffer_text(&text))};

        pair.src_doc->is_fine = is_fine[k][0];
        pair.tgt_doc->is_fine = is_fine[k][1];
        line_pair_learn(&pair, 1);
        for (size_t n = 1; n <= 24; n++) {
            assert_int_equal(via_evidence_allows(pair.ev, &(via_span4){0, 1, 0, n}),
                             n <= most[k][0]);
            assert_int_equal(via_evidence_allows(pair.ev, &(via_span4){0, n, 0, 1}),
                             n <= most[k][1]);
        }
        line_pair_clear(&pair);
    }
    via_buffer_clear(&text);
}

/* Between sentences four by four is too much, three by six is not. */
static void test_both_large(void **state)
{
    line_pair pair;
    (void)state;

    init(&pair, "A b.\nC d.\nE f.\nG h.\nI k.\nL m.\nN.",
         "A b.\nC d.\nE f.\nG h.\nI k.\nL m.\nN.");
    assert_true(via_evidence_allows(pair.ev, &(via_span4){0, 3, 0, 6}));
    assert_true(via_evidence_allows(pair.ev, &(via_span4){0, 6, 0, 3}));
    assert_false(via_evidence_allows(pair.ev, &(via_span4){0, 4, 0, 4}));
    assert_false(via_evidence_allows(pair.ev, &(via_span4){0, 7, 0, 1}));
    line_pair_clear(&pair);
}

static void test_reach(void **state)
{
    line_pair pair;
    (void)state;

    init(&pair, "Mưa.\nGió.\nanh.jpg\nNắng.\n\nBão.\nLũ.", "Rain.\npic.jpg");
    static const size_t reaches[] = {2, 1, 1, 1, 0, 2, 1, 0};
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(via_evidence_reach(pair.src, i, 6), reaches[i]);
    assert_int_equal(via_evidence_reach(pair.src, 0, 1), 1);
    assert_true(via_evidence_allows(pair.ev, &(via_span4){2, 3, 1, 2}));
    assert_false(via_evidence_allows(pair.ev, &(via_span4){2, 3, 0, 1}));
    assert_false(via_evidence_allows(pair.ev, &(via_span4){0, 1, 1, 2}));
    line_pair_clear(&pair);
}

/* ---- Features of beads --------------------------------------------------- */

static void test_types(void **state)
{
    line_pair pair;
    double f[VIA_N_FEATURES];
    (void)state;

    init(&pair, "A b.\nC d.\nE f.\nG h.", "A b.\nC d.\nE f.\nG h.");
    features(&pair, 0, 1, 0, 1, f);
    assert_true(f[VIA_W_BEAD] == 1 && f[VIA_W_ONE_MORE] == 0);
    assert_true(f[VIA_W_EACH_MORE] == 0 && f[VIA_W_BOTH_MORE] == 0);
    features(&pair, 0, 1, 0, 2, f);
    assert_true(f[VIA_W_BEAD] == 1 && f[VIA_W_ONE_MORE] == 1);
    assert_true(f[VIA_W_EACH_MORE] == 0 && f[VIA_W_BOTH_MORE] == 0);
    features(&pair, 0, 4, 0, 2, f);
    assert_true(f[VIA_W_BEAD] == 1 && f[VIA_W_ONE_MORE] == 1);
    assert_true(f[VIA_W_EACH_MORE] == 2 && f[VIA_W_BOTH_MORE] == 1);
    line_pair_clear(&pair);
}

static void test_lengths(void **state)
{
    line_pair pair;
    (void)state;

    init(&pair,
         "Trời mưa suốt ba ngày ở các xã ven sông.\nMưa.\nNước lên nhanh trong đêm.",
         "It rained for three days in the communes by the river.\nRain.\n"
         "The water rose fast at night.");
    double right = feature(&pair, VIA_W_LENGTH, 0, 1, 0, 1);
    assert_true(right > feature(&pair, VIA_W_LENGTH, 0, 1, 1, 2));
    assert_true(right > feature(&pair, VIA_W_LENGTH, 1, 2, 0, 1));
    assert_true(feature(&pair, VIA_W_LENGTH, 0, 3, 0, 3) >
                feature(&pair, VIA_W_LENGTH, 0, 3, 1, 2));
    /* Sizes are sums: what is before a segment, then what is in it. */
    for (size_t i = 0; i < 3; i++)
        assert_float_equal(
            pair.ev->src_sizes[i + 1] - pair.ev->src_sizes[i],
            via_size_of(&pair.src->counts[i], &pair.aligner->know.lengths.src), NEAR);
    line_pair_clear(&pair);
}

static void test_keys(void **state)
{
    line_pair pair;
    (void)state;

    init(&pair,
         "Thu 1.506,14 tấn.\nCó 62 hộ, 75 xe.\nCó 3 cá.\nHãng Samsung.\nGió.\nNắng.",
         "It took 1,506.14 t.\nWith 62 homes.\nAnd 75 lorries.\nTook 3 fish.\n"
         "By Samsung.\nWind.");
    double number = feature(&pair, VIA_W_NUMBER, 0, 1, 0, 1);
    assert_true(number > 0.7);
    assert_float_equal(feature(&pair, VIA_W_NUMBER_MISSING, 0, 1, 0, 1), 0.0, NEAR);
    assert_float_equal(feature(&pair, VIA_W_NUMBER, 0, 1, 1, 2), 0.0, NEAR);
    assert_true(feature(&pair, VIA_W_NUMBER_MISSING, 0, 1, 1, 2) >
                1.9 * number / VIA_RARITY_MAX_NATS);
    /* Two numbers that are two segments on the other side. */
    assert_true(feature(&pair, VIA_W_NUMBER, 1, 2, 1, 3) >
                1.5 * feature(&pair, VIA_W_NUMBER, 1, 2, 1, 2));
    assert_float_equal(feature(&pair, VIA_W_NUMBER_MISSING, 1, 2, 1, 3), 0.0, NEAR);
    assert_true(feature(&pair, VIA_W_NUMBER_MISSING, 1, 2, 1, 2) > 0.0);
    assert_true(feature(&pair, VIA_W_SMALL, 2, 3, 3, 4) > 0.0);
    assert_float_equal(feature(&pair, VIA_W_NUMBER, 2, 3, 3, 4), 0.0, NEAR);
    assert_true(feature(&pair, VIA_W_COPY, 3, 4, 4, 5) > 0.0);
    assert_float_equal(feature(&pair, VIA_W_COPY, 4, 5, 5, 6), 0.0, NEAR);
    line_pair_clear(&pair);
}

/* What stands once on one side and twice on the other matches once. */
static void test_repeated_keys(void **state)
{
    line_pair pair;
    (void)state;

    init(&pair, "Có 250 xe.\nGió.\nNắng.\nBão.", "Has 250 cars.\nAll 250 went.\nSun.");
    double once = feature(&pair, VIA_W_NUMBER, 0, 1, 0, 1);
    assert_true(once > 0.7);
    assert_float_equal(feature(&pair, VIA_W_NUMBER, 0, 1, 0, 2), once, NEAR);
    assert_float_equal(feature(&pair, VIA_W_NUMBER_MISSING, 0, 1, 0, 2),
                       once / VIA_RARITY_MAX_NATS, NEAR);
    line_pair_clear(&pair);
}

static void test_marks(void **state)
{
    line_pair pair;
    (void)state;

    init(&pair, "Mưa à?\nMưa.\n“Gió”.\nNắng.\nBão.\nLũ.",
         "Rain?\nIt rained.\n“Wind”.\nSun.\nStorm.\nFlood.");
    assert_true(feature(&pair, VIA_W_QUESTION, 0, 1, 0, 1) > 0.5);
    assert_true(feature(&pair, VIA_W_QUESTION, 0, 1, 1, 2) < 0.0);
    assert_true(feature(&pair, VIA_W_QUESTION, 0, 2, 0, 2) > 0.5);
    assert_true(feature(&pair, VIA_W_QUOTE, 2, 3, 2, 3) > 0.5);
    assert_true(feature(&pair, VIA_W_QUOTE, 2, 3, 1, 2) < 0.0);
    assert_float_equal(feature(&pair, VIA_W_MARK, 0, 1, 0, 1),
                       feature(&pair, VIA_W_MARK, 3, 4, 3, 4), NEAR);
    line_pair_clear(&pair);
}

/* Inner ends of a bead are counted on both sides, outer ones not. */
static void test_joints(void **state)
{
    line_pair pair;
    double f[VIA_N_FEATURES];
    (void)state;

    init(&pair, "Mưa,\ngió.\nNắng\n\nBão:\nlũ.", "Rain.\nwind,\nSun.");
    features(&pair, 0, 3, 0, 1, f);
    assert_true(f[VIA_W_JOIN_COMMA] == 1 && f[VIA_W_JOIN_FINAL] == 1);
    assert_true(f[VIA_W_JOIN_NONE] == 0 && f[VIA_W_JOIN_LOWER] == 1);
    features(&pair, 0, 1, 0, 3, f);
    assert_true(f[VIA_W_JOIN_COMMA] == 1 && f[VIA_W_JOIN_FINAL] == 1);
    assert_true(f[VIA_W_JOIN_LOWER] == 1 && f[VIA_W_JOIN_BLOCK] == 0);
    assert_float_equal(f[VIA_W_JOIN_COLON], 0.0, 0.0);
    features(&pair, 4, 6, 0, 1, f);
    assert_true(f[VIA_W_JOIN_COLON] == 1 && f[VIA_W_JOIN_COMMA] == 0);
    assert_float_equal(f[VIA_W_JOIN_FINAL], 0.0, 0.0);
    features(&pair, 0, 1, 0, 1, f);
    assert_true(f[VIA_W_JOIN_COMMA] == 0 && f[VIA_W_JOIN_LOWER] == 0);
    line_pair_clear(&pair);
}

/* Checks the borders of three sentences with four clauses, either way round. */
static void check_borders(bool is_src_fine)
{
    const char *clauses = "ฝน\nลม\nแดด\nพายุ", *sentences = "Mưa.\nGió.\nNắng.";
    static const size_t beads[][4] = {
        {0, 1, 0, 1}, {0, 1, 0, 2}, {1, 2, 1, 2}, {1, 3, 1, 4}, {0, 3, 0, 4}};
    static const double scores[] = {0.5, 1.0, 0.5 + 1.0, 0.5, 0.0};
    line_pair pair = {
        .src_doc = is_src_fine ? line_doc("th", clauses) : line_doc("vi", sentences),
        .tgt_doc = is_src_fine ? line_doc("vi", sentences) : line_doc("th", clauses)};
    via_doc *fine = is_src_fine ? pair.src_doc : pair.tgt_doc;
    uint32_t lo[4] = {0}, hi[4] = {3, 3, 3, 3};

    fine->is_fine = true;
    for (size_t j = 0; j < 4; j++)
        fine->segs[j].border_score = 1.0f + (float)j;
    line_pair_learn(&pair, 1);
    assert_int_equal(via_evidence_fill(pair.ev, lo, hi, pair.arena, NULL), VIA_OK);
    for (size_t b = 0; b < 5; b++) {
        const size_t *at = beads[b];
        double score = is_src_fine
                           ? feature(&pair, VIA_W_BORDER, at[2], at[3], at[0], at[1])
                           : feature(&pair, VIA_W_BORDER, at[0], at[1], at[2], at[3]);

        assert_float_equal(score, scores[b], NEAR);
    }
    line_pair_clear(&pair);
}

/* Each border adds half; where documents begin and end there is none. */
static void test_borders(void **state)
{
    (void)state;

    check_borders(false);
    check_borders(true);
}

/* A bead around a line is what it would be without the line, and the line alone. */
static void test_skips(void **state)
{
    static const enum via_feature same[] = {
        VIA_W_BEAD,       VIA_W_ONE_MORE,       VIA_W_EACH_MORE,  VIA_W_BOTH_MORE,
        VIA_W_NUMBER,     VIA_W_NUMBER_MISSING, VIA_W_JOIN_FINAL, VIA_W_JOIN_NONE,
        VIA_W_JOIN_COMMA, VIA_W_JOIN_LOWER,     VIA_W_TITLE_ODD};
    static const char *const lines[] = {"Tàu 415 chở gạo,\n", "Ảnh: Bến tàu\n",
                                        "tàu 980 chở muối.\n"};
    static const char english[] = "Ship 415 took rice, ship 980 took salt.\n";
    double f[VIA_N_FEATURES], null[VIA_N_FEATURES], open[VIA_N_FEATURES];
    line_pair with, without;
    char text[200];
    (void)state;

    snprintf(text, sizeof text, "%s%s%s", lines[0], lines[1], lines[2]);
    init(&with, text, english);
    snprintf(text, sizeof text, "%s%s", lines[0], lines[2]);
    init(&without, text, english);
    via_evidence_features(with.ev, &(via_span4){0, 3, 0, 1, 1, 0}, f);
    for (size_t k = 0; k < sizeof same / sizeof *same; k++)
        if (fabs(f[same[k]] - feature(&without, same[k], 0, 2, 0, 1)) > NEAR)
            fail_msg("%s", via_feature_name(same[k]));
    assert_float_equal(f[VIA_W_SKIP], 1.0, 0.0);
    via_evidence_null_features(with.ev, true, 1, null);
    via_evidence_open_features(with.ev, true, 1, open);
    for (int k = VIA_W_NULL_OPEN; k < VIA_N_FEATURES; k++)
        assert_float_equal(f[k], null[k] + open[k], NEAR);
    assert_float_equal(
        via_evidence_skip_score(with.ev, &(via_span4){0, 3, 0, 1, 1, 0}, -1e9),
        via_evidence_score(with.ev, f), NEAR);
    assert_true(via_evidence_skip_score(with.ev, &(via_span4){0, 3, 0, 1, 1, 0}, 1e9) <
                1e9);
    line_pair_clear(&with);
    line_pair_clear(&without);
}

static void test_titles_and_furniture(void **state)
{
    line_pair pair;
    (void)state;

    init(&pair,
         "Tin mới\nMưa lớn ở 250 xã.\nXem thêm\nGió giật.\nXem thêm\nNắng.\n"
         "Xem thêm\nBão.\nTin 250\nLũ.\nSóng.\nMây.",
         "News\nHeavy rain in 250 communes.\nGusts.\nSun.\nStorm.\nNews 250\nFlood.\n"
         "Waves.\nClouds.");
    assert_float_equal(feature(&pair, VIA_W_TITLES, 0, 1, 0, 1), 1.0, 0.0);
    assert_float_equal(feature(&pair, VIA_W_TITLES, 8, 9, 5, 6), 0.0, 0.0); /* 250 */
    assert_float_equal(feature(&pair, VIA_W_TITLES, 1, 2, 1, 2), 0.0, 0.0);
    assert_float_equal(feature(&pair, VIA_W_TITLE_ODD, 0, 1, 1, 2), 1.0, 0.0);
    assert_float_equal(feature(&pair, VIA_W_TITLE_ODD, 1, 2, 1, 2), 0.0, 0.0);
    assert_float_equal(feature(&pair, VIA_W_RECURS_ODD, 2, 3, 0, 1), 1.0, 0.0);
    assert_float_equal(feature(&pair, VIA_W_RECURS_ODD, 0, 1, 0, 1), 0.0, 0.0);
    line_pair_clear(&pair);
}

/* ---- Nulls --------------------------------------------------------------- */

/* A run that opens a paragraph is not one that starts in its middle. */
static void test_kinds(void **state)
{
    line_pair pair = {.src_doc = line_doc("vi", "Cá\nTôm\nCua\nMực"),
                      .tgt_doc = line_doc("en", "Fish\nShrimp\nCrabs\nSquid")};
    double f[VIA_N_FEATURES];
    (void)state;

    for (size_t i = 0; i < 3; i++) {
        pair.src_doc->blocks[i].kind = i ? VIA_BLOCK_ITEM : VIA_BLOCK_TITLE;
        pair.tgt_doc->blocks[i].kind = i ? VIA_BLOCK_ITEM : VIA_BLOCK_TITLE;
    }
    line_pair_learn(&pair, 1);
    fill(&pair);
    assert_true(feature(&pair, VIA_W_KIND, 0, 1, 0, 1) > 0.0);
    assert_true(feature(&pair, VIA_W_KIND, 0, 1, 1, 2) < 0.0);
    assert_true(feature(&pair, VIA_W_KIND, 0, 2, 0, 1) > 0.0); /* the first counts */
    assert_float_equal(feature(&pair, VIA_W_KIND, 3, 4, 0, 1), 0.0, 0.0);
    assert_float_equal(feature(&pair, VIA_W_KIND, 3, 4, 3, 4), 0.0, 0.0);
    via_evidence_null_features(pair.ev, true, 2, f);
    assert_float_equal(f[VIA_W_NULL_MARKED], 1.0, 0.0);
    via_evidence_null_features(pair.ev, true, 3, f);
    assert_float_equal(f[VIA_W_NULL_MARKED], 0.0, 0.0);
    line_pair_clear(&pair);
}

static void test_runs_inside_blocks(void **state)
{
    line_pair pair;
    double f[VIA_N_FEATURES];
    (void)state;

    init(&pair, "Mưa.\nGió.\n\nNắng.\nBão.\nLũ.", "Rain.");
    static const double is_inside[] = {0, 1, 0, 0, 1, 1}; /* the third is empty */
    for (size_t i = 0; i < 6; i++) {
        via_evidence_open_features(pair.ev, true, i, f);
        assert_float_equal(f[VIA_W_NULL_BLOCK], is_inside[i], 0.0);
    }
    line_pair_clear(&pair);
}

static void test_nulls(void **state)
{
    line_pair pair;
    double f[VIA_N_FEATURES];
    (void)state;

    init(&pair,
         "Xem thêm\nMưa, gió,\nvà 250 xe.\n\nanh.jpg\nXem thêm\nBão.\nXem thêm\nLũ.",
         "250 lorries.\nRain.\nWind.\nStorm.\nFlood.");
    via_evidence_null_features(pair.ev, true, 0, f);
    assert_true(f[VIA_W_NULL_MORE] == 1 && f[VIA_W_NULL_TITLE] == 1);
    assert_true(f[VIA_W_NULL_RECURS] == 1 && f[VIA_W_NULL_JOINED] == 0);
    assert_true(f[VIA_W_NULL_KEYS] == 0 && f[VIA_W_BEAD] == 0);
    via_evidence_null_features(pair.ev, true, 1, f);
    assert_true(f[VIA_W_NULL_TITLE] == 0 && f[VIA_W_NULL_RECURS] == 0);
    assert_true(f[VIA_W_NULL_JOINED] == 1);
    via_evidence_null_features(pair.ev, true, 2, f);
    assert_true(f[VIA_W_NULL_KEYS] > 0.7 && f[VIA_W_NULL_JOINED] == 1);
    via_evidence_null_features(pair.ev, false, 0, f);
    assert_true(f[VIA_W_NULL_MORE] == 1 && f[VIA_W_NULL_KEYS] > 0.7);
    for (size_t i = 3; i <= 4; i++) { /* these belong nowhere else */
        via_evidence_null_features(pair.ev, true, i, f);
        assert_float_equal(via_evidence_score(pair.ev, f), 0.0, 0.0);
        via_evidence_open_features(pair.ev, true, i, f);
        assert_float_equal(via_evidence_score(pair.ev, f), 0.0, 0.0);
    }
    via_evidence_open_features(pair.ev, true, 0, f);
    assert_true(f[VIA_W_NULL_OPEN] == 1 && f[VIA_W_NULL_BLOCK] == 0);
    via_evidence_open_features(pair.ev, true, 1, f);
    assert_true(f[VIA_W_NULL_OPEN] == 1 && f[VIA_W_NULL_BLOCK] == 1);
    assert_true(f[VIA_W_NULL_MORE] == 0);
    line_pair_clear(&pair);
}

/* Checks that a pair is scored with the weights of a cut. */
static void check_score(bool src_is_fine, bool tgt_is_fine, enum via_cut cut)
{
    line_pair pair = {.src_doc = line_doc("vi", "Mưa."),
                      .tgt_doc = line_doc("en", "Rain.")};
    double f[VIA_N_FEATURES], expected = 0.0;

    pair.src_doc->is_fine = src_is_fine;
    pair.tgt_doc->is_fine = tgt_is_fine;
    line_pair_learn(&pair, 1);
    for (int i = 0; i < VIA_N_FEATURES; i++) {
        f[i] = i + 1.0;
        expected += f[i] * pair.aligner->know.weights.w[cut][i];
    }
    assert_float_equal(via_evidence_score(pair.ev, f), expected, 1e-9);
    line_pair_clear(&pair);
}

static void test_score(void **state)
{
    (void)state;

    check_score(false, false, VIA_CUT_SENTENCES);
    check_score(true, false, VIA_CUT_CLAUSES);
    check_score(false, true, VIA_CUT_CLAUSES);
    check_score(true, true, VIA_CUT_CLAUSES);
}

/* No feature is ever infinite or not a number. */
static void test_all_finite(void **state)
{
    line_pair pair;
    double f[VIA_N_FEATURES];
    (void)state;

    init(&pair, "?\n.\nMưa 1 2 3 4 5.\nx\n999999999999999999999999\n“”",
         "!\n…\nA\n12345678901234567890,5\n()\n-5");
    for (size_t k = 0; k < 36; k++) {
        features(&pair, k / 6, k / 6 + 1, k % 6, k % 6 + 1, f);
        for (int i = 0; i < VIA_N_FEATURES; i++)
            assert_true(isfinite(f[i]));
    }
    line_pair_clear(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_both_large),
        cmocka_unit_test(test_reach),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_lengths),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_repeated_keys),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_joints),
        cmocka_unit_test(test_borders),
        cmocka_unit_test(test_skips),
        cmocka_unit_test(test_titles_and_furniture),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_runs_inside_blocks),
        cmocka_unit_test(test_nulls),
        cmocka_unit_test(test_score),
        cmocka_unit_test(test_all_finite),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
