/* Tests: a batch from its inputs to its figures. */
#include "scratch.h"

#include "io/reader.h"
#include "io/writer.h"
#include "vialign.h"

/* What was told, in order. */
struct heard {
    char failures[1024];
    size_t n_done, n_all, n_told;
};

static void on_failure(void *data, const via_error *err)
{
    struct heard *heard = data;

    /* Without the scratch folder, which has another name in each run. */
    strcat(heard->failures, strstr(err->message, "/in/") + 4);
    strcat(heard->failures, "\n");
}

static void on_progress(void *data, size_t n_done, size_t n_all)
{
    struct heard *heard = data;

    assert_true(n_done >= heard->n_done && n_done <= n_all);
    heard->n_done = n_done;
    heard->n_all = n_all;
    heard->n_told++;
}

static void add_text(scratch *s, const char *lang, size_t number, const char *text)
{
    char name[64];

    snprintf(name, sizeof name, "in/%02zu.%s.txt", number, lang);
    scratch_file(s, name, text, strlen(text));
}

/* Writes articles of 1 to 20 lines in three languages. */
static void add_articles(scratch *s, size_t n_articles)
{
    assert_int_equal(via_make_folder(scratch_path(s, "in"), NULL), VIA_OK);
    for (size_t i = 0; i < n_articles; i++) {
        char vi[4096] = "", ja[4096] = "", en[4096] = "";

        for (size_t k = 0; k < i * 7 % 20 + 1; k++) {
            size_t n = 100 * i + k;

            sprintf(vi + strlen(vi), "Xe số %zu chở %zu bao gạo.\n", n, k + 3);
            sprintf(ja + strlen(ja), "%zu番の車は米を%zu袋運ぶ。\n", n, k + 3);
            sprintf(en + strlen(en), "Truck %zu carries %zu bags of rice.\n", n, k + 3);
        }
        add_text(s, "vi", i, vi);
        add_text(s, "ja", i, ja);
        if (i % 3)
            add_text(s, "en", i, en);
    }
}

/* Runs a batch of the folder "in" into the folder `out`. */
static via_status run(scratch *s, const char *out, via_batch_options *opt,
                      via_batch_totals *totals, struct heard *heard)
{
    char in_path[128], out_path[128];
    const char *inputs[] = {in_path};

    snprintf(in_path, sizeof in_path, "%s/in", s->folder);
    snprintf(out_path, sizeof out_path, "%s/%s", s->folder, out);
    memset(heard, 0, sizeof *heard);
    opt->inputs = inputs;
    opt->n_inputs = 1;
    opt->out_dir = out_path;
    opt->on_failure = on_failure;
    opt->on_progress = on_progress;
    opt->data = heard;
    return via_batch_run(opt, totals, NULL);
}

static void assert_same(scratch *s, const char *name, const char *other)
{
    via_buffer a = VIA_BUFFER_INIT, b = VIA_BUFFER_INIT;

    assert_int_equal(via_read_file(scratch_path(s, name), &a, NULL), VIA_OK);
    assert_int_equal(via_read_file(scratch_path(s, other), &b, NULL), VIA_OK);
    assert_true(a.n_bytes > 0);
    assert_int_equal(a.n_bytes, b.n_bytes);
    assert_memory_equal(a.bytes, b.bytes, a.n_bytes);
    via_buffer_clear(&a);
    via_buffer_clear(&b);
}

static void test_workers_change_nothing(void **state)
{
    scratch *s = *state;
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_batch_totals one, many;
    struct heard heard;

    add_articles(s, 9);
    opt.formats = "tsv,tmx";
    opt.n_workers = 1;
    assert_int_equal(run(s, "one", &opt, &one, &heard), VIA_OK);
    assert_int_equal(one.n_docs, 9 + 9 + 6);
    assert_int_equal(one.n_failed_docs, 0);
    assert_int_equal(one.n_pairs, 9 + 6);
    assert_true(one.n_units > 50 && one.n_units <= one.n_beads);
    assert_int_equal(heard.n_done, 15);
    assert_int_equal(heard.n_all, 15);
    assert_true(heard.n_told > 15);

    opt.n_workers = 5;
    assert_int_equal(run(s, "many", &opt, &many, &heard), VIA_OK);
    assert_int_equal(many.n_units, one.n_units);
    assert_int_equal(many.n_segs, one.n_segs);
    assert_int_equal(heard.n_done, 15);
    assert_same(s, "one/vi-ja.tsv", "many/vi-ja.tsv");
    assert_same(s, "one/vi-en.tsv", "many/vi-en.tsv");
    assert_same(s, "one/vi-ja.tmx.gz", "many/vi-ja.tmx.gz");
}

static void test_failures_are_told_once_in_order(void **state)
{
    scratch *s = *state;
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_batch_totals totals;
    struct heard heard;

    add_articles(s, 6);
    add_text(s, "vi", 4, "Xe \xff.\n");
    add_text(s, "ja", 4, "\xff");
    add_text(s, "en", 1, "Truck \xff.\n");
    add_text(s, "vi", 2, "\n\n\xff.\n");
    opt.formats = "beads";
    for (opt.n_workers = 1; opt.n_workers < 4; opt.n_workers++) {
        assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_SOME);
        /* First those of vi-en, then what vi-ja adds. */
        assert_string_equal(heard.failures, "01.en.txt:1: byte 6 is not valid UTF-8\n"
                                            "02.vi.txt:3: byte 2 is not valid UTF-8\n"
                                            "04.vi.txt:1: byte 3 is not valid UTF-8\n"
                                            "04.ja.txt:1: byte 0 is not valid UTF-8\n");
        assert_int_equal(totals.n_failed_docs, 4);
        assert_int_equal(totals.n_pairs, 1 + 4);
        assert_int_equal(heard.n_done, heard.n_all);
    }
}

static void test_shards_and_joint_run_have_the_same_files(void **state)
{
    scratch *s = *state;
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_batch_totals totals;
    struct heard heard;
    size_t n_pairs = 0;

    add_articles(s, 8);
    opt.formats = "beads";
    opt.is_per_document = true;
    opt.lang_pairs = "vi-ja";
    opt.n_shards = 3;
    for (opt.shard = 1; opt.shard <= 3; opt.shard++) {
        assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_OK);
        n_pairs += totals.n_pairs;
    }
    assert_int_equal(n_pairs, 8);
    assert_int_equal(scratch_walk(scratch_path(s, "out"), 0), 8 + 1);
}

static void test_resume_does_what_is_left(void **state)
{
    scratch *s = *state;
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_batch_totals totals;
    struct heard heard;

    add_articles(s, 5);
    opt.formats = "beads";
    opt.is_per_document = true;
    opt.lang_pairs = "vi-ja";
    assert_int_equal(run(s, "one", &opt, &totals, &heard), VIA_OK);
    assert_int_equal(run(s, "two", &opt, &totals, &heard), VIA_OK);
    assert_int_equal(unlink(scratch_path(s, "two/03.vi-ja.beads")), 0);
    opt.is_resumed = true;
    assert_int_equal(run(s, "two", &opt, &totals, &heard), VIA_OK);
    assert_int_equal(totals.n_pairs, 1);
    assert_int_equal(heard.n_done, 5);
    assert_same(s, "one/03.vi-ja.beads", "two/03.vi-ja.beads");
    assert_int_equal(run(s, "two", &opt, &totals, &heard), VIA_OK);
    assert_int_equal(totals.n_pairs, 0);
    assert_int_equal(heard.n_done, 5);
}

static void test_what_cannot_be_written_ends_the_batch(void **state)
{
    scratch *s = *state;
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_batch_totals totals;
    struct heard heard;

    add_articles(s, 3);
    opt.formats = "tsv";
    opt.lang_pairs = "vi-ja";
    /* A folder stands where the file is to be. */
    assert_int_equal(via_make_folder(scratch_path(s, "out/vi-ja.tsv"), NULL), VIA_OK);
    assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_IO);
    opt.is_per_document = true;
    assert_int_equal(via_make_folder(scratch_path(s, "out/01.vi-ja.tsv"), NULL),
                     VIA_OK);
    assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_IO);
}

static void test_what_cannot_be(void **state)
{
    scratch *s = *state;
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_batch_totals totals;
    struct heard heard;

    add_articles(s, 1);
    opt.formats = "pdf";
    assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_ARGUMENT);
    opt.formats = "tsv";
    opt.n_shards = 2;
    assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_ARGUMENT);
    opt.shard = 3;
    assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_ARGUMENT);
    opt.n_shards = opt.shard = 0;
    opt.tm.tmx_langs = "vi";
    assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_ARGUMENT);
    opt.tm.tmx_langs = NULL;
    opt.align.weights_path = "/nowhere/weights.tsv";
    assert_int_equal(run(s, "out", &opt, &totals, &heard), VIA_E_IO);
    assert_int_equal(scratch_walk(scratch_path(s, "out"), 0), 0);
}

int main(void)
{
#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_workers_change_nothing),
        TEST(test_failures_are_told_once_in_order),
        TEST(test_shards_and_joint_run_have_the_same_files),
        TEST(test_resume_does_what_is_left),
        TEST(test_what_cannot_be_written_ends_the_batch),
        TEST(test_what_cannot_be),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
