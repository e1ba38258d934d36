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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_no_sides),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
