/* Tests: a page as blocks of text in reading order. */
#include "scratch.h"

#include "markup/html.h"

static const char KINDS[] = "phictqnb";

/* A block as "KIND:text", with "*" for an end of paragraph and, where there are links,
 * their share in letters. */
static void describe(const via_html *page, via_buffer *out)
{
    for (size_t i = 0; i < page->n_blocks; i++) {
        const via_html_block *block = &page->blocks[i];

        via_buffer_format(out, "%c:%.*s", KINDS[block->kind],
                          (int)(block->end - block->begin),
                          page->text.bytes + block->begin);
        if (block->link_len)
            via_buffer_format(out, "(%zu/%zu)", block->link_len, block->len);
        via_buffer_append_text(out, block->ends_paragraph ? "*\n" : "\n");
    }
}

static void expect(const char *bytes, const char *wanted)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_html page;

    assert_int_equal(via_html_read("page", bytes, strlen(bytes), &page, NULL), VIA_OK);
    describe(&page, &out);
    assert_string_equal(via_buffer_text(&out) ? out.bytes : "", wanted);
    via_buffer_clear(&out);
    via_html_clear(&page);
}

static void test_kinds_in_reading_order(void **state)
{
    (void)state;
    expect("<h2>Cầu mới</h2><p>Một <b>cây</b> "
           "cầu.<figure><img><figcaption>Ảnh</figcaption>"
           "</figure><ul><li>Hai<li>Ba</ul><table><caption>Bảng</caption><tr><td>1<td>2"
           "</table><blockquote>Lời</blockquote><nav>Đường <a href=/>về</a></nav>"
           "<button>Gửi</button>",
           "h:Cầu mới*\np:Một cây cầu.*\nc:Ảnh*\ni:Hai\ni:Ba*\nc:Bảng*\nt:1\nt:2*\n"
           "q:Lời*\nn:Đường về(2/7)*\nb:Gửi*\n");
}

static void test_lines(void **state)
{
    (void)state;
    expect("<div>Một<br>hai<br><br>ba</div>bốn<hr>năm",
           "p:Một\np:hai*\np:ba*\np:bốn*\np:năm*\n");
    expect("<pre>một\nhai</pre>", "p:một\np:hai*\n");
    expect("<div>Một<div>hai</div>ba</div>", "p:Một*\np:hai*\np:ba*\n");
}

static void test_white_space(void **state)
{
    (void)state;
    expect("<p>  một \n&nbsp;\t hai<b> ba</b> </p>", "p:một hai ba*\n");
    expect("<p>橋が\n 開通\nした。\nABC", "p:橋が開通した。 ABC*\n");
    expect("<p>&nbsp;</p><p> \n</p>", "");
}

static void test_entities(void **state)
{
    (void)state;
    expect("<p>&lt;b&gt; &amp; &#7879; &#x1EC7; &eacute; &#150; &nosuch; &#0;&#xD800;.",
           "p:<b> & ệ ệ é – &nosuch; .*\n");
}

static void test_what_is_not_text(void **state)
{
    (void)state;
    expect("<style>p{}</style><script>if (a<b) '<p>x</p>'</script><p>một"
           "<template><p>x</template><svg><title>x</title></svg><!-- <p>x -->"
           "<noscript>x</noscript><iframe>x</iframe></p>",
           "p:một*\n");
    expect("<p>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字", "p:漢字*\n");
}

static void test_what_is_hidden(void **state)
{
    static const char PAGE[] =
        "<p>một<p hidden>x<p style='color:red; Display : none'>x"
        "<div aria-hidden=true><p>x<p>x</div><dialog><p>x</dialog>"
        "<p>hai <span style=\"visibility:hidden\">x</span>ba";
    via_html page;

    (void)state;
    expect(PAGE, "p:một*\np:hai\np:ba*\n");
    assert_int_equal(via_html_read("page", PAGE, sizeof PAGE - 1, &page, NULL), VIA_OK);
    assert_int_equal(page.n_hidden, 6);
    via_html_clear(&page);
}

static void test_links(void **state)
{
    (void)state;
    expect("<p><a name=x>một</a> <a href=/y>hai</a>", "p:một hai(3/6)*\n");
    expect("<a href=/y><h3>ba</h3><p>bốn</p></a>", "h:ba(2/2)*\np:bốn(3/3)*\n");
    expect("<h2><a href='#n'>năm</a></h2><p><a href='#n'>sáu</a>",
           "h:năm*\np:sáu(3/3)*\n");
    expect("<p><a href=/>橋</a>a", "p:橋a(2/3)*\n");
}

static void test_elements(void **state)
{
    static const char PAGE[] =
        "<title>Cầu - Báo</title><div class='boxTin-lien_quan2  main'"
        " id=A><p>một<p>hai<img></div><p>ba";
    via_html page;

    (void)state;
    assert_int_equal(via_html_read("page", PAGE, sizeof PAGE - 1, &page, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&page.title), "Cầu - Báo");
    const via_html_element *p = &page.elements[page.blocks[1].element];
    const via_html_element *div = &page.elements[p->parent];
    assert_int_equal(p->tag, VIA_TAG_P);
    assert_int_equal(p->n_images, 1);
    assert_string_equal(p->words, "");
    assert_string_equal(div->words, "box tin lien quan . main . a");
    assert_int_equal(div->begin, 0);
    assert_int_equal(div->end, 2);
    assert_int_equal(page.elements[0].end, 3);
    via_html_clear(&page);
}

static void test_broken_markup(void **state)
{
    (void)state;
    expect("", "");
    expect("một", "p:một*\n");
    expect("<p>một</b></div></p><p>hai<i>ba</p>", "p:một*\np:haiba*\n");
    expect("<title>một<p>hai", "p:hai*\n");
    expect("<p>một<!-- hai", "p:một*\n");
    expect("<p class=\"một>hai", "");
    expect("<table><p>một<tr>hai<td>ba", "p:một*\np:hai\nt:ba*\n");
}

static void test_entities_are_not_defined(void **state)
{
    (void)state;
    expect("<?xml version='1.0'?><!-- x --><!DOCTYPE html [<!ENTITY a 'xxxx'>"
           "<!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
           "<html><p>&b;&c;.",
           "p:&b;&c;.*\n");
}

/* ---- Bounds -------------------------------------------------------------- */

static char *repeat(const char *what, size_t n_times, const char *end)
{
    size_t n_bytes = strlen(what);
    char *page = malloc(n_bytes * n_times + strlen(end) + 1);

    assert_non_null(page);
    for (size_t i = 0; i < n_times; i++)
        memcpy(page + i * n_bytes, what, n_bytes);
    strcpy(page + n_times * n_bytes, end);
    return page;
}

static void refuse(char *bytes, const char *message)
{
    via_html page;
    via_error err;

    assert_int_equal(via_html_read("page", bytes, strlen(bytes), &page, &err),
                     VIA_E_FORMAT);
    assert_string_equal(err.message, message);
    assert_null(page.blocks);
    free(bytes);
}

static void test_depth_is_bounded(void **state)
{
    char *deep = repeat("<div>", 900, "một");

    (void)state;
    expect(deep, "p:một*\n");
    free(deep);
    refuse(repeat("<div>", 100000, "một"),
           "page: expected at most 1000 elements in one another");
    refuse(repeat("<b>", 100000, "một"),
           "page: expected at most 1000 elements in one another");
}

static void test_size_is_bounded(void **state)
{
    (void)state;
    refuse(repeat("một ", 3000000, ""), "page: expected a page of at most 16 MiB");
}

static void test_a_huge_line(void **state)
{
    char *line = repeat("mot ", 2000000, "");
    via_html page;

    (void)state;
    assert_int_equal(via_html_read("page", line, strlen(line), &page, NULL), VIA_OK);
    assert_int_equal(page.n_blocks, 1);
    assert_int_equal(page.blocks[0].end - page.blocks[0].begin, 2000000 * 4 - 1);
    assert_int_equal(page.blocks[0].len, 2000000 * 3);
    via_html_clear(&page);
    free(line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds_in_reading_order),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_white_space),
        cmocka_unit_test(test_entities),
        cmocka_unit_test(test_what_is_not_text),
        cmocka_unit_test(test_what_is_hidden),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_elements),
        cmocka_unit_test(test_broken_markup),
        cmocka_unit_test(test_entities_are_not_defined),
        cmocka_unit_test(test_depth_is_bounded),
        cmocka_unit_test(test_size_is_bounded),
        cmocka_unit_test(test_a_huge_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
