/* Tests of word roles: languages, several roles, wrong lines. */
#include "scratch.h"

#include "name/word_roles.h"

static via_status load(scratch *s, const char *text, via_word_roles **roles,
                       via_error *err)
{
    scratch_file(s, "name-words.tsv", text, strlen(text));
    setenv("VIALIGN_DATA", s->folder, 1);
    via_status st = via_word_roles_load(roles, err);
    unsetenv("VIALIGN_DATA");
    return st;
}

static unsigned roles_of(const via_word_roles *roles, const char *lang,
                         const char *word)
{
    return via_word_roles_of(roles, lang, word, strlen(word));
}

static void test_roles(void **state)
{
    via_word_roles *roles;
    via_status st = load(*state,
                         "*\tinner\tde  la\n"
                         "vi\tstart\tông anh\n"
                         "vi\tname\tanh\n"
                         "en\ttitle\tmr\n",
                         &roles, NULL);

    assert_int_equal(st, VIA_OK);
    assert_int_equal(roles_of(roles, "vi", "de"), VIA_ROLE_INNER);
    assert_int_equal(roles_of(roles, "en", "la"), VIA_ROLE_INNER);
    assert_int_equal(roles_of(roles, "vi", "ông"), VIA_ROLE_START);
    assert_int_equal(roles_of(roles, "vi", "anh"), VIA_ROLE_START | VIA_ROLE_NAME);
    assert_int_equal(roles_of(roles, "en", "anh"), 0);
    assert_int_equal(roles_of(roles, "en", "mr"), VIA_ROLE_TITLE);
    assert_int_equal(roles_of(roles, "en", "m"), 0);
    assert_int_equal(roles_of(roles, "en", ""), 0);
    assert_int_equal(via_word_roles_of(roles, "en",
                                       "a word that is much longer than any word "
                                       "that could stand in a table of short ones",
                                       80),
                     0);
    via_word_roles_free(roles);
}

static void test_wrong(void **state)
{
    via_word_roles *roles;
    via_error err = {0};

    assert_int_equal(load(*state, "vi\tbegin\tông\n", &roles, &err), VIA_E_FORMAT);
    assert_null(roles);
    assert_non_null(strstr(err.message, "name-words.tsv:1: expected start, title"));
    via_word_roles_free(NULL);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_roles),
        TEST(test_wrong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
