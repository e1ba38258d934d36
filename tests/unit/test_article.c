/* Tests: which blocks of a page are the article, and why the others are not.
 *
 * The saved pages of tests/pages are measured too. NAME.main beside NAME.html holds
 * the lines of the article; "? " before a line says that it may be there or not, such
 * as a date or the author. */
#include "html_page.h"

#include "io/reader.h"
#include "page/article.h"
#include "text/doc.h"
#include "text/letters.h"
#include "text/utf8.h"

#include <glob.h>

static void expect(const char *bytes, const char *wanted)
{
    html_page page = html_page_read(bytes);
    via_buffer out = VIA_BUFFER_INIT;
    via_furniture *reasons;

    assert_int_equal(via_article_mark(&page.html, page.rules, &reasons, NULL), VIA_OK);
    for (size_t i = 0; i < page.html.n_blocks; i++)
        via_buffer_format(&out, "%s%s", i ? " " : "", via_furniture_name(reasons[i]));
    assert_string_equal(via_buffer_text(&out) ? out.bytes : "", wanted);
    via_buffer_clear(&out);
    free(reasons);
    html_page_clear(&page);
}

static void test_core_and_what_is_around_it(void **state)
{
    (void)state;
    expect("<title>Cầu mới</title><p>Báo Núi<h1>Cầu mới</h1><p>12:30<p>Lời dẫn của một "
           "bài viết<div>" PROSE("A") PROSE("B") PROSE("C") PROSE("D") "<p>Ngắn</div>"
                                                                       "<p>Tòa soạn",
           "outside none outside none none none none none none outside");
}

static void test_links(void **state)
{
    (void)state;
    expect(PROSE("A") "<p><a href=1>Cầu mới nối hai bờ suối Lim đã thông xe</a><p>Ở <a "
                      "href=2>Bản Lim</a>, dân mừng."
                      "<ul><li><a href=3>Một</a><li><a href=4>Hai</a></ul>" PROSE(
                          "B") "<ul><li><a href=3>Một</a><li>Hai<li>Ba ba ba</ul>"
                               "<h2><a href=5>Đề mục</a></h2>" PROSE("C"),
           "none links none links links none none none none none none");
}

/* Where a manual leads on, in text or in a row below it, a paragraph each. In lists and
 * outside of the text they are furniture as ever. */
static void test_references(void **state)
{
    (void)state;
    expect("<div>" PROSE("A") "<p><a href=1>Chèn cước chú</a>" PROSE(
               "B") "<div>"
                    "<p><a href=2>Vẽ bảng</a><p><a href=3>Đánh số trang</a></div>"
                    "<ul><li><a href=4>Lưới</a><li><a href=5>Tẩy</a></ul></div>"
                    "<div><p><a href=6>Trang đầu</a><p><a href=7>Liên hệ</a></div>",
           "none none none none none links links links links");
}

static void test_a_layout_table(void **state)
{
    (void)state;
    expect(
        "<table><tr><td><a href=1>Trang nhất</a> | <a href=2>Xã hội</a><tr><td>" PROSE(
            "A") "<table><tr><td>Dài<td>540 m<tr><td><a href=3>Rộng</a><td>7 m"
                 "</table></table>",
        "links none none none none none");
}

static void test_words_take_what_follows(void **state)
{
    (void)state;
    expect(PROSE("A") "<h3>Đọc thêm</h3><p>Một<p>Hai" PROSE(
               "B") "<div><b>Bình luận (2)"
                    "</b>" PROSE("C") "<p>Trả lời</div>",
           "none related related related none comments comments comments");
}

static void test_comments_do_not_take_the_article(void **state)
{
    (void)state;
    expect("<div><p>Bình luận</p>" PROSE("A") PROSE("B") "</div>",
           "comments none none");
}

/* Nor a chapter that is called so the chapters behind it. */
static void test_a_chapter_on_comments(void **state)
{
    (void)state;
    expect("<div>" PROSE("A") PROSE("B") PROSE("C") "<h2>Bình luận</h2>" PROSE(
               "D") "<h3>Xóa</h3>" PROSE("E") "<h2>Ảnh</h2>" PROSE("F") "</div>",
           "none none none comments comments comments comments none none");
}

/* A manual has chapters and keys that are called as buttons of other pages are. */
static void test_terms_of_a_manual(void **state)
{
    (void)state;
    expect(
        "<div>" PROSE("A") "<h2>In bài viết</h2>" PROSE("B") "<h2>Đăng nhập</h2></div>",
        "none none none control");
    expect(
        "<div>" PROSE("A") "<table><tr><td>Trang chủ<td>Về ô đầu tiên của dòng, ô đầu "
                           "tiên của bảng.</table>" PROSE("B") "<p>Trang chủ</div>",
        "none none none none navigation");
}

static void test_headings_of_nothing(void **state)
{
    (void)state;
    expect(PROSE("A") "<h2>Hai</h2>" PROSE(
               "B") "<h2>Ba</h2><ul><li><a href=1>Một</a><li>"
                    "<a href=2>Hai</a></ul><h2>Bốn</h2><h3>Năm</h3>",
           "none none none related links links related related");
}

static void test_a_table_with_a_few_sentences_below(void **state)
{
    (void)state;
    expect("<h1>Hàm số</h1><div><table>"
           "<tr><td>abs<td>giá trị tuyệt đối của một số<tr><td>cos<td>cosin của một góc"
           "<tr><td>sin<td>sin của một góc</table>"
           "<div><h2>Hàm</h2><p>Chọn một hàm ở phần dưới của ngăn này.</div></div>",
           "none none none none none none none none none");
}

static void test_a_page_without_prose(void **state)
{
    (void)state;
    expect("<p>Một<p><a href=1>Hai</a><p>Ba<button>Gửi</button>",
           "none links none control");
    expect("", "");
}

/* ---- Saved pages --------------------------------------------------------- */

struct score {
    size_t n_kept, n_lost, n_extra; /* letters */
};

static size_t count_letters(const char *text, size_t n_bytes)
{
    size_t n = 0;

    for (size_t at = 0; at < n_bytes;)
        n += via_char_is_letter(via_utf8_next(text, &at));
    return n;
}

static const char *find_line(const via_doc *doc, const char *is_taken, const char *line,
                             size_t n_bytes)
{
    for (size_t i = 0; i < doc->n_blocks; i++) {
        const via_block *block = &doc->blocks[i];

        if (!is_taken[i] && block->end - block->begin == n_bytes &&
            memcmp(doc->text + block->begin, line, n_bytes) == 0)
            return is_taken + i;
    }
    return NULL;
}

/* Compares the text that was found with the lines of `wanted`. */
static void compare(const via_doc *doc, const via_doc *wanted, struct score *score)
{
    char *is_taken = calloc(doc->n_blocks + 1, 1);

    assert_non_null(is_taken);
    for (size_t i = 0; i < wanted->n_blocks; i++) {
        const char *line = wanted->text + wanted->blocks[i].begin;
        size_t n_bytes = wanted->blocks[i].end - wanted->blocks[i].begin;
        bool is_free = line[0] == '?';
        const char *at =
            find_line(doc, is_taken, line + 2 * is_free, n_bytes - 2 * is_free);
        size_t n_letters = is_free ? 0 : count_letters(line, n_bytes);

        if (at)
            is_taken[at - is_taken] = 1;
        else if (!is_free)
            print_message("lost: %.*s\n", (int)n_bytes, line);
        *(at ? &score->n_kept : &score->n_lost) += n_letters;
    }
    for (size_t i = 0; i < doc->n_blocks; i++) {
        const char *line = doc->text + doc->blocks[i].begin;
        size_t n_bytes = doc->blocks[i].end - doc->blocks[i].begin;

        if (is_taken[i])
            continue;
        print_message("extra: %.*s\n", (int)n_bytes, line);
        score->n_extra += count_letters(line, n_bytes);
    }
    free(is_taken);
}

static void test_saved_pages(void **state)
{
    struct score score = {0};
    glob_t pages;

    (void)state;
    assert_int_equal(glob("tests/pages/*.html", 0, NULL, &pages), 0);
    assert_true(pages.gl_pathc >= 12);
    for (size_t i = 0; i < pages.gl_pathc; i++) {
        via_doc_options opt = {"vi"};
        char main_path[512];
        via_doc *doc, *wanted;

        snprintf(main_path, sizeof main_path, "%.*smain",
                 (int)(strlen(pages.gl_pathv[i]) - 4), pages.gl_pathv[i]);
        assert_int_equal(via_doc_load(pages.gl_pathv[i], &opt, &doc, NULL), VIA_OK);
        assert_int_equal(via_doc_load(main_path, &opt, &wanted, NULL), VIA_OK);
        print_message("%s\n", pages.gl_pathv[i]);
        compare(doc, wanted, &score);
        assert_int_equal(score.n_lost, 0);
        via_doc_free(doc);
        via_doc_free(wanted);
    }
    globfree(&pages);
    double f1 = 2.0 * (double)score.n_kept /
                (double)(2 * score.n_kept + score.n_lost + score.n_extra);
    print_message("F1 by letters: %.4f\n", f1);
    assert_true(f1 >= 0.97);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_core_and_what_is_around_it),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_a_layout_table),
        cmocka_unit_test(test_words_take_what_follows),
        cmocka_unit_test(test_comments_do_not_take_the_article),
        cmocka_unit_test(test_a_chapter_on_comments),
        cmocka_unit_test(test_terms_of_a_manual),
        cmocka_unit_test(test_headings_of_nothing),
        cmocka_unit_test(test_a_table_with_a_few_sentences_below),
        cmocka_unit_test(test_a_page_without_prose),
        cmocka_unit_test(test_saved_pages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
