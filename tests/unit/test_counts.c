/* Tests of counts: sides, many ids, and how rare something is. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "evidence/counts.h"

#define NEAR 1e-9

static void add(via_counts *counts, uint64_t id, int side, int n_times)
{
    while (n_times-- > 0)
        assert_true(via_counts_add(counts, id, side));
}

static void test_sides(void **state)
{
    via_counts *counts = via_counts_new();
    (void)state;

    assert_non_null(counts);
    assert_int_equal(via_counts_of(counts, 7).n[0], 0);
    add(counts, 7, 0, 3);
    add(counts, 7, 1, 1);
    add(counts, 8, 1, 2);
    assert_int_equal(via_counts_of(counts, 7).n[0], 3);
    assert_int_equal(via_counts_of(counts, 7).n[1], 1);
    assert_int_equal(via_counts_of(counts, 8).n[0], 0);
    assert_int_equal(via_counts_of(counts, 8).n[1], 2);
    assert_int_equal(via_counts_of(counts, 9).n[1], 0);
    via_counts_free(counts);
    via_counts_free(NULL);
}

/* Ids that differ in high bits only, or are 0, are ids like any other. */
static void test_many_ids(void **state)
{
    via_counts *counts = via_counts_new();
    (void)state;

    for (uint64_t i = 0; i < 5000; i++) {
        add(counts, i, 0, (int)(i % 3) + 1);
        add(counts, i << 40, 1, 1);
    }
    for (uint64_t i = 0; i < 5000; i++) {
        assert_int_equal(via_counts_of(counts, i).n[0], i % 3 + 1);
        assert_int_equal(via_counts_of(counts, i << 40).n[1], 1);
        if (i)
            assert_int_equal(via_counts_of(counts, i).n[1], 0);
    }
    via_counts_free(counts);
}

static void test_rarity(void **state)
{
    via_counts *counts = via_counts_new();
    double last = VIA_RARITY_MAX_NATS;
    (void)state;

    via_counts_add_total(counts, 0, 40000);
    via_counts_add_total(counts, 0, 60000);
    via_counts_add_total(counts, 1, 10000);
    add(counts, 1, 0, 1000);
    assert_float_equal(via_counts_rarity(counts, via_counts_of(counts, 1)), log(100),
                       0.02);
    /* The side where it is more common tells, as a share and not as a count. */
    add(counts, 1, 1, 400);
    assert_float_equal(via_counts_rarity(counts, via_counts_of(counts, 1)), log(25),
                       0.02);
    for (int i = 0; i < 200; i++) {
        double rarity;

        add(counts, 2, 1, 100);
        rarity = via_counts_rarity(counts, via_counts_of(counts, 2));
        assert_true(rarity >= 0.0 && (rarity < last || rarity == 0.0));
        last = rarity;
    }
    assert_float_equal(last, 0.0, 0.0); /* twice in each segment */
    via_counts_free(counts);
}

static void test_rarity_is_bounded(void **state)
{
    via_counts *counts = via_counts_new();
    (void)state;

    via_counts_add_total(counts, 0, 1000000000);
    via_counts_add_total(counts, 1, 1000000000);
    assert_float_equal(via_counts_rarity(counts, via_counts_of(counts, 1)),
                       VIA_RARITY_MAX_NATS, 0.0);
    add(counts, 1, 0, 1);
    assert_float_equal(via_counts_rarity(counts, via_counts_of(counts, 1)),
                       VIA_RARITY_MAX_NATS, 0.0);
    via_counts_free(counts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_many_ids),
        cmocka_unit_test(test_rarity),
        cmocka_unit_test(test_rarity_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
