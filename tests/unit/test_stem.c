/* Tests of stems: forms of one word that must meet, words that must stay apart. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "token/stem.h"

static void assert_stem(const char *word, const char *expected)
{
    char copy[64];
    size_t n = strlen(word);

    memcpy(copy, word, n + 1);
    n = via_stem_english(copy, n);
    copy[n] = '\0';
    assert_string_equal(copy, expected);
}

static void test_forms(void **state)
{
    assert_stem("boats", "boat");
    assert_stem("cities", "city");
    assert_stem("carried", "carry");
    assert_stem("stopped", "stop");
    assert_stem("stopping", "stop");
    assert_stem("calling", "call");
    assert_stem("passed", "pass");
    assert_stem("places", "plac");
    assert_stem("place", "plac");
    assert_stem("placing", "plac");
    assert_stem("quickly", "quick");
}

static void test_short_and_odd(void **state)
{
    assert_stem("as", "as");
    assert_stem("bus", "bus");
    assert_stem("glass", "glass");
    assert_stem("ring", "ring");
    assert_stem("red", "red");
    assert_stem("", "");
    assert_stem("the", "the");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_short_and_odd),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
