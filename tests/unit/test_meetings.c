/* Tests of meetings: all of them in the band, none outside. */
#include "word_pair.h"

#include <stdlib.h>

#include "evidence/meetings.h"

#define N_SEGS 40

/* Counts by comparing every token with every other. */
static size_t count_slowly(const via_lexicon *lexicon, const word_pair *pair,
                           const uint32_t *lo, const uint32_t *hi)
{
    const via_token_sets *src = &pair->src.tokens, *tgt = &pair->tgt.tokens;
    size_t n = 0;

    for (size_t i = 0; i < N_SEGS; i++) {
        for (size_t a = src->begin[i]; a < src->begin[i + 1]; a++) {
            uint32_t s = via_lexicon_find(lexicon, 0, src->ids[a]);

            for (size_t b = tgt->begin[lo[i]]; b < tgt->begin[hi[i]]; b++) {
                uint32_t t = via_lexicon_find(lexicon, 1, tgt->ids[b]);

                for (size_t k = lexicon->row_begin[s]; k < lexicon->row_begin[s + 1];
                     k++)
                    n += lexicon->rows[k].tgt == t;
            }
        }
    }
    return n;
}

static void test_band(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pair = word_pair_new(N_SEGS, 6, 30, 7, arena);
    via_lexicon *lexicon = word_lexicon(&pair, 1, 1);
    uint32_t lo[N_SEGS], hi[N_SEGS];
    via_meetings meetings;

    for (uint32_t i = 0; i < N_SEGS; i++) {
        lo[i] = i > 3 ? i - 3 : 0;
        hi[i] = i + 4 < N_SEGS ? i + 4 : N_SEGS;
    }
    assert_int_equal(
        via_meetings_new(lexicon, &pair.src, &pair.tgt, arena, &meetings, NULL),
        VIA_OK);
    assert_int_equal(via_meetings_list(&meetings, lo, hi, arena, NULL), VIA_OK);
    assert_true(meetings.n_meetings > 100);
    assert_int_equal(meetings.n_meetings, count_slowly(lexicon, &pair, lo, hi));
    for (size_t m = 0; m < meetings.n_meetings; m++) {
        uint32_t i = meetings.slots[0].segs[meetings.list[m].slots[0]];
        uint32_t j = meetings.slots[1].segs[meetings.list[m].slots[1]];

        const via_bond *bond = &meetings.bonds[meetings.list[m].bond];

        assert_true(j >= lo[i] && j < hi[i]);
        assert_int_equal(lexicon->rows[bond->entry].tgt,
                         meetings.slots[1].tokens[meetings.list[m].slots[1]]);
        if (m == 0)
            continue;
        uint32_t before = meetings.slots[0].segs[meetings.list[m - 1].slots[0]];
        assert_true(before <= i);
    }
    via_lexicon_free(lexicon);
    via_arena_free(arena);
}

static void test_unknown_words(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair taught = word_pair_new(N_SEGS, 6, 30, 7, arena);
    word_pair other = word_pair_new(2, 3, 30, 8, arena);
    via_lexicon *lexicon = word_lexicon(&taught, 1, 1);
    via_meetings meetings;

    other.src.tokens.ids[0] = word_id('s', 999);
    assert_int_equal(
        via_meetings_new(lexicon, &other.src, &other.tgt, arena, &meetings, NULL),
        VIA_OK);
    assert_true(meetings.slots[0].tokens[0] == VIA_LEXICON_NONE);
    assert_true(meetings.slots[0].known[0] == 0.0);
    via_lexicon_free(lexicon);
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_band),
        cmocka_unit_test(test_unknown_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
