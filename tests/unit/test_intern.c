/* Tests of the intern table: equal strings, equal numbers. */
#include "scratch.h"

#include "base/intern.h"

static void test_numbers_in_order_of_first_sight(void **state)
{
    via_intern *table = via_intern_new();
    size_t n_bytes;

    assert_int_equal(via_intern_find(table, "a", 1), VIA_INTERN_NONE);
    assert_int_equal(via_intern_add(table, "phở", 5), 0);
    assert_int_equal(via_intern_add(table, "", 0), 1);
    assert_int_equal(via_intern_add(table, "a\0b", 3), 2);
    assert_int_equal(via_intern_add(table, "a\0c", 3), 3);
    assert_int_equal(via_intern_add(table, "phở", 5), 0);
    assert_int_equal(via_intern_find(table, "a\0c", 3), 3);
    assert_int_equal(via_intern_find(table, "a", 1), VIA_INTERN_NONE);
    assert_int_equal(via_intern_count(table), 4);
    assert_memory_equal(via_intern_text(table, 2, &n_bytes), "a\0b", 4);
    assert_int_equal(n_bytes, 3);
    assert_string_equal(via_intern_text(table, 0, NULL), "phở");
    via_intern_free(table);
    via_intern_free(NULL);
}

static void test_many_strings(void **state)
{
    via_intern *table = via_intern_new();
    char text[16];

    for (uint32_t round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < 20000; i++) {
            int n_bytes = snprintf(text, sizeof text, "%x", i * 2654435761u);

            assert_int_equal(via_intern_add(table, text, (size_t)n_bytes), i);
        }
    }
    assert_int_equal(via_intern_count(table), 20000);
    via_intern_free(table);
}

/* Output may depend on the hash: it must be the same on every machine. */
static void test_hash_is_xxh3(void **state)
{
    assert_true(via_hash_bytes("", 0) == 0x2d06800538d394c2u);
    assert_true(via_hash_bytes("ab", 2) != via_hash_bytes("ba", 2));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_in_order_of_first_sight),
        cmocka_unit_test(test_many_strings),
        cmocka_unit_test(test_hash_is_xxh3),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
