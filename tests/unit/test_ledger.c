/* Tests: what became of each document. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/status.h"
#include "batch/ledger.h"

static const char *const LANGS[] = {"ja", "vi"};
static const via_article ARTICLES[] = {{"a", NULL}, {"b", NULL}};
static const via_corpus CORPUS = {
    .langs = LANGS, .n_langs = 2, .articles = ARTICLES, .n_articles = 2};

static void listen(void *data, const via_error *err)
{
    strcat(data, err->message);
    strcat(data, ";");
}

static void test_a_document_fails_once(void **state)
{
    char heard[128] = "";
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_buffer bytes = VIA_BUFFER_INIT;
    via_json *json = via_json_new();
    via_ledger ledger;
    via_error err;

    opt.on_failure = listen;
    opt.data = heard;
    assert_int_equal(via_ledger_init(&ledger, &CORPUS, &opt, NULL), VIA_OK);
    via_fail(&err, VIA_E_IO, "b.vi: gone");
    via_ledger_set_failed(&ledger, &ARTICLES[1], 1, &err);
    via_ledger_set_failed(&ledger, &ARTICLES[1], 1, &err);
    via_fail(&err, VIA_E_IO, "b (vi-ja): odd");
    via_ledger_fail(&ledger, &err);

    assert_string_equal(heard, "b.vi: gone;b (vi-ja): odd;");
    assert_int_equal(ledger.n_failed, 1);
    assert_int_equal(ledger.n_failures, 2);
    assert_int_equal(via_ledger_fate(&ledger, &ARTICLES[1], 1), VIA_FATE_FAILED);
    assert_int_equal(via_ledger_fate(&ledger, &ARTICLES[1], 0), VIA_FATE_OPEN);
    via_ledger_failures(&ledger, json);
    assert_int_equal(via_json_append(json, VIA_JSON_LINE, &bytes, NULL), VIA_OK);
    assert_string_equal(
        via_buffer_text(&bytes),
        "{\"reasons\":{\"unreadable\":2,\"malformed\":0,\"encoding\":0,\"language\":0,"
        "\"memory\":0},\"failures\":[\"b.vi: gone\",\"b (vi-ja): odd\"]}\n");
    via_json_free(json);
    via_buffer_clear(&bytes);
    via_ledger_clear(&ledger);
}

static void test_a_document_is_read_once(void **state)
{
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_error err = {VIA_E_MEMORY, "no memory left"};
    via_ledger ledger;

    assert_int_equal(via_ledger_init(&ledger, &CORPUS, &opt, NULL), VIA_OK);
    static const size_t LINES[VIA_FURNITURE_N] = {[VIA_FURNITURE_SHARE] = 3};
    via_ledger_set_read(&ledger, &ARTICLES[0], 0, false, LINES);
    via_ledger_set_read(&ledger, &ARTICLES[0], 0, false, LINES);
    via_ledger_set_read(&ledger, &ARTICLES[0], 1, true, LINES);
    assert_int_equal(ledger.n_read, 2);
    assert_int_equal(ledger.n_furniture[VIA_FURNITURE_SHARE], 6);
    assert_int_equal(ledger.n_empty, 1);
    via_ledger_set_failed(&ledger, &ARTICLES[0], 0, &err);
    assert_int_equal(ledger.n_read, 1);
    assert_int_equal(ledger.n_failed, 1);
    via_ledger_clear(&ledger);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_document_fails_once),
        cmocka_unit_test(test_a_document_is_read_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
