/* Tests of writing the memory of one pair: files, gzip, failures. */
#include "scratch.h"
#include "sample_pair.h"

#include "io/reader.h"

#include <libxml/parser.h>

static void expect_file(const char *path, const char *expected)
{
    via_buffer bytes = VIA_BUFFER_INIT;

    assert_int_equal(via_read_file(path, &bytes, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&bytes), expected);
    via_buffer_clear(&bytes);
}

static via_status write_sample(const char *path, const via_tm_options *opt,
                               via_error *err)
{
    sample_pair sample;

    sample_init(&sample);
    via_status st = via_tm_write(path, opt, sample.pair, &sample.ladder, err);
    sample_clear(&sample);
    return st;
}

static void test_tmx_can_be_parsed(void **state)
{
    scratch *s = *state;
    via_tm_options opt = {VIA_FORMAT_TMX, true, 0.0, NULL};
    via_buffer bytes = VIA_BUFFER_INIT;

    assert_int_equal(write_sample(scratch_path(s, "a.tmx.gz"), &opt, NULL), VIA_OK);
    assert_int_equal(via_read_file(s->path, &bytes, NULL), VIA_OK);
    xmlDocPtr doc = xmlReadMemory(bytes.bytes, (int)bytes.n_bytes, "a.tmx", NULL,
                                  XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    assert_non_null(doc);
    xmlNodePtr body = xmlLastElementChild(xmlDocGetRootElement(doc));
    assert_string_equal((const char *)body->name, "body");
    assert_int_equal(xmlChildElementCount(body), 3);
    xmlFreeDoc(doc);
    xmlCleanupParser();
    via_buffer_clear(&bytes);
}

static void test_moses_has_two_files(void **state)
{
    scratch *s = *state;
    via_tm_options opt = {VIA_FORMAT_MOSES, false, 0.9, NULL};

    assert_int_equal(write_sample(scratch_path(s, "a"), &opt, NULL), VIA_OK);
    expect_file(scratch_path(s, "a.vi"), "Hôm nay trời mưa.\n");
    expect_file(scratch_path(s, "a.ja"), "今日は雨です。\n");

    assert_int_equal(write_sample(scratch_path(s, "b.moses"), &opt, NULL), VIA_OK);
    expect_file(scratch_path(s, "b.vi"), "Hôm nay trời mưa.\n");

    opt.is_gzipped = true;
    assert_int_equal(write_sample(scratch_path(s, "c.moses.gz"), &opt, NULL), VIA_OK);
    expect_file(scratch_path(s, "c.ja.gz"), "今日は雨です。\n");
    assert_int_equal(write_sample(scratch_path(s, "d.gz"), &opt, NULL), VIA_OK);
    expect_file(scratch_path(s, "d.gz.ja.gz"), "今日は雨です。\n");
}

static void test_failures_leave_nothing(void **state)
{
    scratch *s = *state;
    via_tm_options opt = {VIA_FORMAT_TSV, false, 0.0, NULL};
    via_error err = {0};

    assert_int_equal(write_sample("/dev/full", &opt, &err), VIA_E_IO);
    assert_string_equal(err.message, "/dev/full: No space left on device");

    opt.tmx_langs = "vi";
    assert_int_equal(write_sample(scratch_path(s, "a"), &opt, &err), VIA_E_ARGUMENT);
    opt.tmx_langs = NULL;
    opt.format = VIA_FORMAT_MOSES;
    assert_int_equal(write_sample("-", &opt, &err), VIA_E_ARGUMENT);
    assert_string_equal(err.message,
                        "moses: expected a path, as this format has two files");

    /* The second file cannot be opened, so the first does not appear. */
    assert_int_equal(symlink("/dev", scratch_path(s, "a.ja")), 0);
    assert_int_equal(write_sample(scratch_path(s, "a"), &opt, &err), VIA_E_IO);
    assert_int_equal(scratch_walk(s->folder, 0), 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_tmx_can_be_parsed),
        TEST(test_moses_has_two_files),
        TEST(test_failures_leave_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
