/* Tests of gold lists: names, pairs and their order. */
#include "scratch.h"

#include "eval/golds.h"

static void test_by_pair_then_name(void **state)
{
    static const char *const files[] = {"b.1.vi-ja.gold", "a.vi-ja.gold",
                                        "a.en-ja.gold",   "Z.vi-ja.gold",
                                        "a.vi-ja.beads",  "notes.txt"};
    scratch *s = *state;
    via_golds *golds;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        scratch_file(s, files[i], "", 0);
    assert_int_equal(via_golds_list(s->folder, ".gold", NULL, &golds, NULL), VIA_OK);
    assert_int_equal(via_golds_count(golds), 4);
    assert_string_equal(via_golds_get(golds, 0)->name, "a.en-ja");
    assert_string_equal(via_golds_get(golds, 1)->name, "Z.vi-ja");
    assert_string_equal(via_golds_get(golds, 2)->name, "a.vi-ja");
    assert_string_equal(via_golds_get(golds, 3)->name, "b.1.vi-ja");
    assert_string_equal(via_golds_get(golds, 3)->doc, "b.1");
    assert_string_equal(via_golds_get(golds, 3)->src_lang, "vi");
    assert_string_equal(via_golds_get(golds, 3)->tgt_lang, "ja");
    assert_string_equal(via_golds_get(golds, 3)->lang_pair, "vi-ja");
    via_golds_free(golds);

    assert_int_equal(via_golds_list(s->folder, ".gold", "en-ja", &golds, NULL), VIA_OK);
    assert_int_equal(via_golds_count(golds), 1);
    via_golds_free(golds);
    via_golds_free(NULL);
}

static void test_nothing_to_list(void **state)
{
    scratch *s = *state;
    via_golds *golds;
    via_error err;

    assert_int_equal(via_golds_list(s->folder, ".gold", "vi-th", &golds, &err),
                     VIA_E_ARGUMENT);
    assert_non_null(strstr(err.message, "expected files named DOCUMENT.vi-th.gold"));
    assert_null(golds);
    assert_int_equal(
        via_golds_list(scratch_path(s, "none"), ".gold", NULL, &golds, &err), VIA_E_IO);
    assert_null(golds);
}

static void test_names_that_tell_nothing(void **state)
{
    static const char *const names[] = {"a.gold", "a.vi.gold", "a.-ja.gold",
                                        "a.vi-.gold",
                                        "a.much-too-long-for-a-pair-of-two-codes.gold"};
    scratch *s = *state;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        via_golds *golds;
        via_error err;

        scratch_file(s, names[i], "", 0);
        assert_int_equal(via_golds_list(s->folder, ".gold", NULL, &golds, &err),
                         VIA_E_FORMAT);
        assert_non_null(strstr(err.message, names[i]));
        assert_int_equal(unlink(scratch_path(s, names[i])), 0);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_by_pair_then_name),
        TEST(test_nothing_to_list),
        TEST(test_names_that_tell_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
