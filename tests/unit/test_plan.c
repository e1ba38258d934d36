/* Tests: which pairs of documents a batch aligns. */
#include "scratch.h"

#include "batch/plan.h"

/* Four articles; "b" has no Japanese and "c" nothing but Japanese. */
static const char *const LANGS[] = {"ja", "th", "vi"};
static const via_source FILES[] = {{.path = "none/a"}, {.path = "none/b"}};
static const via_source *const SOURCES[][3] = {
    {&FILES[0], NULL, &FILES[1]},
    {NULL, &FILES[0], &FILES[1]},
    {&FILES[0], NULL, NULL},
    {&FILES[0], &FILES[1], NULL},
};
static const via_article ARTICLES[] = {
    {"a", SOURCES[0]}, {"b", SOURCES[1]}, {"c", SOURCES[2]}, {"x/d", SOURCES[3]}};
static const via_corpus CORPUS = {
    .langs = LANGS, .n_langs = 3, .articles = ARTICLES, .n_articles = 4};
static const char *const INPUTS[] = {"news"};

static via_batch_options options(const char *lang_pairs)
{
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;

    opt.inputs = INPUTS;
    opt.n_inputs = 1;
    opt.lang_pairs = lang_pairs;
    return opt;
}

static void test_jobs_by_language(void **state)
{
    via_batch_options opt = options(NULL);
    via_plan plan;

    assert_int_equal(via_plan_init(&plan, &CORPUS, &opt, NULL), VIA_OK);
    assert_int_equal(plan.n_jobs, 3);
    assert_string_equal(plan.jobs[0].src_lang, "vi");
    assert_string_equal(plan.jobs[0].tgt_lang, "ja");
    assert_int_equal(plan.jobs[0].n_items, 1);
    assert_ptr_equal(plan.jobs[0].items[0].article, &ARTICLES[0]);
    assert_string_equal(plan.jobs[1].tgt_lang, "th");
    assert_string_equal(plan.jobs[2].src_lang, "ja");
    assert_ptr_equal(plan.jobs[2].items[0].article, &ARTICLES[3]);
    assert_int_equal(via_plan_n_alone(&CORPUS), 1);
    via_plan_clear(&plan);
}

static void test_asked_for_but_not_there(void **state)
{
    via_batch_options opt = options("vi-ja,th-ja");
    via_plan plan;
    via_error err;

    assert_int_equal(via_plan_init(&plan, &CORPUS, &opt, NULL), VIA_OK);
    assert_int_equal(plan.n_jobs, 2);
    assert_string_equal(plan.jobs[1].src_lang, "th");
    via_plan_clear(&plan);

    via_corpus without = CORPUS;
    without.n_articles = 3;
    assert_int_equal(via_plan_init(&plan, &without, &opt, &err), VIA_E_FORMAT);
    assert_string_equal(err.message,
                        "th-ja: expected documents of one id in both languages");
    via_plan_clear(&plan);
}

static void test_nothing_pairs_up(void **state)
{
    via_batch_options opt = options(NULL);
    via_corpus lonely = CORPUS;
    via_plan plan;
    via_error err;

    lonely.articles = &ARTICLES[2];
    lonely.n_articles = 1;
    assert_int_equal(via_plan_init(&plan, &lonely, &opt, &err), VIA_E_FORMAT);
    assert_string_equal(err.message,
                        "news: expected documents of one id in two languages");
    via_plan_clear(&plan);
}

static void test_shards_share_out_the_items(void **state)
{
    via_batch_options opt = options(NULL);
    size_t n_items = 0;

    opt.n_shards = 5;
    for (opt.shard = 1; opt.shard <= 5; opt.shard++) {
        via_plan plan;

        assert_int_equal(via_plan_init(&plan, &CORPUS, &opt, NULL), VIA_OK);
        assert_int_equal(plan.n_jobs, 3);
        for (size_t i = 0; i < 3; i++) {
            n_items += plan.jobs[i].n_items;
            if (plan.jobs[i].n_items)
                assert_int_equal(via_plan_shard(plan.jobs[i].items[0].article, 5),
                                 opt.shard);
        }
        via_plan_clear(&plan);
    }
    assert_int_equal(n_items, 3);
}

static void test_names_of_files(void **state)
{
    via_batch_options opt = options(NULL);
    via_buffer stem = VIA_BUFFER_INIT;
    via_plan plan;

    assert_int_equal(via_plan_init(&plan, &CORPUS, &opt, NULL), VIA_OK);
    via_plan_stem(&plan.jobs[2], &ARTICLES[3], "tm", &stem);
    assert_string_equal(via_buffer_text(&stem), "tm/x_d.ja-th");
    stem.n_bytes = 0;
    via_plan_stem(&plan.jobs[2], NULL, "tm", &stem);
    assert_string_equal(via_buffer_text(&stem), "tm/ja-th");
    assert_int_equal(via_plan_check_names(&plan, NULL), VIA_OK);
    via_buffer_clear(&stem);
    via_plan_clear(&plan);
}

static void test_two_ids_with_one_name(void **state)
{
    static const via_article same[] = {
        {"x/d", SOURCES[3]}, {"x/e", SOURCES[3]}, {"x_d", SOURCES[3]}};
    via_corpus corpus = {
        .langs = LANGS, .n_langs = 3, .articles = same, .n_articles = 3};
    via_batch_options opt = options(NULL);
    via_plan plan;
    via_error err;

    assert_int_equal(via_plan_init(&plan, &corpus, &opt, NULL), VIA_OK);
    assert_int_equal(via_plan_check_names(&plan, &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "x/d"));
    assert_non_null(strstr(err.message, "x_d"));
    via_plan_clear(&plan);
}

static void test_sizes_and_order_of_work(void **state)
{
    scratch *s = *state;
    char paths[3][128];
    via_source small = {.path = paths[0]}, large = {.path = paths[1]};
    via_source packed = {.path = paths[2]};
    via_source line = {.path = "no file", .kind = VIA_SOURCE_JSON, .n_bytes = 7};
    const via_source *sources[][2] = {
        {&small, &small}, {&large, &small}, {&packed, &small}, {&line, &small}};
    const char *langs[] = {"ja", "vi"};
    via_article articles[] = {
        {"a", sources[0]}, {"b", sources[1]}, {"c", sources[2]}, {"d", sources[3]}};
    via_corpus corpus = {
        .langs = langs, .n_langs = 2, .articles = articles, .n_articles = 4};
    via_batch_options opt = options(NULL);
    size_t order[] = {0, 1, 2};
    via_plan plan;

    strcpy(paths[0], scratch_file(s, "s.txt", "12345", 5));
    strcpy(paths[1], scratch_file(s, "l.txt", "1234567890", 10));
    strcpy(paths[2], scratch_file(s, "p.txt.gz", "123456", 6));
    assert_int_equal(via_plan_init(&plan, &corpus, &opt, NULL), VIA_OK);
    assert_int_equal(plan.jobs[0].items[0].n_bytes, 10);
    assert_int_equal(plan.jobs[0].items[1].n_bytes, 15);
    assert_true(plan.jobs[0].items[2].n_bytes > 15);
    assert_int_equal(plan.jobs[0].items[3].n_bytes, 12);
    assert_int_equal(via_items_by_size(plan.jobs[0].items, order, 3, NULL), VIA_OK);
    assert_int_equal(order[0], 2);
    assert_int_equal(order[1], 1);
    assert_int_equal(order[2], 0);
    via_plan_clear(&plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_jobs_by_language),
        cmocka_unit_test(test_asked_for_but_not_there),
        cmocka_unit_test(test_nothing_pairs_up),
        cmocka_unit_test(test_shards_share_out_the_items),
        cmocka_unit_test(test_names_of_files),
        cmocka_unit_test(test_two_ids_with_one_name),
        cmocka_unit_test_setup_teardown(test_sizes_and_order_of_work, scratch_setup,
                                        scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
