/* Tests of the lexicon: looking up tokens and lessons, and the ratios. */
#include "word_pair.h"

static void test_lessons(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pairs[9];

    for (unsigned p = 0; p < 9; p++)
        pairs[p] = word_pair_new(4 + p, 5, 12, p + 1, arena);
    via_lexicon *lexicon = word_lexicon(pairs, 8, 1);
    for (unsigned p = 0; p < 9; p++) {
        const via_lexicon_lesson *lesson = via_lexicon_lesson_of(
            lexicon, via_lexicon_pair_id(&pairs[p].src, &pairs[p].tgt));

        if (p == 8)
            assert_null(lesson);
        else
            assert_int_equal(lesson->bead_end - lesson->bead_begin, 4 + p);
    }
    via_lexicon_free(lexicon);
    via_lexicon_free(NULL);
    via_arena_free(arena);
}

static void test_ratios(void **state)
{
    /* what was never seen is neutral */
    assert_float_equal(via_lexicon_base(0.0, 0.0), 1.0, 1e-9);
    assert_float_equal(via_lexicon_base(100.0, 0.0), 1.0, 1e-9);
    assert_true(via_lexicon_base(100.0, 100.0) < 0.1);
    /* the more is known, the more a count is believed: t / p goes to 1 / p */
    assert_true(via_lexicon_ratio(2.0, 2.0, 0.01) < via_lexicon_ratio(9.0, 9.0, 0.01));
    assert_true(via_lexicon_ratio(1e6, 1e6, 0.01) < 100.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lessons),
        cmocka_unit_test(test_ratios),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
