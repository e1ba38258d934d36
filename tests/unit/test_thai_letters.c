/* Tests of Thai letters: frames, clusters, silent letters, places in the text. */
#include "loaded_names.h"

#include "name/thai_letters.h"

static via_stretch letters[512];

static const char *reading_of(const char *text)
{
    static uint8_t sounds[512];
    via_sound_run run = {.sounds = sounds, .letters = letters, .capacity = 512};

    via_thai_read(names->thai, text, 0, strlen(text), &run);
    return spell(sounds, run.n_sounds);
}

static void test_frames(void **state)
{
    (void)state;
    assert_string_equal(reading_of("เลย"), "l e|o i");
    assert_string_equal(reading_of("เกา"), "k|g a o");
    assert_string_equal(reading_of("เจีย"), "ch|j i a");
    assert_string_equal(reading_of("แพะ"), "p a|e");
    assert_string_equal(reading_of("โต"), "t o");
    assert_string_equal(reading_of("ไฮ"), "h a i");
    assert_string_equal(reading_of("เหงียน"), "h? ng i a n");
    assert_string_equal(reading_of("เปลี่ยน"), "p l i a n");
}

static void test_open_clusters(void **state)
{
    (void)state;
    assert_string_equal(reading_of("เพล"), "p e? l e?");
    assert_string_equal(reading_of("กว๋าง"), "k|g w a ng");
    assert_string_equal(reading_of("เจิ่น"), "ch|j e|o n");
}

static void test_carrier(void **state)
{
    (void)state;
    assert_string_equal(reading_of("อาน"), "a n");
    assert_string_equal(reading_of("ออ"), "o o");
    assert_string_equal(reading_of("เอา"), "a o");
}

static void test_silence(void **state)
{
    (void)state;
    assert_string_equal(reading_of("ทรัมป์"), "t r a m p?");
    assert_string_equal(reading_of("มินห์"), "m i n h?");
    assert_string_equal(reading_of("์"), "");
}

static void test_borders(void **state)
{
    (void)state;
    assert_string_equal(reading_of("มา-ดา ตา"), "m a d a t a");
    assert_string_equal(reading_of("มา (VSIP) ตา"), "m a  t a");
    assert_string_equal(reading_of("VSIP"), "");
}

static void test_places(void **state)
{
    (void)state;
    /* เ จ ิ ่ น, three bytes each: the syllable without its final is one stretch. */
    reading_of("x เจิ่นไฮ");
    assert_int_equal(letters[0].begin, 2);
    assert_int_equal(letters[0].end, 14);
    assert_int_equal(letters[1].begin, 2);
    assert_int_equal(letters[2].begin, 14);
    assert_int_equal(letters[2].end, 17);
    assert_int_equal(letters[3].begin, 17);
    assert_int_equal(letters[3].end, 23);
}

static void test_long_word(void **state)
{
    char text[1200 + 1];
    uint8_t sounds[100];
    via_sound_run run = {.sounds = sounds, .capacity = sizeof sounds};

    (void)state;
    for (size_t i = 0; i < 400; i++)
        memcpy(text + 3 * i, "น", 3);
    text[1200] = '\0';
    via_thai_read(names->thai, text, 0, 1200, &run);
    assert_int_equal(run.n_sounds, 100);
    assert_string_equal(spell(sounds + 98, 2), "n n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_frames),    cmocka_unit_test(test_open_clusters),
        cmocka_unit_test(test_carrier),   cmocka_unit_test(test_silence),
        cmocka_unit_test(test_borders),   cmocka_unit_test(test_places),
        cmocka_unit_test(test_long_word),
    };

    return cmocka_run_group_tests(tests, names_setup, names_teardown);
}
