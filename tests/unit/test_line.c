/* Tests of lines: code points and their bytes, brackets and their partners. */
#include "scratch.h"

#include "segment/line.h"

/* The line of a document of one line. */
struct one {
    via_doc *doc;
    via_line line;
};

static struct one take(const char *text)
{
    via_doc_options opt = {.lang = "vi", .name = "line"};
    struct one one = {NULL, {0}};

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &one.doc, NULL), VIA_OK);
    assert_int_equal(one.doc->n_blocks, 1);
    assert_true(via_line_set(&one.line, one.doc, &one.doc->blocks[0]));
    via_line_match(&one.line);
    return one;
}

static void leave(struct one *one)
{
    via_line_clear(&one->line);
    via_doc_free(one->doc);
}

/* Writes "<" for what opens, ">" for what closes, "." for the rest. */
static void assert_shape(const char *text, const char *shape)
{
    struct one one = take(text);
    char found[256] = "";

    for (size_t i = 0; i < one.line.n_cps; i++) {
        bool opens = via_line_opens(&one.line, i);
        found[i] = opens ? '<' : via_line_closes(&one.line, i) ? '>' : '.';
        found[i + 1] = '\0';
    }
    assert_string_equal(found, shape);
    leave(&one);
}

static void test_code_points(void **state)
{
    struct one one = take("  Đò 😀");
    const via_line *line = &one.line;

    assert_int_equal(line->n_cps, 4);
    assert_int_equal(line->cps[0], 0x110);
    assert_int_equal(line->bytes[0], 2);
    assert_int_equal(line->bytes[3], 7);
    assert_int_equal(line->bytes[4], 11);
    assert_int_equal(via_line_cp(line, 3), 0x1f600);
    assert_int_equal(via_line_cp(line, 4), 0);
    assert_int_equal(via_line_cp(line, (size_t)0 - 1), 0);
    assert_false(line->cuts[0] || line->cuts[3]);
    leave(&one);
}

static void test_partners(void **state)
{
    struct one one = take("a(b[c)d]「e『f』」");
    const size_t *mates = one.line.mates;

    assert_int_equal(mates[0], VIA_LINE_NONE);
    assert_int_equal(mates[1], 5);
    assert_int_equal(mates[5], 1);
    assert_int_equal(mates[3], VIA_LINE_NONE); /* "[" was inside what closed */
    assert_int_equal(mates[7], VIA_LINE_NONE);
    assert_int_equal(mates[8], 13);
    assert_int_equal(mates[10], 12);
    leave(&one);
}

static void test_quotes(void **state)
{
    assert_shape("a \"b\" c", "..<.>..");
    assert_shape("a \"b.\"c", "..<..>.");
    assert_shape("end.\" Next", "....>....."); /* its partner is elsewhere */
    assert_shape("he said, \"go", ".........<..");
    assert_shape("\"a \"b\" c", "<..<.>.."); /* the first is left open */
    assert_shape("„a“ b", "<.>..");
    assert_shape("“a” b", "<.>..");
    assert_shape("«a» 'b'", "<.>....");
    assert_shape("don’t", "...>.");
}

static void test_deep(void **state)
{
    char text[513];
    struct one one;

    memset(text, '(', 256);
    memset(text + 256, ')', 256);
    text[512] = '\0';
    one = take(text);
    assert_int_equal(one.line.mates[0], 256 + 31); /* 32 deep and no deeper */
    leave(&one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_code_points),
        cmocka_unit_test(test_partners),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_deep),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
