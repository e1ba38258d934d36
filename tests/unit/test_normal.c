/* Tests of the normal form: what changes, and the way back. */
#include "scratch.h"

#include "text/doc.h"
#include "text/normal.h"

struct normal {
    via_buffer out, points;
};

static struct normal normalise(const char *text)
{
    struct normal n = {VIA_BUFFER_INIT, VIA_BUFFER_INIT};

    assert_int_equal(via_normalise(text, strlen(text), &n.out, &n.points, NULL),
                     VIA_OK);
    return n;
}

static void clear(struct normal *n)
{
    via_buffer_clear(&n->out);
    via_buffer_clear(&n->points);
}

static void assert_normal(const char *text, const char *expected)
{
    struct normal n = normalise(text);

    assert_string_equal(via_buffer_text(&n.out), expected);
    clear(&n);
}

static void test_forms(void **state)
{
    assert_normal("", "");
    assert_normal("plain\nĐà Nẵng 東京 ドラマ\r\n", "plain\nĐà Nẵng 東京 ドラマ\r\n");
    /* e, circumflex, dot below, in both orders; o with horn and a tone */
    assert_normal("e\xcc\x82\xcc\xa3 e\xcc\xa3\xcc\x82", "ệ ệ");
    assert_normal("o\xcc\x9b\xcc\x81", "ớ");
    /* か with a voicing mark, Hangul jamo, the Angstrom sign */
    assert_normal("か\xe3\x82\x99", "が");
    assert_normal("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "한");
    assert_normal("\xe2\x84\xab", "Å");
    /* Thai vowel and tone mark, typed in the wrong order */
    assert_normal("ก\xe0\xb9\x88\xe0\xb8\xb8", "ก\xe0\xb8\xb8\xe0\xb9\x88");
    /* Full width forms and ligatures are not touched: this is not NFKC. */
    assert_normal("ＡＢ ﬁ ²", "ＡＢ ﬁ ²");
}

static void test_common_path_has_one_point(void **state)
{
    struct normal n = normalise("Việt Nam\nここ\nกรุงเทพฯ ก่อน\n");

    assert_int_equal(n.points.n_bytes, sizeof(via_fixed_point));
    clear(&n);
}

static void test_points(void **state)
{
    /* x, e and two marks, y, newline, a and a mark, z */
    struct normal n = normalise("xe\xcc\x82\xcc\xa3y\na\xcc\x80z");
    const via_fixed_point *points = (const via_fixed_point *)(void *)n.points.bytes;

    assert_string_equal(via_buffer_text(&n.out), "xệy\nàz");
    assert_int_equal(n.points.n_bytes / sizeof *points, 3);
    assert_int_equal(points[0].byte, 0);
    assert_int_equal(points[0].src_cp, 0);
    assert_int_equal(points[1].byte, 4);
    assert_int_equal(points[1].src_cp, 4);
    assert_int_equal(points[2].byte, 8);
    assert_int_equal(points[2].src_cp, 8);
    clear(&n);
}

static void test_what_nobody_sees_is_left_out(void **state)
{
    assert_normal("Vi\xc2\xad\xe1\xbb\x87t\xe2\x80\x8b Nam\xef\xbb\xbf", "Việt Nam");
    assert_normal("Bu\xcc\x82\xe2\x81\xa0t\n", "Bût\n");
    assert_normal("a\xe2\x80\x8d"
                  "b\xe2\x80\x8c",
                  "ab");
    /* Joiners of emoji, of Arabic and of Hindi mean something. */
    assert_normal("\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9",
                  "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9");
    assert_normal("\xd9\x85\xe2\x80\x8c\xd9\x85", "\xd9\x85\xe2\x80\x8c\xd9\x85");
    /* A mark behind a soft hyphen would come to stand on another letter. */
    assert_normal("e\xc2\xad\xcc\x82", "e\xc2\xad\xcc\x82");
    assert_normal("\xe2\x80\x8b", "");
}

static void test_nbsp(void **state)
{
    assert_normal("540&nbsp;m &amp; &nbsp", "540\xc2\xa0m &amp; &nbsp");
}

static void test_points_behind_what_is_left_out(void **state)
{
    struct normal n = normalise("a\xc2\xad"
                                "b&nbsp;c");
    const via_fixed_point *points = (const via_fixed_point *)(void *)n.points.bytes;

    assert_string_equal(via_buffer_text(&n.out), "ab\xc2\xa0"
                                                 "c");
    assert_int_equal(n.points.n_bytes / sizeof *points, 3);
    assert_int_equal(points[1].byte, 1);
    assert_int_equal(points[1].src_cp, 2);
    assert_int_equal(points[2].byte, 4);
    assert_int_equal(points[2].src_cp, 9);
    clear(&n);
}

static void test_many_marks(void **state)
{
    char text[4002] = "a";
    struct normal n;

    for (size_t i = 1; i < 4001; i += 2)
        memcpy(text + i, "\xcc\xb0", 2); /* tilde below */
    n = normalise(text);
    assert_int_equal(n.out.n_bytes, strlen(text));
    clear(&n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_common_path_has_one_point),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_what_nobody_sees_is_left_out),
        cmocka_unit_test(test_nbsp),
        cmocka_unit_test(test_points_behind_what_is_left_out),
        cmocka_unit_test(test_many_marks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
