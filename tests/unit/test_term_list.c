/* Tests of the term list: tables, frames, what is dropped, and wrong tables. */
#include "scratch.h"

#include "term/term_list.h"

static const char PLACES[] = "id\tvi\ten\n"
                             "region/KR\tNam Hàn\tROK\n"
                             "!city/Tokyo\n"
                             "!region/FR\n"
                             "also\ten\n";
static const char TERMS[] = "id\tvi\ten\n"
                            "lang/*\t_*\t* language\n"
                            "month/*\n"
                            "word/law\tluật|pháp luật\tlaw(s)\n"
                            "word/war\tchiến tranh\n";

/* Makes the folder of the test the one for data. */
static void write_tables(scratch *s, const char *places, const char *terms)
{
    scratch_file(s, "places.tsv", places, strlen(places));
    scratch_file(s, "terms.tsv", terms, strlen(terms));
    assert_int_equal(setenv("VIALIGN_DATA", s->folder, 1), 0);
}

static bool holds(const via_term_list *list, const char *id, const char *text)
{
    for (size_t i = 0; i < list->n_names; i++) {
        if (!strcmp(list->names[i].id, id) && !strcmp(list->names[i].text, text))
            return true;
    }
    return false;
}

static void test_own_and_cldr(void **state)
{
    via_term_list list;

    write_tables(*state, PLACES, TERMS);
    assert_int_equal(via_term_list_init(&list, "en", NULL), VIA_OK);
    assert_true(holds(&list, "region/KR", "ROK"));
    assert_true(holds(&list, "region/KR", "South Korea"));
    assert_true(holds(&list, "word/law", "law"));
    assert_true(holds(&list, "word/law", "laws"));
    assert_false(holds(&list, "word/law", "luật"));
    assert_false(holds(&list, "word/war", ""));
    via_term_list_clear(&list);
    assert_null(list.names);
}

static void test_frames(void **state)
{
    via_term_list list;

    write_tables(*state, PLACES, TERMS);
    assert_int_equal(via_term_list_init(&list, "en", NULL), VIA_OK);
    assert_true(holds(&list, "lang/th", "Thai language"));
    assert_false(holds(&list, "lang/th", "Thai"));
    assert_false(holds(&list, "month/7", "July"));
    assert_true(holds(&list, "weekday/1", "Monday"));
    via_term_list_clear(&list);
}

static void test_dropped(void **state)
{
    via_term_list list;

    write_tables(*state, PLACES, TERMS);
    assert_int_equal(via_term_list_init(&list, "en", NULL), VIA_OK);
    assert_true(holds(&list, "city/Seoul", "Seoul"));
    assert_false(holds(&list, "city/Tokyo", "Tokyo"));
    assert_false(holds(&list, "region/FR", "France"));
    /* A code is no name, nor is a short unit. */
    assert_false(holds(&list, "currency/ALL", "ALL"));
    assert_false(holds(&list, "unit/inch", "in"));
    assert_true(holds(&list, "unit/inch", "inches"));
    via_term_list_clear(&list);
}

/* Vietnamese takes English names as well here. */
static void test_also(void **state)
{
    via_term_list list;

    write_tables(*state, PLACES, TERMS);
    assert_int_equal(via_term_list_init(&list, "vi", NULL), VIA_OK);
    assert_true(holds(&list, "region/KR", "Nam Hàn"));
    assert_true(holds(&list, "region/KR", "Hàn Quốc"));
    assert_true(holds(&list, "region/KR", "ROK"));
    assert_true(holds(&list, "region/KR", "South Korea"));
    assert_true(holds(&list, "lang/th", "tiếng Thái"));
    via_term_list_clear(&list);
}

/* A language that our tables do not have, and that CLDR does not have either. */
static void test_no_column(void **state)
{
    via_term_list list;

    write_tables(*state, PLACES, TERMS);
    assert_int_equal(via_term_list_init(&list, "xx", NULL), VIA_OK);
    assert_int_equal(list.n_names, 0);
    via_term_list_clear(&list);
    assert_int_equal(via_term_list_init(&list, "fr", NULL), VIA_OK);
    assert_true(holds(&list, "region/KR", "Corée du Sud"));
    assert_true(holds(&list, "lang/th", "thaï"));
    via_term_list_clear(&list);
}

static void test_wrong(void **state)
{
    via_error err = {VIA_OK, ""};
    via_term_list list;

    write_tables(*state, "id\ten\nregion/KR\tROK\nregion/JP\ta(b\n", TERMS);
    assert_int_equal(via_term_list_init(&list, "en", &err), VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "places.tsv:3: "));
    assert_non_null(strstr(err.message, "region/JP"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_own_and_cldr), TEST(test_frames),    TEST(test_dropped),
        TEST(test_also),         TEST(test_no_column), TEST(test_wrong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
