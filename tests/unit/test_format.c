/* Tests of format names, file names and TMX language codes. */
#include "sample_pair.h"

#include "tm/format.h"

static void expect_format(const char *name, via_format format, bool is_gzipped)
{
    via_tm_options opt = VIA_TM_OPTIONS_INIT;

    assert_true(via_format_find(name, &opt));
    assert_int_equal(opt.format, format);
    assert_int_equal(opt.is_gzipped, is_gzipped);
}

static void expect_no_format(const char *name)
{
    via_tm_options opt = {VIA_FORMAT_SPANS, true, 0.5, "vi=vi-VN"};

    assert_false(via_format_find(name, &opt));
    assert_int_equal(opt.format, VIA_FORMAT_SPANS);
    assert_true(opt.is_gzipped);
}

static void test_find(void **state)
{
    expect_format("tmx", VIA_FORMAT_TMX, false);
    expect_format("tsv.gz", VIA_FORMAT_TSV, true);
    expect_format("a.b/vi-ja.beads", VIA_FORMAT_BEADS, false);
    expect_format("./x.en-ja.ladder.gz", VIA_FORMAT_LADDER, true);
    expect_format("x.spans", VIA_FORMAT_SPANS, false);
    expect_format(".jsonl", VIA_FORMAT_JSONL, false);
    expect_format("moses", VIA_FORMAT_MOSES, false);
    expect_no_format("");
    expect_no_format("-");
    expect_no_format(".gz");
    expect_no_format("dir.tmx/file");
    expect_no_format("tm");
    expect_no_format("tmxx");
    expect_no_format("x.tmx.bz2");
}

static void expect_name(via_format format, bool is_gzipped, size_t part,
                        const char *expected)
{
    via_tm_options opt = {format, is_gzipped, 0.0, NULL};
    via_tm_spec spec = {&opt, "vi", "ja"};
    via_buffer out = VIA_BUFFER_INIT;

    via_tm_file_name(&spec, "tm/vi-ja", part, &out);
    expect_bytes(&out, expected);
}

static void test_file_names(void **state)
{
    assert_int_equal(via_tm_n_files(VIA_FORMAT_TMX), 1);
    assert_int_equal(via_tm_n_files(VIA_FORMAT_MOSES), 2);
    expect_name(VIA_FORMAT_TMX, true, 0, "tm/vi-ja.tmx.gz");
    expect_name(VIA_FORMAT_JSONL, false, 0, "tm/vi-ja.jsonl");
    expect_name(VIA_FORMAT_MOSES, false, 0, "tm/vi-ja.vi");
    expect_name(VIA_FORMAT_MOSES, true, 1, "tm/vi-ja.ja.gz");
}

static void expect_lang(const char *tmx_langs, const char *lang, const char *expected)
{
    via_tm_options opt = {VIA_FORMAT_TMX, false, 0.0, tmx_langs};
    via_tm_spec spec = {&opt, "vi", "ja"};
    char code[VIA_LANG_BYTES];

    assert_int_equal(via_tm_check(&spec, NULL), VIA_OK);
    via_tm_lang(&opt, lang, code);
    assert_string_equal(code, expected);
}

static void test_tmx_langs(void **state)
{
    expect_lang(NULL, "vi", "vi");
    expect_lang("", "vi", "vi");
    expect_lang("vi=vi-VN,ja=ja-JP", "vi", "vi-VN");
    expect_lang("vi=vi-VN,ja=ja-JP", "ja", "ja-JP");
    expect_lang("vi=vi-VN", "th", "th");
}

static void expect_bad_langs(const char *tmx_langs)
{
    via_tm_options opt = {VIA_FORMAT_TMX, false, 0.0, tmx_langs};
    via_tm_spec spec = {&opt, "vi", "ja"};
    via_error err = {0};

    assert_int_equal(via_tm_check(&spec, &err), VIA_E_ARGUMENT);
    assert_non_null(strstr(err.message, "expected codes such as vi=vi-VN"));
}

static void test_check(void **state)
{
    via_tm_options opt = {VIA_FORMAT_MOSES, false, 0.0, NULL};
    via_tm_spec spec = {&opt, "en", "en"};
    via_error err = {0};

    expect_bad_langs("vi");
    expect_bad_langs("vi=");
    expect_bad_langs("=vi");
    expect_bad_langs("vi=vi-VN,,ja=ja-JP");
    expect_bad_langs("vi=a-code-that-is-too-long");
    expect_bad_langs("vi=vi\"><x");
    assert_int_equal(via_tm_check(&spec, &err), VIA_E_ARGUMENT);
    spec.tgt_lang = "ja";
    assert_int_equal(via_tm_check(&spec, &err), VIA_OK);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_file_names),
        cmocka_unit_test(test_tmx_langs),
        cmocka_unit_test(test_check),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
