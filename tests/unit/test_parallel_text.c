/* Tests of parallel text: which beads are taken, and how tokens are numbered. */
#include "word_pair.h"

#include <stdlib.h>

#include "evidence/parallel_text.h"

static via_lexicon *empty_lexicon(void)
{
    via_lexicon *lexicon = calloc(1, sizeof *lexicon);

    assert_non_null(lexicon);
    lexicon->ids[0] = via_intern_new();
    lexicon->ids[1] = via_intern_new();
    return lexicon;
}

static void test_trusted_only(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pair = word_pair_new(6, 4, 9, 1, arena);
    via_lexicon *lexicon = empty_lexicon();
    via_parallel_text text;

    pair.beads[1].confidence = VIA_LEXICON_TRUST_MIN - 0.01;
    pair.beads[2].tgt_end = pair.beads[2].tgt_begin;
    pair.beads[3].confidence = VIA_LEXICON_TRUST_MIN;
    pair.beads[4].src_end = 6;
    pair.n_beads = 5;
    via_lexicon_text of = {&pair.src, &pair.tgt, pair.beads, pair.n_beads};
    assert_int_equal(via_parallel_text_init(&text, &of, 1, lexicon, NULL), VIA_OK);

    assert_int_equal(text.n_beads, 3);
    assert_int_equal(lexicon->n_lessons, 1);
    assert_int_equal(lexicon->lessons[0].bead_end, 3);
    assert_int_equal(lexicon->beads[1].src_begin, 3);
    assert_float_equal(text.weight[1], VIA_LEXICON_TRUST_MIN, 1e-6);
    /* lines 4 and 5 make one bead: a set of words, in order */
    for (size_t k = text.begin[0][2] + 1; k < text.begin[0][3]; k++)
        assert_true(text.tokens[0][k] > text.tokens[0][k - 1]);
    for (size_t t = 0; t < text.n_tokens[0]; t++)
        assert_in_range(text.n_beads_with[0][t], 1, 3);
    via_parallel_text_clear(&text);
    via_lexicon_free(lexicon);
    via_arena_free(arena);
}

static void test_pair_ids(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair one = word_pair_new(3, 2, 9, 1, arena);
    word_pair two = word_pair_new(3, 2, 9, 2, arena);
    uint64_t id = via_lexicon_pair_id(&one.src, &one.tgt);

    assert_true(id == via_lexicon_pair_id(&one.src, &one.tgt));
    assert_true(id != via_lexicon_pair_id(&one.src, &two.tgt));
    assert_true(id != via_lexicon_pair_id(&one.tgt, &one.src));
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trusted_only),
        cmocka_unit_test(test_pair_ids),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
