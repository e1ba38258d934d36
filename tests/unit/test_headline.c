/* Tests: the line of a page that says what the article is called. */
#include "html_page.h"

#include "page/headline.h"

/* Reads a page and compares its headline, or what it begins with; "" for none. */
static void expect(const char *bytes, const char *wanted)
{
    html_page page = html_page_read(bytes);
    size_t block;

    assert_int_equal(via_headline_find(&page.html, page.bulk, 0, &block, NULL), VIA_OK);
    if (*wanted)
        assert_int_equal(block, html_page_find(&page, wanted));
    else
        assert_int_equal(block, VIA_HEADLINE_NONE);
    html_page_clear(&page);
}

static void test_stands_in_the_title(void **state)
{
    (void)state;
    expect("<title>Cầu mới ở Bản Lim - Báo Núi</title><h1>Báo Núi</h1>"
           "<h2>CẦU MỚI Ở BẢN LIM</h2>" PROSE("A"),
           "CẦU MỚI");
    expect("<title>Báo Núi | Cầu mới ở Bản Lim</title><p>Trang nhất<div>Cầu mới ở Bản "
           "Lim</div>" PROSE("A"),
           "Cầu mới");
}

static void test_words_of_the_title_in_a_line_are_not_enough(void **state)
{
    (void)state;
    expect("<title>Cầu mới ở Bản Lim</title><p>Cầu mới</p>" PROSE("A"), "");
    expect("<title>Cầu mới ở Bản Lim</title><a href=/>Cầu mới ở Bản Lim</a>" PROSE("A"),
           "");
}

static void test_first_rank_if_the_title_says_nothing(void **state)
{
    (void)state;
    expect("<title>Báo</title><h1>Cầu mới</h1>" PROSE("A"), "Cầu mới");
    expect("<h1>Báo</h1><h1>Cầu mới</h1>" PROSE("A"), "Cầu mới");
    expect("<h2>Cầu mới</h2>" PROSE("A"), "");
}

static void test_not_behind_the_text(void **state)
{
    (void)state;
    expect("<title>Cầu mới ở Bản Lim</title>" PROSE("A") "<h1>Cầu mới ở Bản Lim</h1>",
           "");
}

static void test_not_behind_half_a_table(void **state)
{
    (void)state;
    expect("<title>Hàm</title><h1>Hàm số trong toán</h1><table>"
           "<tr><td>abs<td>giá trị tuyệt đối<tr><td>cos<td>cosin của một góc"
           "<tr><td>sin<td>sin của một góc</table><h2>Hàm</h2><p>Chọn một hàm ở đây.",
           "Hàm số");
}

static void test_in_a_banner(void **state)
{
    (void)state;
    expect(
        "<title>Cầu mới ở Bản Lim</title><div class=banner><h1>Cầu mới ở Bản Lim</h1>"
        "</div>" PROSE("A"),
        "Cầu mới");
    expect("<title>Cầu mới ở Bản Lim</title><div class=menu><p>Cầu mới ở Bản "
           "Lim</div>" PROSE("A"),
           "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stands_in_the_title),
        cmocka_unit_test(test_words_of_the_title_in_a_line_are_not_enough),
        cmocka_unit_test(test_first_rank_if_the_title_says_nothing),
        cmocka_unit_test(test_not_behind_the_text),
        cmocka_unit_test(test_not_behind_half_a_table),
        cmocka_unit_test(test_in_a_banner),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
