/* Tests of Thai words: the dictionary is asked, and nothing is lost. */
#include "token_list.h"

static void test_words(void **state)
{
    assert_tokens("th", "แมวกินปลา", "แมว|กิน|ปลา");
    assert_tokens("th", "แมว กิน", "แมว|กิน");
    assert_tokens("en", "cat แมว", "cat|แมว");
}

static void test_refusal(void **state)
{
    const char *text = "แมว";
    via_run run = {text, 0, strlen(text), token_list_refuse, NULL};
    via_breaker *words;

    assert_int_equal(via_breaker_new_words("th", &words, NULL), VIA_OK);
    assert_int_equal(via_thai_tokens(&run, words, NULL), VIA_E_MEMORY);
    via_breaker_free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_refusal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
