/* Tests of the resemblance: translations are told from other texts. */
#include "sketched.h"

#include "match/resemblance.h"

#include <stdlib.h>

static void test_traits(void **state)
{
    struct sketched all;
    double same[VIA_N_TRAITS], other[VIA_N_TRAITS];
    float scratch = 0.0F;
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    via_resemblance *resemblance = via_resemblance_new(index, 0.0);
    for (uint32_t d = 0; d < N_SKETCHED; d++) {
        via_traits_find(resemblance, d, d, &scratch, same);
        via_traits_find(resemblance, d, (d + 1) % N_SKETCHED, &scratch, other);
        assert_float_equal(same[VIA_TRAIT_ANY], 1.0, 1e-9);
        assert_true(same[VIA_TRAIT_KEYS] > other[VIA_TRAIT_KEYS] + 0.2);
        assert_true(same[VIA_TRAIT_RARE] > other[VIA_TRAIT_RARE] + 0.3);
        assert_true(same[VIA_TRAIT_NUMBERS] > other[VIA_TRAIT_NUMBERS] + 0.2);
        assert_true(same[VIA_TRAIT_ORDER] > 0.3);
        assert_true(same[VIA_TRAIT_LENGTH] < 0.3);
        assert_float_equal(same[VIA_TRAIT_LEXICON], 0.0, 1e-9);
    }
    via_resemblance_free(resemblance);
    via_index_free(index);
    sketched_clear(&all);
}

static void test_glosses_speak(void **state)
{
    struct sketched all;
    via_glosses *glosses = sketched_glosses();
    double same[VIA_N_TRAITS], other[VIA_N_TRAITS];
    float scratch[4] = {0};
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, glosses);
    via_resemblance *resemblance = via_resemblance_new(index, 0.0);
    via_traits_find(resemblance, 0, 0, scratch, same);
    via_traits_find(resemblance, 0, 2, scratch, other);
    assert_true(same[VIA_TRAIT_LEXICON] > other[VIA_TRAIT_LEXICON]);
    for (size_t i = 0; i < 4; i++)
        assert_float_equal(scratch[i], 0.0, 1e-9);
    via_resemblance_free(resemblance);
    via_index_free(index);
    via_glosses_free(glosses);
    sketched_clear(&all);
}

static void test_scores(void **state)
{
    struct sketched all;
    via_trait_weights weights;
    via_couple couples[] = {{0, 0, 0.0}, {0, 1, 0.0}, {1, 1, 0.0}};
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    assert_int_equal(via_trait_weights_load(&weights, NULL), VIA_OK);
    assert_true(weights.first[VIA_TRAIT_RARE] > 0.0);
    assert_true(weights.taught[VIA_TRAIT_LEXICON] > 0.0);
    assert_int_equal(via_couples_score(index, weights.first, 0.0, couples, 3, 2, NULL),
                     VIA_OK);
    assert_true(couples[0].score > 0.0);
    assert_true(couples[1].score < 0.0);
    assert_true(couples[2].score > 0.0);
    via_index_free(index);
    sketched_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_traits),
                                       cmocka_unit_test(test_glosses_speak),
                                       cmocka_unit_test(test_scores)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
