/* Tests of bead sets: both notations, equal beads, and files that are neither. */
#include "scratch.h"

#include "eval/beadset.h"

static via_bead_set *load(scratch *s, const char *text, bool is_rated)
{
    via_bead_set *set;
    via_error err;

    if (via_bead_set_load(scratch_file(s, "beads", text, strlen(text)), is_rated, &set,
                          &err) != VIA_OK)
        fail_msg("%s", err.message);
    return set;
}

static void test_beads(void **state)
{
    via_bead_set *set = load(
        *state, "[0]:[0, 1]:0.25\n\n [ 2,1 ] : []\r\n[]:[3]\n[]:[]\n[0]:[0,1]\n", true);
    via_set_bead bead = via_bead_set_get(set, 0);

    assert_int_equal(via_bead_set_count(set), 3);
    assert_int_equal(bead.n_src, 1);
    assert_int_equal(bead.n_tgt, 2);
    assert_int_equal(bead.src[0], 0);
    assert_int_equal(bead.tgt[1], 1);
    assert_true(bead.confidence == 0.25);
    assert_true(via_set_bead_is_full(&bead));
    bead = via_bead_set_get(set, 1);
    assert_int_equal(bead.n_src, 2);
    assert_int_equal(bead.src[0], 2);
    assert_int_equal(bead.n_tgt, 0);
    assert_true(bead.confidence < 0);
    assert_false(via_set_bead_is_full(&bead));
    assert_int_equal(via_bead_set_get(set, 2).tgt[0], 3);
    via_bead_set_free(set);
}

static void test_what_is_a_confidence(void **state)
{
    const char *text = "[0]:[0]:1\n[1]:[1]:1.5\n[2]:[2]:-0.1\n[3]:[3]:x\n[4]:[4]:0\n";
    via_bead_set *rated = load(*state, text, true);
    via_bead_set *costs = load(*state, text, false);

    assert_true(via_bead_set_get(rated, 0).confidence == 1);
    for (size_t i = 1; i <= 3; i++)
        assert_true(via_bead_set_get(rated, i).confidence < 0);
    assert_true(via_bead_set_get(rated, 4).confidence == 0);
    assert_true(via_bead_set_get(costs, 0).confidence < 0);
    via_bead_set_free(rated);
    via_bead_set_free(costs);
}

static void test_ladder(void **state)
{
    via_bead_set *set = load(*state, "0\t0\t0.3\n1\t2\t0.1\n1\t3\n3\t3\t-1\n", false);
    via_bead_set *same = load(*state, "[0]:[0,1]\n[]:[2]\n[1,2]:[]\n", false);

    assert_int_equal(via_bead_set_count(set), 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(via_bead_set_holds(same, set, i));
    via_bead_set_free(set);
    via_bead_set_free(same);
}

static void test_sides_are_not_mixed_up(void **state)
{
    via_bead_set *set = load(*state, "[0, 1]:[]\n", false);
    via_bead_set *other = load(*state, "[0]:[1]\n[]:[0, 1]\n[1, 0]:[]\n", false);

    for (size_t i = 0; i < 3; i++)
        assert_false(via_bead_set_holds(set, other, i));
    via_bead_set_free(set);
    via_bead_set_free(other);
}

static void test_neither_beads_nor_ladder(void **state)
{
    static const char *const wrong[] = {
        "[0]\n",           "[0]:\n",
        "[0:[1]\n",        "[0]:[1\n",
        "[a]:[1]\n",       "[0]:[-1]\n",
        "[0]:[1] x\n",     "[0]:[99999999999]\n",
        "0 1\n",           "0\n",
        "x\t1\n",          "0\t1\tq\n3\t0\n",
        "0\t99999999\n",   "[0]:[0]\n1\t1\n",
        "1\t1\n[0]:[0]\n",
    };
    scratch *s = *state;

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        via_bead_set *set;
        via_error err = {VIA_OK, ""};
        const char *path = scratch_file(s, "beads", wrong[i], strlen(wrong[i]));

        assert_int_equal(via_bead_set_load(path, true, &set, &err), VIA_E_FORMAT);
        assert_null(set);
        assert_non_null(strstr(err.message, "expected a"));
        assert_non_null(strstr(err.message, "/beads:"));
    }
}

static void test_no_beads(void **state)
{
    scratch *s = *state;
    via_bead_set *set = load(s, "\n \n", true);

    assert_int_equal(via_bead_set_count(set), 0);
    via_bead_set_free(set);
    assert_int_equal(via_bead_set_load(scratch_path(s, "none"), true, &set, NULL),
                     VIA_E_IO);
    assert_null(set);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_beads),
        TEST(test_what_is_a_confidence),
        TEST(test_ladder),
        TEST(test_sides_are_not_mixed_up),
        TEST(test_neither_beads_nor_ladder),
        TEST(test_no_beads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
