/* Tests of Japanese runs: single kanji and pairs, katakana whole. */
#include "token_list.h"

static void test_kanji(void **state)
{
    assert_run(via_kanji_tokens, "港", "港");
    assert_run(via_kanji_tokens, "港町", "港|港町|町");
    assert_run(via_kanji_tokens, "港町祭", "港|港町|町|町祭|祭");
}

static void test_katakana(void **state)
{
    assert_run(via_katakana_tokens, "フェリー", "フェリー");
}

static void test_refusal(void **state)
{
    const char *text = "港町";
    via_run run = {text, 0, strlen(text), token_list_refuse, NULL};

    assert_false(via_kanji_tokens(&run));
    assert_false(via_katakana_tokens(&run));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kanji),
        cmocka_unit_test(test_katakana),
        cmocka_unit_test(test_refusal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
