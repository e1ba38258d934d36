/* Tests of quotes: strings within segments, over borders, missing and ambiguous. */
#include "line_pair.h"

#include "align/quote.h"

static via_quote find(const char *text, const char *string, size_t *begin, size_t *end)
{
    via_doc *doc = line_doc("vi", text);
    via_buffer prepared = VIA_BUFFER_INIT;
    via_quoted *quoted;

    assert_int_equal(via_quoted_new(doc, &quoted, NULL), VIA_OK);
    via_doc_free(doc);
    assert_int_equal(via_quote_prepare(string, strlen(string), &prepared, NULL),
                     VIA_OK);
    via_quote found = via_quote_find(quoted, prepared.bytes, begin, end);
    via_buffer_clear(&prepared);
    via_quoted_free(quoted);
    return found;
}

static void check(const char *text, const char *string, size_t begin, size_t end)
{
    size_t got_begin, got_end;

    assert_int_equal(find(text, string, &got_begin, &got_end), VIA_QUOTE_FOUND);
    assert_int_equal(got_begin, begin);
    assert_int_equal(got_end, end);
}

static void check_not(const char *text, const char *string, via_quote wanted)
{
    size_t begin, end;

    assert_int_equal(find(text, string, &begin, &end), wanted);
}

static const char TEXT[] = "Trời mưa.\n\nĐường  trơn.\nMưa ngừng.\n";

static void test_within_and_over_borders(void **state)
{
    (void)state;

    check(TEXT, "Trời mưa.", 0, 1);
    check(TEXT, "T", 0, 1);
    check(TEXT, "trơn", 2, 3);
    check(TEXT, "ngừng.", 3, 4);
    check(TEXT, "mưa. Đường trơn. Mưa", 0, 4);
    check(TEXT, "trơn.Mưa", 2, 4);
}

/* As in a memory: spaces folded or not there, letters and marks apart. */
static void test_other_spelling(void **state)
{
    (void)state;

    check(TEXT, "\tĐường\u3000trơn. ", 2, 3);
    check("Hà Nội.\nHuế.\n", "Ha\u0300 No\u0323\u0302i", 0, 1);
}

static void test_missing(void **state)
{
    (void)state;

    check_not(TEXT, "nắng", VIA_QUOTE_MISSING);
    check_not(TEXT, "trời mưa", VIA_QUOTE_MISSING);
    check_not("", "mưa", VIA_QUOTE_MISSING);
}

/* Twice in one segment is one place. */
static void test_ambiguous(void **state)
{
    (void)state;

    check("mưa và mưa\nnắng\n", "mưa", 0, 1);
    check_not("mưa\nnắng\nmưa\n", "mưa", VIA_QUOTE_AMBIGUOUS);
    check_not("aa\naa\n", "aaa", VIA_QUOTE_FOUND);
    check_not("aa\naaa\n", "aaa", VIA_QUOTE_AMBIGUOUS);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_within_and_over_borders),
        cmocka_unit_test(test_other_spelling),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_ambiguous),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
