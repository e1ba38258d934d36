/* Tests of borders: which cues are there at the end of a piece. */
#include "scratch.h"

#include "segment/borders.h"

/* Every cue has a weight of its own digit, so that a sum tells which were there. */
static const char rows[] = "sign\tevery-border\t1\n"
                           "sign\tparagraph-end\t10\n"
                           "sign\tleft-has-no-thai\t100\n"
                           "sign\tright-has-no-thai\t1000\n"
                           "sign\topening-quote-after\t10000\n"
                           "sign\tclosing-quote-before\t20000\n"
                           "sign\tinside-quote\t40000\n"
                           "scripts\tthai latin\t0.5\n"
                           "before\tวัด\t0.25\n"
                           "start\tตลาด\t0.125\n";

static void assert_scores(scratch *s, const char *text, const double *scores)
{
    via_doc_options opt = {.lang = "th", .name = "th", .is_segmented = true};
    size_t n_segs;
    via_cues *cues;
    via_doc *doc;

    assert_int_equal(
        via_cues_load(scratch_file(s, "cues.tsv", rows, strlen(rows)), &cues, NULL),
        VIA_OK);
    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    via_doc_segments(doc, &n_segs);
    for (size_t i = 0; i + 1 < n_segs; i++)
        doc->segs[i].ends_block = false; /* as pieces of one line */
    via_score_borders(cues, doc, doc->segs, n_segs);
    for (size_t i = 0; i < n_segs; i++)
        assert_float_equal(doc->segs[i].border_score, scores[i], 1e-6);
    via_doc_free(doc);
    via_cues_free(cues);
}

static void test_scores(void **state)
{
    assert_scores(*state, "", NULL);
    assert_scores(*state, "น้ำ", (double[]){11});
    assert_scores(*state, "ไปวัด\nLotus\nน้ำ", (double[]){1001.75, 101, 11});
    /* a word at the start counts only in a short piece */
    assert_scores(*state, "ตลาดเช้า\nตลาดเช้าริมแม่น้ำสายใหญ่\nน้ำ", (double[]){1.125, 1, 11});
}

static void test_quotes(void **state)
{
    assert_scores(*state, "น้ำ\n“ลม\nไฟ”\nดิน", (double[]){10001, 40001, 20001, 11});
    assert_scores(*state, "น้ำ\n\"ลม\nไฟ\"\nดิน", (double[]){10001, 40001, 20001, 11});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_scores, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_quotes, scratch_setup, scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
