/* Tests of the breaker: offsets in bytes, and use again and again. */
#include "scratch.h"

#include "text/breaker.h"

static void assert_breaks(via_breaker *breaker, const char *text, const size_t *at)
{
    assert_int_equal(via_breaker_start(breaker, text, strlen(text), NULL), VIA_OK);
    for (;; at++) {
        assert_int_equal(via_breaker_next(breaker), *at);
        if (*at == VIA_BREAKER_END)
            return;
    }
}

static void test_breaks(void **state)
{
    via_breaker *breaker;

    assert_int_equal(via_breaker_new("vi", &breaker, NULL), VIA_OK);
    assert_breaks(breaker, "", (size_t[]){VIA_BREAKER_END});
    assert_breaks(breaker, "One.", (size_t[]){VIA_BREAKER_END});
    assert_breaks(breaker, "One. Two? Six", (size_t[]){5, 10, VIA_BREAKER_END});
    /* bytes, not code points or units: Đ takes two bytes, 😀 four and two units */
    assert_breaks(breaker, "Đó! 😀. Đi!", (size_t[]){6, 12, VIA_BREAKER_END});
    assert_breaks(breaker, "市場。雨。", (size_t[]){9, VIA_BREAKER_END});
    via_breaker_free(breaker);
    via_breaker_free(NULL);
}

static void test_any_language(void **state)
{
    const char *langs[] = {"en", "ja", "th", "zh-Hant", "sw", "xx"};

    for (size_t i = 0; i < sizeof langs / sizeof langs[0]; i++) {
        via_breaker *breaker;

        assert_int_equal(via_breaker_new(langs[i], &breaker, NULL), VIA_OK);
        assert_breaks(breaker, "Ab. Cd.", (size_t[]){4, VIA_BREAKER_END});
        via_breaker_free(breaker);
    }
}

static void test_words(void **state)
{
    via_breaker *breaker;

    assert_int_equal(via_breaker_new_words("th", &breaker, NULL), VIA_OK);
    assert_breaks(breaker, "แมวกินปลา", (size_t[]){9, 18, VIA_BREAKER_END});
    assert_breaks(breaker, "ab cd", (size_t[]){2, 3, VIA_BREAKER_END});
    via_breaker_free(breaker);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_any_language),
        cmocka_unit_test(test_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
