/* Tests of documents: blocks, paragraphs, segmented lines, spans in the file. */
#include "scratch.h"

#include "text/doc.h"

static via_doc *parse(const char *text, bool is_segmented)
{
    via_doc_options opt = {
        .lang = "vi", .name = "doc.txt", .is_segmented = is_segmented};
    via_doc *doc = NULL;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    return doc;
}

static void assert_block(const via_doc *doc, size_t i, const char *text, bool ends)
{
    const via_block *block = &doc->blocks[i];

    assert_in_range(i, 0, doc->n_blocks - 1);
    assert_int_equal(block->end - block->begin, strlen(text));
    assert_memory_equal(doc->text + block->begin, text, strlen(text));
    assert_int_equal(block->ends_paragraph, ends);
}

static void test_languages(void **state)
{
    assert_true(via_lang_is_valid("vi"));
    assert_true(via_lang_is_valid("yue"));
    assert_true(via_lang_is_valid("zh-Hant-TW"));
    assert_true(via_lang_is_valid("es-419"));
    assert_false(via_lang_is_valid(NULL));
    assert_false(via_lang_is_valid(""));
    assert_false(via_lang_is_valid("v"));
    assert_false(via_lang_is_valid("VI"));
    assert_false(via_lang_is_valid("vien"));
    assert_false(via_lang_is_valid("vi-"));
    assert_false(via_lang_is_valid("vi--x"));
    assert_false(via_lang_is_valid("-vi"));
    assert_false(via_lang_is_valid("vi_VN"));
    assert_false(via_lang_is_valid("vi/../x"));
    assert_false(via_lang_is_valid("en-abcdefghi"));
    assert_false(via_lang_is_valid("en-abcd-efgh-ijk"));
}

static void test_blocks(void **state)
{
    via_doc *doc = parse("one\ntwo\n\nthree  \r\n\r\n  four\rfive\fsix"
                         "\xe2\x80\xa8seven\xc2\x85"
                         "eight\n \xe3\x80\x80\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf\t\n"
                         "\xe3\x80\x80nine\xe2\x80\x8b\n",
                         false);

    assert_int_equal(doc->n_blocks, 9);
    assert_block(doc, 0, "one", false);
    assert_block(doc, 1, "two", true);
    assert_block(doc, 2, "three", true);
    assert_block(doc, 3, "four", false);
    assert_block(doc, 4, "five", false);
    assert_block(doc, 5, "six", false);
    assert_block(doc, 6, "seven", false);
    assert_block(doc, 7, "eight", true);
    assert_block(doc, 8, "nine", true);
    assert_int_equal(doc->n_segs, 0);
    assert_false(via_doc_is_fine(doc));
    via_doc_free(doc);
}

static void test_nothing(void **state)
{
    const char *texts[] = {"", "\n", " \n\t\r\n", "\xef\xbb\xbf"};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        via_doc *doc = parse(texts[i], false);
        assert_int_equal(doc->n_blocks, 0);
        via_doc_free(doc);
    }
    via_doc_free(NULL);
}

static void assert_seg(const via_doc *doc, size_t i, const char *text, bool ends,
                       size_t src_begin)
{
    size_t n_segs, n_bytes;
    const via_segment *seg = &via_doc_segments(doc, &n_segs)[i];

    assert_in_range(i, 0, n_segs - 1);
    assert_int_equal(seg->end - seg->begin, strlen(text));
    assert_memory_equal(via_doc_text(doc, &n_bytes) + seg->begin, text, strlen(text));
    assert_true(seg->ends_block);
    assert_int_equal(seg->ends_paragraph, ends);
    assert_int_equal(seg->src_begin, src_begin);
}

static void test_segmented(void **state)
{
    via_doc *doc = parse("Một\r\n\r\n  Hai ba \n\n\nBốn\fnăm\n", true);

    assert_int_equal(doc->n_segs, 6);
    assert_seg(doc, 0, "Một", true, 0);
    assert_seg(doc, 1, "", false, 5);
    assert_seg(doc, 2, "Hai ba", true, 9);
    assert_seg(doc, 3, "", true, 17);
    assert_seg(doc, 4, "", false, 18);
    assert_seg(doc, 5, "Bốn\fnăm", true, 19);
    assert_int_equal(doc->segs[5].src_end, 26);
    assert_true(doc->segs[1].begin == doc->segs[1].end);
    assert_false(via_doc_is_fine(doc));
    via_doc_free(doc);
}

static void test_segmented_edges(void **state)
{
    via_doc *doc = parse("", true);
    assert_int_equal(doc->n_segs, 0);
    via_doc_free(doc);

    doc = parse("\n\n", true);
    assert_int_equal(doc->n_segs, 2);
    via_doc_free(doc);

    doc = parse("last", true);
    assert_int_equal(doc->n_segs, 1);
    assert_seg(doc, 0, "last", true, 0);
    via_doc_free(doc);
}

static void test_spans(void **state)
{
    /* A mark, decomposed letters, CR LF, and a code point beyond the BMP. */
    via_doc *doc = parse("\xef\xbb\xbfVie\xcc\xa3\xcc\x82t\r\n😀 Nam\n", true);

    assert_string_equal(doc->text, "Việt\r\n😀 Nam\n");
    assert_seg(doc, 0, "Việt", false, 0);
    assert_int_equal(doc->segs[0].src_end, 6);
    assert_seg(doc, 1, "😀 Nam", true, 8);
    assert_int_equal(doc->segs[1].src_end, 13);
    via_doc_free(doc);
}

static void test_utf16_spans(void **state)
{
    via_doc_options opt = {.lang = "en", .is_segmented = true};
    via_doc *doc = NULL;

    assert_int_equal(
        via_doc_parse("\xff\xfe\x3d\xd8\x00\xde\n\0x\0", 10, &opt, &doc, NULL), VIA_OK);
    assert_string_equal(via_doc_name(doc), "text");
    assert_string_equal(via_doc_lang(doc), "en");
    assert_seg(doc, 0, "😀", false, 0);
    assert_seg(doc, 1, "x", true, 2);
    via_doc_free(doc);
}

static void test_failures(void **state)
{
    via_doc_options opt = {.lang = "vi", .name = "doc.txt"};
    via_doc *doc = (via_doc *)1;
    via_error err;

    assert_int_equal(via_doc_parse("a\nb\xff", 4, &opt, &doc, &err), VIA_E_ENCODING);
    assert_string_equal(err.message, "doc.txt:2: byte 3 is not valid UTF-8");
    assert_null(doc);

    opt.lang = "?";
    assert_int_equal(via_doc_parse("a", 1, &opt, &doc, &err), VIA_E_ARGUMENT);
    assert_string_equal(err.message, "\"?\" is not a language code");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),       cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_nothing),         cmocka_unit_test(test_segmented),
        cmocka_unit_test(test_segmented_edges), cmocka_unit_test(test_spans),
        cmocka_unit_test(test_utf16_spans),     cmocka_unit_test(test_failures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
