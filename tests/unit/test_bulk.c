/* Tests: how much text the elements of a page hold, and which of them are furniture. */
#include "html_page.h"

static const char *reason_of(const html_page *page, const char *text)
{
    size_t block = html_page_find(page, text);

    return via_furniture_name(page->bulk[page->html.blocks[block].element].reason);
}

static void test_prose(void **state)
{
    html_page page = html_page_read(
        "<p>Ngắn.<p>Đây là một câu không dài lắm.<p>Đây là một đầu đề không dài lắm"
        "<p>「橋の長さは五百四十メートルである。」<p><a href=/>Đây là một câu không "
        "dài "
        "lắm.</a><h2>Đây là một đề mục không dài.</h2><button>Đây là một cái nút dài."
        "</button>" PROSE("A"));
    static const bool WANTED[] = {false, true, false, true, false, false, false, true};

    (void)state;
    assert_int_equal(page.html.n_blocks, 8);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(via_block_is_prose(&page.html, i), WANTED[i]);
    assert_true(via_block_is_link(&page.html, 4));
    assert_false(via_block_is_link(&page.html, 5));
    html_page_clear(&page);
}

static void test_sums(void **state)
{
    html_page page =
        html_page_read("<div><p>một hai <a href=/>ba</a><p>bốn</div><p>năm");

    (void)state;
    assert_int_equal(page.bulk[0].len, 14);
    assert_int_equal(page.bulk[0].link_len, 2);
    assert_int_equal(page.bulk[0].prose, 0);
    html_page_clear(&page);
}

static void test_furniture_by_name(void **state)
{
    html_page page = html_page_read(
        "<nav><div>Một</div></nav><aside>Hai</aside><div class=share-bar>Ba</div>"
        "<div class='comments "
        "x'><p>Bốn</p></div><footer>Năm</footer><div>Sáu</div>" PROSE("Bảy"));

    (void)state;
    assert_string_equal(reason_of(&page, "Một"), "navigation");
    assert_string_equal(reason_of(&page, "Hai"), "related");
    assert_string_equal(reason_of(&page, "Ba"), "share");
    assert_string_equal(reason_of(&page, "Bốn"), "comments");
    assert_string_equal(reason_of(&page, "Năm"), "legal");
    assert_string_equal(reason_of(&page, "Sáu"), "none");
    html_page_clear(&page);
}

static void test_names_of_what_holds_most_are_not_believed(void **state)
{
    html_page page = html_page_read(
        "<body class=has-menu><aside>" PROSE("A") "</aside><div class=menu>"
                                                  "Trang nhất</div>");

    (void)state;
    assert_string_equal(reason_of(&page, "A"), "none");
    assert_string_equal(reason_of(&page, "Trang"), "navigation");
    html_page_clear(&page);
}

static void test_cards(void **state)
{
    html_page page = html_page_read(
        PROSE("A") PROSE("B") PROSE("C") "<div><div><h3><a href=1>Một</a></h3>" PROSE(
            "D") "</div>"
                 "<div><h3><a href=2>Hai</a></h3><p>Tóm tắt ngắn.</div></div>"
                 "<div><h3><a href=3>Một mình</a></h3><p>Không phải thẻ, đây là lời "
                 "dẫn.</div>");

    (void)state;
    assert_string_equal(reason_of(&page, "D"), "related");
    assert_string_equal(reason_of(&page, "Tóm tắt"), "related");
    assert_string_equal(reason_of(&page, "Không"), "none");
    html_page_clear(&page);
}

/* The chapters of a manual. */
static void test_what_the_page_is_about_are_no_cards(void **state)
{
    html_page page = html_page_read("<div><div><h3><a href=1>Một</a></h3>" PROSE(
        "A") "</div>"
             "<div><h3><a href=2>Hai</a></h3>" PROSE("B") "</div></div>");

    (void)state;
    assert_string_equal(reason_of(&page, "A"), "none");
    html_page_clear(&page);
}

static void test_lists_of_links(void **state)
{
    html_page page = html_page_read(PROSE(
        "A") "<ul><li><a href=1>Cầu mới</a> (2)<li><a href=2>Đường mới</a> (3)</ul>"
             "<ul><li>Cầu <a href=1>dài</a> nhất<li>Đường dốc nhất</ul>");

    (void)state;
    assert_string_equal(reason_of(&page, "Cầu mới"), "links");
    assert_string_equal(reason_of(&page, "Đường dốc"), "none");
    html_page_clear(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prose),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_furniture_by_name),
        cmocka_unit_test(test_names_of_what_holds_most_are_not_believed),
        cmocka_unit_test(test_cards),
        cmocka_unit_test(test_what_the_page_is_about_are_no_cards),
        cmocka_unit_test(test_lists_of_links),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
