/* Tests of evaluation: folders of gold and of answers, both tracks. */
#include "scratch.h"

#include "vialign.h"

#define NEAR 1e-9

static void put(scratch *s, const char *name, const char *text)
{
    scratch_file(s, name, text, strlen(text));
}

static via_eval_figures *run(scratch *s, via_track track, const char *lang_pair,
                             size_t n_expected)
{
    via_eval_options opt = {s->folder, s->folder, track, lang_pair};
    via_eval_figures *figures;
    via_error err;
    size_t n_figures;

    if (via_eval_run(&opt, &figures, &n_figures, &err) != VIA_OK)
        fail_msg("%s", err.message);
    assert_int_equal(n_figures, n_expected);
    return figures;
}

/* Of two documents in vi-ja one has an answer; the one in en-ja has two, of which the
 * beads are taken. */
static void test_sentences(void **state)
{
    scratch *s = *state;

    put(s, "a.vi-ja.gold", "[0]:[0]\n[1]:[1]\n");
    put(s, "b.vi-ja.gold", "[0]:[0]\n[1]:[1]\n");
    put(s, "a.vi-ja.ladder", "0\t0\n1\t1\n2\t2\n");
    put(s, "a.en-ja.gold", "[0]:[0]\n");
    put(s, "a.en-ja.beads", "[0]:[0]:0.75\n");
    put(s, "a.en-ja.hyp", "[0]:[1]:0.75\n");

    via_eval_figures *figures = run(s, VIA_TRACK_SENT, NULL, 2);
    assert_string_equal(figures[0].lang_pair, "en-ja");
    assert_int_equal(figures[0].n_docs, 1);
    assert_true(figures[0].strict.f1 == 1);
    assert_int_equal(figures[0].n_rated, 1);
    assert_float_equal(figures[0].calibration_error, .25, NEAR);
    assert_string_equal(figures[1].lang_pair, "vi-ja");
    assert_int_equal(figures[1].n_docs, 2);
    assert_true(figures[1].strict.precision == 1);
    assert_float_equal(figures[1].strict.recall, .5, NEAR);
    assert_int_equal(figures[1].n_rated, 0);
    free(figures);

    figures = run(s, VIA_TRACK_SENT, "vi-ja", 1);
    assert_int_equal(figures[0].n_docs, 2);
    free(figures);
}

static void test_running_text(void **state)
{
    scratch *s = *state;

    put(s, "a.en.txt", "One two. Three, four.\n");
    put(s, "a.ja.txt", "一二。三四。\n");
    put(s, "a.en-ja.spans.tsv", "0\t8\t0\t3\n9\t21\t3\t6\n");
    put(s, "a.en-ja.spans", "0\t9\t0\t2\t0.9\n9\t20\t3\t5\t0.8\n");

    via_eval_figures *figures = run(s, VIA_TRACK_RAW, NULL, 1);
    assert_true(figures[0].bead.f1 == 1);
    assert_true(figures[0].chars.f1 == 1);
    assert_int_equal(figures[0].n_units, 2);
    assert_float_equal(figures[0].mean_unit_cps, 7.5, NEAR);
    free(figures);
}

static void check_failure(scratch *s, via_track track, via_status status,
                          const char *message)
{
    via_eval_options opt = {s->folder, s->folder, track, NULL};
    via_eval_figures *figures;
    via_error err;
    size_t n_figures;

    assert_int_equal(via_eval_run(&opt, &figures, &n_figures, &err), status);
    assert_null(figures);
    assert_int_equal(n_figures, 0);
    assert_non_null(strstr(err.message, message));
}

static void test_what_is_wrong(void **state)
{
    scratch *s = *state;

    check_failure(s, VIA_TRACK_SENT, VIA_E_ARGUMENT, "expected files named");
    put(s, "a.vi-ja.gold", "[0]:[0]\n");
    put(s, "a.vi-ja.beads", "[0]:[0]\nnothing\n");
    check_failure(s, VIA_TRACK_SENT, VIA_E_FORMAT, "/a.vi-ja.beads:2: expected a bead");
    put(s, "a.vi-ja.spans.tsv", "0\t1\t0\t1\n");
    put(s, "a.vi.txt", "a");
    check_failure(s, VIA_TRACK_RAW, VIA_E_IO, "/a.ja.txt: ");
}

static void test_no_folder_of_answers(void **state)
{
    scratch *s = *state;
    via_eval_figures *figures;
    size_t n_figures;
    via_error err;

    put(s, "a.vi-ja.gold", "[0]:[0]\n");
    via_eval_options opt = {s->folder, scratch_path(s, "a.vi-ja.gold"), VIA_TRACK_SENT,
                            NULL};
    assert_int_equal(via_eval_run(&opt, &figures, &n_figures, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, "expected a folder"));
    opt.hyp_dir = scratch_path(s, "none");
    assert_int_equal(via_eval_run(&opt, &figures, &n_figures, &err), VIA_E_IO);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_sentences),
        TEST(test_running_text),
        TEST(test_what_is_wrong),
        TEST(test_no_folder_of_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
