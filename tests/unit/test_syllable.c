/* Tests of syllables: how Vietnamese ones sound, and what is none. */
#include "loaded_names.h"

#include "name/syllable.h"

static const char *reading_of(const char *letters, bool is_plain)
{
    uint8_t sounds[16];
    via_sound_run run = {.sounds = sounds, .capacity = sizeof sounds};

    if (!via_syllable_read(names->vietnamese, letters, strlen(letters), is_plain,
                           &run)) {
        assert_int_equal(run.n_sounds, 0);
        return "none";
    }
    return spell(sounds, run.n_sounds);
}

static void test_syllables(void **state)
{
    (void)state;
    assert_string_equal(reading_of("an", false), "a n");
    assert_string_equal(reading_of("tran", false), "t|ch r? a n");
    assert_string_equal(reading_of("giang", false), "z|j a ng");
    assert_string_equal(reading_of("gi", false), "g i");
    assert_string_equal(reading_of("quang", false), "k w a ng");
    assert_string_equal(reading_of("nguyen", false), "ng|g w? i a|e n");
    assert_string_equal(reading_of("nghe", false), "ng|g e");
    assert_string_equal(reading_of("minh", false), "m i ny");
    assert_string_equal(reading_of("hoang", false), "h w a ng");
    assert_string_equal(reading_of("y", false), "i");
}

static void test_letter_d(void **state)
{
    (void)state;
    assert_string_equal(reading_of("dung", false), "y|z u ng");
    assert_string_equal(reading_of("\xc4\x91ung", false), "d u ng");
    assert_string_equal(reading_of("dung", true), "d|z u ng");
}

static void test_others(void **state)
{
    static const char *const others[] = {"",      "trump", "warren", "blok", "ngng",
                                         "hanoi", "str",   "q",      "an1"};

    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_string_equal(reading_of(others[i], true), "none");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_letter_d),
        cmocka_unit_test(test_others),
    };

    return cmocka_run_group_tests(tests, names_setup, names_teardown);
}
