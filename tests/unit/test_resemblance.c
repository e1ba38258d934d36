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

/* A text without numbers and names has little that could be found on the other side. */
static void test_what_is_not_there_does_not_miss(void **state)
{
    struct sketched all;
    double rich[VIA_N_TRAITS], poor[VIA_N_TRAITS];
    via_index *index = NULL;
    float scratch = 0.0F;
    (void)state;

    sketch_all(&all);
    via_sketch src[] = {all.sketches[0][0], all.sketches[0][1]};
    via_sketch tgt[] = {all.sketches[1][0], all.sketches[1][1]};
    src[1].n_traces = tgt[1].n_traces = 0;
    assert_int_equal(via_index_new(src, 2, tgt, 2, NULL, &index, NULL), VIA_OK);
    via_resemblance *resemblance = via_resemblance_new(index, 0.0);
    via_traits_find(resemblance, 0, 0, &scratch, rich);
    via_traits_find(resemblance, 1, 1, &scratch, poor);
    assert_true(rich[VIA_TRAIT_KEYED] > 0.3);
    assert_true(rich[VIA_TRAIT_NUMBERED] > 0.1);
    assert_float_equal(poor[VIA_TRAIT_KEYED], 0.0, 1e-9);
    assert_float_equal(poor[VIA_TRAIT_NUMBERED], 0.0, 1e-9);
    via_resemblance_free(resemblance);
    via_index_free(index);
    sketched_clear(&all);
}

/* Where one of two documents has hardly any keys, the many of the other say nothing. */
static void test_the_poorer_says_what_both_might_hold(void **state)
{
    struct sketched all;
    double rich[VIA_N_TRAITS], poor[VIA_N_TRAITS], none[VIA_N_TRAITS];
    via_index *index = NULL;
    float scratch = 0.0F;
    (void)state;

    sketch_all(&all);
    via_sketch src[] = {all.sketches[0][0], all.sketches[0][0], all.sketches[0][0]};
    src[1].n_traces = 2;
    src[2].n_traces = 0;
    assert_int_equal(
        via_index_new(src, 3, all.sketches[1], N_SKETCHED, NULL, &index, NULL), VIA_OK);
    via_resemblance *resemblance = via_resemblance_new(index, 0.0);
    via_traits_find(resemblance, 0, 0, &scratch, rich);
    via_traits_find(resemblance, 1, 0, &scratch, poor);
    via_traits_find(resemblance, 2, 0, &scratch, none);
    assert_true(rich[VIA_TRAIT_KEYED] > poor[VIA_TRAIT_KEYED] + 0.1);
    assert_true(poor[VIA_TRAIT_KEYED] > 0.0);
    assert_float_equal(none[VIA_TRAIT_KEYED], 0.0, 1e-9);
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
    assert_true(weights.first[VIA_TRAIT_KEYED] < 0.0);
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_traits),
        cmocka_unit_test(test_what_is_not_there_does_not_miss),
        cmocka_unit_test(test_the_poorer_says_what_both_might_hold),
        cmocka_unit_test(test_glosses_speak), cmocka_unit_test(test_scores)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
