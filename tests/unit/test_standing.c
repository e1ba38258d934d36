/* Tests of the units of an earlier memory. */
#include "scratch.h"

#include "batch/standing.h"

#define UNIT(article, vi, ja)                                                          \
    "{\"pivot\":\"vi\",\"texts\":{\"vi\":\"A\",\"ja\":\"B\"},\"confidence\":0.5,"      \
    "\"documents\":{\"vi\":\"" article ".vi\",\"ja\":\"" article ".ja\"},"             \
    "\"article\":\"" article "\",\"segments\":{\"vi\":[" vi "],\"ja\":[" ja "]}}\n"

static via_status load(scratch *s, const char *text, via_standing **out, via_error *err)
{
    FILE *file = fopen(scratch_path(s, "m.jsonl"), "wb");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return via_standing_load(scratch_path(s, "m.jsonl"), out, err);
}

static void test_articles_are_together(void **state)
{
    via_standing *standing = NULL;

    assert_int_equal(
        load(*state, UNIT("b", "4", "0") UNIT("a", "0", "0") "\n" UNIT("b", "1", "1"),
             &standing, NULL),
        VIA_OK);
    assert_int_equal(standing->n_articles, 2);
    assert_string_equal(standing->articles[0].id, "b");
    assert_int_equal(standing->articles[0].n_units, 2);
    assert_int_equal(standing->articles[0].units[0].texts[0].segs[0], 4);
    assert_int_equal(standing->articles[0].units[1].texts[0].segs[0], 1);
    assert_int_equal(standing->articles[1].n_units, 1);
    via_standing_free(standing);
    assert_int_equal(load(*state, "", &standing, NULL), VIA_OK);
    assert_int_equal(standing->n_units, 0);
    via_standing_free(standing);
}

static void test_a_segment_stands_in_one_unit(void **state)
{
    via_standing *standing;
    via_error err;

    assert_int_equal(
        load(*state, UNIT("a", "0", "0,1") UNIT("a", "1", "1"), &standing, &err),
        VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "m.jsonl:2: expected segments that no other "
                                        "unit holds, but line 1 has \"ja\" 1"));
    assert_null(standing);
    assert_int_equal(load(*state, UNIT("a", "0", "0") "{\n", &standing, &err),
                     VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "m.jsonl:2: expected JSON"));
    assert_null(standing);
}

static void test_articles_by_id_and_name(void **state)
{
    static const char *const LANGS[] = {"th", "vi"};
    static const via_source FILES[] = {{.path = "a.vi"}, {.path = "x.th"}};
    static const via_source *const A[] = {&FILES[1], &FILES[0]}, *const B[] = {NULL};
    static const via_article ARTICLES[] = {{"ax", A}, {"b", B}, {"c", A}};
    via_corpus corpus = {
        .langs = LANGS, .n_langs = 1, .articles = ARTICLES, .n_articles = 2};
    via_standing *standing = NULL;
    size_t numbers[3];

    assert_int_equal(
        load(*state, UNIT("a", "0", "0") UNIT("b", "0", "0"), &standing, NULL), VIA_OK);
    assert_int_equal(via_standing_match(standing, &corpus, numbers, NULL), VIA_OK);
    assert_int_equal(numbers[0], 2);
    assert_int_equal(numbers[1], 1);
    corpus.langs = LANGS + 1;
    corpus.articles = (const via_article[]){{"ax", A + 1}, {"b", B}, {"c", A + 1}};
    corpus.n_articles = 3;
    assert_int_equal(via_standing_match(standing, &corpus, numbers, NULL), VIA_OK);
    assert_int_equal(numbers[0], 0);
    assert_int_equal(numbers[1], 1);
    assert_int_equal(numbers[2], 2);
    via_standing_free(standing);
}

/* A document was joined to an article; what shares some part of an id is another. */
static void test_articles_by_parts(void **state)
{
    static const char *const LANGS[] = {"vi"};
    static const via_source FILE = {.path = "new.vi"};
    static const via_source *const A[] = {&FILE};
    static const via_article ARTICLES[] = {{"a+b+c", A}, {"d", A},   {"e+g", A},
                                           {"x+h", A},   {"y+h", A}, {"+", A}};
    static const size_t wanted[] = {0, 5, 5, 3, 5, 5};
    via_corpus corpus = {
        .langs = LANGS, .n_langs = 1, .articles = ARTICLES, .n_articles = 6};
    via_standing *standing = NULL;
    size_t numbers[6];

    assert_int_equal(load(*state,
                          UNIT("b+a", "0", "0") UNIT("d+e", "0", "0") UNIT(
                              "e+f", "0", "0") UNIT("h", "0", "0") UNIT("k", "0", "0"),
                          &standing, NULL),
                     VIA_OK);
    assert_int_equal(via_standing_match(standing, &corpus, numbers, NULL), VIA_OK);
    for (size_t a = 0; a < 6; a++)
        assert_int_equal(numbers[a], wanted[a]);
    via_standing_free(standing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_articles_are_together, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(test_a_segment_stands_in_one_unit,
                                        scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_articles_by_id_and_name, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(test_articles_by_parts, scratch_setup,
                                        scratch_teardown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
