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
    {"vi", "a.vi", "Cá & tôm", 10}, {"en", "a.en", "Fish", 4}, {"ja", "a.ja", "魚", 3}};

static const char *render(via_format format, const via_multi_text *texts,
                          size_t n_texts, via_buffer *out)
{
    via_tm_options opt = VIA_TM_OPTIONS_INIT;
    via_multi_unit unit = {texts, n_texts, 0.75};

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
                        "\"documents\":{\"vi\":\"a.vi\",\"en\":\"a.en\"}}\n");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines), cmocka_unit_test(test_tmx),
        cmocka_unit_test(test_head), cmocka_unit_test(test_joining)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
