/* Tests of what a bead says: joining lines, folding spaces, empty segments. */
#include "sample_pair.h"

#include "tm/unit.h"

/* The text of all lines of a segmented document. */
static void expect_side(const char *lang, const char *text, const char *expected,
                        size_t n_full)
{
    via_doc_options opt = {.lang = lang, .name = "x", .is_segmented = true};
    via_bead bead = {0};
    via_ladder ladder = {&bead, 1, NULL, 0};
    via_buffer out = VIA_BUFFER_INIT;
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    bead.src_end = bead.tgt_end = doc->n_segs;
    via_unit unit = via_unit_of((via_pair){doc, doc, NULL}, &ladder, 0);
    assert_int_equal(unit.src.n_full, n_full);
    via_buffer_append_text(&out, "before");
    via_side_text(&unit.tgt, &out);
    assert_memory_equal(via_buffer_text(&out), "before", 6);
    assert_string_equal(out.bytes + 6, expected);
    via_buffer_clear(&out);
    via_doc_free(doc);
}

static void test_lines_are_joined(void **state)
{
    expect_side("vi", "một\nhai\n\nba\n", "một hai ba", 3);
    expect_side("th", "หนึ่ง\nสอง", "หนึ่ง สอง", 2);
    expect_side("ja", "一\n二\n\n三", "一二三", 3);
    expect_side("zh-Hant", "一\n二", "一二", 2);
    expect_side("ko", "하나\n둘", "하나 둘", 2);
    expect_side("ja", "VF\n8 は\n9", "VF 8 は9", 3);
}

static void test_spaces_are_folded(void **state)
{
    expect_side("vi",
                "  a \t b\xc2\xa0\xe3\x80\x80"
                "c\x01"
                "d  ",
                "a b c d", 1);
    expect_side("ja", "一\xe3\x80\x80二", "一 二", 1);
    /* A joiner within an emoji stays, U+FFFF goes. */
    expect_side("en",
                "👨\xe2\x80\x8d👩"
                "b\xef\xbf\xbf"
                "c",
                "👨\xe2\x80\x8d👩bc", 1);
}

static via_doc *lines(const char *lang, const char *text)
{
    via_doc_options opt = {.lang = lang, .name = "x", .is_segmented = true};
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    return doc;
}

/* What is furniture on both sides is in no memory, nor what is too unlikely. */
static void test_what_is_kept(void **state)
{
    via_bead beads[] = {{0, 1, 0, 1, 0.9, 0.0}, {1, 2, 0, 1, 0.9, 0.0},
                        {0, 1, 1, 2, 0.9, 0.0}, {1, 2, 1, 2, 0.9, 0.0},
                        {0, 2, 0, 2, 0.9, 0.0}, {0, 1, 0, 1, 0.4, 0.0},
                        {0, 1, 1, 1, 0.9, 0.0}};
    static const bool are_kept[] = {true, true, true, false, true, false, false};
    via_ladder ladder = {beads, 7, NULL, 0};
    via_doc *src = lines("vi", "Trời mưa.\nBình luận (0)\n");
    via_doc *tgt = lines("en", "It rains.\nComments (0)\n");
    via_pair pair = {src, tgt, NULL};
    (void)state;

    src->blocks[1].is_furniture = tgt->blocks[1].is_furniture = true;
    for (size_t b = 0; b < ladder.n_beads; b++) {
        via_unit unit = via_unit_of(pair, &ladder, b);

        assert_int_equal(via_unit_is_kept(&unit, 0.5), are_kept[b]);
    }
    via_doc_free(src);
    via_doc_free(tgt);
}

static void test_nothing(void **state)
{
    expect_side("vi", "", "", 0);
    expect_side("vi", "\n \n\t\n", "", 0);
    expect_side("vi", "\xef\xbf\xbf\n", "", 0);
    expect_side("vi", "\n\na\n\n", "a", 1);
}

static void test_segments_of_one_line(void **state)
{
    static const char *const pieces[] = {"Một.", "Hai?", "Ba", "bốn"};
    via_doc *doc = sample_doc("vi", "x", "Một.Hai?   Ba\n\nbốn\n", pieces, 4);
    via_bead beads[] = {{0, 2, 0, 1, 1, 0}, {2, 4, 1, 4, 1, 0}};
    via_ladder ladder = {beads, 2, NULL, 0};
    via_buffer out = VIA_BUFFER_INIT;

    via_unit unit = via_unit_of((via_pair){doc, doc, NULL}, &ladder, 0);
    via_side_text(&unit.src, &out);
    expect_bytes(&out, "Một.Hai?");
    unit = via_unit_of((via_pair){doc, doc, NULL}, &ladder, 1);
    via_side_text(&unit.tgt, &out);
    expect_bytes(&out, "Hai? Ba bốn");
    via_doc_free(doc);
}

static void test_sides_and_anchors(void **state)
{
    static const char *const pieces[] = {"a", "b", "c"};
    via_doc *doc = sample_doc("en", "x", "a\nb\nc\n", pieces, 3);
    via_bead beads[] = {{0, 1, 0, 0, 1, 0}, {1, 2, 0, 1, 1, 0}, {2, 3, 1, 3, 1, 0}};
    via_anchor anchors[] = {{1, "copy", 2, 3, 0, 1, 1},
                            {1, "copy", 2, 3, 0, 1, 1},
                            {2, "copy", 4, 5, 4, 5, 1}};
    via_ladder ladder = {beads, 3, anchors, 3};
    via_pair pair = {doc, doc, NULL};

    via_unit unit = via_unit_of(pair, &ladder, 0);
    assert_false(via_unit_is_full(&unit));
    assert_int_equal(unit.n_anchors, 0);
    unit = via_unit_of(pair, &ladder, 1);
    assert_true(via_unit_is_full(&unit));
    assert_int_equal(unit.n_anchors, 2);
    assert_ptr_equal(unit.anchors, anchors);
    unit = via_unit_of(pair, &ladder, 2);
    assert_int_equal(unit.n_anchors, 1);
    assert_ptr_equal(unit.anchors, anchors + 2);
    assert_int_equal(unit.tgt.n_full, 2);
    via_doc_free(doc);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines_are_joined),
        cmocka_unit_test(test_spaces_are_folded),
        cmocka_unit_test(test_what_is_kept),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_segments_of_one_line),
        cmocka_unit_test(test_sides_and_anchors),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
