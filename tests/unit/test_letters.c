/* Tests of letters: letters, marks and numbers count, nothing else. */
#include "scratch.h"

#include "text/letters.h"

static void test_what_counts(void **state)
{
    static const int32_t letters[] = {'a',    'Z',    '7',    0x1EC5, 0x0E01, 0x0E31,
                                      0x0E48, 0x0E46, 0x3042, 0x30FC, 0x6F22, 0x3007,
                                      0x0301, 0xB2,   0xBD,   0x2160, 0x0E53, 0xFF21};
    static const int32_t others[] = {' ',  '.',    '-',    '$',    0x3001, 0x3000,
                                     '\n', 0x0E3F, 0x201C, 0x00D7, 0x200B, 0x1F600};

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_true(via_char_is_letter(letters[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(via_char_is_letter(others[i]));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_counts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
