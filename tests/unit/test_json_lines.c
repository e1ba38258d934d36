/* Tests: documents that stand in a file an object a line. */
#include "found.h"

#include "io/writer.h"

static via_corpus *corpus_of(scratch *s, const char *name, const char *text)
{
    scratch_file(s, name, text, strlen(text));
    return found_in(s, name);
}

/* Expects that line `line` was skipped with this reason. */
static void expect_skipped(const via_corpus *corpus, size_t number, size_t line,
                           const char *reason)
{
    assert_true(number < corpus->n_skipped);
    assert_int_equal(corpus->skipped[number].line, line);
    assert_string_equal(corpus->skipped[number].reason, reason);
}

static void test_group_comes_before_id(void **state)
{
    via_corpus *corpus = corpus_of(
        *state, "a.jsonl",
        "\xef\xbb\xbf{\"id\":\"1\",\"group\":\"g\",\"lang\":\"vi\",\"text\":\"m\xe1\xbb"
        "\x99t\"}\n"
        "{\"id\":2,\"group\":\"g\",\"l\":[\"ja\",\"en\"],\"p\":\"\xe4\xb8\x80\"}\r\n"
        "\n"
        "{\"id\":3,\"group\":null,\"language\":\"en\",\"text\":\"three\"}\n"
        "{\"document_lang\":\"th\",\"u\":\"http://four\",\"title\":\"T\",\"ts\":"
        "\"2024\",\"text\":[\"a\",\"b\"]}");

    assert_int_equal(corpus->n_skipped, 0);
    assert_int_equal(corpus->n_articles, 3);
    assert_string_equal(corpus->articles[1].id, "3");
    assert_string_equal(corpus->articles[2].id, "g");
    assert_null(source_of(corpus, 2, "en"));
    expect_doc(corpus, source_of(corpus, 2, "vi"), "1", "m\xe1\xbb\x99t");
    expect_doc(corpus, source_of(corpus, 2, "ja"), "2", "\xe4\xb8\x80");
    expect_doc(corpus, source_of(corpus, 1, "en"), "3", "three");

    const via_source *last = source_of(corpus, 0, "th");
    assert_non_null(strstr(corpus->articles[0].id, "a.jsonl:5"));
    assert_string_equal(last->url, "http://four");
    assert_string_equal(last->title, "T");
    assert_string_equal(last->date, "2024");
    assert_null(last->group);
    expect_doc(corpus, last, "http://four", "a\nb");
    via_corpus_free(corpus);
}

static void test_a_bad_line_costs_that_line(void **state)
{
    via_corpus *corpus =
        corpus_of(*state, "a.jsonl",
                  "{\"id\":\"a\",\"lang\":\"vi\",\"text\":\"x\"}\n"
                  "{\"id\":\n"
                  "{\"id\":\"b\",\"lang\":\"vi\",\"text\":null}\n"
                  "{\"id\":\"c\",\"lang\":\"vi\",\"content\":\"y\"}\n"
                  "{\"id\":\"d\",\"lang\":\"Klingon tongue\",\"text\":\"y\"}\n"
                  "{\"id\":\"e\",\"text\":\"\"}\n"
                  "{\"id\":\"a\\tb\",\"lang\":\"vi\",\"text\":\"y\"}\n"
                  "{\"id\":\"a\",\"lang\":\"vi\",\"text\":\"again\"}\n"
                  "{\"id\":\"z\",\"lang\":\"vi\",\"text\":\"last\"}\n");

    assert_int_equal(corpus->n_articles, 2);
    assert_int_equal(corpus->n_void, 1);
    assert_int_equal(corpus->n_skipped, 6);
    expect_skipped(corpus, 0, 2, "expected JSON, which ends too early");
    expect_skipped(corpus, 1, 4, "expected a text in one of the fields text,p,html");
    expect_skipped(corpus, 2, 5,
                   "expected a language code such as vi or vie_Latn, not \"Klingon "
                   "tongue\"");
    assert_int_equal(corpus->skipped[3].line, 6);
    assert_int_equal(corpus->skipped[4].line, 7);
    assert_int_equal(corpus->skipped[5].line, 8);
    assert_non_null(strstr(corpus->skipped[5].reason, "a.jsonl:1 too"));
    via_corpus_free(corpus);
}

static void test_the_file_says_the_language(void **state)
{
    via_corpus *corpus = corpus_of(*state, "a.vi.jsonl",
                                   "{\"id\":\"a\",\"text\":\"x\"}\n"
                                   "{\"id\":\"a\",\"lang\":\"ja\",\"text\":\"y\"}\n"
                                   "{\"id\":\"b\",\"lang\":\"und\",\"text\":\"z\"}\n");

    assert_int_equal(corpus->n_articles, 2);
    expect_doc(corpus, source_of(corpus, 0, "vi"), "a", "x");
    expect_doc(corpus, source_of(corpus, 0, "ja"), "a", "y");
    expect_doc(corpus, source_of(corpus, 1, "vi"), "b", "z");
    via_corpus_free(corpus);
}

static void test_what_is_gzipped_is_spooled(void **state)
{
    const char *text = "{\"id\":\"a\",\"lang\":\"vi\",\"text\":\"x\"}\n"
                       "{\"id\":\"b\",\"lang\":\"vi\",\"text\":\"y\\u0000\"}\n";
    via_buffer gz = VIA_BUFFER_INIT;

    assert_int_equal(via_gzip_member(text, strlen(text), &gz, NULL), VIA_OK);
    scratch_file(*state, "a.jsonl.gz", gz.bytes, gz.n_bytes - 4);
    via_corpus *corpus = found_in(*state, "a.jsonl.gz");

    /* The stream is cut off; what came before is there. */
    assert_int_equal(corpus->n_articles, 2);
    expect_skipped(corpus, 0, 0, "gzip stream ends too early");
    assert_true(source_of(corpus, 0, "vi")->is_spooled);
    expect_doc(corpus, source_of(corpus, 0, "vi"), "a", "x");
    expect_no_doc(corpus, source_of(corpus, 1, "vi"), VIA_E_ENCODING,
                  "a.jsonl.gz:2:1: byte 1 is NUL, expected text");
    via_corpus_free(corpus);
    via_buffer_clear(&gz);
}

static void test_a_file_that_changes(void **state)
{
    via_corpus *corpus = corpus_of(*state, "a.jsonl",
                                   "{\"id\":\"a\",\"lang\":\"vi\",\"text\":\"x\"}\n"
                                   "{\"id\":\"b\",\"lang\":\"vi\",\"text\":\"y\"}\n");

    scratch_file(*state, "a.jsonl", "{\"id\":\"a\",\"lang\":\"vi\",\"tett\":\"x\"}\n",
                 35);
    expect_no_doc(corpus, source_of(corpus, 0, "vi"), VIA_E_FORMAT,
                  "a.jsonl:1: expected the text that was there before");
    expect_no_doc(corpus, source_of(corpus, 1, "vi"), VIA_E_IO,
                  "a.jsonl: has become shorter while it was read");
    via_corpus_free(corpus);
}

static void test_long_fields_are_cut(void **state)
{
    via_buffer line = VIA_BUFFER_INIT;

    via_buffer_append_text(&line, "{\"lang\":\"vi\",\"text\":\"x\",\"title\":\"");
    for (size_t i = 0; i < 3000; i++)
        via_buffer_append_text(&line, "\xe1\xbb\x99");
    via_buffer_append_text(&line, "\"}\n");
    scratch_file(*state, "a.jsonl", line.bytes, line.n_bytes);
    via_corpus *corpus = found_in(*state, "a.jsonl");
    assert_int_equal(strlen(source_of(corpus, 0, "vi")->title), 1998);
    via_corpus_free(corpus);
    via_buffer_clear(&line);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_group_comes_before_id),      TEST(test_a_bad_line_costs_that_line),
        TEST(test_the_file_says_the_language), TEST(test_what_is_gzipped_is_spooled),
        TEST(test_a_file_that_changes),        TEST(test_long_fields_are_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
