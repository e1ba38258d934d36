/* Tests: the formats of a batch and the files that they are written to. */
#include "scratch.h"

#include "batch/outputs.h"

static via_status init(via_outputs *outputs, const char *formats, bool is_per_document,
                       via_error *err)
{
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;

    opt.formats = formats;
    opt.is_per_document = is_per_document;
    opt.tm.min_confidence = 0.5;
    return via_outputs_init(outputs, &opt, err);
}

/* Returns the path of a file of a Vietnamese-Japanese job, until the next call. */
static const char *path_of(const via_outputs *outputs, size_t file)
{
    static char path[64];
    via_job job = {.src_lang = "vi", .tgt_lang = "ja"};
    via_buffer out = VIA_BUFFER_INIT;

    via_output_path(&outputs->files[file], &job, "tm/vi-ja", &out);
    snprintf(path, sizeof path, "%s", via_buffer_text(&out));
    via_buffer_clear(&out);
    return path;
}

static void test_files_of_formats(void **state)
{
    via_outputs outputs;

    assert_int_equal(init(&outputs, "tmx,tsv,tsv.gz,moses.gz", false, NULL), VIA_OK);
    assert_int_equal(outputs.n_formats, 4);
    assert_int_equal(outputs.n_files, 5);
    assert_string_equal(path_of(&outputs, 0), "tm/vi-ja.tmx.gz");
    assert_string_equal(path_of(&outputs, 1), "tm/vi-ja.tsv");
    assert_string_equal(path_of(&outputs, 2), "tm/vi-ja.tsv.gz");
    assert_string_equal(path_of(&outputs, 3), "tm/vi-ja.vi.gz");
    assert_string_equal(path_of(&outputs, 4), "tm/vi-ja.ja.gz");
    assert_true(outputs.files[4].tm.min_confidence == 0.5);
}

static void test_tmx_of_one_document_is_plain(void **state)
{
    via_outputs outputs;

    assert_int_equal(init(&outputs, "tmx,tmx.gz", true, NULL), VIA_OK);
    assert_string_equal(path_of(&outputs, 0), "tm/vi-ja.tmx");
    assert_string_equal(path_of(&outputs, 1), "tm/vi-ja.tmx.gz");
}

static void assert_refused(const char *formats, const char *message)
{
    via_outputs outputs;
    via_error err;

    assert_int_equal(init(&outputs, formats, false, &err), VIA_E_ARGUMENT);
    assert_string_equal(err.message, message);
}

static void test_what_is_no_format(void **state)
{
    assert_refused("", ": no such format");
    assert_refused("tsv,", ": no such format");
    assert_refused("tmx,xliff", "xliff: no such format");
    assert_refused("a.tsv", "a.tsv: no such format");
    assert_refused("tm/tsv", "tm/tsv: no such format");
    assert_refused("tsv,tsv", "tsv: expected only once");
    assert_refused("tmx,tmx.gz", "tmx.gz: expected only once");
    assert_refused("tmx,tsv,tsv.gz,beads,beads.gz,ladder,ladder.gz,spans,spans.gz",
                   "spans.gz: expected at most 8 formats");
}

static void test_all_files_must_be_there(void **state)
{
    scratch *s = *state;
    via_job job = {.src_lang = "vi", .tgt_lang = "ja"};
    via_outputs outputs;
    char stem[128];
    bool are_there;

    assert_int_equal(init(&outputs, "tsv,moses", false, NULL), VIA_OK);
    scratch_file(s, "a.tsv", "", 0);
    scratch_file(s, "a.vi", "", 0);
    snprintf(stem, sizeof stem, "%s/a", s->folder);
    assert_int_equal(via_outputs_find(&outputs, &job, stem, &are_there, NULL), VIA_OK);
    assert_false(are_there);
    scratch_file(s, "a.ja", "", 0);
    assert_int_equal(via_outputs_find(&outputs, &job, stem, &are_there, NULL), VIA_OK);
    assert_true(are_there);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_of_formats),
        cmocka_unit_test(test_tmx_of_one_document_is_plain),
        cmocka_unit_test(test_what_is_no_format),
        cmocka_unit_test_setup_teardown(test_all_files_must_be_there, scratch_setup,
                                        scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
