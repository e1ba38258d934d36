/* Tests of matching two languages, with lessons and without. */
#include "sketched.h"

#include "match/match.h"

#include <stdlib.h>

static via_status load(void *data, int side, size_t doc, size_t worker, via_doc **out,
                       via_error *err)
{
    const char *text =
        side ? SKETCHED_EN[doc % N_SKETCHED] : SKETCHED_VI[doc % N_SKETCHED];
    size_t *n_loaded = data;
    (void)worker;
    (void)err;

    if (n_loaded)
        *n_loaded += 1;
    *out = line_doc(side ? "en" : "vi", text);
    return VIA_OK;
}

/* Matches all sources with the first `n_tgt` targets. */
static via_partners *match_some(const struct sketched *all, size_t n_tgt,
                                const via_glosses *glosses, size_t *n)
{
    via_match_rules rules = {0.5, false};
    via_lessons lessons = {"vi", "en", load, NULL, 1};
    via_partners *partners = NULL;

    assert_int_equal(
        via_match_docs((via_sketch_set){all->sketches[0], N_SKETCHED},
                       (via_sketch_set){n_tgt ? all->sketches[1] : NULL, n_tgt}, &rules,
                       &lessons, glosses, &partners, n, NULL),
        VIA_OK);
    return partners;
}

static void test_four_articles(void **state)
{
    struct sketched all;
    size_t n = 0;
    (void)state;

    sketch_all(&all);
    via_partners *partners = match_some(&all, N_SKETCHED, NULL, &n);
    assert_int_equal(n, N_SKETCHED);
    for (uint32_t d = 0; d < N_SKETCHED; d++) {
        assert_int_equal(partners[d].src, d);
        assert_int_equal(partners[d].tgt, d);
    }
    free(partners);
    sketched_clear(&all);
}

static void test_known_glosses(void **state)
{
    struct sketched all;
    via_glosses *glosses = sketched_glosses();
    size_t n = 0;
    (void)state;

    sketch_all(&all);
    via_partners *partners = match_some(&all, N_SKETCHED, glosses, &n);
    assert_int_equal(n, N_SKETCHED);
    free(partners);
    via_glosses_free(glosses);
    sketched_clear(&all);
}

static void test_nothing_on_one_side(void **state)
{
    struct sketched all;
    size_t n = 1;
    (void)state;

    sketch_all(&all);
    via_partners *partners = match_some(&all, 0, NULL, &n);
    assert_int_equal(n, 0);
    free(partners);
    sketched_clear(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_four_articles),
                                       cmocka_unit_test(test_known_glosses),
                                       cmocka_unit_test(test_nothing_on_one_side)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
