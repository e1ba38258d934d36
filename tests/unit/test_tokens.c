/* Tests of tokens: scripts in one line, languages, and places. */
#include "token_list.h"

static void test_languages(void **state)
{
    assert_tokens("vi", "Đại hội, và mùa Xuân 2024!", "đại|hội|và|mùa|xuân");
    assert_tokens("en", "Three boats crossed.", "thre|boat|cross");
    assert_tokens("en-GB", "boats", "boat");
    assert_tokens("eng", "boats", "boats");
    assert_tokens("de", "Über die Brücken", "uber|die|bruck");
    assert_tokens("ru", "Большие мосты", "больш|мосты");
    assert_tokens("xx", "", "");
    assert_tokens("xx", " 12, 34 … ", "");
}

static void test_scripts(void **state)
{
    assert_tokens("ja", "海のホテルでABC社", "海|ホテル|abc|社");
    assert_tokens("vi", "Phở カフェ", "phở|カフェ");
    assert_tokens("ja", "ひらがな", "");
}

static void test_place(void **state)
{
    via_buffer list = VIA_BUFFER_INIT;
    via_tokenizer *tokenizer = via_tokenizer_new("en");

    assert_int_equal(
        via_tokens_find(tokenizer, "red green blue", 4, 9, token_list_add, &list, NULL),
        VIA_OK);
    assert_string_equal(via_buffer_text(&list), "green");
    assert_int_not_equal(
        via_tokens_find(tokenizer, "red", 0, 3, token_list_refuse, NULL, NULL), VIA_OK);
    via_buffer_clear(&list);
    via_tokenizer_free(tokenizer);
    via_tokenizer_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_scripts),
        cmocka_unit_test(test_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
