/* Tests of anchors: what both sides of a bead hold, and where. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article_pair.h"
#include "line_pair.h"

#include "align/anchors.h"
#include "base/buffer.h"
#include "text/utf8.h"
#include "vialign.h"

/* Two texts as they were given, and their ladder. */
struct aligned {
    const char *src_text, *tgt_text;
    via_pair pair;
    via_ladder *ladder;
};

static void align(struct aligned *out, const char *src_text, const char *tgt_text)
{
    via_doc_options src_opt = {.lang = "vi", .is_segmented = true};
    via_doc_options tgt_opt = {.lang = "en", .is_segmented = true};
    via_align_options opt = VIA_ALIGN_OPTIONS_INIT;
    via_aligner *aligner;
    via_doc *src, *tgt;

    assert_int_equal(via_doc_parse(src_text, strlen(src_text), &src_opt, &src, NULL),
                     VIA_OK);
    assert_int_equal(via_doc_parse(tgt_text, strlen(tgt_text), &tgt_opt, &tgt, NULL),
                     VIA_OK);
    *out = (struct aligned){src_text, tgt_text, {src, tgt, NULL}, NULL};
    assert_int_equal(via_aligner_new("vi", "en", &opt, &aligner, NULL), VIA_OK);
    assert_int_equal(via_aligner_learn(aligner, &out->pair, 1, 1, NULL), VIA_OK);
    assert_int_equal(via_align(aligner, out->pair, &out->ladder, NULL), VIA_OK);
    via_aligner_free(aligner);
}

static void clear(struct aligned *aligned)
{
    via_ladder_free(aligned->ladder);
    via_doc_free((via_doc *)aligned->pair.src);
    via_doc_free((via_doc *)aligned->pair.tgt);
}

/* Whether code points [begin, end) of `text` hold `expected`; a value may take in what
 * it is of: "năm 2023", "215 triệu". */
static bool holds_text(const char *text, size_t begin, size_t end, const char *expected)
{
    size_t at = 0, from = 0;

    for (size_t cp = 0; cp < end; cp++) {
        if (cp == begin)
            from = at;
        via_utf8_next(text, &at);
    }
    const char *found = strstr(text + from, expected);
    return found && found + strlen(expected) <= text + at;
}

static const via_anchor *find_anchor(const struct aligned *aligned, const char *src,
                                     const char *tgt)
{
    for (size_t a = 0; a < aligned->ladder->n_anchors; a++) {
        const via_anchor *anchor = &aligned->ladder->anchors[a];

        if (holds_text(aligned->src_text, anchor->src_begin, anchor->src_end, src) &&
            holds_text(aligned->tgt_text, anchor->tgt_begin, anchor->tgt_end, tgt))
            return anchor;
    }
    return NULL;
}

/* Whether some segment of [first, last) holds code points [begin, end). */
static bool some_holds(const via_doc *doc, size_t first, size_t last, size_t begin,
                       size_t end)
{
    size_t n_segs;
    const via_segment *segs = via_doc_segments(doc, &n_segs);

    while (first < last && (segs[first].src_begin > begin || segs[first].src_end < end))
        first++;
    return first < last && begin < end;
}

/* Anchors are in order, stand inside their bead, and share no place. */
static void check_anchors(const struct aligned *aligned)
{
    const via_ladder *ladder = aligned->ladder;

    for (size_t a = 0; a < ladder->n_anchors; a++) {
        const via_anchor *anchor = &ladder->anchors[a];

        assert_true(anchor->bead < ladder->n_beads);
        assert_true(anchor->score > 0.0);
        const via_bead *bead = &ladder->beads[anchor->bead];
        assert_true(some_holds(aligned->pair.src, bead->src_begin, bead->src_end,
                               anchor->src_begin, anchor->src_end));
        assert_true(some_holds(aligned->pair.tgt, bead->tgt_begin, bead->tgt_end,
                               anchor->tgt_begin, anchor->tgt_end));
        if (a == 0)
            continue;
        assert_true(anchor->bead >= anchor[-1].bead);
        assert_true(anchor->bead > anchor[-1].bead ||
                    anchor->src_begin >= anchor[-1].src_begin);
    }
}

static void test_article(void **state)
{
    static const char *const numbers[][2] = {
        {"380", "380"}, {"14", "14"}, {"215", "215"}, {"62", "62"}};
    struct aligned aligned;
    (void)state;

    align(&aligned, ARTICLE_VI, ARTICLE_EN);
    check_anchors(&aligned);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const via_anchor *anchor = find_anchor(&aligned, numbers[i][0], numbers[i][1]);

        if (!anchor)
            fail_msg("no anchor %s = %s", numbers[i][0], numbers[i][1]);
        assert_string_equal(anchor->kind, "number");
    }
    /* One in the headline and one in the lead, each with its own. */
    const via_anchor *tonnes = find_anchor(&aligned, "1.250", "1,250");
    assert_non_null(tonnes);
    assert_int_equal(tonnes->bead, 0);
    assert_non_null(find_anchor(&aligned, "2023", "2023"));
    clear(&aligned);
}

/* Places are those of the file, not of the text in its normal form; a letter and its
 * marks are several code points here. */
static void test_places_of_the_file(void **state)
{
    struct aligned aligned;
    (void)state;

    align(&aligned,
          "Me\xcc\xa3 mua 123 con ga\xcc\x80.\nBo\xcc\x82\xcc\x81 ba\xcc\x81n 456 bao "
          "ga\xcc\xa3o cho Samsung.\nEm co\xcc\x81 789 que.\n",
          "Mother bought 123 hens.\nFather sold 456 bags to Samsung.\nI have 789.\n");
    check_anchors(&aligned);
    assert_non_null(find_anchor(&aligned, "123", "123"));
    assert_non_null(find_anchor(&aligned, "456", "456"));
    assert_non_null(find_anchor(&aligned, "789", "789"));
    assert_non_null(find_anchor(&aligned, "Samsung", "Samsung"));
    assert_string_not_equal(find_anchor(&aligned, "Samsung", "Samsung")->kind,
                            "number");
    clear(&aligned);
}

/* What the other side of the bead does not hold is no anchor, though the other document
 * does. */
static void test_only_within_beads(void **state)
{
    struct aligned aligned;
    (void)state;

    align(&aligned,
          "Xe 101 chở 2001 bao, chưa phải 2003.\nXe 102 chở 2002 bao.\nXe 103 chở 2003 "
          "bao.\n"
          "Xe 104 chở 2004 bao, không phải 2001.\nXe 105 chở 2005 bao.\n",
          "Truck 101 carried 2001 bags.\nTruck 102 carried 2002 bags.\n"
          "Truck 103 carried 2003 bags.\nTruck 104 carried 2004 bags.\n"
          "Truck 105 carried 2005 bags.\n");
    check_anchors(&aligned);
    assert_int_equal(aligned.ladder->n_beads, 5);
    assert_int_equal(aligned.ladder->n_anchors, 10);
    clear(&aligned);
}

/* A date matches by year, day and month, and is one anchor. */
static void test_dates(void **state)
{
    struct aligned aligned;
    (void)state;

    align(&aligned, "Ngày 18/07/2024 trời mưa.\nCái ghế.\nCái tủ.",
          "It was fine on July 18, 2024.\nStool.\nShelf.");
    check_anchors(&aligned);
    assert_int_equal(aligned.ladder->n_anchors, 1);
    assert_non_null(find_anchor(&aligned, "18/07/2024", "July 18, 2024"));
    assert_string_equal(aligned.ladder->anchors[0].kind, "date");
    clear(&aligned);
}

/* What stands in both of two swapped beads is an anchor of each. */
static void test_swapped_beads(void **state)
{
    line_pair pair;
    via_bead beads[] = {
        {0, 1, 1, 2, 0.9, 1.0}, {1, 2, 0, 1, 0.9, 1.0}, {2, 3, 2, 3, 0.9, 1.0}};
    via_ladder ladder = {beads, 3, NULL, 0};
    uint32_t lo[] = {0, 0, 0}, hi[] = {3, 3, 3};
    size_t n_of_bead[3] = {0};
    (void)state;

    line_pair_init(&pair, "vi", "Xe 101 chở 350 bao.\nXe 102 chở 350 bao.\nXe 103.",
                   "en", "Truck 102: 350 bags.\nTruck 101: 350 bags.\nTruck 103.");
    assert_int_equal(via_evidence_fill(pair.ev, lo, hi, pair.arena, NULL), VIA_OK);
    assert_int_equal(
        via_ladder_add_anchors(&ladder, &pair.ev->matches, pair.src, pair.tgt, NULL),
        VIA_OK);
    assert_int_equal(ladder.n_anchors, 5);
    for (size_t a = 0; a < 5; a++)
        n_of_bead[ladder.anchors[a].bead]++;
    assert_true(n_of_bead[0] == 2 && n_of_bead[1] == 2 && n_of_bead[2] == 1);
    free(ladder.anchors);
    line_pair_clear(&pair);
}

static void test_no_anchors(void **state)
{
    static const char *const texts[][2] = {{"", ""},
                                           {"Mưa 2024.", ""},
                                           {"", "Rain 2024."},
                                           {"Cái ghế.\nCái tủ.", "Stool.\nShelf."},
                                           {"tiếng kazooka", "the kazooka"},
                                           {"\n\n", "\n"}};
    (void)state;

    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct aligned aligned;

        align(&aligned, texts[t][0], texts[t][1]);
        assert_int_equal(aligned.ladder->n_anchors, 0);
        clear(&aligned);
    }
}

/* Many beads: places are found in one walk, in order. */
static void test_long_documents(void **state)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;
    struct aligned aligned;
    size_t n_found = 0;
    (void)state;

    for (size_t n = 0; n < 200; n++) {
        via_buffer_format(&src, "Gạo: %zu bao, ngô: %zu.%03zu kg.\n", 1000 + n, n + 11,
                          n % 100);
        via_buffer_format(&tgt, "Maize: %zu,%03zu kg, rice: %zu bags.\n", n + 11,
                          n % 100, 1000 + n);
    }
    align(&aligned, via_buffer_text(&src), via_buffer_text(&tgt));
    check_anchors(&aligned);
    for (size_t n = 0; n < 200; n++) {
        char number[32];

        snprintf(number, sizeof number, "%zu", 1000 + n);
        n_found += find_anchor(&aligned, number, number) != NULL;
    }
    assert_true(n_found > 190);
    assert_true(aligned.ladder->n_anchors > 390);
    clear(&aligned);
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_article),
        cmocka_unit_test(test_places_of_the_file),
        cmocka_unit_test(test_only_within_beads),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_swapped_beads),
        cmocka_unit_test(test_no_anchors),
        cmocka_unit_test(test_long_documents),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
