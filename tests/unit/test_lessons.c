/* Tests of lessons: sure partners teach words and sizes. */
#include "sketched.h"

#include "match/lessons.h"

/* Each document but one can be loaded. */
static via_status load(void *data, int side, size_t doc, size_t worker, via_doc **out,
                       via_error *err)
{
    (void)data;
    (void)worker;
    (void)err;
    *out = NULL;
    if (doc == 7)
        return VIA_E_IO;
    *out = line_doc(side ? "en" : "vi", side ? SKETCHED_EN[doc % N_SKETCHED]
                                             : SKETCHED_VI[doc % N_SKETCHED]);
    return VIA_OK;
}

static size_t fill(via_partners *partners, size_t n, double confidence)
{
    for (uint32_t p = 0; p < n; p++)
        partners[p] = (via_partners){p, p, confidence};
    return n;
}

static void test_too_few_teach_nothing(void **state)
{
    via_lessons lessons = {"vi", "en", load, NULL, 1};
    via_partners partners[8];
    via_glosses *glosses = NULL;
    (void)state;

    assert_int_equal(
        via_lessons_learn(&lessons, partners, fill(partners, 4, 0.99), &glosses, NULL),
        VIA_OK);
    assert_null(glosses);
    assert_int_equal(
        via_lessons_learn(&lessons, partners, fill(partners, 8, 0.6), &glosses, NULL),
        VIA_OK);
    assert_null(glosses);
}

static void test_many_teach_words(void **state)
{
    via_lessons lessons = {"vi", "en", load, NULL, 2};
    via_partners partners[48];
    via_glosses *glosses = NULL;
    const char *word = "tea";
    (void)state;

    assert_int_equal(
        via_lessons_learn(&lessons, partners, fill(partners, 48, 0.99), &glosses, NULL),
        VIA_OK);
    assert_non_null(glosses);
    assert_true(via_gloss_find(&glosses->tgt,
                               via_sketch_token(via_hash_bytes(word, strlen(word)))) !=
                VIA_GLOSS_NONE);
    via_glosses_free(glosses);
}

static void test_copies_teach_nothing(void **state)
{
    struct sketched all;
    via_sketch copies[8];
    via_partners partners[8];
    via_glosses *glosses = NULL;
    (void)state;

    sketch_all(&all);
    for (size_t d = 0; d < 8; d++)
        copies[d] = all.sketches[0][d % N_SKETCHED];
    via_lessons lessons = {"vi", "en", load, NULL, 1, {copies, copies}};
    assert_int_equal(
        via_lessons_learn(&lessons, partners, fill(partners, 8, 0.99), &glosses, NULL),
        VIA_OK);
    assert_null(glosses);
    sketched_clear(&all);
}

static void test_ratio_of_sizes(void **state)
{
    struct sketched all;
    via_partners partners[N_SKETCHED];
    double log_ratio = 9.0;
    (void)state;

    sketch_all(&all);
    for (size_t d = 0; d < N_SKETCHED; d++)
        all.sketches[1][d].size = 2.0F * all.sketches[0][d].size + 1.0F;
    via_index *index = sketched_index(&all, NULL);
    size_t n = fill(partners, N_SKETCHED, 0.9);
    assert_int_equal(via_lessons_ratio(index, partners, n, &log_ratio, NULL), VIA_OK);
    /* ln 2, of which four ninths are believed. */
    assert_float_equal(log_ratio, 0.6931 * 4.0 / 9.0, 1e-3);
    assert_int_equal(via_lessons_ratio(index, partners, 0, &log_ratio, NULL), VIA_OK);
    assert_float_equal(log_ratio, 0.0, 1e-9);
    via_index_free(index);
    sketched_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_too_few_teach_nothing),
                                       cmocka_unit_test(test_many_teach_words),
                                       cmocka_unit_test(test_copies_teach_nothing),
                                       cmocka_unit_test(test_ratio_of_sizes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
