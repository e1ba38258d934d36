/* Tests of models: what was learned comes back from a file, and what is broken is
 * told. */
#include "scratch.h"

#include "line_pair.h"

#include "article_pair.h"

#include "base/buffer.h"
#include "evidence/model.h"

static const via_align_options OPTIONS = VIA_ALIGN_OPTIONS_INIT;

/* A model learned from the article, as text. */
static void print_article(via_buffer *out)
{
    line_pair pair = {.src_doc = line_doc("vi", ARTICLE_VI),
                      .tgt_doc = line_doc("en", ARTICLE_EN)};
    via_spellings *spellings = via_spellings_new();

    line_pair_learn(&pair, 2);
    assert_int_equal(via_spellings_add(spellings, pair.src_doc, NULL), VIA_OK);
    assert_int_equal(via_spellings_add(spellings, pair.tgt_doc, NULL), VIA_OK);
    pair.aligner->know.weights.w[VIA_CUT_CLAUSES][VIA_W_LENGTH] = 0.125;
    assert_int_equal(via_model_print(&pair.aligner->know, spellings, 1000, out, NULL),
                     VIA_OK);
    via_spellings_free(spellings);
    line_pair_clear(&pair);
}

static void new_knowledge(via_knowledge *know)
{
    via_align_options opt = OPTIONS;

    opt.has_no_seed = true;
    assert_int_equal(via_knowledge_init(know, "vi", "en", &opt, NULL, NULL), VIA_OK);
}

static void test_print_and_load(void **state)
{
    via_buffer text = VIA_BUFFER_INIT, again = VIA_BUFFER_INIT;
    via_spellings *spellings = via_spellings_new();
    via_knowledge know;

    print_article(&text);
    new_knowledge(&know);
    assert_int_equal(
        via_model_load(scratch_file(*state, "model", text.bytes, text.n_bytes), &know,
                       spellings, NULL),
        VIA_OK);
    assert_true(know.has_model);
    assert_float_equal(know.weights.w[VIA_CUT_CLAUSES][VIA_W_LENGTH], 0.125, 1e-9);
    assert_true(know.ends.ratio[VIA_END_FINAL][VIA_END_FINAL] != 0.0); /* settled */
    /* What was loaded is printed as it was, the lexicon being what was known before. */
    know.lexicon = know.prior;
    know.prior = NULL;
    assert_int_equal(via_model_print(&know, spellings, 1000, &again, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&again), via_buffer_text(&text));
    via_knowledge_clear(&know);
    via_spellings_free(spellings);
    via_buffer_clear(&text);
    via_buffer_clear(&again);
}

static void test_languages(void **state)
{
    static const char *const model = "# learned\n\nlanguages\tvi\ten\n";
    const char *path = scratch_file(*state, "model", model, strlen(model));
    via_error err = {VIA_OK, ""};
    via_knowledge know;
    bool is_of;

    assert_int_equal(via_model_is_of(path, "vi", "en", &is_of, NULL), VIA_OK);
    assert_true(is_of);
    assert_int_equal(via_model_is_of(path, "en", "vi", &is_of, NULL), VIA_OK);
    assert_false(is_of);
    assert_int_equal(via_model_is_of(path, "vi", "e", &is_of, NULL), VIA_OK);
    assert_false(is_of);
    new_knowledge(&know);
    assert_int_equal(via_model_load(path, &know, NULL, NULL), VIA_OK);
    assert_null(know.prior);
    via_knowledge_clear(&know);
    via_align_options opt = OPTIONS;
    opt.model_path = path;
    assert_int_equal(via_knowledge_init(&know, "vi", "ja", &opt, NULL, &err),
                     VIA_E_ARGUMENT);
    assert_non_null(strstr(err.message, "model: expected a model of vi-ja, not vi-en"));
    path = scratch_file(*state, "text", "Mưa.\n", 6);
    assert_int_equal(via_model_is_of(path, "vi", "en", &is_of, &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "text: expected a model"));
    assert_int_equal(
        via_model_is_of(scratch_path(*state, "none"), "vi", "en", &is_of, &err),
        VIA_E_IO);
}

/* Loads a text and expects to hear of a line, or of the file if it is 0. */
static void expect_broken(scratch *s, const char *text, size_t n_bytes, size_t line,
                          const char *message)
{
    via_error err = {VIA_OK, ""};
    via_knowledge know;
    char place[64];

    snprintf(place, sizeof place, line ? "model:%zu: %s" : "model: %.0zu%s", line,
             message);
    new_knowledge(&know);
    const char *path = scratch_file(s, "model", text, n_bytes);
    if (via_model_load(path, &know, NULL, &err) != VIA_E_FORMAT)
        fail_msg("'%s' is taken", text);
    if (!strstr(err.message, place))
        fail_msg("'%s' does not say '%s'", err.message, place);
    via_knowledge_clear(&know);
}

static void test_broken_lines(void **state)
{
    static const char *const lines[] = {
        "languages\tvi\ten", "nonsense", "pears\t1\t2", "Weight\tlength\t1\t1",
        /* weights */
        "weight\tlength\t1", "weight\tlength\t1\t1\t1", "weight\tlengths\t1\t1",
        "weight\tlength\tmuch\t1", "weight\tlength\t1\tinf", "weight\tlength\t1e13\t1",
        /* lengths and sizes */
        "length\tratio\t100", "length\tratio\t1000", "length\tratio\t-11",
        "length\tfloor\t0", "length\tslope\t-1", "length\tslope\t100",
        "length\tfloors\t1", "length\tratio", "size\tleft\t0\t1", "size\tsource\t-1\t1",
        "size\tsource\t0.5\t1", "size\ttarget\t99\t1", "size\ttarget\t0\t-1",
        "size\ttarget\t0\t1e999", "size\ttarget\t4294967296\t1",
        /* events */
        "outcome\tend\tsource\t99\t1", "outcome\tend\tleft\t0\t1",
        "outcome\tblock\tsource\t2\t1", "outcome\tmiddle\tsource\t0\t1",
        "outcome\tend\tsource\t0\t-1", "outcome\tend\tsource\t0", "both\tend\t0\t99\t1",
        "both\tend\t99\t0\t1", "both\tend\t0\t0\tnan", "both\tquote\t2\t0\t1",
        "both\tend\t0\t0\t1\t1",
        /* counts */
        "total\tkey\t1", "total\tkeys\t1\t1", "total\tkey\t-1\t1",
        "total\tkey\t1\t1e13", "seen\tkey\t0123456789abcde\t1\t1",
        "seen\tkey\t0123456789abcdef0\t1\t1", "seen\tkey\t0123456789abcdeg\t1\t1",
        "seen\tkey\t0123456789ABCDEF\t1\t1", "seen\tlines\t0123456789abcdef\t1\t1",
        "seen\tkey\t0123456789abcdef\t1\t-1",
        "seen\tkey\t0123456789abcdef\t4294967296\t1",
        /* the lexicon's own */
        "source\tmưa\tmuch\t1", "pair\train\t1\t1", "all\t0\t1"};
    via_buffer text = VIA_BUFFER_INIT;

    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++) {
        text.n_bytes = 0;
        via_buffer_format(&text, "languages\tvi\ten\n# and\n%s\n", lines[k]);
        expect_broken(*state, text.bytes, text.n_bytes, 3, "expected ");
    }
    /* Longer than any. */
    text.n_bytes = 0;
    via_buffer_append_text(&text, "languages\tvi\ten\nweight\t");
    for (int n = 0; n < 5000; n++)
        via_buffer_append_char(&text, n % 2 ? '\t' : 'x');
    expect_broken(*state, via_buffer_text(&text), text.n_bytes, 2, "expected ");
    via_buffer_clear(&text);
}

static void test_broken_files(void **state)
{
    expect_broken(*state, "", 0, 0, "expected a model, not an empty file");
    expect_broken(*state, "# only\n", 7, 0, "expected a model, not an empty file");
    expect_broken(*state, "languages\tvi\n", 13, 0, "expected a model, which begins");
    expect_broken(*state, "weight\tlength\t1\t1\n", 18, 0,
                  "expected a model, which begins");
    expect_broken(*state, "languages\tvi\ten\nall\t1\0\t2\n", 25, 2,
                  "expected text, not a NUL byte");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_print_and_load),
        TEST(test_languages),
        TEST(test_broken_lines),
        TEST(test_broken_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
