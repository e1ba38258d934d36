/* Tests of rivalry: candidates are weighed against what else their documents may be. */
#include "sketched.h"

#include "match/rivalry.h"

static via_rivalry *weigh(const via_index *index, const via_couple *couples,
                          size_t n_couples)
{
    via_rivalry *rivalry = NULL;

    assert_int_equal(via_rivalry_new(index, couples, n_couples, &rivalry, NULL),
                     VIA_OK);
    return rivalry;
}

static void test_a_rival_that_has_found_another_is_none(void **state)
{
    const via_couple couples[] = {{0, 0, 1.0}, {0, 1, 2.0}, {1, 1, 9.0}};
    struct sketched all;
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    via_rivalry *rivalry = weigh(index, couples, 3);
    assert_true(rivalry->confidences[0] > 0.6);
    assert_true(rivalry->confidences[1] < 0.02);
    assert_true(rivalry->confidences[2] > 0.99);
    via_rivalry_free(rivalry);
    via_index_free(index);
    sketched_clear(&all);
}

static void test_a_lead_speaks_for_a_candidate(void **state)
{
    const via_couple ahead[] = {{0, 0, -1.0}, {0, 1, -4.0}, {1, 1, -6.0}};
    const via_couple beside[] = {{0, 0, -1.0}, {0, 1, -1.1}, {1, 1, -6.0}};
    struct sketched all;
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    via_rivalry *rivalry = weigh(index, ahead, 3);
    assert_true(rivalry->confidences[0] > 0.6);
    assert_true(rivalry->confidences[2] < 0.1);
    via_rivalry_free(rivalry);
    rivalry = weigh(index, beside, 3);
    assert_true(rivalry->confidences[0] < 0.4);
    via_rivalry_free(rivalry);
    via_index_free(index);
    sketched_clear(&all);
}

/* Each document twice: with the same text or, unless `are_same`, with nearly the same.
 */
static void expect_twins(bool is_src_twice, bool are_same, double least, double most)
{
    const via_couple couples[] = {{0, 0, 5.0}, {0, 1, 5.0}, {1, 0, 5.0}, {1, 1, 5.0}};
    const via_couple of_one[] = {{0, 0, 5.0}, {0, 1, 5.0}};
    struct sketched all;
    via_index *index = NULL;

    sketch_all(&all);
    via_sketch src[] = {all.sketches[0][0], all.sketches[0][0]};
    via_sketch tgt[] = {all.sketches[1][0], all.sketches[1][0]};
    src[1].text_id += !are_same;
    tgt[1].text_id += !are_same;
    assert_int_equal(via_index_new(src, 2, tgt, 2, NULL, &index, NULL), VIA_OK);
    via_rivalry *rivalry =
        weigh(index, is_src_twice ? couples : of_one, is_src_twice ? 4 : 2);
    assert_true(rivalry->confidences[0] >= least);
    assert_true(rivalry->confidences[0] <= most);
    via_rivalry_free(rivalry);
    via_index_free(index);
    sketched_clear(&all);
}

static void test_prints_are_no_rivals(void **state)
{
    (void)state;
    expect_twins(false, true, 0.95, 1.0);
    expect_twins(false, false, 0.95, 1.0);
    expect_twins(true, true, 0.95, 1.0);
}

static void test_pages_of_one_mould_are_rivals(void **state)
{
    (void)state;
    expect_twins(true, false, 0.3, 0.6);
}

/* Four prints of one page, and eight pages of which nothing is known, in both
 * languages. All four are sure of all four, yet a third of the pages has a partner. */
static void test_a_document_of_many_prints_counts_once(void **state)
{
    enum { N_PRINTS = 4, N_DOCS = 12 };
    via_couple couples[N_PRINTS * N_PRINTS + 1];
    via_sketch src[N_DOCS], tgt[N_DOCS];
    struct sketched all;
    via_index *index = NULL;
    (void)state;

    sketch_all(&all);
    for (uint32_t d = 0; d < N_DOCS; d++) {
        src[d] = all.sketches[0][d >= N_PRINTS];
        tgt[d] = all.sketches[1][d >= N_PRINTS];
    }
    for (uint32_t c = 0; c < N_PRINTS * N_PRINTS; c++)
        couples[c] = (via_couple){c / N_PRINTS, c % N_PRINTS, 9.0};
    couples[N_PRINTS * N_PRINTS] = (via_couple){N_PRINTS, N_PRINTS, -3.0};
    assert_int_equal(via_index_new(src, N_DOCS, tgt, N_DOCS, NULL, &index, NULL),
                     VIA_OK);
    via_rivalry *rivalry = weigh(index, couples, N_PRINTS * N_PRINTS + 1);
    assert_true(rivalry->confidences[0] > 0.99);
    assert_true(rivalry->confidences[N_PRINTS * N_PRINTS] < 0.4);
    via_rivalry_free(rivalry);
    via_index_free(index);
    sketched_clear(&all);
}

static void test_nothing(void **state)
{
    struct sketched all;
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    via_rivalry *rivalry = weigh(index, NULL, 0);
    assert_int_equal(rivalry->n_candidates, 0);
    via_rivalry_free(rivalry);
    via_rivalry_free(NULL);
    via_index_free(index);
    sketched_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_rival_that_has_found_another_is_none),
        cmocka_unit_test(test_a_lead_speaks_for_a_candidate),
        cmocka_unit_test(test_prints_are_no_rivals),
        cmocka_unit_test(test_pages_of_one_mould_are_rivals),
        cmocka_unit_test(test_a_document_of_many_prints_counts_once),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
