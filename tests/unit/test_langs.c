/* Tests: which languages of a batch are aligned with which. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "batch/langs.h"

static const char *const LANGS[] = {"de", "en", "ja", "th", "vi", "zh-Hant"};
static const via_corpus CORPUS = {.langs = LANGS, .n_langs = 6};

/* Returns "vi-en vi-de" for what was appended, until the next call; clears it. */
static const char *names_of(via_buffer *pairs)
{
    static char names[512];
    size_t n = 0;

    names[0] = '\0';
    for (size_t at = 0; at < pairs->n_bytes; at += sizeof(via_lang_pair)) {
        via_lang_pair pair;

        memcpy(&pair, pairs->bytes + at, sizeof pair);
        n += (size_t)snprintf(names + n, sizeof names - n, "%s%s-%s", at ? " " : "",
                              LANGS[pair.src], LANGS[pair.tgt]);
    }
    via_buffer_clear(pairs);
    return names;
}

static void test_order_of_languages(void **state)
{
    via_buffer pairs = VIA_BUFFER_INIT;

    via_lang_pairs_all(&CORPUS, &pairs);
    assert_string_equal(names_of(&pairs), "vi-en vi-de vi-ja vi-th vi-zh-Hant "
                                          "en-de en-ja en-th en-zh-Hant "
                                          "de-ja de-th de-zh-Hant "
                                          "ja-th ja-zh-Hant th-zh-Hant");
}

/* Returns the pairs in which an article with these languages is aligned. */
static const char *natural(const char *langs)
{
    static const via_source SOURCE = {.path = "path"};
    const via_source *sources[6] = {NULL};
    via_article article = {"tea", sources};
    via_buffer all = VIA_BUFFER_INIT, some = VIA_BUFFER_INIT;

    for (size_t i = 0; i < 6; i++)
        sources[i] = strstr(langs, LANGS[i]) ? &SOURCE : NULL;
    via_lang_pairs_all(&CORPUS, &all);
    for (size_t at = 0; at < all.n_bytes; at += sizeof(via_lang_pair)) {
        via_lang_pair pair;

        memcpy(&pair, all.bytes + at, sizeof pair);
        if (via_lang_pair_is_natural(&CORPUS, pair, &article))
            via_buffer_append(&some, all.bytes + at, sizeof pair);
    }
    via_buffer_clear(&all);
    return names_of(&some);
}

static void test_vietnamese_then_english_then_the_rest(void **state)
{
    assert_string_equal(natural("vi en ja th"), "vi-en vi-ja vi-th");
    assert_string_equal(natural("en ja th"), "en-ja en-th");
    assert_string_equal(natural("de ja th"), "de-ja de-th ja-th");
    assert_string_equal(natural("ja"), "");
    assert_string_equal(natural(""), "");
}

static void test_list_is_taken_as_it_is(void **state)
{
    via_buffer pairs = VIA_BUFFER_INIT;

    assert_int_equal(
        via_lang_pairs_parse("ja-vi,vi-zh-Hant,zh-Hant-en", &CORPUS, &pairs, NULL),
        VIA_OK);
    assert_string_equal(names_of(&pairs), "ja-vi vi-zh-Hant zh-Hant-en");
}

static void assert_refused(const char *list, via_status status, const char *message)
{
    via_buffer pairs = VIA_BUFFER_INIT;
    via_error err;

    assert_int_equal(via_lang_pairs_parse(list, &CORPUS, &pairs, &err), status);
    assert_string_equal(err.message, message);
    via_buffer_clear(&pairs);
}

static void test_what_is_no_list(void **state)
{
    assert_refused("", VIA_E_ARGUMENT,
                   "\"\": expected two language codes such as vi-ja");
    assert_refused("vi-ja,", VIA_E_ARGUMENT,
                   "\"\": expected two language codes such as vi-ja");
    assert_refused("vi", VIA_E_ARGUMENT,
                   "\"vi\": expected two language codes such as vi-ja");
    assert_refused("vi-JA", VIA_E_ARGUMENT,
                   "\"vi-JA\": expected two language codes such as vi-ja");
    assert_refused("vi-vi", VIA_E_ARGUMENT, "vi-vi: expected two languages");
    assert_refused("vi-ja,vi-ja", VIA_E_ARGUMENT, "vi-ja: expected only once");
    assert_refused("vi-ko", VIA_E_FORMAT,
                   "vi-ko: expected documents in both languages");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_of_languages),
        cmocka_unit_test(test_vietnamese_then_english_then_the_rest),
        cmocka_unit_test(test_list_is_taken_as_it_is),
        cmocka_unit_test(test_what_is_no_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
