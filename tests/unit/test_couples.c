/* Tests of couples: the index finds what is worth comparing. */
#include "sketched.h"

#include "match/couples.h"

#include <stdlib.h>

static void test_translations_are_found(void **state)
{
    struct sketched all;
    via_couple *couples = NULL, *again = NULL;
    size_t n = 0, n_again = 0;
    bool found[N_SKETCHED] = {false};
    (void)state;

    sketch_all(&all);
    via_index *index = sketched_index(&all, NULL);
    assert_int_equal(via_couples_find(index, 1, &couples, &n, NULL), VIA_OK);
    for (size_t c = 0; c < n; c++) {
        if (couples[c].src == couples[c].tgt)
            found[couples[c].src] = true;
        assert_true(c == 0 || couples[c - 1].src < couples[c].src ||
                    (couples[c - 1].src == couples[c].src &&
                     couples[c - 1].tgt < couples[c].tgt));
    }
    for (size_t d = 0; d < N_SKETCHED; d++)
        assert_true(found[d]);
    assert_int_equal(via_couples_find(index, 3, &again, &n_again, NULL), VIA_OK);
    assert_int_equal(n, n_again);
    assert_memory_equal(couples, again, n * sizeof *couples);
    free(couples);
    free(again);
    via_index_free(index);
    sketched_clear(&all);
}

/* Only so many candidates are kept of documents that all say the same. */
static void test_no_more_than_asked_for(void **state)
{
    enum { N_PRINTS = 40 };
    struct sketched all;
    via_sketch prints[N_PRINTS];
    via_couple *couples = NULL;
    via_index *index = NULL;
    size_t n = 0;
    (void)state;

    sketch_all(&all);
    for (size_t i = 0; i < N_PRINTS; i++)
        prints[i] = all.sketches[1][0];
    assert_int_equal(
        via_index_new(all.sketches[0], 1, prints, N_PRINTS, NULL, &index, NULL),
        VIA_OK);
    assert_int_equal(via_couples_find(index, 2, &couples, &n, NULL), VIA_OK);
    /* Eight for the source, and the source for each of the prints. */
    assert_int_equal(n, N_PRINTS);
    free(couples);
    via_index_free(index);
    sketched_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_translations_are_found),
                                       cmocka_unit_test(test_no_more_than_asked_for)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
