/* Tests of bead lines: numbers, sides, and what is none. */
#include "scratch.h"

#include "align/bead_line.h"

static void test_numbers(void **state)
{
    static const char *const wrong[] = {"", "x", "-1", " 1", "16777217", "99999999999"};
    const char *p = "16777216  :";
    uint32_t number;
    (void)state;

    assert_true(via_read_segment_number(&p, &number));
    assert_int_equal(number, VIA_SEGMENT_NUMBER_MAX);
    assert_string_equal(p, ":");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        p = wrong[i];
        assert_false(via_read_segment_number(&p, &number));
    }
}

static void check_side(const char *line, const uint32_t *numbers, size_t n_numbers,
                       const char *rest)
{
    via_buffer found = VIA_BUFFER_INIT;
    const char *p = line;

    assert_true(via_read_bead_side(&p, &found));
    assert_int_equal(found.n_bytes, n_numbers * sizeof *numbers);
    if (n_numbers)
        assert_memory_equal(found.bytes, numbers, found.n_bytes);
    assert_string_equal(p, rest);
    via_buffer_clear(&found);
}

static void test_sides(void **state)
{
    static const uint32_t numbers[] = {3, 14, 15};
    (void)state;

    check_side("[]:[1]", numbers, 0, ":[1]");
    check_side(" [ ] ", numbers, 0, "");
    check_side("[3]:[]", numbers, 1, ":[]");
    check_side("[3,14, 15] :0.5", numbers, 3, ":0.5");
}

static void test_no_sides(void **state)
{
    static const char *const wrong[] = {"", "3]", "[3", "[3,", "[x]", "[3, -1]", "(3)"};
    (void)state;

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        via_buffer found = VIA_BUFFER_INIT;
        const char *p = wrong[i];

        assert_false(via_read_bead_side(&p, &found));
        via_buffer_clear(&found);
    }
}

static void check_run(const uint32_t *segs, size_t n, size_t begin, size_t end,
                      size_t skip)
{
    size_t found[3];

    assert_true(via_find_run(segs, n, &found[0], &found[1], &found[2]));
    assert_int_equal(found[0], begin);
    assert_int_equal(found[1], end);
    assert_int_equal(found[2], skip);
}

/* Neighbours in order, of which one may be skipped. */
static void test_runs(void **state)
{
    static const uint32_t wrong[][4] = {{0, 3},    {1, 1},    {2, 1},
                                        {0, 2, 4}, {3, 5, 4}, {4294967295u, 0}};
    size_t found[3];
    (void)state;

    check_run(NULL, 0, 0, 0, 0);
    check_run((const uint32_t[]){7}, 1, 7, 8, 0);
    check_run((const uint32_t[]){7, 8, 9}, 3, 7, 10, 0);
    check_run((const uint32_t[]){0, 2}, 2, 0, 3, 1);
    check_run((const uint32_t[]){4, 5, 7, 8}, 4, 4, 9, 6);
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++)
        assert_false(via_find_run(wrong[k], wrong[k][2] ? 3 : 2, &found[0], &found[1],
                                  &found[2]));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_no_sides),
        cmocka_unit_test(test_runs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
