/* Tests of the arena: zeroed, aligned, apart from one another. */
#include "scratch.h"

#include "base/arena.h"

static void test_many_sizes_stay_apart(void **state)
{
    via_arena *arena = via_arena_new();
    unsigned char *pieces[400];

    for (size_t i = 0; i < 400; i++) {
        size_t n_bytes = i * 37 % 5000;

        pieces[i] = via_arena_alloc(arena, n_bytes);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % 16, 0);
        for (size_t k = 0; k < n_bytes; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], (int)(i % 255) + 1, n_bytes);
    }
    for (size_t i = 0; i < 400; i++) {
        for (size_t k = 0; k < i * 37 % 5000; k++)
            assert_int_equal(pieces[i][k], i % 255 + 1);
    }
    via_arena_free(arena);
}

static void test_larger_than_any_block(void **state)
{
    via_arena *arena = via_arena_new();
    char *large = via_arena_alloc(arena, (size_t)9 << 20);
    char *small = via_arena_alloc(arena, 1);

    assert_non_null(large);
    large[((size_t)9 << 20) - 1] = 1;
    assert_non_null(small);
    assert_true(small < large || small >= large + ((size_t)9 << 20));
    via_arena_free(arena);
}

static void test_sizes_that_cannot_be(void **state)
{
    via_arena *arena = via_arena_new();

    assert_null(via_arena_alloc(arena, SIZE_MAX));
    assert_null(via_arena_array(arena, SIZE_MAX / 4, 8));
    assert_null(via_arena_array(arena, 3, SIZE_MAX / 2));
    assert_null(via_arena_copy(arena, "", SIZE_MAX));
    assert_non_null(via_arena_array(arena, 0, 8));
    assert_non_null(via_arena_array(arena, 8, 0));
    via_arena_free(arena);
}

static void test_copies_end_with_nul(void **state)
{
    via_arena *arena = via_arena_new();
    const char *copy = via_arena_copy(arena, "thành phố", 5);

    assert_string_equal(copy, "thàn");
    assert_string_equal(via_arena_copy(arena, NULL, 0), "");
    via_arena_free(arena);
    via_arena_free(NULL);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many_sizes_stay_apart),
        cmocka_unit_test(test_larger_than_any_block),
        cmocka_unit_test(test_sizes_that_cannot_be),
        cmocka_unit_test(test_copies_end_with_nul),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
