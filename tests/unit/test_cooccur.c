/* Tests of co-occurrence: what meets often passes, what meets by chance does not. */
#include "word_pair.h"

#include <stdlib.h>

#include "evidence/cooccur.h"

static via_lexicon *find_rows(const word_pair *pair, size_t n_workers)
{
    via_lexicon *lexicon = calloc(1, sizeof *lexicon);
    via_lexicon_text of = {&pair->src, &pair->tgt, pair->beads, pair->n_beads};
    via_parallel_text text;

    assert_non_null(lexicon);
    lexicon->ids[0] = via_intern_new();
    lexicon->ids[1] = via_intern_new();
    assert_int_equal(via_parallel_text_init(&text, &of, 1, lexicon, NULL), VIA_OK);
    assert_int_equal(via_cooccur_find(&text, n_workers, lexicon, NULL), VIA_OK);
    via_parallel_text_clear(&text);
    return lexicon;
}

static void test_rows(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pair = word_pair_new(200, 4, 150, 3, arena);
    via_lexicon *lexicon = find_rows(&pair, 1), *same = find_rows(&pair, 4);
    size_t n_tokens = via_intern_count(lexicon->ids[0]), n_right = 0;
    size_t n_rows = lexicon->row_begin[n_tokens];

    for (unsigned word = 0; word < 150; word++) {
        const via_lexicon_entry *entry = word_entry(lexicon, word, word);

        n_right += entry != NULL;
        if (entry)
            assert_true(entry->ratios[0] > 2.0f);
    }
    assert_true(n_right > 100);
    assert_true(n_rows < 3 * n_right);
    assert_int_equal(same->row_begin[n_tokens], n_rows);
    assert_memory_equal(same->rows, lexicon->rows, n_rows * sizeof *lexicon->rows);
    via_lexicon_free(lexicon);
    via_lexicon_free(same);
    via_arena_free(arena);
}

static void test_once_is_nothing(void **state)
{
    via_arena *arena = via_arena_new();
    word_pair pair = word_pair_new(1, 8, 1000, 4, arena);
    via_lexicon *lexicon = find_rows(&pair, 1);

    assert_int_equal(lexicon->row_begin[via_intern_count(lexicon->ids[0])], 0);
    via_lexicon_free(lexicon);
    via_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_once_is_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
