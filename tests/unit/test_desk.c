/* Tests of desks: how one worker reads documents. */
#include "planned.h"

#include "batch/desk.h"

static const char TEXT[] = "Cầu dài 540 m. Trời mưa.\nTrà ngon.\n";
static const char PAGE[] =
    "<html><p>The bridge is 540 m long. It rains.<div class=share>Zalo</div>";

static size_t count_segments(const via_doc *doc)
{
    size_t n_segs;

    via_doc_segments(doc, &n_segs);
    return n_segs;
}

/* Plans one pair of documents, a text and a page. */
static via_job *plan_pair(scratch *s, planned *p)
{
    scratch_file(s, "a.vi.txt", TEXT, sizeof TEXT - 1);
    scratch_file(s, "a.en.html", PAGE, sizeof PAGE - 1);
    planned_init(p, s->folder);
    assert_int_equal(p->plan.n_jobs, 1);
    assert_int_equal(p->plan.jobs[0].n_items, 1);
    return &p->plan.jobs[0];
}

static void test_loads_and_cuts(void **state)
{
    planned p;
    via_job *job = plan_pair(*state, &p);
    via_item *item = &job->items[0];
    via_desk_options opt = {.corpus = p.corpus};
    via_desk *desks;

    assert_int_equal(via_desks_new(&opt, job, 2, &desks, NULL), VIA_OK);
    assert_int_equal(via_desk_load_src(&desks[1], job, item, NULL), VIA_OK);
    assert_int_equal(via_desk_load_tgt(&desks[0], job, item, NULL), VIA_OK);
    assert_string_equal(via_doc_lang(item->src), "vi");
    assert_int_equal(count_segments(item->src), 3);
    assert_string_equal(via_doc_lang(item->tgt), "en");
    assert_int_equal(count_segments(item->tgt), 2);

    const via_doc *src = item->src;
    assert_int_equal(via_desk_load_src(&desks[0], job, item, NULL), VIA_OK);
    assert_ptr_equal(item->src, src); /* it is there */
    via_desks_free(desks, 2);
    planned_clear(&p);
}

static void test_lines_that_are_segments(void **state)
{
    planned p;
    via_job *job = plan_pair(*state, &p);
    via_desk_options opt = {.corpus = p.corpus, .is_segmented = true};
    via_desk *desks;

    assert_int_equal(via_desks_new(&opt, job, 1, &desks, NULL), VIA_OK);
    assert_int_equal(via_desk_load_src(desks, job, &job->items[0], NULL), VIA_OK);
    assert_int_equal(count_segments(job->items[0].src), 2);
    via_desks_free(desks, 1);
    planned_clear(&p);
}

static void test_furniture(void **state)
{
    planned p;
    via_job *job = plan_pair(*state, &p);
    via_item *item = &job->items[0];
    via_desk_options opt = {.corpus = p.corpus};
    via_desk *desks;
    size_t n_bytes;

    for (int keeps = 0; keeps < 2; keeps++) {
        opt.keeps_furniture = keeps;
        assert_int_equal(via_desks_new(&opt, job, 1, &desks, NULL), VIA_OK);
        assert_int_equal(via_desk_load_tgt(desks, job, item, NULL), VIA_OK);
        assert_int_equal(strstr(via_doc_text(item->tgt, &n_bytes), "Zalo") != NULL,
                         keeps);
        via_item_clear(item);
        via_desks_free(desks, 1);
    }
    planned_clear(&p);
}

static void test_without_a_job_nothing_is_cut(void **state)
{
    planned p;
    via_job *job = plan_pair(*state, &p);
    via_desk_options opt = {.corpus = p.corpus};
    const via_source *source = job->items[0].article->sources[job->langs.src];
    via_desk *desks;
    via_doc *doc;

    assert_int_equal(via_desks_new(&opt, NULL, 1, &desks, NULL), VIA_OK);
    assert_null(desks[0].src_segmenter);
    assert_int_equal(via_desk_load(desks, source, "vi", NULL, &doc, NULL), VIA_OK);
    assert_int_equal(count_segments(doc), 0);
    via_doc_free(doc);
    via_desks_free(desks, 1);
    planned_clear(&p);
}

static void test_failures(void **state)
{
    scratch *s = *state;
    planned p;
    via_job *job = plan_pair(s, &p);
    via_item *item = &job->items[0];
    via_desk_options opt = {.corpus = p.corpus};
    via_desk *desks;
    via_error err;

    scratch_file(s, "a.vi.txt", "caf\351\n", 5);
    assert_int_equal(via_desks_new(&opt, job, 1, &desks, NULL), VIA_OK);
    assert_int_equal(via_desk_load_src(desks, job, item, &err), VIA_E_ENCODING);
    assert_null(item->src);
    assert_non_null(strstr(err.message, "a.vi.txt:1: "));
    via_desks_free(desks, 1);
    planned_clear(&p);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_loads_and_cuts), TEST(test_lines_that_are_segments),
        TEST(test_furniture),      TEST(test_without_a_job_nothing_is_cut),
        TEST(test_failures),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
