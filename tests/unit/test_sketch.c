/* Tests of sketches: what is kept of a document. */
#include "sketched.h"

static size_t n_shared(const via_sketch *a, const via_sketch *b, int kind)
{
    size_t n = 0;

    for (size_t i = 0; i < a->n_traces; i++) {
        for (size_t j = 0; j < b->n_traces; j++)
            n += a->traces[i].id == b->traces[j].id && a->traces[i].kind == kind;
    }
    return n;
}

static void test_keys_of_two_languages(void **state)
{
    struct sketched all;
    (void)state;

    sketch_all(&all);
    const via_sketch *vi = &all.sketches[0][0], *en = &all.sketches[1][0];
    assert_int_equal(n_shared(vi, en, VIA_KEY_NUMBER), 3);
    assert_int_equal(n_shared(vi, &all.sketches[1][1], VIA_KEY_NUMBER), 0);
    assert_true(en->size > 0.5F * vi->size && en->size < 2.0F * vi->size);
    for (size_t i = 1; i < vi->n_traces; i++)
        assert_true(vi->traces[i - 1].id < vi->traces[i].id);
    for (size_t i = 1; i < vi->n_tokens; i++)
        assert_true(vi->tokens[i - 1] < vi->tokens[i]);
    sketched_clear(&all);
}

static void test_overlap(void **state)
{
    struct sketched all;
    via_sketch again, half;
    (void)state;

    sketch_all(&all);
    sketch_text(all.sketchers[0], "vi", SKETCHED_VI[1], &again);
    sketch_text(all.sketchers[0], "vi", "Cầu Vân Đồn dài 540 m, tốn 380 tỷ đồng.\n",
                &half);
    assert_true(all.sketches[0][1].text_id == again.text_id);
    assert_float_equal(via_sketch_overlap(&all.sketches[0][1], &again), 1.0, 1e-9);
    double part = via_sketch_overlap(&all.sketches[0][1], &half);
    assert_true(part > 0.3 && part < 0.8);
    assert_true(half.text_id != again.text_id);
    via_sketch_clear(&again);
    via_sketch_clear(&half);
    sketched_clear(&all);
}

static void test_empty(void **state)
{
    struct sketched all;
    via_sketch empty;
    (void)state;

    sketch_all(&all);
    sketch_text(all.sketchers[0], "vi", "", &empty);
    assert_int_equal(empty.n_traces, 0);
    assert_int_equal(empty.n_tokens, 0);
    assert_float_equal(via_sketch_overlap(&empty, &all.sketches[0][0]), 0.0, 1e-9);
    via_sketch_clear(&empty);
    sketched_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_keys_of_two_languages),
                                       cmocka_unit_test(test_overlap),
                                       cmocka_unit_test(test_empty)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
