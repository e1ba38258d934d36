/* Tests of TMX, to the byte. */
#include "sample_pair.h"

#include "tm/tmx.h"

#include <stdlib.h>

static const via_tm_options plain = {VIA_FORMAT_TMX, false, 0.0, NULL};
static const via_tm_options renamed = {VIA_FORMAT_TMX, false, 0.0, "vi=vi-VN,ja=ja-JP"};

static void expect_head(const via_tm_options *opt, const char *srclang,
                        const char *date)
{
    via_tm_spec spec = {opt, "vi", "ja"};
    via_buffer out = VIA_BUFFER_INIT, expected = VIA_BUFFER_INIT;

    via_buffer_format(&expected,
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<tmx version=\"1.4\">\n"
                      "  <header creationtool=\"vialign\" creationtoolversion=\"%s\""
                      " segtype=\"sentence\" o-tmf=\"vialign\" adminlang=\"en\""
                      " srclang=\"%s\" datatype=\"plaintext\"%s/>\n"
                      "  <body>\n",
                      via_version(), srclang, date);
    via_tmx_head(&spec, &out);
    expect_bytes(&out, via_buffer_text(&expected));
    via_buffer_clear(&expected);
}

static void test_head(void **state)
{
    unsetenv("SOURCE_DATE_EPOCH");
    expect_head(&plain, "vi", "");
    expect_head(&renamed, "vi-VN", "");
    setenv("SOURCE_DATE_EPOCH", "1709210096", 1);
    expect_head(&plain, "vi", " creationdate=\"20240229T123456Z\"");
    setenv("SOURCE_DATE_EPOCH", "253402300799", 1);
    expect_head(&plain, "vi", " creationdate=\"99991231T235959Z\"");
    setenv("SOURCE_DATE_EPOCH", "253402300800", 1);
    expect_head(&plain, "vi", "");
    setenv("SOURCE_DATE_EPOCH", "today", 1);
    expect_head(&plain, "vi", "");
    unsetenv("SOURCE_DATE_EPOCH");
}

static void test_tail(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;

    via_tmx_tail(&out);
    expect_bytes(&out, "  </body>\n</tmx>\n");
}

static void test_unit(void **state)
{
    via_tm_spec spec = {&renamed, "vi", "ja"};
    sample_pair sample;
    via_buffer out = VIA_BUFFER_INIT;

    sample_init(&sample);
    via_unit unit = via_unit_of(sample.pair, &sample.ladder, 2);
    via_tmx_unit(&spec, &unit, &out);
    expect_bytes(&out, "    <tu>\n"
                       "      <prop type=\"type\">1-1</prop>\n"
                       "      <prop type=\"score-vialign\">0.4000</prop>\n"
                       "      <tuv xml:lang=\"vi-VN\">\n"
                       "        <prop type=\"source-document\">news/chợ.vi.txt</prop>\n"
                       "        <seg>Chợ đông &amp; vui.</seg>\n"
                       "      </tuv>\n"
                       "      <tuv xml:lang=\"ja-JP\">\n"
                       "        <prop type=\"source-document\">news/chợ.ja.txt</prop>\n"
                       "        <seg>市場はにぎやかです。</seg>\n"
                       "      </tuv>\n"
                       "    </tu>\n");
    sample_clear(&sample);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_head),
        cmocka_unit_test(test_tail),
        cmocka_unit_test(test_unit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
