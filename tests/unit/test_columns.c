/* Tests: documents as crawl pipelines pass them on. */
#include "found.h"

#include "io/writer.h"

/* Writes a column in the folder vie_Latn. */
static void add_column(scratch *s, const char *name, const char *text)
{
    via_buffer gz = VIA_BUFFER_INIT;

    assert_int_equal(via_make_folder(scratch_path(s, "vie_Latn"), NULL), VIA_OK);
    assert_int_equal(via_gzip_member(text, strlen(text), &gz, NULL), VIA_OK);
    scratch_file(s, name, gz.bytes, gz.n_bytes);
    via_buffer_clear(&gz);
}

static void test_a_document_a_line(void **state)
{
    add_column(*state, "vie_Latn/text.gz", "bcOgdQ==\n\n###\n");
    add_column(*state, "vie_Latn/url.gz", "http://a\nhttp://b\nhttp://c\n");
    via_corpus *corpus = found_in(*state, "");

    assert_int_equal(corpus->n_skipped, 0);
    assert_int_equal(corpus->n_articles, 3);
    assert_non_null(strstr(corpus->articles[0].id, "vie_Latn/text.gz:1"));
    expect_doc(corpus, source_of(corpus, 0, "vi"), "http://a", "m\xc3\xa0u");
    expect_doc(corpus, source_of(corpus, 1, "vi"), "http://b", "");
    expect_no_doc(corpus, source_of(corpus, 2, "vi"), VIA_E_FORMAT,
                  "vie_Latn/text.gz:3: expected base64");
    via_corpus_free(corpus);
}

static void test_columns_of_two_lengths(void **state)
{
    add_column(*state, "vie_Latn/text.gz", "YQ==\nYg==\n");
    add_column(*state, "vie_Latn/url.gz", "http://a\nhttp://b\nhttp://c\n");
    via_corpus *corpus = found_in(*state, "");

    assert_int_equal(corpus->n_articles, 0);
    assert_int_equal(corpus->n_skipped, 1);
    assert_string_equal(corpus->skipped[0].reason,
                        "expected as many lines as in url.gz, which has 3, not 2");
    via_corpus_free(corpus);
}

static void test_a_column_alone_is_no_document(void **state)
{
    add_column(*state, "vie_Latn/text.gz", "YQ==\n");
    via_corpus *corpus = found_in(*state, "");

    assert_int_equal(corpus->n_articles, 0);
    assert_int_equal(corpus->n_skipped, 0);
    via_corpus_free(corpus);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_document_a_line),
        TEST(test_columns_of_two_lengths),
        TEST(test_a_column_alone_is_no_document),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
