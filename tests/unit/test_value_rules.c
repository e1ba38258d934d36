/* Tests of value rules: shapes from tables of our own, and what is wrong in a table. */
#include "scratch.h"

#include "value/values.h"

/* Words that the rules below are made of. */
#define WORDS                                                                          \
    "mark\tdecimal\t,\nmark\tgroup\t.\ntrait\twords-apart\n"                           \
    "unit\tone\t1\nunit\ttwo\t2\tlone\nten\ttwenty\t20\tlone\n"                        \
    "month-name\tMay\t5\nera\tSun\t2000\nnth\tthird\t3\n"                              \
    "daypart\tlate\tpm\nthing\tapples\nthing\tpears\n"

static int setup(void **state)
{
    scratch_setup(state);
    return setenv("VIALIGN_DATA", ((scratch *)*state)->folder, 1);
}

static int teardown(void **state)
{
    unsetenv("VIALIGN_DATA");
    return scratch_teardown(state);
}

struct telling {
    const char *text;
    char line[512];
};

static bool tell(void *data, const via_mention *mention)
{
    struct telling *telling = data;
    size_t n = strlen(telling->line);

    snprintf(telling->line + n, sizeof telling->line - n, "%s%s=%s@%.*s",
             n ? " | " : "", via_mention_kind_name(mention->kind), mention->value,
             (int)(mention->end - mention->begin), telling->text + mention->begin);
    return true;
}

/* What `rules` find in `text`. */
static const char *find(scratch *s, const char *rules, const char *text)
{
    static struct telling telling;
    char table[2048];
    via_values *values;
    via_error err = {VIA_OK, ""};

    snprintf(table, sizeof table, "%s%s%s", WORDS, rules,
             "trap\t¤{thing}{era}{nth}{daypart}{month-name}\n");
    scratch_file(s, "values-any.tsv", table, strlen(table));
    if (via_values_new("xx", &values, &err) != VIA_OK)
        fail_msg("%s", err.message);
    telling = (struct telling){text, ""};
    assert_true(via_values_find(values, text, 0, strlen(text), tell, &telling));
    via_values_free(values);
    return telling.line;
}

static void test_options_and_choices(void **state)
{
    const char *rules = "date\t[on ]{month-name|month} {day}[[,] {year}]\n";

    assert_string_equal(find(*state, rules, "on May 3, 2024"),
                        "date=2024-05-03@on May 3, 2024");
    assert_string_equal(find(*state, rules, "May 3 2024"),
                        "date=2024-05-03@May 3 2024");
    assert_string_equal(find(*state, rules, "5 3, then"), "date=--05-03@5 3");
}

static void test_brackets(void **state)
{
    const char *rules = "number\t<{number}> {thing}\n"
                        "date\t<{day}> to <{day} {month-name}>\n"
                        "number\tno. <{integer}>\n";

    assert_string_equal(find(*state, rules, "7 apples, 8 plums"), "number=7@7");
    assert_string_equal(find(*state, rules, "3 to 5 May"),
                        "date=--05-03@3 | date=--05-05@5 May");
    assert_string_equal(find(*state, rules, "No. 12"), "number=12@12");
}

static void test_resume(void **state)
{
    const char *rules = "number\t{number}\nnumber\t<{number}>^/{integer} {thing}\n"
                        "date\t{day}/{month}\ntrap\tx^ {integer}\n";

    assert_string_equal(find(*state, rules, "3/5"), "date=--05-03@3/5");
    assert_string_equal(find(*state, rules, "3/5 pears"), "number=3@3 | number=5@5");
    assert_string_equal(find(*state, rules, "x 5"), "number=5@5");
}

/* The longest reading, then the kind, then the place in the table. */
static void test_ranks(void **state)
{
    const char *rules = "number\t{number}\nordinal\t{integer}\ntrap\t13\n"
                        "number\t{number} {thing}\n";

    assert_string_equal(find(*state, rules, "12"), "ordinal=12@12");
    assert_string_equal(find(*state, rules, "13"), "");
    assert_string_equal(find(*state, rules, "13 pears"), "number=13@13 pears");
}

/* A word before a value must not hide a longer reading of the value. */
static void test_inner_reading(void **state)
{
    const char *rules = "date\ton <{month-name}>\ndate\t{month-name} {day}\n";

    assert_string_equal(find(*state, rules, "on May 3"), "date=--05-03@May 3");
    assert_string_equal(find(*state, rules, "on May"), "date=--05@May");
}

/* A word that must stand before is not begun with, and makes a rule stronger. */
static void test_words_before(void **state)
{
    const char *rules = "date\t{<before} {recent}\nnumber\t{number}\n"
                        "ordinal\t{<whose} {nth}\ntrap\t{nth}\n"
                        "before\tin\nbefore\tend of\nwhose\t's\n";

    assert_string_equal(find(*state, rules, "in 2024, In  2024, 2024"),
                        "date=2024@2024 | date=2024@2024 | number=2024@2024");
    assert_string_equal(find(*state, rules, "end of 2024, of 2024, in x 2024"),
                        "date=2024@2024 | number=2024@2024 | number=2024@2024");
    assert_string_equal(find(*state, rules, "Ann's third, Ann’s third, third"),
                        "ordinal=3@third");
    assert_string_equal(find(*state, rules, "2024"), "number=2024@2024");
}

static void test_meanings(void **state)
{
    const char *rules = "date\t{era} {integer}\ndate\t{era} first\nordinal\t{nth}\n"
                        "ordinal\t{words} {nth}\ntime\t{hour} {daypart}\n"
                        "time\thalf past {hour}\t30\ntime\tmidday\t=12:00\n"
                        "percent\t{number} tenths\t10\nnumber\tbelow {number}\t-1\n";

    assert_string_equal(find(*state, rules, "Sun 6, Sun first"),
                        "date=2006@Sun 6 | date=2001@Sun first");
    assert_string_equal(find(*state, rules, "third, twenty third"),
                        "ordinal=3@third | ordinal=23@twenty third");
    assert_string_equal(find(*state, rules, "8 late, half past 9, midday"),
                        "time=20:00@8 late | time=09:30@half past 9 | "
                        "time=12:00@midday");
    assert_string_equal(find(*state, rules, "3 tenths, below 1,5"),
                        "percent=30@3 tenths | number=-1.5@below 1,5");
}

static void test_lone_words(void **state)
{
    const char *rules = "number\t{number}\nnumber\t<{words}> {thing}\n";

    assert_string_equal(find(*state, rules, "two"), "number=2@two");
    assert_string_equal(find(*state, rules, "one"), "");
    assert_string_equal(find(*state, rules, "one apples"), "");
    assert_string_equal(find(*state, rules, "twenty one"), "number=21@twenty one");
}

/* ---- What is wrong ------------------------------------------------------- */

#define LONG "x{day} x{day} x{day} x{day} x{day} x{day}"

static void check_wrong(scratch *s, const char *table, const char *message)
{
    via_values *values;
    via_error err = {VIA_OK, ""};

    scratch_file(s, "values-any.tsv", table, strlen(table));
    assert_int_equal(via_values_new("xx", &values, &err), VIA_E_FORMAT);
    assert_null(values);
    assert_non_null(strstr(err.message, message));
}

static void test_wrong_tables(void **state)
{
    check_wrong(*state, "date\t{day\n", "values-any.tsv:1: expected \"}\"");
    check_wrong(*state, "\ndate\t[{day}\n", ":2: expected \"]\"");
    check_wrong(*state, "date\t{nothing}\n", ":1: expected the name of a slot");
    check_wrong(*state, "number\t{number}\tx\n", ":1: expected =VALUE");
    check_wrong(*state, "number\t{number}\t0\n", ":1: expected =VALUE");
    check_wrong(*state, "mark\tgroup\t;\n", ":1: expected group or decimal");
    check_wrong(*state, "mark\tgroup\n", ":1: expected group or decimal");
    check_wrong(*state, "trait\tloud\n", ":1: expected the name of a trait");
    check_wrong(*state, "unit\tone\tI\n", ":1: expected a number");
    check_wrong(*state, "unit\tone\t1\talone\n",
                ":1: expected one, inner, lone or money");
    check_wrong(*state, "date\t<{day}\n", ":1: expected \"<\" and \">\" in pairs");
    check_wrong(*state, "date\t<{day}> <{day}> <{day}>\n", ":1: expected \"<\"");
    check_wrong(*state, "date\t<{day}>" LONG LONG LONG "\n",
                ":1: expected a shorter rule");
    check_wrong(*state, "date\n", ":1: expected at least 2 fields");
    check_wrong(*state, "date\t{day} {<x}\n", ":1: expected {<class} at the beginning");
    check_wrong(*state, "number\t{number}\nunnit\tone\t1\n",
                ":2: expected a role, or a class");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_and_choices),
        cmocka_unit_test(test_brackets),
        cmocka_unit_test(test_resume),
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_inner_reading),
        cmocka_unit_test(test_words_before),
        cmocka_unit_test(test_meanings),
        cmocka_unit_test(test_lone_words),
        cmocka_unit_test(test_wrong_tables)};

    return cmocka_run_group_tests(tests, setup, teardown);
}
