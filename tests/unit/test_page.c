/* Tests: a web page as a document. */
#include "scratch.h"

#include "page/page.h"
#include "text/doc.h"

static const char PAGE[] =
    "<title>Cầu mới</title><nav>Trang nhất</nav><h1>Cầu mới</h1>"
    "<p>Sáng nay cây cầu dài năm trăm bốn mươi mét nối hai xã vùng cao đã được khánh "
    "thành.</p><ul><li>Dài 540 m<li>Rộng 7 m</ul><p>Dân bản đến xem rất đông từ "
    "sớm.</p>"
    "<p hidden>x</p><div class=share><p>Chia sẻ</div>";

static void test_text_of_the_article(void **state)
{
    via_doc_options opt = {"vi"};
    size_t n_bytes;
    via_doc *doc;

    (void)state;
    assert_int_equal(via_page_parse(PAGE, sizeof PAGE - 1, &opt, &doc, NULL), VIA_OK);
    assert_string_equal(
        via_doc_text(doc, &n_bytes),
        "Cầu mới\n\nSáng nay cây cầu dài năm trăm bốn mươi mét nối hai xã "
        "vùng cao đã được khánh thành.\n\nDài 540 m\nRộng 7 m\n\nDân bản "
        "đến xem rất đông từ sớm.\n");
    assert_string_equal(via_doc_name(doc), "text");
    assert_int_equal(via_doc_n_furniture(doc, VIA_FURNITURE_NAVIGATION), 1);
    assert_int_equal(via_doc_n_furniture(doc, VIA_FURNITURE_SHARE), 1);
    assert_int_equal(via_doc_n_furniture(doc, VIA_FURNITURE_HIDDEN), 1);
    assert_int_equal(via_doc_n_furniture(doc, VIA_FURNITURE_NONE), 0);
    via_doc_free(doc);
}

/* A paragraph in a cell or item is one; headings come in three ranks. */
static void test_kinds_of_blocks(void **state)
{
    static const char text[] =
        "<h1>Cầu mới</h1><p>Cây cầu dài năm trăm mét nối hai xã đã khánh thành.</p>"
        "<h2>Số đo</h2><table><tr><td>Dài<td><p>540 m</p></table><h4>Xe</h4>"
        "<ul><li>Xe máy<li><p>Xe tải</p></ul><div>Dân bản đến xem rất đông.</div>";
    static const uint8_t kinds[] = {
        VIA_BLOCK_TITLE, VIA_BLOCK_PARAGRAPH, VIA_BLOCK_SECTION,
        VIA_BLOCK_CELL,  VIA_BLOCK_CELL,      VIA_BLOCK_SUBSECTION,
        VIA_BLOCK_ITEM,  VIA_BLOCK_ITEM,      VIA_BLOCK_PARAGRAPH};
    via_doc_options opt = {"vi"};
    via_doc *doc;

    (void)state;
    assert_int_equal(via_page_parse(text, sizeof text - 1, &opt, &doc, NULL), VIA_OK);
    assert_int_equal(doc->n_blocks, sizeof kinds);
    for (size_t i = 0; i < doc->n_blocks; i++)
        assert_int_equal(doc->blocks[i].kind, kinds[i]);
    via_doc_free(doc);
}

static void test_furniture_is_kept_if_asked(void **state)
{
    via_doc_options opt = {"vi", "cau", false, true, NULL};
    size_t n_bytes;
    via_doc *doc;

    (void)state;
    assert_int_equal(via_furniture_load((via_furniture_rules **)&opt.furniture, NULL),
                     VIA_OK);
    assert_int_equal(via_page_parse(PAGE, sizeof PAGE - 1, &opt, &doc, NULL), VIA_OK);
    const char *text = via_doc_text(doc, &n_bytes);
    assert_int_equal(strncmp(text, "Trang nhất\n\nCầu mới\n", 24), 0);
    assert_non_null(strstr(text, "\n\nChia sẻ\n"));
    assert_null(strstr(text, "x\n"));
    assert_int_equal(via_doc_n_furniture(doc, VIA_FURNITURE_SHARE), 1);
    via_doc_free(doc);
    via_furniture_free((via_furniture_rules *)opt.furniture);
}

static void test_failures_name_the_page(void **state)
{
    via_doc_options opt = {"vi", "cau.html"};
    via_doc *doc;
    via_error err;

    (void)state;
    assert_int_equal(via_page_parse("<p>\0", 4, &opt, &doc, &err), VIA_E_ENCODING);
    assert_null(doc);
    assert_string_equal(err.message, "cau.html: byte 3 is NUL, expected text");
    opt.lang = "?";
    assert_int_equal(via_page_parse("<p>", 3, &opt, &doc, &err), VIA_E_ARGUMENT);
    assert_null(doc);
}

static void test_telling_a_page(void **state)
{
    (void)state;
    assert_true(via_page_is_told("a.html", "", 0));
    assert_true(via_page_is_told("a.HTM.gz", "a", 1));
    assert_false(via_page_is_told("a.txt", "<html>", 6));
    assert_false(via_page_is_told("a.txt.gz", "<html>", 6));
    assert_true(via_page_is_told("-", " \n<!DOCTYPE HTML>", 17));
    assert_true(via_page_is_told("a.vi", "\xef\xbb\xbf<html lang=vi>", 17));
    assert_false(via_page_is_told("-", "<p>Một", 8));
    assert_false(via_page_is_told("-", "", 0));
    assert_false(via_page_is_told(".html", "", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_of_the_article),
        cmocka_unit_test(test_kinds_of_blocks),
        cmocka_unit_test(test_furniture_is_kept_if_asked),
        cmocka_unit_test(test_failures_name_the_page),
        cmocka_unit_test(test_telling_a_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
