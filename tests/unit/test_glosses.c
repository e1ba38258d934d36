/* Tests of glosses: what a lexicon says of tokens, by the numbers of sketches. */
#include "sketched.h"

static uint32_t token(const char *word)
{
    return via_sketch_token(via_hash_bytes(word, strlen(word)));
}

static void test_from_lexicon(void **state)
{
    via_glosses *glosses = sketched_glosses();
    (void)state;

    assert_int_equal(glosses->n_rows, 3);
    assert_int_equal(glosses->src.n_ids, 3);
    uint32_t src = via_gloss_find(&glosses->src, token("chè"));
    uint32_t tgt = via_gloss_find(&glosses->tgt, token("tea"));
    assert_true(src != VIA_GLOSS_NONE && tgt != VIA_GLOSS_NONE);
    const via_gloss *gloss = &glosses->rows[glosses->row_begin[src]];
    assert_int_equal(glosses->row_begin[src + 1] - glosses->row_begin[src], 1);
    assert_int_equal(gloss->src, src);
    assert_int_equal(gloss->tgt, tgt);
    /* Of 18 counts one is taken off; 20 tokens and the prior share them. */
    assert_float_equal(gloss->src_to_tgt, 17.0 / 24.0, 1e-6);
    assert_int_equal(via_gloss_find(&glosses->src, token("tea")), VIA_GLOSS_NONE);
    via_glosses_free(glosses);
}

static void test_once_is_nothing(void **state)
{
    via_lexicon lexicon = {.ids = {via_intern_new(), via_intern_new()}};
    via_lexicon_token token_of = {1, 1, 0.01F, 0};
    via_lexicon_entry row = {0, {1, 1}, {0, 0}};
    size_t row_begin[] = {0, 1};
    uint64_t id = 7;
    via_glosses *glosses = NULL;
    (void)state;

    via_intern_add(lexicon.ids[0], (const char *)&id, sizeof id);
    via_intern_add(lexicon.ids[1], (const char *)&id, sizeof id);
    lexicon.tokens[0] = lexicon.tokens[1] = &token_of;
    lexicon.row_begin = row_begin;
    lexicon.rows = &row;
    assert_int_equal(via_glosses_new(&lexicon, &glosses, NULL), VIA_OK);
    assert_int_equal(glosses->n_rows, 0);
    via_glosses_free(glosses);
    via_intern_free(lexicon.ids[0]);
    via_intern_free(lexicon.ids[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_from_lexicon),
                                       cmocka_unit_test(test_once_is_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
