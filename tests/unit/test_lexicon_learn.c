/* Tests of lexicon learning: translations are found, whatever the number of workers. */
#include "word_pair.h"

#define N_PAIRS 12

static void roll_pairs(word_pair *pairs, via_arena *arena)
{
    for (unsigned p = 0; p < N_PAIRS; p++)
        pairs[p] = word_pair_new(30, 6, 40, p + 1, arena);
}

static void test_finds_translations(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pairs[N_PAIRS];

    roll_pairs(pairs, arena);
    via_lexicon *lexicon = word_lexicon(pairs, N_PAIRS, 1);
    for (unsigned word = 0; word < 40; word++) {
        const via_lexicon_entry *right = word_entry(lexicon, word, word);
        const via_lexicon_entry *wrong = word_entry(lexicon, word, (word + 1) % 40);
        uint32_t tokens[2] = {via_lexicon_find(lexicon, 0, word_id('s', word)),
                              via_lexicon_find(lexicon, 1, word_id('t', word))};

        assert_non_null(right);
        for (int from = 0; from < 2; from++) {
            assert_true(right->counts[from] >
                        0.7f * lexicon->tokens[from][tokens[from]].known);
            assert_true(!wrong || wrong->counts[from] < 0.1f * right->counts[from]);
        }
    }
    assert_true(via_lexicon_find(lexicon, 0, word_id('s', 77)) == VIA_LEXICON_NONE);
    via_lexicon_free(lexicon);
    via_arena_free(arena);
}

static void test_workers(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pairs[N_PAIRS];

    roll_pairs(pairs, arena);
    via_lexicon *one = word_lexicon(pairs, N_PAIRS, 1);
    via_lexicon *many = word_lexicon(pairs, N_PAIRS, 5);
    size_t n_tokens = via_intern_count(one->ids[0]), n_rows = one->row_begin[n_tokens];

    assert_true(n_rows > 0);
    assert_memory_equal(one->row_begin, many->row_begin,
                        (n_tokens + 1) * sizeof *one->row_begin);
    assert_memory_equal(one->rows, many->rows, n_rows * sizeof *one->rows);
    for (int side = 0; side < 2; side++)
        assert_memory_equal(one->tokens[side], many->tokens[side],
                            via_intern_count(one->ids[side]) *
                                sizeof *one->tokens[side]);
    via_lexicon_free(one);
    via_lexicon_free(many);
    via_arena_free(arena);
}

static void test_nothing(void **state)
{
    via_lexicon *lexicon = word_lexicon(NULL, 0, 3);

    assert_true(via_lexicon_find(lexicon, 1, 1) == VIA_LEXICON_NONE);
    assert_null(via_lexicon_lesson_of(lexicon, 1));
    via_lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds_translations),
        cmocka_unit_test(test_workers),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
