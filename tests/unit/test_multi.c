/* Tests of one memory of all languages. */
#include "scratch.h"

#include "batch/multi.h"

static const char *const LANGS[] = {"en", "ja", "vi"};
static const via_source FILES[] = {
    {.path = "a.en"}, {.path = "a.ja"}, {.path = "a.vi"}};
static const via_source *const SOURCES[] = {&FILES[0], &FILES[1], &FILES[2]};
static const via_article ARTICLES[] = {{"a", SOURCES}};
static const via_corpus CORPUS = {
    .langs = LANGS, .n_langs = 3, .articles = ARTICLES, .n_articles = 1};

enum { EN, JA, VI };

static via_doc *doc(const char *lang, const char *text)
{
    via_doc_options opt = {.lang = lang, .name = lang, .is_segmented = true};
    via_doc *out = NULL;

    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &out, NULL), VIA_OK);
    return out;
}

static void take(via_multi *multi, via_lang_pair langs, via_pair pair,
                 const via_bead *beads, size_t n_beads)
{
    via_ladder ladder = {(via_bead *)beads, n_beads, NULL, 0};
    via_buffer collected = VIA_BUFFER_INIT;

    via_multi_collect(multi, &ARTICLES[0], pair, &ladder, &collected);
    assert_int_equal(via_multi_take(multi, &ARTICLES[0], langs, &collected, NULL),
                     VIA_OK);
    via_buffer_clear(&collected);
}

static void read_all(scratch *s, const char *name, char *text, size_t n_bytes)
{
    FILE *file = fopen(scratch_path(s, name), "rb");

    assert_non_null(file);
    text[fread(text, 1, n_bytes - 1, file)] = '\0';
    fclose(file);
}

static void test_over_the_pivot(void **state)
{
    static const via_bead VI_EN[] = {{0, 1, 0, 1, .9, 0}, {1, 2, 1, 3, .8, 0}};
    /* The last is not sure enough. */
    static const via_bead JA_VI[] = {{0, 1, 0, 1, .7, 0}, {1, 2, 1, 2, .4, 0}};
    /* A pair without the pivot says nothing. */
    static const via_bead EN_JA[] = {{0, 2, 0, 2, 1, 0}};
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_doc *vi = doc("vi", "Một.\nHai.\n"), *ja = doc("ja", "一。\n二。\n");
    via_doc *en = doc("en", "One.\nTwo.\nTwo more.\n");
    via_outputs outputs;
    via_multi *multi = NULL;
    via_multi_totals totals;
    char text[512];

    opt.formats = "tsv,moses";
    opt.tm.min_confidence = 0.5;
    assert_int_equal(via_outputs_init(&outputs, &opt, NULL), VIA_OK);
    assert_int_equal(via_multi_new(&outputs, &CORPUS, NULL, &multi, NULL), VIA_OK);
    take(multi, (via_lang_pair){VI, EN}, (via_pair){.src = vi, .tgt = en}, VI_EN, 2);
    take(multi, (via_lang_pair){JA, VI}, (via_pair){.src = ja, .tgt = vi}, JA_VI, 2);
    take(multi, (via_lang_pair){EN, JA}, (via_pair){.src = en, .tgt = ja}, EN_JA, 1);
    assert_int_equal(
        via_multi_write(multi, ((scratch *)*state)->folder, NULL, &totals, NULL),
        VIA_OK);
    assert_int_equal(totals.n_units, 2);
    read_all(*state, "multi.tsv", text, sizeof text);
    assert_string_equal(text, "vi\ten\tja\tconfidence\n"
                              "Một.\tOne.\t一。\t0.7000\n"
                              "Hai.\tTwo. Two more.\t\t0.8000\n");
    via_multi_free(multi);
    via_doc_free(vi);
    via_doc_free(ja);
    via_doc_free(en);
}

static void test_formats(void **state)
{
    via_batch_options opt = VIA_BATCH_OPTIONS_INIT;
    via_outputs outputs;
    via_multi *multi = NULL;
    via_error err;
    (void)state;

    opt.formats = "moses,beads";
    assert_int_equal(via_outputs_init(&outputs, &opt, NULL), VIA_OK);
    assert_int_equal(via_multi_new(&outputs, &CORPUS, NULL, &multi, &err),
                     VIA_E_ARGUMENT);
    assert_string_equal(err.message,
                        "expected tmx, tsv or jsonl for a memory of many languages");
    assert_null(multi);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_over_the_pivot, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test(test_formats)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
