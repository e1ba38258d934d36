/* Tests of words: folding, prefixes, and words that are too long or too short. */
#include "token_list.h"

static void test_prefixes(void **state)
{
    assert_run(via_word_tokens, "Brückenbau", "bruck");
    assert_run(via_word_tokens, "ÉTÉ", "ete");
    assert_run(via_word_tokens, "a", "");
    assert_run(via_word_tokens, "ab", "ab");
}

static void test_english(void **state)
{
    char longest[400], expected[VIA_TOKEN_BYTES_MAX];

    assert_run(via_english_tokens, "Harbours", "harbour");
    assert_run(via_english_tokens, "I", "");
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    memset(expected, 'x', VIA_TOKEN_BYTES_MAX / 4);
    expected[VIA_TOKEN_BYTES_MAX / 4] = '\0';
    assert_run(via_english_tokens, longest, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prefixes),
        cmocka_unit_test(test_english),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
