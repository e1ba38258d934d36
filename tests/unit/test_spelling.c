/* Tests of spelling: which rule reads which letters. */
#include "loaded_names.h"

static via_spelling *load(scratch *s, const char *text, via_error *err)
{
    via_sounds sounds = names->sounds;
    via_spelling *spelling;
    const char *path = scratch_file(s, "rules.tsv", text, strlen(text));
    via_status st = via_spelling_load(path, &sounds, &spelling, err);

    assert_int_equal(st == VIA_OK, spelling != NULL);
    return spelling;
}

static const char *find(const via_spelling *spelling, unsigned kinds, const char *text)
{
    const via_rule *rule = via_spelling_find(spelling, kinds, text, 0, strlen(text));

    return rule ? spell(rule->sounds, rule->n_sounds) : NULL;
}

static void test_longest(void **state)
{
    via_spelling *rules = load(*state,
                               "any\ts\ts\n"
                               "any\tsh\tsh\n"
                               "first\tsch\ts k\n"
                               "any\tsch\tsh\n"
                               "last\ts\tz\n"
                               "any\tシャ\tsh a\n"
                               "any\tシ\tsh i?\n",
                               NULL);
    unsigned inside = VIA_RULE_ANY | VIA_RULE_LAST;

    assert_string_equal(find(rules, inside, "sa"), "s");
    assert_string_equal(find(rules, inside, "s"), "z");
    assert_string_equal(find(rules, inside, "ship"), "sh");
    assert_string_equal(find(rules, inside, "schip"), "sh");
    assert_string_equal(find(rules, inside | VIA_RULE_FIRST, "schip"), "s k");
    assert_string_equal(find(rules, inside, "シャツ"), "sh a");
    assert_string_equal(find(rules, inside, "シカ"), "sh i?");
    assert_null(find(rules, inside, "x"));
    assert_null(find(rules, VIA_RULE_FRAME, "sa"));
    via_spelling_free(rules);
}

static void test_exact(void **state)
{
    via_spelling *rules = load(*state, "vowel\toa\tw a\nvowel\to\to\n", NULL);
    const via_rule *rule = via_spelling_exact(rules, VIA_RULE_VOWEL, "oan", 2);

    assert_string_equal(spell(rule->sounds, rule->n_sounds), "w a");
    assert_null(via_spelling_exact(rules, VIA_RULE_VOWEL, "oan", 3));
    assert_null(via_spelling_exact(rules, VIA_RULE_VOWEL, "", 0));
    assert_null(via_spelling_exact(rules, VIA_RULE_FINAL, "o", 1));
    via_spelling_free(rules);
}

static void test_wrong(void **state)
{
    static const char *const wrong[] = {
        "some\ts\ts\n",
        "any\ts\tsss\n",
        "any\ts\ta a a a a a a\n",
        "any\t\ta\n",
        "any\tabcdefghijklmnopqrstuvwxyz\ta\n",
        "any\t\xff\ta\n",
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        via_error err = {0};

        assert_null(load(*state, wrong[i], &err));
        assert_int_equal(err.status, VIA_E_FORMAT);
        assert_non_null(strstr(err.message, "rules.tsv:1: expected a kind of rule"));
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_longest),
        TEST(test_exact),
        TEST(test_wrong),
    };

    return cmocka_run_group_tests(tests, names_setup, names_teardown);
}
