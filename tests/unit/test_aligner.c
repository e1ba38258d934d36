/* Tests of the aligner: whole ladders, whatever the documents and the workers. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "article_pair.h"
#include "dice.h"

#include "base/buffer.h"
#include "vialign.h"

#define N_PAIRS 12

static via_doc *doc_of(const char *lang, const char *text)
{
    via_doc_options opt = {.lang = lang, .name = lang, .is_segmented = true};
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    return doc;
}

static via_pair pair_of(const char *src, const char *tgt)
{
    return (via_pair){doc_of("vi", src), doc_of("en", tgt), NULL};
}

static void free_pair(via_pair pair)
{
    via_doc_free((via_doc *)pair.src);
    via_doc_free((via_doc *)pair.tgt);
}

/* An aligner that has learned from `pairs`. */
static via_aligner *taught(const via_pair *pairs, size_t n_pairs, unsigned n_passes,
                           size_t n_workers)
{
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_aligner *aligner;

    opt.n_passes = n_passes;
    assert_int_equal(via_aligner_new("vi", "en", &opt, &aligner, NULL), VIA_OK);
    assert_int_equal(via_aligner_learn(aligner, pairs, n_pairs, n_workers, NULL),
                     VIA_OK);
    return aligner;
}

static bool is_blank(const via_doc *doc, size_t seg)
{
    size_t n_segs;
    const via_segment *segs = via_doc_segments(doc, &n_segs);

    assert_true(seg < n_segs);
    return segs[seg].begin == segs[seg].end;
}

/* Whether a bead of one segment a side has changed places with the next. */
static bool is_swapped(const via_ladder *ladder, size_t b)
{
    const via_bead *bead = &ladder->beads[b], *next = bead + 1;

    return b + 1 < ladder->n_beads && next->tgt_end == bead->tgt_begin &&
           bead->src_end == bead->src_begin + 1 && next->src_end == bead->src_end + 1 &&
           bead->tgt_end == bead->tgt_begin + 1 && next->tgt_end == next->tgt_begin + 1;
}

/* Every segment stands in exactly one bead; empty ones alone; nothing is unlikelier
 * than impossible or likelier than certain. */
static void check_ladder(via_pair pair, const via_ladder *ladder)
{
    size_t i = 0, j = 0, n_src, n_tgt;

    via_doc_segments(pair.src, &n_src);
    via_doc_segments(pair.tgt, &n_tgt);
    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];
        size_t n_both =
            bead->src_end - bead->src_begin + bead->tgt_end - bead->tgt_begin;
        size_t at = is_swapped(ladder, b)            ? j + 1
                    : b && is_swapped(ladder, b - 1) ? j - 2
                                                     : j;

        assert_true(bead->src_begin == i && bead->src_end >= i);
        assert_true(bead->tgt_begin == at && bead->tgt_end >= at);
        assert_true(n_both > 0);
        assert_true(bead->confidence >= 0.0 && bead->confidence <= 1.0);
        for (; n_both > 1 && i < bead->src_end; i++)
            assert_false(is_blank(pair.src, i));
        for (j = at; n_both > 1 && j < bead->tgt_end; j++)
            assert_false(is_blank(pair.tgt, j));
        i = bead->src_end;
        j = bead->tgt_end;
        if (b && is_swapped(ladder, b - 1))
            j++; /* behind both */
    }
    assert_true(i == n_src && j == n_tgt);
}

static via_ladder *align(const via_aligner *aligner, via_pair pair)
{
    via_ladder *ladder;

    assert_int_equal(via_align(aligner, pair, &ladder, NULL), VIA_OK);
    check_ladder(pair, ladder);
    return ladder;
}

static const via_bead *find_bead(const via_ladder *ladder, size_t src_begin,
                                 size_t src_end, size_t tgt_begin, size_t tgt_end)
{
    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        if (bead->src_begin == src_begin && bead->src_end == src_end &&
            bead->tgt_begin == tgt_begin && bead->tgt_end == tgt_end)
            return bead;
    }
    return NULL;
}

static bool stands_alone(const via_ladder *ladder, size_t src_seg)
{
    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];

        if (bead->src_begin == src_seg && bead->tgt_begin == bead->tgt_end)
            return bead->src_end == src_seg + 1;
    }
    return false;
}

/* ---- Small documents ----------------------------------------------------- */

static void test_article(void **state)
{
    via_pair pair = pair_of(ARTICLE_VI, ARTICLE_EN);
    (void)state;

    for (unsigned n_passes = 1; n_passes <= 3; n_passes++) {
        via_aligner *aligner = taught(&pair, 1, n_passes, 1);
        via_ladder *ladder = align(aligner, pair);

        assert_non_null(find_bead(ladder, 0, 1, 0, 1));
        assert_non_null(find_bead(ladder, 2, 3, 2, 3));
        assert_non_null(find_bead(ladder, 3, 4, 3, 4));
        assert_non_null(find_bead(ladder, 4, 5, 4, 6));
        assert_non_null(find_bead(ladder, 5, 6, 6, 7));
        assert_non_null(find_bead(ladder, 6, 7, 7, 8));
        assert_true(find_bead(ladder, 2, 3, 2, 3)->confidence > 0.5);
        assert_true(find_bead(ladder, 2, 3, 2, 3)->score > 0.0);
        assert_true(stands_alone(ladder, 8)); /* only the source has these */
        assert_true(stands_alone(ladder, 9));
        via_ladder_free(ladder);
        via_aligner_free(aligner);
    }
    free_pair(pair);
}

static void test_no_text(void **state)
{
    static const char *const texts[] = {"",
                                        "\n",
                                        "\n\n\n",
                                        "Mưa.",
                                        "Mưa.\nGió.\n\nNắng.",
                                        "anh_1.jpg",
                                        "anh_1.jpg\n\nanh_2.jpg\n***"};
    size_t n_texts = sizeof texts / sizeof *texts;
    via_pair pairs[49];
    (void)state;

    for (size_t i = 0; i < n_texts * n_texts; i++)
        pairs[i] = pair_of(texts[i / n_texts], texts[i % n_texts]);
    for (size_t from = 0; from < n_texts * n_texts; from += 9) {
        via_aligner *aligner = taught(&pairs[from], 1, 2, 1);

        for (size_t i = 0; i < n_texts * n_texts; i++) {
            via_ladder *ladder = align(aligner, pairs[i]);

            for (size_t b = 0; b < ladder->n_beads; b++)
                assert_true((i / n_texts > 2 && i % n_texts > 2) ||
                            ladder->beads[b].confidence > 0.999);
            via_ladder_free(ladder);
        }
        via_aligner_free(aligner);
    }
    for (size_t i = 0; i < n_texts * n_texts; i++)
        free_pair(pairs[i]);
}

/* A line without words goes with one like it or alone. */
static void test_lines_without_words(void **state)
{
    via_pair pair = pair_of("Mưa lớn ở Huế.\nhue_1.jpg\nhue_2.jpg\nNước rút dần.",
                            "Heavy rain in Hue.\nThe water is falling.\nhue_3.jpg");
    via_aligner *aligner = taught(&pair, 1, 2, 1);
    via_ladder *ladder = align(aligner, pair);
    (void)state;

    for (size_t b = 0; b < ladder->n_beads; b++) {
        const via_bead *bead = &ladder->beads[b];
        size_t n_src = bead->src_end - bead->src_begin;
        size_t n_tgt = bead->tgt_end - bead->tgt_begin;
        bool has_src = bead->src_begin < 3 && bead->src_end > 1;
        bool has_tgt = bead->tgt_end == 3 && n_tgt > 0;

        if (has_src || has_tgt)
            assert_true(n_src <= 1 && n_tgt <= 1);
        if (has_src && n_src && n_tgt)
            assert_true(has_tgt);
    }
    via_ladder_free(ladder);
    via_aligner_free(aligner);
    free_pair(pair);
}

/* ---- Many documents ------------------------------------------------------ */

/* Reports of 5 to 60 lines; some lines are missing, split, empty or pictures. */
static via_pair any_pair(dice *d)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
    size_t n_lines = 5 + dice_below(d, 56);

    for (size_t n = 0; n < n_lines; n++) {
        size_t bags = 11 + dice_below(d, 5000), km = 11 + dice_below(d, 900);
        size_t kind = dice_below(d, 12);

        if (kind == 0)
            via_buffer_append_text(dice_below(d, 2) ? &src : &tgt, "\n");
        if (kind == 1)
            via_buffer_format(dice_below(d, 2) ? &src : &tgt, "anh_%zu.jpg\n", bags);
        if (kind != 2)
            via_buffer_format(&src, "Xe chở %zu bao gạo đi %zu km.\n", bags, km);
        if (kind != 3)
            via_buffer_format(&tgt, "The truck carried %zu bags of rice%s%zu km.\n",
                              bags, kind == 4 ? ".\nIt went " : " over ", km);
    }
    via_pair pair = pair_of(via_buffer_text(&src), via_buffer_text(&tgt));
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
    return pair;
}

static void assert_same_ladder(const via_ladder *a, const via_ladder *b)
{
    assert_int_equal(a->n_beads, b->n_beads);
    assert_memory_equal(a->beads, b->beads, a->n_beads * sizeof *a->beads);
    assert_int_equal(a->n_anchors, b->n_anchors);
    if (a->n_anchors)
        assert_memory_equal(a->anchors, b->anchors, a->n_anchors * sizeof *a->anchors);
}

static void test_workers_change_nothing(void **state)
{
    static const size_t n_workers[] = {1, 2, 7};
    dice d = {1};
    via_pair pairs[N_PAIRS];
    via_ladder *first[N_PAIRS];
    size_t n_anchors = 0;
    (void)state;

    for (size_t p = 0; p < N_PAIRS; p++)
        pairs[p] = any_pair(&d);
    for (size_t w = 0; w < 3; w++) {
        via_aligner *aligner = taught(pairs, N_PAIRS, 3, n_workers[w]);

        for (size_t p = 0; p < N_PAIRS; p++) {
            via_ladder *ladder = align(aligner, pairs[p]);

            n_anchors += ladder->n_anchors;
            if (w == 0) {
                first[p] = ladder;
                continue;
            }
            assert_same_ladder(ladder, first[p]);
            via_ladder_free(ladder);
        }
        via_aligner_free(aligner);
    }
    assert_true(n_anchors > 0);
    for (size_t p = 0; p < N_PAIRS; p++) {
        via_ladder_free(first[p]);
        free_pair(pairs[p]);
    }
}

/* Pairs that were not there when it learned, and an aligner that learned nothing. */
static void test_unseen_pairs(void **state)
{
    dice d = {2};
    (void)state;

    for (int round = 0; round < 10; round++) {
        via_pair seen = any_pair(&d), unseen = any_pair(&d);
        via_aligner *aligner = taught(&seen, round % 2, 2, 2);

        via_ladder_free(align(aligner, unseen));
        via_aligner_free(aligner);
        free_pair(seen);
        free_pair(unseen);
    }
}

/* With a number in each line nearly all beads are found, and surely. */
static void test_numbers_lead(void **state)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
    size_t n_right = 0;
    (void)state;

    for (size_t n = 0; n < 600; n++) {
        if (n < 200 || n >= 300)
            via_buffer_format(&src, "Xe số %zu chở %zu bao gạo.\n", n + 100,
                              3 * n + 11);
        via_buffer_format(&tgt, "Truck %zu carried %zu bags of rice.\n", n + 100,
                          3 * n + 11);
    }
    via_pair pair = pair_of(via_buffer_text(&src), via_buffer_text(&tgt));
    via_aligner *aligner = taught(&pair, 1, 2, 1);
    via_ladder *ladder = align(aligner, pair);
    for (size_t n = 0; n < 500; n++) {
        size_t t = n < 200 ? n : n + 100;
        const via_bead *bead = find_bead(ladder, n, n + 1, t, t + 1);

        n_right += bead && bead->confidence > 0.9;
    }
    assert_true(n_right > 490);
    via_ladder_free(ladder);
    via_aligner_free(aligner);
    free_pair(pair);
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
}

/* Blank lines by the hundred leave what stands around them as it was. */
static void test_many_blank_lines(void **state)
{
    via_buffer texts[2] = {VIA_BUFFER_INIT, VIA_BUFFER_INIT};
    (void)state;

    for (size_t n = 0; n < 900; n++) {
        bool is_text = n < 100 || n >= 800;

        via_buffer_format(&texts[0], is_text ? "Xe số %zu chở gạo.\n" : "\n", n + 100);
        via_buffer_format(&texts[1], is_text ? "Truck %zu carried rice.\n" : "\n",
                          n + 100);
    }
    via_pair pair = pair_of(via_buffer_text(&texts[0]), via_buffer_text(&texts[1]));
    via_aligner *aligner = taught(&pair, 1, 2, 1);
    via_ladder *ladder = align(aligner, pair);
    assert_non_null(find_bead(ladder, 99, 100, 99, 100));
    assert_non_null(find_bead(ladder, 800, 801, 800, 801));
    double confidence = find_bead(ladder, 850, 851, 850, 851)->confidence;
    assert_true(confidence > 0.9 && confidence < 1.0);
    via_ladder_free(ladder);
    via_aligner_free(aligner);
    free_pair(pair);
    via_buffer_clear(&texts[0]);
    via_buffer_clear(&texts[1]);
}

static void test_what_cannot_be(void **state)
{
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_aligner *aligner = (via_aligner *)1;
    via_error err = {VIA_OK, ""};
    (void)state;

    opt.weights_path = "/nowhere/weights.tsv";
    assert_int_equal(via_aligner_new("vi", "en", &opt, &aligner, &err), VIA_E_IO);
    assert_null(aligner);
    assert_non_null(strstr(err.message, "/nowhere/weights.tsv"));
    via_aligner_free(NULL);
    via_ladder_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article),
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_lines_without_words),
        cmocka_unit_test(test_workers_change_nothing),
        cmocka_unit_test(test_unseen_pairs),
        cmocka_unit_test(test_numbers_lead),
        cmocka_unit_test(test_many_blank_lines),
        cmocka_unit_test(test_what_cannot_be),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
