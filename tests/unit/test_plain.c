/* Tests: lines of a text that are surely no part of an article. */
#include "scratch.h"

#include "page/plain.h"
#include "text/doc.h"

static void expect(const char *text, via_furniture reason, size_t n_wanted)
{
    via_doc_options opt = {"vi"};
    size_t n_all = 0;
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    assert_int_equal(via_plain_mark(doc, NULL, false, NULL), VIA_OK);
    for (via_furniture i = 0; i < VIA_FURNITURE_N; i++)
        n_all += via_doc_n_furniture(doc, i);
    assert_int_equal(via_doc_n_furniture(doc, reason), n_wanted);
    assert_int_equal(n_all, n_wanted);
    via_doc_free(doc);
}

static void test_pictures(void **state)
{
    (void)state;
    expect("cau_IMG_5517.jpg\nẢnh (1).JPG\nxem cau.jpg\n.png\nTệp cau.png đây\n",
           VIA_FURNITURE_FILE, 2);
}

static void test_counters_and_share_bars(void **state)
{
    (void)state;
    expect("Bình luận (12)\nBình luận viên kể lại\nコメント (0)\n",
           VIA_FURNITURE_COMMENTS, 2);
    expect("Facebook Twitter Zalo\nChia sẻ với bà con\n", VIA_FURNITURE_SHARE, 1);
}

static void check_marks(const char *text, const char *wanted)
{
    via_doc_options opt = {"vi"};
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    assert_int_equal(via_plain_mark(doc, NULL, false, NULL), VIA_OK);
    assert_int_equal(doc->n_blocks, strlen(wanted));
    for (size_t b = 0; b < doc->n_blocks; b++) {
        assert_int_equal(doc->blocks[b].looks_like_furniture, wanted[b] != '-');
        assert_int_equal(doc->blocks[b].is_furniture, wanted[b] == 'x');
    }
    via_doc_free(doc);
}

/* What is not sure enough to be counted is marked. */
static void test_marks(void **state)
{
    (void)state;
    check_marks("Nguồn\nTrời mưa.\nBình luận (0)\ncau.jpg\nNguồn: Đài làng\n", "x-xx-");
    check_marks("Quảng cáo\nVề đầu trang\nQuảng cáo gạo\n", "mm-");
}

static void test_what_may_be_text_is_not_counted(void **state)
{
    (void)state;
    expect("Quảng cáo\nĐọc thêm\n© 2024\n", VIA_FURNITURE_NONE, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pictures),
        cmocka_unit_test(test_counters_and_share_bars),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_what_may_be_text_is_not_counted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
