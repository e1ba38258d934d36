/* Token list: the tokens of a text in one string, for comparing. */
#ifndef VIA_TESTS_TOKEN_LIST_H
#define VIA_TESTS_TOKEN_LIST_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/buffer.h"
#include "token/run.h"

static inline bool token_list_add(void *data, const char *bytes, size_t n_bytes)
{
    via_buffer *list = data;

    if (list->n_bytes)
        via_buffer_append_char(list, '|');
    via_buffer_append(list, bytes, n_bytes);
    return !list->has_failed;
}

static inline bool token_list_refuse(void *data, const char *bytes, size_t n_bytes)
{
    return false;
}

/* Asserts that a cutter makes `expected` ("a|b|c") of a run. */
static inline void assert_run(bool (*cut)(const via_run *run), const char *text,
                              const char *expected)
{
    via_buffer list = VIA_BUFFER_INIT;
    via_run run = {text, 0, strlen(text), token_list_add, &list};

    assert_true(cut(&run));
    assert_string_equal(via_buffer_text(&list), expected);
    via_buffer_clear(&list);
}

/* The same for running text in a language. */
static inline void assert_tokens(const char *lang, const char *text,
                                 const char *expected)
{
    via_buffer list = VIA_BUFFER_INIT;
    via_tokenizer *tokenizer = via_tokenizer_new(lang);

    assert_non_null(tokenizer);
    assert_int_equal(
        via_tokens_find(tokenizer, text, 0, strlen(text), token_list_add, &list, NULL),
        VIA_OK);
    assert_string_equal(via_buffer_text(&list), expected);
    via_buffer_clear(&list);
    via_tokenizer_free(tokenizer);
}

#endif
