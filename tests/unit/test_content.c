/* Tests of a batch by content. */
#include "mixed_folder.h"

struct batch {
    via_batch_options opt;
    const char *inputs[1];
    via_corpus *named;
    via_content content;
};

static void begin(struct batch *batch, scratch *s, const char *match)
{
    batch->opt = (via_batch_options)VIA_BATCH_OPTIONS_INIT;
    batch->inputs[0] = s->folder;
    batch->opt.match = match;
    fill_mixed_folder(s);
    via_corpus_options found = {.inputs = batch->inputs, .n_inputs = 1};
    assert_int_equal(via_corpus_find(&found, &batch->named, NULL), VIA_OK);
}

static void end(struct batch *batch)
{
    via_content_clear(&batch->content);
    via_corpus_free(batch->named);
}

static void test_by_name_nothing_is_read(void **state)
{
    struct batch batch;

    begin(&batch, *state, NULL);
    assert_int_equal(via_content_find(&batch.opt, 1, batch.named, &batch.content, NULL),
                     VIA_OK);
    assert_null(batch.content.corpus);
    assert_ptr_equal(via_content_corpus(&batch.content, batch.named), batch.named);
    end(&batch);
}

static void test_by_content(void **state)
{
    struct batch batch;
    via_ledger ledger;

    begin(&batch, *state, "content");
    assert_int_equal(via_content_find(&batch.opt, 2, batch.named, &batch.content, NULL),
                     VIA_OK);
    const via_corpus *corpus = via_content_corpus(&batch.content, batch.named);
    assert_int_equal(corpus->n_articles, 5);
    assert_string_equal(corpus->articles[0].id, "1");
    assert_string_equal(corpus->articles[1].id, "1+2");
    assert_string_equal(corpus->articles[2].id, "2+3");
    assert_int_equal(via_ledger_init(&ledger, corpus, &batch.opt, NULL), VIA_OK);
    via_content_tell(&batch.content, &ledger);
    assert_int_equal(ledger.n_failed, 1);
    assert_int_equal(via_ledger_fate(&ledger, &corpus->articles[4], 1),
                     VIA_FATE_FAILED);
    via_ledger_clear(&ledger);
    end(&batch);
}

static void test_no_such_way(void **state)
{
    struct batch batch;
    via_error err;

    begin(&batch, *state, "sound");
    assert_int_equal(via_content_find(&batch.opt, 1, batch.named, &batch.content, &err),
                     VIA_E_ARGUMENT);
    assert_string_equal(err.message,
                        "\"sound\": expected name, content or both to match by");
    end(&batch);
}

#define TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_by_name_nothing_is_read),
                                       TEST(test_by_content), TEST(test_no_such_way)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
