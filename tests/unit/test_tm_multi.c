/* Tests of units of many languages as lines of a memory. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "tm/multi.h"

static const char *const LANGS[] = {"vi", "en", "ja"};
static const via_multi_text TEXTS[] = {
    {"vi", "a.vi", "Cá & tôm", 10, (const size_t[]){3}, 1},
    {"en", "a.en", "Fish", 4, (const size_t[]){4, 6}, 2},
    {"ja", "a.ja", "魚", 3}};

static const char *render(via_format format, const via_multi_text *texts,
                          size_t n_texts, via_buffer *out)
{
    via_tm_options opt = VIA_TM_OPTIONS_INIT;
    via_multi_unit unit = {texts, n_texts, 0.75, "a"};

    opt.format = format;
    via_multi_spec spec = {&opt, LANGS, 3};
    out->n_bytes = 0;
    via_multi_render(&spec, &unit, out);
    return via_buffer_text(out);
}

static void test_lines(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    (void)state;

    assert_string_equal(render(VIA_FORMAT_TSV, TEXTS, 3, &out),
                        "Cá & tôm\tFish\t魚\t0.7500\n");
    assert_string_equal(render(VIA_FORMAT_TSV, TEXTS + 1, 2, &out),
                        "\tFish\t魚\t0.7500\n");
    assert_string_equal(render(VIA_FORMAT_JSONL, TEXTS, 2, &out),
                        "{\"pivot\":\"vi\",\"texts\":{\"vi\":\"Cá & tôm\","
                        "\"en\":\"Fish\"},\"confidence\":0.7500,"
                        "\"documents\":{\"vi\":\"a.vi\",\"en\":\"a.en\"},"
                        "\"article\":\"a\",\"segments\":{\"vi\":[3],\"en\":[4,6]}}\n");
    via_buffer_clear(&out);
}

static void test_tmx(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    (void)state;

    const char *text = render(VIA_FORMAT_TMX, TEXTS, 3, &out);
    assert_non_null(strstr(text, "<tu>"));
    assert_non_null(strstr(text, "<seg>Cá &amp; tôm</seg>"));
    const char *vi = strstr(text, "xml:lang=\"vi\""),
               *ja = strstr(text, "xml:lang=\"ja\"");
    assert_true(vi && ja && vi < ja);
    /* The pivot of this one is not that of the memory. */
    text = render(VIA_FORMAT_TMX, TEXTS + 1, 2, &out);
    assert_non_null(strstr(text, "<tu srclang=\"en\">"));
    via_buffer_clear(&out);
}

static void test_head(void **state)
{
    via_tm_options opt = VIA_TM_OPTIONS_INIT;
    via_multi_spec spec = {&opt, LANGS, 3};
    via_buffer out = VIA_BUFFER_INIT;
    (void)state;

    via_multi_head(&spec, &out);
    assert_string_equal(via_buffer_text(&out), "vi\ten\tja\tconfidence\n");
    opt.format = VIA_FORMAT_TMX;
    out.n_bytes = 0;
    via_multi_head(&spec, &out);
    assert_non_null(strstr(via_buffer_text(&out), "srclang=\"vi\""));
    via_buffer_clear(&out);
    assert_true(via_multi_can(VIA_FORMAT_TMX));
    assert_false(via_multi_can(VIA_FORMAT_MOSES));
}

static void test_joining(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    (void)state;

    via_multi_join("en", "One.", 4, &out);
    via_multi_join("en", "Two.", 4, &out);
    assert_string_equal(via_buffer_text(&out), "One. Two.");
    out.n_bytes = 0;
    via_multi_join("ja", "魚。", 6, &out);
    via_multi_join("ja", "米。", 6, &out);
    assert_string_equal(via_buffer_text(&out), "魚。米。");
    out.n_bytes = 0;
    via_multi_join("ja", "VSIP", 4, &out);
    via_multi_join("ja", "2024", 4, &out);
    assert_string_equal(via_buffer_text(&out), "VSIP 2024");
    via_buffer_clear(&out);
}

static void test_lines_are_read_back(void **state)
{
    via_arena *arena = via_arena_new();
    via_buffer out = VIA_BUFFER_INIT, again = VIA_BUFFER_INIT;
    via_multi_unit unit;
    (void)state;

    render(VIA_FORMAT_JSONL, TEXTS, 2, &out);
    assert_int_equal(via_multi_parse(out.bytes, out.n_bytes, arena, &unit, NULL),
                     VIA_OK);
    assert_int_equal(unit.n_texts, 2);
    assert_int_equal(unit.texts[1].segs[1], 6);
    assert_string_equal(render(VIA_FORMAT_JSONL, unit.texts, unit.n_texts, &again),
                        out.bytes);
    via_buffer_clear(&out);
    via_buffer_clear(&again);
    via_arena_free(arena);
}

static void expect_failure(const char *line, const char *reason)
{
    via_arena *arena = via_arena_new();
    via_multi_unit unit;
    via_error err;

    assert_int_not_equal(via_multi_parse(line, strlen(line), arena, &unit, &err),
                         VIA_OK);
    assert_string_equal(err.message, reason);
    via_arena_free(arena);
}

#define WHERE ",\"documents\":{\"vi\":\"a\",\"ja\":\"b\"},\"article\":\"a\","
#define VI_JA "\"pivot\":\"vi\",\"texts\":{\"vi\":\"A\",\"ja\":\"B\"},"

static void test_what_is_no_unit(void **state)
{
    (void)state;

    expect_failure("{}", "expected a line of text in \"pivot\"");
    expect_failure("{\"pivot\":\"vi\",\"article\":[]}",
                   "expected a line of text in \"article\"");
    expect_failure("{" VI_JA "\"confidence\":2" WHERE "\"segments\":{}}",
                   "expected a number from 0 to 1 in \"confidence\"");
    expect_failure("{" VI_JA "\"confidence\":1" WHERE "\"segments\":{}}",
                   "expected growing numbers of segments in \"segments.vi\"");
    expect_failure("{" VI_JA "\"confidence\":1" WHERE "\"segments\":{\"vi\":[1,1]}}",
                   "expected growing numbers of segments in \"segments.vi\"");
    expect_failure("{" VI_JA "\"confidence\":1" WHERE
                   "\"segments\":{\"vi\":[99999999999999999999]}}",
                   "expected growing numbers of segments in \"segments.vi\"");
    expect_failure("{\"pivot\":\"en\",\"texts\":{\"vi\":\"A\",\"ja\":\"B\"},"
                   "\"confidence\":1" WHERE "\"segments\":{\"vi\":[0],\"ja\":[0]}}",
                   "expected texts in two languages, one of them the pivot");
    expect_failure("{\"pivot\":\"vi\",\"texts\":{\"vi\":\"A\\nB\",\"ja\":\"B\"},"
                   "\"confidence\":1" WHERE "\"segments\":{\"vi\":[0]}}",
                   "expected a line of text in \"texts.vi\"");
    expect_failure("{\"pivot\":\"vi\",\"texts\":{\"vi\":\"A\",\"../x\":\"B\"},"
                   "\"confidence\":1" WHERE "\"segments\":{\"vi\":[0]}}",
                   "\"../x\": expected the code of a language");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines_are_read_back),
                                       cmocka_unit_test(test_what_is_no_unit),
                                       cmocka_unit_test(test_lines),
                                       cmocka_unit_test(test_tmx),
                                       cmocka_unit_test(test_head),
                                       cmocka_unit_test(test_joining)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
