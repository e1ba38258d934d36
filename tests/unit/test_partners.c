/* Tests of partners: who is chosen, and how surely. */
#include "sketched.h"

#include "match/partners.h"

#include <stdlib.h>

struct chosen {
    struct sketched all;
    via_index *index;
    via_partners *partners;
    size_t n_partners;
};

static void choose(struct chosen *out, const via_couple *couples, size_t n_couples,
                   double min_confidence, bool are_many)
{
    sketch_all(&out->all);
    out->index = sketched_index(&out->all, NULL);
    assert_int_equal(via_partners_choose(out->index, couples, n_couples, min_confidence,
                                         are_many, &out->partners, &out->n_partners,
                                         NULL),
                     VIA_OK);
}

static void forget(struct chosen *chosen)
{
    free(chosen->partners);
    via_index_free(chosen->index);
    sketched_clear(&chosen->all);
}

static void test_one_partner_each(void **state)
{
    const via_couple couples[] = {{0, 0, 6.0}, {0, 1, 1.0}, {1, 0, 2.0}, {1, 1, 4.0}};
    struct chosen chosen;
    (void)state;

    choose(&chosen, couples, 4, 0.5, false);
    assert_int_equal(chosen.n_partners, 2);
    assert_int_equal(chosen.partners[0].tgt, 0);
    assert_int_equal(chosen.partners[1].tgt, 1);
    assert_true(chosen.partners[0].confidence > chosen.partners[1].confidence);
    forget(&chosen);
}

static void test_a_rival_makes_unsure(void **state)
{
    const via_couple alone[] = {{2, 2, 3.0}};
    const via_couple rivals[] = {{2, 2, 3.0}, {2, 3, 2.9}};
    struct chosen chosen;
    (void)state;

    choose(&chosen, alone, 1, 0.0, false);
    assert_true(chosen.partners[0].confidence > 0.95);
    forget(&chosen);
    choose(&chosen, rivals, 2, 0.0, false);
    assert_int_equal(chosen.n_partners, 1);
    assert_true(chosen.partners[0].confidence > 0.4);
    assert_true(chosen.partners[0].confidence < 0.6);
    forget(&chosen);
}

static void test_a_second_print_is_no_rival(void **state)
{
    const via_couple couples[] = {{2, 2, 3.0}, {2, 3, 3.0}};
    struct sketched all;
    via_index *index = NULL;
    via_partners *partners = NULL;
    size_t n = 0;
    (void)state;

    sketch_all(&all);
    via_sketch prints[] = {all.sketches[1][0], all.sketches[1][1], all.sketches[1][2],
                           all.sketches[1][2]};
    assert_int_equal(via_index_new(all.sketches[0], N_SKETCHED, prints, N_SKETCHED,
                                   NULL, &index, NULL),
                     VIA_OK);
    assert_int_equal(
        via_partners_choose(index, couples, 2, 0.5, false, &partners, &n, NULL),
        VIA_OK);
    assert_int_equal(n, 1);
    assert_int_equal(partners[0].tgt, 2);
    assert_true(partners[0].confidence > 0.9);
    free(partners);
    assert_int_equal(
        via_partners_choose(index, couples, 2, 0.5, true, &partners, &n, NULL), VIA_OK);
    assert_int_equal(n, 2);
    free(partners);
    via_index_free(index);
    sketched_clear(&all);
}

static void test_nobody(void **state)
{
    const via_couple couples[] = {{0, 1, -4.0}};
    struct chosen chosen;
    (void)state;

    choose(&chosen, couples, 1, 0.5, false);
    assert_int_equal(chosen.n_partners, 0);
    forget(&chosen);
    choose(&chosen, NULL, 0, 0.5, false);
    assert_int_equal(chosen.n_partners, 0);
    forget(&chosen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_partner_each),
        cmocka_unit_test(test_a_rival_makes_unsure),
        cmocka_unit_test(test_a_second_print_is_no_rival),
        cmocka_unit_test(test_nobody)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
