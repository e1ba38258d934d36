/* Tests of shapes: ends, starts, marks, and lines without words. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "evidence/shape.h"

static via_shape shape(const char *text)
{
    return via_shape_of(text, 0, strlen(text));
}

#define N(rows) (sizeof(rows) / sizeof *(rows))

static void test_ends(void **state)
{
    static const struct {
        const char *text;
        enum via_end end;
    } rows[] = {
        {"Trời mưa.", VIA_END_FINAL},
        {"雨ですか？", VIA_END_FINAL},
        {"雨です。", VIA_END_FINAL},
        {"Wait…", VIA_END_FINAL},
        {"Stop!", VIA_END_FINAL},
        {"“Mưa.”", VIA_END_FINAL},
        {"「雨です。」", VIA_END_FINAL},
        {"(It rained.)", VIA_END_FINAL},
        {"He said 'no.'", VIA_END_FINAL},
        {"gạo, ngô,", VIA_END_COMMA},
        {"米、", VIA_END_COMMA},
        {"Giá như sau:", VIA_END_COLON},
        {"gạo;", VIA_END_COLON},
        {"価格：", VIA_END_COLON},
        {"Tin mới", VIA_END_NONE},
        {"ฝนตก", VIA_END_NONE},
        {"(ảnh)", VIA_END_NONE},
        {"Mưa. Nắng", VIA_END_NONE},
        {"", VIA_END_NONE},
    };
    (void)state;

    for (size_t i = 0; i < N(rows); i++) {
        if (shape(rows[i].text).end != rows[i].end)
            fail_msg("'%s' ends as %d", rows[i].text, shape(rows[i].text).end);
    }
}

static void test_starts(void **state)
{
    static const struct {
        const char *text;
        enum via_start start;
    } rows[] = {
        {"và mưa.", VIA_START_LOWER}, {"ơ kìa", VIA_START_LOWER},
        {"Mưa.", VIA_START_OTHER},    {"雨です。", VIA_START_OTHER},
        {"ฝนตก", VIA_START_OTHER},    {"12 con cá", VIA_START_OTHER},
        {"“Mưa”", VIA_START_QUOTE},   {"\"Rain\"", VIA_START_QUOTE},
        {"「雨」", VIA_START_QUOTE},  {"‘Rain’", VIA_START_QUOTE},
        {"(mưa)", VIA_START_OTHER},   {"", VIA_START_OTHER},
    };
    (void)state;

    for (size_t i = 0; i < N(rows); i++) {
        if (shape(rows[i].text).start != rows[i].start)
            fail_msg("'%s' starts as %d", rows[i].text, shape(rows[i].text).start);
    }
}

#define BIT(mark) (1u << VIA_MARK_##mark)

static void test_marks(void **state)
{
    static const struct {
        const char *text;
        unsigned marks;
    } rows[] = {
        {"Mưa, gió.", 0},
        {"Mưa à?", BIT(QUESTION)},
        {"雨！", BIT(QUESTION)},
        {"“Mưa” (gió)", BIT(QUOTE) | BIT(BRACKET)},
        {"「雨」（風）", BIT(QUOTE) | BIT(BRACKET)},
        {"Giá: 5%", BIT(COLON) | BIT(PERCENT)},
        {"価格：５％", BIT(COLON) | BIT(PERCENT)},
        {"gạo; ngô", BIT(SEMICOLON)},
        {"Mưa...", BIT(ELLIPSIS)},
        {"Mưa… gió", BIT(ELLIPSIS)},
        {"Mưa.. gió.", 0},
        {"Mưa — gió", BIT(DASH)},
    };
    (void)state;

    for (size_t i = 0; i < N(rows); i++) {
        if (shape(rows[i].text).marks != rows[i].marks)
            fail_msg("'%s' holds %x", rows[i].text, shape(rows[i].text).marks);
    }
}

static void test_lines_without_words(void **state)
{
    static const char *const without[] = {
        "bna_4711.jpg",
        "Chợ phiên 12.JPEG",
        "https://example.com/tin/1",
        "www.example.com",
        "* * *",
        "----",
        "<p>",
        "<br/> </div>",
        "…",
        "<",
        "<p> <",
        "<<<<",
    };
    static const char *const with[] = {
        "Xem www.example.com để biết thêm.",
        "Mưa",
        "雨",
        "ฝน",
        "12",
        "< 5",
        "<b>Mưa</b>",
        "jpg",
    };
    (void)state;

    for (size_t i = 0; i < N(without); i++) {
        if (!shape(without[i]).is_wordless)
            fail_msg("'%s' has words", without[i]);
    }
    for (size_t i = 0; i < N(with); i++) {
        if (shape(with[i]).is_wordless)
            fail_msg("'%s' has no words", with[i]);
    }
}

static void test_empty_and_unmarked(void **state)
{
    char line[400];
    (void)state;

    assert_true(shape("").is_empty);
    assert_false(shape("Mưa").is_empty);
    assert_true(shape("Tin mới").is_unmarked);
    assert_true(shape("最新ニュース").is_unmarked);
    assert_false(shape("Tin mới.").is_unmarked);
    assert_false(shape("Tin mới:").is_unmarked);
    memset(line, 'x', sizeof line);
    line[sizeof line - 1] = '\0';
    assert_false(shape(line).is_unmarked); /* no headline is as long */
}

/* Only the span is looked at. */
static void test_span(void **state)
{
    const char *text = "Ai? Mưa, gió";
    via_shape at = via_shape_of(text, 5, 9);
    (void)state;

    assert_int_equal(via_shape_of(text, 5, 8).end, VIA_END_NONE);
    assert_int_equal(at.end, VIA_END_COMMA);
    assert_int_equal(at.start, VIA_START_LOWER);
    assert_int_equal(at.marks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_starts),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_lines_without_words),
        cmocka_unit_test(test_empty_and_unmarked),
        cmocka_unit_test(test_span),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
