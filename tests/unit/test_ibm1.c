/* Tests of IBM model 1: counts add up, and two words that always meet are told apart.
 */
#include "word_pair.h"

#include <math.h>

/* Each token is explained once: by the tokens of the other side, or by none. */
static void test_mass(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pair = word_pair_new(300, 5, 60, 5, arena);
    via_lexicon *lexicon = word_lexicon(&pair, 1, 2);
    double n_tokens = (double)pair.tgt.tokens.begin[pair.tgt.n_segs], known = 0.0;

    for (size_t t = 0; t < via_intern_count(lexicon->ids[0]); t++) {
        const via_lexicon_token *token = &lexicon->tokens[0][t];
        double row = 0.0;

        for (size_t k = lexicon->row_begin[t]; k < lexicon->row_begin[t + 1]; k++)
            row += lexicon->rows[k].counts[0];
        assert_float_equal(row, token->kept, 1e-3 * (1.0 + row));
        assert_true(token->kept <= token->known * 1.0001f);
        known += token->known;
    }
    assert_true(known < n_tokens && known > 0.9 * n_tokens);
    via_lexicon_free(lexicon);
    via_arena_free(arena);
}

/* Words 0 and 1 meet in every third line; elsewhere each stands without the other. */
static void test_explains_away(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pair = word_pair_new(90, 3, 40, 6, arena);

    for (size_t p = 0; p < 2; p++) {
        via_side *side = p ? &pair.tgt : &pair.src;
        char letter = p ? 't' : 's';

        word_side_init(side, 90, 3, p, arena);
        for (size_t i = 0; i < 90; i++) {
            side->tokens.begin[i + 1] = side->tokens.begin[i];
            word_add(&side->tokens, i, word_id(letter, 2 + (unsigned)(i % 7)));
            if (i % 3 != 1)
                word_add(&side->tokens, i, word_id(letter, 0));
            if (i % 3 != 2)
                word_add(&side->tokens, i, word_id(letter, 1));
        }
    }
    via_lexicon *lexicon = word_lexicon(&pair, 1, 1);
    const via_lexicon_entry *right = word_entry(lexicon, 0, 0);
    const via_lexicon_entry *wrong = word_entry(lexicon, 0, 1);
    assert_non_null(right);
    assert_true(!wrong || wrong->counts[0] < 0.2f * right->counts[0]);
    via_lexicon_free(lexicon);
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mass),
        cmocka_unit_test(test_explains_away),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
