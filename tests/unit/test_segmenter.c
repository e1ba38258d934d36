/* Tests of segmenters: spans, fine pieces, odd texts, missing data. */
#include "scratch.h"

#include "base/buffer.h"
#include "text/chars.h"
#include "text/doc.h"

static via_doc *cut(const char *lang, const char *text)
{
    via_doc_options opt = {.lang = lang, .name = "cut"};
    via_segmenter *segmenter;
    via_doc *doc;

    assert_int_equal(via_segmenter_new(lang, &segmenter, NULL), VIA_OK);
    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    assert_int_equal(via_segment_doc(segmenter, doc, NULL), VIA_OK);
    via_segmenter_free(segmenter);
    return doc;
}

static void test_spans(void **state)
{
    via_doc *doc =
        cut("vi", "\xef\xbb\xbfĐi cho\xcc\x9b\xcc\xa3.  Về nhà.\r\n\r\n  Ảnh  ");

    assert_int_equal(doc->n_segs, 3);
    assert_int_equal(doc->segs[0].src_begin, 0);
    assert_int_equal(doc->segs[0].src_end, 9);
    assert_int_equal(doc->segs[1].src_begin, 11);
    assert_int_equal(doc->segs[1].src_end, 18);
    assert_int_equal(doc->segs[2].src_begin, 24);
    assert_int_equal(doc->segs[2].src_end, 27);
    assert_false(doc->segs[0].ends_block);
    assert_true(doc->segs[1].ends_block && doc->segs[1].ends_paragraph);
    assert_true(doc->segs[2].ends_block && doc->segs[2].ends_paragraph);
    assert_float_equal(doc->segs[0].border_score, 0, 0);
    assert_false(via_doc_is_fine(doc));
    via_doc_free(doc);
}

static void test_paragraphs(void **state)
{
    via_doc *doc = cut("en", "One. Two.\nThree.\n\nFour.");
    bool ends_block[] = {false, true, true, true};
    bool ends_paragraph[] = {false, false, true, true};

    assert_int_equal(doc->n_segs, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(doc->segs[i].ends_block, ends_block[i]);
        assert_int_equal(doc->segs[i].ends_paragraph, ends_paragraph[i]);
    }
    via_doc_free(doc);
}

static void test_thai_is_fine(void **state)
{
    via_doc *doc = cut("th", "ชาวบ้านกล่าว เขาดีใจมาก และ ร้องเพลง\nน้ำลง");

    assert_true(via_doc_is_fine(doc));
    assert_int_equal(doc->n_segs, 5);
    /* behind "said" a sentence may well end, behind "and" hardly */
    assert_true(doc->segs[0].border_score > doc->segs[2].border_score + 1);
    assert_true(doc->segs[3].border_score > doc->segs[0].border_score + 1);
    via_doc_free(doc);
}

static void test_segmented_is_left_alone(void **state)
{
    via_doc_options opt = {.lang = "en", .name = "lines", .is_segmented = true};
    via_segmenter *segmenter;
    via_doc *doc;

    assert_int_equal(via_segmenter_new("en", &segmenter, NULL), VIA_OK);
    assert_int_equal(via_doc_parse("A b. C d.\n\nE.", 13, &opt, &doc, NULL), VIA_OK);
    assert_int_equal(via_segment_doc(segmenter, doc, NULL), VIA_OK);
    assert_int_equal(doc->n_segs, 3);
    via_segmenter_free(segmenter);
    via_doc_free(doc);
}

static void test_twice(void **state)
{
    via_segmenter *segmenter;
    via_doc_options opt = {.lang = "ja", .name = "twice"};

    assert_int_equal(via_segmenter_new("ja", &segmenter, NULL), VIA_OK);
    for (size_t n = 0; n < 3; n++) {
        const char *text = n == 1 ? "" : "雨だ。傘を持つ。\n駅へ行く！";
        via_doc *doc;

        assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
        assert_int_equal(via_segment_doc(segmenter, doc, NULL), VIA_OK);
        assert_int_equal(via_segment_doc(segmenter, doc, NULL), VIA_OK);
        assert_int_equal(doc->n_segs, n == 1 ? 0 : 3);
        via_doc_free(doc);
    }
    via_segmenter_free(segmenter);
    via_segmenter_free(NULL);
}

/* Whether the segments lie in order, hold no space at their ends, and leave out
 * nothing but space. */
static void assert_whole(const via_doc *doc)
{
    size_t at = 0;

    for (size_t i = 0; i <= doc->n_segs; i++) {
        size_t begin = i < doc->n_segs ? doc->segs[i].begin : doc->n_bytes;

        assert_true(begin >= at);
        for (; at < begin; at++)
            assert_non_null(memchr(" \t\n\xe3\x80", doc->text[at], 5));
        if (i == doc->n_segs)
            break;
        at = doc->segs[i].end;
        assert_true(at > begin);
        assert_int_not_equal(doc->text[begin], ' ');
        assert_int_not_equal(doc->text[at - 1], ' ');
    }
}

/* Marks, brackets, letters and spaces in any order must not lose anything. The
 * generator is the linear congruence of the C standard, with a fixed seed. */
static void test_odd_texts(void **state)
{
    static const char *const parts[] = {
        ".", "!",  "?",  "…",   "...", " ",  "  ",          "\n",   "\"", "“",
        "”", "(",  ")",  "[1]", "「",  "」", "。",          "、",   "と", "A",
        "b", "Mr", "12", "1.",  "v.v", "ๆ",  "กล",          "พ.ศ.", "ปี",  "-",
        "–", ",",  "'",  "’",   "TP",  "漢", "http://a.b?C"};
    static const char *const langs[] = {"vi", "en", "ja", "th", "de"};
    uint32_t seed = 7;

    for (size_t round = 0; round < 1000; round++) {
        via_buffer text = VIA_BUFFER_INIT;

        for (size_t n = 0; n < 60; n++) {
            seed = seed * 1103515245 + 12345;
            via_buffer_append_text(
                &text, parts[(seed >> 16) % (sizeof parts / sizeof *parts)]);
        }
        via_doc *doc = cut(langs[round % 5], via_buffer_text(&text));
        assert_whole(doc);
        via_doc_free(doc);
        via_buffer_clear(&text);
    }
}

/* One long line of nothing but marks must not take the square of its length. */
static void test_long_line(void **state)
{
    static const char *const parts[] = {".",  "! ",   "\"", "(",
                                        "a.", "。」", "「", "[1] "};
    static const char *const langs[] = {"vi", "ja", "th"};

    for (size_t i = 0; i < 3 * sizeof parts / sizeof *parts; i++) {
        via_buffer text = VIA_BUFFER_INIT;

        for (size_t n = 0; n < 50000; n++)
            via_buffer_append_text(&text, parts[i / 3]);
        via_doc *doc = cut(langs[i % 3], via_buffer_text(&text));
        assert_true(doc->n_segs > 0);
        via_doc_free(doc);
        via_buffer_clear(&text);
    }
}

static void test_failures(void **state)
{
    via_segmenter *segmenter = (via_segmenter *)1;
    via_error err;

    assert_int_equal(via_segmenter_new("??", &segmenter, &err), VIA_E_ARGUMENT);
    assert_null(segmenter);

    scratch_file(*state, "any-abbreviations.txt", "Mr\n", 3);
    setenv("VIALIGN_DATA", ((scratch *)*state)->folder, 1);
    scratch_file(*state, "th-units.tsv", "วัน\tunite\n", 15);
    assert_int_equal(via_segmenter_new("th", &segmenter, &err), VIA_E_FORMAT);
    assert_null(segmenter);
    assert_non_null(strstr(err.message, "th-units.tsv:1"));
    unsetenv("VIALIGN_DATA");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_thai_is_fine),
        cmocka_unit_test(test_segmented_is_left_alone),
        cmocka_unit_test(test_twice),
        cmocka_unit_test(test_odd_texts),
        cmocka_unit_test(test_long_line),
        cmocka_unit_test_setup_teardown(test_failures, scratch_setup, scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
