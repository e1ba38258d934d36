/* Tests of skips: a caption among the lines of a bead is left alone, others are not. */
#include "line_pair.h"

#include "align/skips.h"
#include "text/utf8.h"

#include <math.h>

static const char SRC[] = "Ngày 5/3/2019, 415 người đã đến Huế.\n"
                          "Tàu 8017 chở 620 tấn gạo và 75 tấn muối từ Cần Thơ,\n"
                          "Xem thêm: Giá vàng hôm nay tăng 480 điểm\n"
                          "còn tàu 3391 chở 480 tấn cá từ Cà Mau.\n"
                          "Đến ngày 9/4/2020, chỉ còn 38 người ở lại.\n";
#define CAPTION_CPS 40
static const char TGT[] =
    "On 5 March 2019, 415 people came to Hue.\n"
    "Ship 8017 took 620 tonnes of rice and 75 tonnes of salt from "
    "Can Tho, and ship 3391 took 480 tonnes of fish from Ca Mau.\n"
    "By 9 April 2020 only 38 people were left.\n";

static bool is_bead(const via_bead *bead, via_bead wanted)
{
    return bead->src_begin == wanted.src_begin && bead->src_end == wanted.src_end &&
           bead->tgt_begin == wanted.tgt_begin && bead->tgt_end == wanted.tgt_end &&
           bead->src_skip == wanted.src_skip && bead->tgt_skip == wanted.tgt_skip;
}

static via_ladder *align(const line_pair *pair)
{
    via_pair docs = {pair->src_doc, pair->tgt_doc, NULL};
    via_ladder *ladder;

    assert_int_equal(via_align(pair->aligner, docs, &ladder, NULL), VIA_OK);
    return ladder;
}

/* The caption holds a number of the bead around it. */
static void check_no_anchor_in_caption(const via_ladder *ladder, bool is_turned)
{
    const char *caption = strstr(SRC, "Xem thêm");
    size_t begin = via_utf8_count(SRC, (size_t)(caption - SRC)), n_in_bead = 0;

    for (size_t a = 0; a < ladder->n_anchors; a++) {
        const via_anchor *anchor = &ladder->anchors[a];
        size_t at = is_turned ? anchor->tgt_begin : anchor->src_begin;

        assert_false(at >= begin && at < begin + CAPTION_CPS);
        n_in_bead += anchor->bead == 1;
    }
    assert_true(n_in_bead >= 4);
}

/* On either side. */
static void test_caption(void **state)
{
    line_pair pair;
    (void)state;

    for (int is_turned = 0; is_turned < 2; is_turned++) {
        line_pair_init(&pair, is_turned ? "en" : "vi", is_turned ? TGT : SRC,
                       is_turned ? "vi" : "en", is_turned ? SRC : TGT);
        via_ladder *ladder = align(&pair);
        via_bead around = is_turned ? (via_bead){1, 2, 1, 4, 0.0, 0.0, 0, 2}
                                    : (via_bead){1, 4, 1, 2, 0.0, 0.0, 2, 0};
        via_bead alone = is_turned ? (via_bead){2, 2, 2, 3, 0.0, 0.0, 0, 0}
                                   : (via_bead){2, 3, 2, 2, 0.0, 0.0, 0, 0};

        assert_int_equal(ladder->n_beads, 4);
        assert_true(is_bead(&ladder->beads[1], around));
        assert_true(is_bead(&ladder->beads[2], alone));
        assert_true(ladder->beads[1].confidence > 0.5);
        check_no_anchor_in_caption(ladder, is_turned);
        via_ladder_free(ladder);
        line_pair_clear(&pair);
    }
}

/* What is added to a lattice is what was found, behind what was there; all beads that
 * skip have both outer corners in the band and the score of their features. */
static void test_what_is_added(void **state)
{
    line_pair pair;
    via_lattice *lat = NULL;
    size_t n_skips = 0;
    (void)state;

    line_pair_init(&pair, "vi", SRC, "en", TGT);
    via_sides sides = {.src = pair.src, .tgt = pair.tgt};
    assert_int_equal(via_aligner_lattice(pair.aligner, sides, pair.arena, &lat, NULL),
                     VIA_OK);
    size_t n_before = lat->begin[lat->n_cells];
    double sum_before = lat->log_sum;
    assert_int_equal(via_skips_add(lat, pair.arena, NULL), VIA_OK);
    for (size_t i = 0; i <= lat->n_src; i++) {
        for (size_t j = lat->band.lo[i]; j < lat->band.hi[i]; j++) {
            size_t c = via_lattice_cell(lat, i, j);

            for (size_t k = lat->begin[c]; k < lat->begin[c + 1]; k++) {
                via_span4 at = via_candidate_span(&lat->candidates[k], i, j);

                if (via_candidate_is_whole(&lat->candidates[k]) ||
                    lat->candidates[k].is_swapped)
                    continue;
                n_skips++;
                assert_true(via_lattice_holds(lat, at.src_end, at.tgt_end));
                assert_true(!at.src_skip ||
                            (at.src_skip > i && at.src_skip + 1 < at.src_end));
                assert_true(!at.tgt_skip ||
                            (at.tgt_skip > j && at.tgt_skip + 1 < at.tgt_end));
                assert_float_equal(lat->candidates[k].score,
                                   via_evidence_skip_score(lat->ev, &at, -INFINITY),
                                   1e-4);
            }
        }
    }
    assert_int_equal(lat->begin[lat->n_cells], n_before + n_skips);
    assert_true(n_skips > 0 && lat->log_sum > sum_before);
    line_pair_clear(&pair);
}

/* Lines that translate each other are never skipped for want of trying. */
static void test_nothing_to_skip(void **state)
{
    line_pair pair;
    (void)state;

    line_pair_init(&pair, "vi", SRC, "vi", SRC);
    via_ladder *ladder = align(&pair);
    for (size_t b = 0; b < ladder->n_beads; b++)
        assert_true(!ladder->beads[b].src_skip && !ladder->beads[b].tgt_skip);
    via_ladder_free(ladder);
    line_pair_clear(&pair);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_caption),
        cmocka_unit_test(test_what_is_added),
        cmocka_unit_test(test_nothing_to_skip),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
