/* Tests of values by cases: three lines each, command, text and the values in it, as
 * kind=value@surface between " | ", or "-" for none. */
#include "anchors/cases.h"

#include "value/values.h"

#define LINE_MAX_BYTES 4096

/* What the issue asks for, of every kind in every language. */
#define SHARE_MIN 0.97

/* At least so many values are asked for in each language. */
#define N_VALUES_MIN 80

enum { N_KINDS = VIA_MENTION_TIME + 1 };

/* Where we are in a case file, and how it went. */
struct cases {
    FILE *file;
    char path[256];
    size_t line;
    via_values *values;
    size_t n_asked[N_KINDS], n_told[N_KINDS], n_right[N_KINDS];
};

/* ---- What is right ------------------------------------------------------- */

static bool holds(const char *line, const char *wanted)
{
    char item[LINE_MAX_BYTES];

    while (anchor_next_item(&line, item)) {
        if (strcmp(item, wanted) == 0)
            return true;
    }
    return false;
}

static size_t kind_of(const char *item)
{
    for (size_t kind = 0; kind < N_KINDS; kind++) {
        const char *name = via_mention_kind_name((enum via_mention_kind)kind);
        if (strncmp(item, name, strlen(name)) == 0)
            return kind;
    }
    fail_msg("no such kind: %s", item);
    return 0;
}

static void count(struct cases *cases, const char *expected, const char *found)
{
    char item[LINE_MAX_BYTES];

    for (const char *rest = expected; anchor_next_item(&rest, item);) {
        cases->n_asked[kind_of(item)]++;
        cases->n_right[kind_of(item)] += holds(found, item);
    }
    for (const char *rest = found; anchor_next_item(&rest, item);)
        cases->n_told[kind_of(item)]++;
}

/* ---- Cases --------------------------------------------------------------- */

/* Reads a line without its end; false at the end of the file. */
static bool read_line(struct cases *cases, char *line)
{
    if (!fgets(line, LINE_MAX_BYTES, cases->file))
        return false;
    cases->line++;
    line[strcspn(line, "\n")] = '\0';
    return true;
}

static void check_case(struct cases *cases)
{
    char input[LINE_MAX_BYTES], expected[LINE_MAX_BYTES];
    struct anchor_telling telling = {input, VIA_BUFFER_INIT};

    if (!read_line(cases, input) || !read_line(cases, expected))
        fail_msg("%s:%zu: expected three lines", cases->path, cases->line);
    assert_true(
        via_values_find(cases->values, input, 0, strlen(input), anchor_tell, &telling));
    const char *found = via_buffer_text(&telling.line);
    if (!*found)
        found = "-";
    if (strcmp(found, expected) != 0)
        print_error("%s:%zu: got %s\n", cases->path, cases->line, found);
    count(cases, expected, found);
    via_buffer_clear(&telling.line);
}

static void check_shares(struct cases *cases, const char *lang)
{
    size_t n_asked = 0;

    for (size_t kind = 0; kind < N_KINDS; kind++) {
        size_t n_right = cases->n_right[kind];
        double recall = (double)n_right / (double)cases->n_asked[kind];
        double precision = (double)n_right / (double)cases->n_told[kind];

        print_message("%s %-8s %4zu values, recall %.3f, precision %.3f\n", lang,
                      via_mention_kind_name((enum via_mention_kind)kind),
                      cases->n_asked[kind], recall, precision);
        assert_true(recall >= SHARE_MIN);
        assert_true(precision >= SHARE_MIN);
        n_asked += cases->n_asked[kind];
    }
    assert_in_range(n_asked, N_VALUES_MIN, 100000);
}

static void check_lang(const char *lang)
{
    struct cases cases = {0};
    char line[LINE_MAX_BYTES], command[64];

    snprintf(cases.path, sizeof cases.path, "tests/anchors/values-%s.case", lang);
    snprintf(command, sizeof command, "anchors -l %s", lang);
    cases.file = fopen(cases.path, "r");
    if (!cases.file)
        fail_msg("%s: cannot be read; run from the root of the project", cases.path);
    assert_int_equal(via_values_new(lang, &cases.values, NULL), VIA_OK);
    while (read_line(&cases, line)) {
        if (!*line || *line == '#')
            continue;
        assert_string_equal(line, command);
        check_case(&cases);
    }
    fclose(cases.file);
    via_values_free(cases.values);
    check_shares(&cases, lang);
}

static void test_vietnamese(void **state)
{
    check_lang("vi");
}

static void test_japanese(void **state)
{
    check_lang("ja");
}

static void test_thai(void **state)
{
    check_lang("th");
}

static void test_english(void **state)
{
    check_lang("en");
}

/* ---- Beside the cases ---------------------------------------------------- */

static const char *find_all(via_values *values, const char *text, size_t begin,
                            size_t end, struct anchor_telling *telling)
{
    via_buffer_clear(&telling->line);
    telling->text = text;
    assert_true(via_values_find(values, text, begin, end, anchor_tell, telling));
    return via_buffer_text(&telling->line);
}

/* A language without a table gets what is written alike everywhere. */
static void test_other_language(void **state)
{
    struct anchor_telling telling = {NULL, VIA_BUFFER_INIT};
    via_values *values;
    const char *text = "12.5 % und 1.234 am 2024-07-18 um 20:30, v1.2.3";

    assert_int_equal(via_values_new("de", &values, NULL), VIA_OK);
    assert_string_equal(find_all(values, text, 0, strlen(text), &telling),
                        "percent=12.5@12.5 % | number=1234@1.234 | "
                        "date=2024-07-18@2024-07-18 | time=20:30@20:30");
    via_values_free(values);
    via_buffer_clear(&telling.line);
}

static void test_bounds(void **state)
{
    struct anchor_telling telling = {NULL, VIA_BUFFER_INIT};
    via_values *values;
    const char *text = "x12345";

    assert_int_equal(via_values_new("en", &values, NULL), VIA_OK);
    assert_string_equal(find_all(values, text, 0, 6, &telling), "");
    assert_string_equal(find_all(values, text, 1, 6, &telling), "number=12345@12345");
    assert_string_equal(find_all(values, text, 2, 4, &telling), "number=23@23");
    assert_string_equal(find_all(values, text, 3, 3, &telling), "");
    via_values_free(values);
    via_buffer_clear(&telling.line);
}

static bool stop_at_once(void *data, const via_mention *mention)
{
    size_t *n_told = data;

    ++*n_told;
    return false;
}

static void test_stop(void **state)
{
    via_values *values;
    size_t n_told = 0;

    assert_int_equal(via_values_new("vi", &values, NULL), VIA_OK);
    assert_false(via_values_find(values, "12 13 14", 0, 8, stop_at_once, &n_told));
    assert_int_equal(n_told, 1);
    via_values_free(values);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_vietnamese),
                                              cmocka_unit_test(test_japanese),
                                              cmocka_unit_test(test_thai),
                                              cmocka_unit_test(test_english),
                                              cmocka_unit_test(test_other_language),
                                              cmocka_unit_test(test_bounds),
                                              cmocka_unit_test(test_stop)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
