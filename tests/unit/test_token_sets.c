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

/* How many tokens stand before a token's first place, and after its last. */
static void expect_place(const via_token_sets *sets, size_t seg, const char *token,
                         unsigned before, unsigned after)
{
    for (size_t k = sets->begin[seg]; k < sets->begin[seg + 1]; k++) {
        if (sets->ids[k] != via_hash_bytes(token, strlen(token)))
            continue;
        assert_int_equal(sets->before[k], before);
        assert_int_equal(sets->after[k], after);
        return;
    }
    fail_msg("no token %s", token);
}

static void test_places(void **state)
{
    via_arena *arena = via_arena_new();
    via_token_sets sets;

    make_sets("Đêm và đêm và ngày\n\nngày 12\nmột hai ba\n", arena, &sets);
    static const unsigned n_tokens[] = {5, 0, 1, 3};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(sets.n_tokens[i], n_tokens[i]);
    expect_place(&sets, 0, "đêm", 0, 2);
    expect_place(&sets, 0, "và", 1, 1);
    expect_place(&sets, 0, "ngày", 4, 0);
    expect_place(&sets, 2, "ngày", 0, 0);
    expect_place(&sets, 3, "một", 0, 2);
    expect_place(&sets, 3, "hai", 1, 1);
    expect_place(&sets, 3, "ba", 2, 0);
    via_arena_free(arena);
}

/* Places are counted as far as they fit. */
static void test_places_far_away(void **state)
{
    via_arena *arena = via_arena_new();
    via_buffer text = VIA_BUFFER_INIT;
    via_token_sets sets;

    via_buffer_append_text(&text, "đầu");
    for (int n = 0; n < 70000; n++)
        via_buffer_append_text(&text, n == 34999 ? " giữa" : " và");
    via_buffer_append_text(&text, " cuối");
    make_sets(via_buffer_text(&text), arena, &sets);
    assert_int_equal(sets.n_tokens[0], 70002);
    assert_int_equal(sets.begin[1], 4);
    expect_place(&sets, 0, "đầu", 0, UINT16_MAX);
    expect_place(&sets, 0, "cuối", UINT16_MAX, 0);
    expect_place(&sets, 0, "giữa", 35000, 35001);
    expect_place(&sets, 0, "và", 1, 1);
    via_buffer_clear(&text);
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
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_places_far_away),
        cmocka_unit_test(test_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
