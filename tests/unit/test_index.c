/* Tests of the index: who holds what, and what that tells. */
#include "sketched.h"

/* Finds a group that both documents hold; the weightiest. */
static const via_key_group *common(const via_index *index, size_t src, size_t tgt)
{
    const via_index_side *a = &index->sides[0], *b = &index->sides[1];
    const via_key_group *best = NULL;

    for (size_t i = a->slot_begin[src]; i < a->slot_begin[src + 1]; i++) {
        for (size_t j = b->slot_begin[tgt]; j < b->slot_begin[tgt + 1]; j++) {
            const via_key_group *group = &index->groups[a->slots[i].group];

            if (a->slots[i].group == b->slots[j].group &&
                (!best || group->weight > best->weight))
                best = group;
        }
    }
    return best;
}

static void test_groups(void **state)
{
    struct sketched all;
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    for (size_t d = 0; d < N_SKETCHED; d++) {
        const via_key_group *group = common(index, d, d);

        assert_non_null(group);
        assert_int_equal(group->end[0] - group->begin[0], 1);
        assert_int_equal(group->end[1] - group->begin[1], 1);
        assert_int_equal(index->holders[group->begin[0]], d);
        assert_int_equal(index->holders[group->begin[1]], d);
        assert_true(group->weight > 1.0F);
    }
    via_index_free(index);
    sketched_clear(&all);
}

static void test_slots_are_those_of_the_sketches(void **state)
{
    struct sketched all;
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    for (int side = 0; side < 2; side++) {
        const via_index_side *at = &index->sides[side];

        for (size_t d = 0; d < N_SKETCHED; d++) {
            assert_int_equal(at->slot_begin[d + 1] - at->slot_begin[d],
                             all.sketches[side][d].n_traces);
            for (size_t i = at->slot_begin[d] + 1; i < at->slot_begin[d + 1]; i++)
                assert_true(at->slots[i - 1].group < at->slots[i].group);
        }
    }
    via_index_free(index);
    sketched_clear(&all);
}

static void test_glosses_are_keys(void **state)
{
    struct sketched all;
    via_glosses *glosses = sketched_glosses();
    size_t n_keys = 0;
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, glosses);
    const via_index_side *src = &index->sides[0];
    assert_int_equal(src->token_begin[1] - src->token_begin[0], 1);
    assert_int_equal(src->token_begin[2] - src->token_begin[1], 0);
    for (size_t i = src->slot_begin[0]; i < src->slot_begin[1]; i++) {
        const via_key_group *group = &index->groups[src->slots[i].group];

        if (src->slots[i].kind == VIA_KEY_GLOSS) {
            n_keys++;
            assert_int_equal(index->holders[group->begin[1]], 0);
        }
    }
    assert_int_equal(n_keys, 1);
    via_index_free(index);
    via_glosses_free(glosses);
    sketched_clear(&all);
}

static void test_no_documents(void **state)
{
    struct sketched all;
    via_index *index = NULL;
    (void)state;

    sketch_all(&all);
    assert_int_equal(
        via_index_new(all.sketches[0], N_SKETCHED, NULL, 0, NULL, &index, NULL),
        VIA_OK);
    assert_int_equal(index->sides[1].n_docs, 0);
    via_index_free(index);
    sketched_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_slots_are_those_of_the_sketches),
        cmocka_unit_test(test_glosses_are_keys), cmocka_unit_test(test_no_documents)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
