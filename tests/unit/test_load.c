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

int main(void)
{
#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_name_is_the_path_unless_given),
        TEST(test_failures_name_the_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
