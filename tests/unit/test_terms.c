/* Tests of terms: what is kept of features, and its sums. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "dice.h"

#include "train/terms.h"

#define N_ITEMS 40

/* Rolls features of which a good half is zero; some items have none at all. */
static void roll(dice *d, double *f)
{
    size_t one_in = dice_below(d, 4);

    for (int i = 0; i < VIA_N_FEATURES; i++)
        f[i] = one_in && dice_below(d, one_in + 1) == 0 ? dice_between(d, -9, 9) : 0.0;
}

static void test_scores_and_sums(void **state)
{
    double f[N_ITEMS][VIA_N_FEATURES], weights[VIA_N_FEATURES];
    via_arena *arena = via_arena_new();
    via_terms terms;
    size_t n_kept = 0;
    dice d = {5};
    (void)state;

    assert_true(via_terms_start(&terms, N_ITEMS, arena));
    for (int i = 0; i < VIA_N_FEATURES; i++)
        weights[i] = dice_between(&d, -3, 3);
    for (size_t item = 0; item < N_ITEMS; item++) {
        roll(&d, f[item]);
        via_terms_add(&terms, f[item]);
    }
    assert_true(via_terms_end(&terms, arena));
    assert_int_equal(terms.n_items, N_ITEMS);
    for (size_t item = 0; item < N_ITEMS; item++) {
        double score = 0.0, sums[VIA_N_FEATURES];

        for (int i = 0; i < VIA_N_FEATURES; i++) {
            score += weights[i] * f[item][i];
            sums[i] = i;
            n_kept += f[item][i] != 0.0;
        }
        assert_float_equal(via_terms_score(&terms, item, weights), score, 1e-4);
        via_terms_sum(&terms, item, -2.0, sums);
        for (int i = 0; i < VIA_N_FEATURES; i++)
            assert_float_equal(sums[i], i - 2.0 * f[item][i], 1e-5);
    }
    assert_int_equal(terms.begin[N_ITEMS], n_kept); /* zeros are not */
    via_arena_free(arena);
}

static void test_nothing(void **state)
{
    double zeros[VIA_N_FEATURES] = {0}, sums[VIA_N_FEATURES] = {0};
    via_arena *arena = via_arena_new();
    via_terms terms;
    (void)state;

    assert_true(via_terms_start(&terms, 0, arena));
    assert_true(via_terms_end(&terms, arena));
    assert_int_equal(terms.n_items, 0);
    assert_true(via_terms_start(&terms, 1, arena));
    via_terms_add(&terms, zeros);
    assert_true(via_terms_end(&terms, arena));
    assert_float_equal(via_terms_score(&terms, 0, zeros), 0.0, 0.0);
    via_terms_sum(&terms, 0, 1.0, sums);
    assert_memory_equal(sums, zeros, sizeof sums);
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scores_and_sums),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
