/* Tests: loading a document from a file. */
#include "scratch.h"

#include "vialign.h"

static void test_name_is_the_path_unless_given(void **state)
{
    const char *path =
        scratch_file(*state, "a.txt", "Gi\xc3\xb3 nh\xe1\xba\xb9.\n", 12);
    via_doc_options opt = {.lang = "vi", .is_segmented = true};
    via_doc *doc;
    size_t n_segs;

    assert_int_equal(via_doc_load(path, &opt, &doc, NULL), VIA_OK);
    assert_string_equal(via_doc_name(doc), path);
    assert_string_equal(via_doc_lang(doc), "vi");
    via_doc_segments(doc, &n_segs);
    assert_int_equal(n_segs, 1);
    via_doc_free(doc);

    opt.name = "wind";
    assert_int_equal(via_doc_load(path, &opt, &doc, NULL), VIA_OK);
    assert_string_equal(via_doc_name(doc), "wind");
    via_doc_free(doc);
}

static void test_failures_name_the_file(void **state)
{
    scratch *s = *state;
    via_doc_options opt = {.lang = "vi"};
    via_doc *doc;
    via_error err;

    assert_int_equal(via_doc_load(scratch_path(s, "none.txt"), &opt, &doc, &err),
                     VIA_E_IO);
    assert_null(doc);
    assert_non_null(strstr(err.message, "none.txt: "));

    scratch_file(s, "bad.txt", "Tr\xe0i\n", 5);
    assert_int_equal(via_doc_load(s->path, &opt, &doc, &err), VIA_E_ENCODING);
    assert_null(doc);
    assert_non_null(strstr(err.message, "bad.txt:1: "));
}

static void test_pages_and_texts(void **state)
{
    static const char PAGE[] = "<html><p>Tr\xc3\xa0 xanh.<div class=share>Zalo</div>";
    static const char TEXT[] = "Tr\xc3\xa0 xanh.\ntra.jpg\n";
    scratch *s = *state;
    via_doc_options opt = {"vi"};
    size_t n_bytes;
    via_doc *doc;

    scratch_file(s, "a.html", PAGE, sizeof PAGE - 1);
    assert_int_equal(via_doc_load(s->path, &opt, &doc, NULL), VIA_OK);
    assert_string_equal(via_doc_text(doc, &n_bytes), "Tr\xc3\xa0 xanh.\n");
    assert_int_equal(via_doc_n_furniture(doc, VIA_FURNITURE_SHARE), 1);
    via_doc_free(doc);

    scratch_file(s, "a.txt", TEXT, sizeof TEXT - 1);
    assert_int_equal(via_doc_load(s->path, &opt, &doc, NULL), VIA_OK);
    assert_string_equal(via_doc_text(doc, &n_bytes), TEXT);
    assert_int_equal(via_doc_n_furniture(doc, VIA_FURNITURE_FILE), 1);
    via_doc_free(doc);
}

int main(void)
{
#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_name_is_the_path_unless_given),
        TEST(test_failures_name_the_file),
        TEST(test_pages_and_texts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
