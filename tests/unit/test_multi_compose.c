/* Tests of multi composing: beads of pairs become units of all languages. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "batch/multi_compose.h"

/* Writes each unit as "lang:begin-end ..." and a semicolon, the number of a standing
 * one before it. */
static void write_down(void *data, size_t standing, const via_multi_bead *const *beads,
                       size_t n_beads)
{
    char *text = data;

    if (standing != VIA_MULTI_NEW)
        sprintf(text + strlen(text), "#%zu%s", standing, n_beads ? " " : "");
    for (size_t b = 0; b < n_beads; b++)
        sprintf(text + strlen(text), "%s%zu:%zu-%zu", b ? " " : "", beads[b]->lang,
                beads[b]->begin, beads[b]->end);
    strcat(text, ";");
}

static via_multi_bead bead(size_t lang, size_t begin, size_t end, double confidence)
{
    return (via_multi_bead){
        .lang = lang, .begin = begin, .end = end, .confidence = confidence};
}

static void check_standing(const via_multi_place *places, size_t n_places,
                           via_multi_bead *beads, size_t n_beads, const char *expected)
{
    via_multi_task task = {beads, n_beads, places, n_places};
    char text[512] = "";

    assert_int_equal(via_multi_compose(&task, write_down, text, NULL), VIA_OK);
    assert_string_equal(text, expected);
}

static void check(via_multi_bead *beads, size_t n_beads, const char *expected)
{
    check_standing(NULL, 0, beads, n_beads, expected);
}

static void test_equal_places(void **state)
{
    via_multi_bead beads[] = {bead(1, 0, 1, .9), bead(1, 1, 2, .9), bead(2, 0, 1, .9),
                              bead(3, 1, 2, .9)};
    (void)state;

    check(beads, 4, "1:0-1 2:0-1;1:1-2 3:1-2;");
    check(NULL, 0, "");
}

static void test_two_against_one(void **state)
{
    via_multi_bead beads[] = {bead(1, 0, 2, .9), bead(2, 0, 1, .95), bead(2, 1, 2, .8)};
    (void)state;

    check(beads, 3, "1:0-2 2:0-1 2:1-2;");
}

static void test_the_surer_stands(void **state)
{
    via_multi_bead beads[] = {bead(1, 0, 2, .6), bead(2, 1, 3, .9), bead(3, 1, 2, .7),
                              bead(3, 2, 3, .5)};
    (void)state;

    check(beads, 4, "2:1-3 3:1-2 3:2-3;");
}

static void test_what_is_left_stands_too(void **state)
{
    via_multi_bead beads[] = {bead(1, 0, 1, .6), bead(1, 1, 2, .6), bead(2, 1, 3, .9),
                              bead(2, 0, 1, .5), bead(1, 2, 3, .4), bead(3, 0, 2, .3)};
    (void)state;

    /* Of 3 the bead crosses one of 2 that is surer; the others agree. */
    check(beads, 6, "1:1-2 1:2-3 2:1-3;1:0-1 2:0-1;");
}

static void test_a_long_chain_is_not_joined(void **state)
{
    via_multi_bead beads[] = {bead(1, 0, 3, .9), bead(1, 3, 6, .8), bead(2, 0, 2, .7),
                              bead(2, 2, 4, .6), bead(2, 4, 6, .5)};
    (void)state;

    check(beads, 5, "1:0-3;1:3-6;");
}

static void test_what_stands_comes_first(void **state)
{
    static const via_multi_place PLACES[] = {{1, 2}, {4, 6}};
    /* The surest contradicts a standing unit; two beads of 3 cover the other. */
    via_multi_bead beads[] = {bead(2, 0, 2, .99), bead(3, 1, 2, .2), bead(3, 0, 1, .3),
                              bead(2, 2, 3, .9),  bead(3, 4, 5, .4), bead(3, 5, 6, .4),
                              bead(2, 4, 5, .9),  bead(2, 6, 7, .9)};
    (void)state;

    check_standing(PLACES, 2, beads, 8, "3:0-1;#0 3:1-2;2:2-3;#1 3:4-5 3:5-6;2:6-7;");
}

static void test_standing_units_keep_their_order(void **state)
{
    static const via_multi_place PLACES[] = {{3, 4}, {0, 0}, {1, 2}, {8, 9}};
    via_multi_bead beads[] = {bead(1, 2, 3, .9), bead(1, 5, 6, .9)};
    (void)state;

    /* The second is nowhere and follows the first. */
    check_standing(PLACES, 4, beads, 2, "1:2-3;#0;#1;#2;1:5-6;#3;");
    check_standing(PLACES, 4, NULL, 0, "#0;#1;#2;#3;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal_places),
        cmocka_unit_test(test_two_against_one),
        cmocka_unit_test(test_the_surer_stands),
        cmocka_unit_test(test_what_is_left_stands_too),
        cmocka_unit_test(test_a_long_chain_is_not_joined),
        cmocka_unit_test(test_what_stands_comes_first),
        cmocka_unit_test(test_standing_units_keep_their_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
