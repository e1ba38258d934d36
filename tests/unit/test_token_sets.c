/* Tests of token sets: one list a segment, ordered, each token once. */
#include "token_list.h"

#include "base/intern.h"
#include "token/token_sets.h"

static bool holds(const via_token_sets *sets, size_t seg, const char *token)
{
    for (size_t k = sets->begin[seg]; k < sets->begin[seg + 1]; k++) {
        if (sets->ids[k] == via_hash_bytes(token, strlen(token)))
            return true;
    }
    return false;
}

static void make_sets(const char *text, via_arena *arena, via_token_sets *out)
{
    via_doc_options opt = {.lang = "vi", .name = "doc", .is_segmented = true};
    via_doc *doc;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    assert_int_equal(via_token_sets_new(doc, arena, out, NULL), VIA_OK);
    via_doc_free(doc);
}

static void test_each_once(void **state)
{
    via_arena *arena = via_arena_new();
    via_token_sets sets;

    make_sets("Đêm và đêm và ngày\n\nngày 12\n", arena, &sets);
    assert_int_equal(sets.begin[0], 0);
    assert_int_equal(sets.begin[1], 3);
    assert_int_equal(sets.begin[2], 3);
    assert_int_equal(sets.begin[3], 4);
    assert_true(holds(&sets, 0, "đêm") && holds(&sets, 0, "và") &&
                holds(&sets, 0, "ngày") && holds(&sets, 2, "ngày"));
    assert_true(sets.ids[0] < sets.ids[1] && sets.ids[1] < sets.ids[2]);
    via_arena_free(arena);
}

static void test_empty(void **state)
{
    via_arena *arena = via_arena_new();
    via_token_sets sets;

    make_sets("", arena, &sets);
    assert_int_equal(sets.begin[0], 0);
    assert_non_null(sets.ids);
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_once),
        cmocka_unit_test(test_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
