/* Tests: Vietnamese words that are written in two ways. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "text/tones.h"

static void expect_move(int32_t first, int32_t second, int32_t to_first,
                        int32_t to_second)
{
    bool is_moved = first != to_first;

    assert_int_equal(via_tone_move(&first, &second), is_moved);
    assert_int_equal(first, to_first);
    assert_int_equal(second, to_second);
}

static void test_marks_move_to_the_second_vowel(void **state)
{
    expect_move(0xf2, 'a', 'o', 0xe0);     /* hòa, hoà */
    expect_move(0x1ecf, 'e', 'o', 0x1ebb); /* khỏe, khoẻ */
    expect_move(0x169, 'y', 'u', 0x1ef9);  /* lũy, luỹ */
    expect_move(0xf9, 'y', 'u', 0x1ef3);
}

static void test_others_stay(void **state)
{
    expect_move(0xf2, 'i', 0xf2, 'i'); /* ngòi */
    expect_move(0xf9, 'a', 0xf9, 'a'); /* mùa */
    expect_move('o', 'a', 'o', 'a');
    expect_move('o', 0xe0, 'o', 0xe0);
    expect_move(0xf2, 'y', 0xf2, 'y');
}

/* Returns the other spelling, or "no", until the next call. */
static const char *other(const char *text)
{
    static char said[64];
    via_buffer out = VIA_BUFFER_INIT;
    bool is_other = via_tone_other(text, &out);

    assert_true(out.n_bytes < sizeof said);
    memset(said, 0, sizeof said);
    memcpy(said, is_other ? out.bytes : "no", is_other ? out.n_bytes : 2);
    via_buffer_clear(&out);
    return said;
}

static void test_the_other_spelling(void **state)
{
    assert_string_equal(other("Khánh Hòa"), "Khánh Hoà");
    assert_string_equal(other("Thanh Hoá"), "Thanh Hóa");
    assert_string_equal(other("ủy ban, thoả thuận"), "uỷ ban, thỏa thuận");
    assert_string_equal(other("hòan"), "hoàn");
    assert_string_equal(other("ngoại giao, đoàn"), "no");
    assert_string_equal(other("quý"), "no");
    assert_string_equal(other("Huế"), "no");
    assert_string_equal(other(""), "no");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_move_to_the_second_vowel),
        cmocka_unit_test(test_others_stay),
        cmocka_unit_test(test_the_other_spelling),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
