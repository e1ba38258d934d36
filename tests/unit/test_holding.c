/* Tests of what standing units hold, and of what is kept of a pair to know it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "batch/holding.h"

static const char *const LANGS[] = {"vi", "ja"};

enum { VI, JA };

static via_doc *doc(const char *lang, const char *text)
{
    via_doc_options opt = {.lang = lang, .name = lang, .is_segmented = true};
    via_doc *out = NULL;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &out, NULL), VIA_OK);
    return out;
}

static via_multi_bead bead(size_t begin, size_t end, size_t other_begin,
                           size_t other_end)
{
    return (via_multi_bead){.lang = JA,
                            .begin = begin,
                            .end = end,
                            .other_begin = other_begin,
                            .other_end = other_end};
}

/* A headline has come before all that stands; the second unit has no Japanese, and the
 * third stands in segments that do not follow each other. */
static void test_what_is_held(void **state)
{
    static const size_t AT[] = {0, 1, 2, 3, 5};
    static const via_multi_text A[] = {{"vi", "vi", "Một.", 6, AT, 1},
                                       {"ja", "ja", "一。", 6, AT, 1}};
    static const via_multi_text B[] = {{"vi", "vi", "Hai.", 4, AT + 1, 1},
                                       {"en", "en", "Two.", 4, AT + 1, 1}};
    static const via_multi_text C[] = {{"vi", "vi", "Ba. Năm.", 9, AT + 3, 2},
                                       {"en", "en", "Three.", 6, AT + 2, 1}};
    static const via_multi_unit UNITS[] = {
        {A, 2, 1, "a"}, {B, 2, 1, "a"}, {C, 2, 1, "a"}};
    static const via_standing_article ARTICLE = {"a", UNITS, 3};
    via_doc *vi = doc("vi", "Không.\nMột.\nHai.\n-\nBa.\n-\nNăm.\n");
    via_doc *ja = doc("ja", "零。\n一。\n二。\n三。\n");
    via_bead beads[] = {{0, 1, 0, 1, .9, 0}, {1, 2, 1, 2, .4, 0}};
    via_ladder ladder = {beads, 2, NULL, 0};
    via_buffer kept_bytes = VIA_BUFFER_INIT, read = VIA_BUFFER_INIT;
    via_holding holding;
    (void)state;

    via_multi_keep((via_pair){.src = vi, .tgt = ja}, &ladder, 0.5, &ARTICLE,
                   &kept_bytes);
    via_multi_kept kept = via_multi_look(&kept_bytes);
    assert_string_equal(kept.names[1], "ja");
    assert_int_equal(via_multi_shift(&kept, 0, 1), 1);
    via_multi_read(&kept_bytes, 1, VI, &read);
    assert_int_equal(read.n_bytes, sizeof(via_multi_bead));

    assert_int_equal(via_holding_init(&holding, LANGS, 2, NULL), VIA_OK);
    via_holding_turn(&holding, &ARTICLE);
    assert_int_equal(via_holding_take(&holding, &kept, 0, VI, NULL), VIA_OK);
    assert_int_equal(via_holding_take(&holding, &kept, 1, JA, NULL), VIA_OK);
    assert_int_equal(via_holding_settle(&holding, VI, NULL), VIA_OK);
    assert_int_equal(holding.places[0].begin, 1);
    assert_int_equal(holding.places[1].end, 3);
    assert_int_equal(holding.places[2].begin, SIZE_MAX);

    via_multi_bead free_of_all = bead(0, 1, 0, 1), joins = bead(2, 3, 2, 3);
    via_multi_bead has_it = bead(1, 2, 2, 3), is_held = bead(2, 3, 1, 3);
    via_multi_bead scattered = bead(4, 5, 3, 4), between = bead(5, 6, 3, 4);
    assert_true(via_holding_allows(&holding, &free_of_all));
    assert_true(via_holding_allows(&holding, &joins));
    assert_false(via_holding_allows(&holding, &has_it));
    assert_false(via_holding_allows(&holding, &is_held));
    assert_false(via_holding_allows(&holding, &scattered));
    assert_true(via_holding_allows(&holding, &between));
    via_holding_clear(&holding);
    via_buffer_clear(&kept_bytes);
    via_buffer_clear(&read);
    via_doc_free(vi);
    via_doc_free(ja);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_is_held)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
