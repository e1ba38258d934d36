/* Tests of fitting: answers of both kinds, each document by its own. */
#include "scratch.h"

#include "vialign.h"

static void add_text(scratch *s, const char *name, const char *text)
{
    scratch_file(s, name, text, strlen(text));
}

/* One segment a line, of which one is empty, and their answer by number. */
static void add_segmented(scratch *s)
{
    add_text(s, "a.vi", "Giá gạo tăng 12%.\n\nBà Tư bán 40 bao. Trời mưa.\n");
    add_text(s, "a.en", "Rice rose by 12%.\n\nMrs Tu sold 40 bags. It rained.\n");
    add_text(s, "a.vi-en.gold", "[0]:[0]\n[2]:[2]\n");
}

static double fit(scratch *s, size_t n_lessons)
{
    const char *folder = s->folder;
    char out_path[600];
    via_fit_options opt = VIA_FIT_OPTIONS_INIT;
    via_fit_totals totals;
    via_error err;

    snprintf(out_path, sizeof out_path, "%s/weights", s->folder);
    opt.inputs = &folder;
    opt.n_inputs = 1;
    opt.out_path = out_path;
    opt.n_rounds_max = 1;
    opt.n_workers = 2;
    if (via_fit_run(&opt, &totals, &err) != VIA_OK)
        fail_msg("%s", err.message);
    assert_int_equal(totals.n_lessons, n_lessons);
    assert_int_equal(unlink(out_path), 0);
    return totals.loss_before;
}

/* Spans are of sentences of running text, also where another document is segmented:
 * taken for one segment a line, the second ones would hold no middle. */
static void test_running_text_beside_segments(void **state)
{
    scratch *s = *state;

    add_segmented(s);
    add_text(s, "b.vi", "Cầu Vân Đồn dài 540 m và rộng 18 m. Có 7 trạm.\n");
    add_text(s, "b.en",
             "Van Don bridge is 540 m long and 18 m wide. It has 7 gates.\n");
    add_text(s, "b.vi-en.spans.tsv", "36\t46\t44\t59\n");
    double loss = fit(s, 2);
    add_text(s, "b.vi-en.spans.tsv", "# nothing\n");
    assert_true(loss != fit(s, 2));
}

/* An answer by place is as right where finer beads tile it. */
static void test_exact_by_number_alone(void **state)
{
    scratch *s = *state;

    add_segmented(s);
    add_text(s, "b.vi", "Cầu dài 540 m.\nCó 7 trạm.\n");
    add_text(s, "b.en", "The bridge is 540 m long.\nIt has 7 gates.\n");
    add_text(s, "b.vi-en.spans.tsv", "0\t25\t0\t41\n");
    double loss = fit(s, 2);
    add_text(s, "b.vi-en.gold", "[0,1]:[0,1]\n");
    assert_true(loss < fit(s, 2));
}

static void test_languages_of_either_kind(void **state)
{
    scratch *s = *state;

    add_segmented(s);
    add_text(s, "b.vi", "Cầu dài 540 m.\n");
    add_text(s, "b.ja", "橋の長さは540メートル。\n");
    add_text(s, "b.vi-ja.spans.tsv", "0\t14\t0\t13\n");
    fit(s, 2);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_running_text_beside_segments),
        TEST(test_exact_by_number_alone),
        TEST(test_languages_of_either_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
