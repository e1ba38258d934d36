/* Tests of loaded jobs: documents to learn from are read as those of a batch. */
#include "planned.h"

#include "batch/loaded.h"

static const char *const TEXT = "Cầu dài 540 m. Trời mưa.\nTrà ngon.\n";
static const char *const PAGE =
    "<html><p>The bridge is 540 m long. It rains.<div class=share>Zalo</div>";

static void add_text(scratch *s, const char *name, const char *text)
{
    scratch_file(s, name, text, strlen(text));
}

static void fill(scratch *s)
{
    add_text(s, "a.vi.txt", TEXT);
    add_text(s, "a.en.html", PAGE);
    add_text(s, "b.vi.txt", "Trà ngon.\ntra.jpg\n");
    add_text(s, "b.en.txt", "Good tea. It is hot.\n");
}

static void test_pairs_by_item(void **state)
{
    scratch *s = *state;
    planned p;
    via_loaded loaded;
    size_t n_segs, n_bytes;

    fill(s);
    planned_init(&p, s->folder);
    assert_int_equal(via_loaded_init(&loaded, &p.plan.jobs[0], NULL, 2, NULL), VIA_OK);
    assert_int_equal(loaded.job->n_items, 2);
    via_doc_segments(loaded.pairs[0].src, &n_segs);
    assert_int_equal(n_segs, 3);
    assert_string_equal(via_doc_text(loaded.pairs[0].tgt, &n_bytes),
                        "The bridge is 540 m long. It rains.\n");
    assert_int_equal(via_doc_n_furniture(loaded.pairs[0].tgt, VIA_FURNITURE_SHARE), 1);
    assert_int_equal(via_doc_n_furniture(loaded.pairs[1].src, VIA_FURNITURE_FILE), 1);
    via_loaded_clear(&loaded);
    assert_null(p.plan.jobs[0].items[0].src);
    planned_clear(&p);
}

static void test_lines_that_are_segments(void **state)
{
    static const bool are_segmented[] = {true, false};
    scratch *s = *state;
    planned p;
    via_loaded loaded;
    size_t n_segs;

    fill(s);
    planned_init(&p, s->folder);
    assert_int_equal(via_loaded_init(&loaded, &p.plan.jobs[0], are_segmented, 1, NULL),
                     VIA_OK);
    via_doc_segments(loaded.pairs[0].src, &n_segs);
    assert_int_equal(n_segs, 2);
    via_doc_segments(loaded.pairs[1].tgt, &n_segs);
    assert_int_equal(n_segs, 2);
    via_loaded_clear(&loaded);
    planned_clear(&p);
}

/* As in a batch, a text that is clearly in another language is none. */
static void test_another_language(void **state)
{
    scratch *s = *state;
    planned p;
    via_loaded loaded;
    via_buffer thai = VIA_BUFFER_INIT;
    via_error err;

    fill(s);
    for (size_t i = 0; i < 20; i++)
        via_buffer_append_text(&thai, "สะพานยาวห้าร้อยเมตร วันนี้ฝนตกหนัก ");
    add_text(s, "b.vi.txt", via_buffer_text(&thai));
    via_buffer_clear(&thai);
    planned_init(&p, s->folder);
    assert_int_equal(via_loaded_init(&loaded, &p.plan.jobs[0], NULL, 2, &err),
                     VIA_E_LANGUAGE);
    assert_non_null(
        strstr(err.message, "b.vi.txt: expected text in vi, but it is in th"));
    assert_null(loaded.pairs);
    planned_clear(&p);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_pairs_by_item),
        TEST(test_lines_that_are_segments),
        TEST(test_another_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
