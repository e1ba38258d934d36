/* Tests of syllables: lower case that keeps tones, and a bound. */
#include "token_list.h"

static void test_marks_stay(void **state)
{
    assert_run(via_syllable_tokens, "Ế", "ế");
    assert_run(via_syllable_tokens, "ĐƯỜNG", "đường");
    assert_run(via_syllable_tokens, "má", "má");
}

static void test_two_spellings_are_one(void **state)
{
    assert_run(via_syllable_tokens, "hòa", "hoà");
    assert_run(via_syllable_tokens, "Hoà", "hoà");
    assert_run(via_syllable_tokens, "KHỎE", "khoẻ");
    assert_run(via_syllable_tokens, "thủy", "thuỷ");
    assert_run(via_syllable_tokens, "mùa", "mùa");
    assert_run(via_syllable_tokens, "ＨÀ", "hà");
}

static void test_bound(void **state)
{
    char longest[400];
    via_buffer list = VIA_BUFFER_INIT;
    via_run run = {longest, 0, sizeof longest, token_list_add, &list};

    memset(longest, 'a', sizeof longest);
    assert_true(via_syllable_tokens(&run));
    assert_in_range(list.n_bytes, 1, VIA_TOKEN_BYTES_MAX);
    via_buffer_clear(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_stay),
        cmocka_unit_test(test_two_spellings_are_one),
        cmocka_unit_test(test_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
