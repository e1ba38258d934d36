/* Tests of name reading: scripts, ways and parts. */
#include "loaded_names.h"

static void check(const char *text, size_t way, const char *expected)
{
    via_name name = name_of(text);

    assert_true(way < name.n_ways);
    assert_string_equal(spell(name.ways[way].sounds, name.ways[way].n_sounds),
                        expected);
}

static void test_vietnamese(void **state)
{
    via_name name = name_of("Trần Lưu Quang");

    (void)state;
    assert_int_equal(name.script, VIA_SCRIPT_LATIN);
    assert_int_equal(name.n_ways, 1);
    assert_int_equal(name.ways[0].n_parts, 3);
    assert_int_equal(name.ways[0].part_begin[1], 4);
    assert_int_equal(name.ways[0].part_begin[3], name.ways[0].n_sounds);
    check("Trần Lưu Quang", 0, "t|ch r? a n l u k w a ng");
    check("TRẦN LƯU QUANG", 0, "t|ch r? a n l u k w a ng");
    check("Đà Nẵng", 0, "d a n a ng");
}

static void test_without_marks(void **state)
{
    (void)state;
    assert_int_equal(name_of("Tran Luu Quang").n_ways, 2);
    check("Tran Luu Quang", 0, "t|ch r? a n l u k w a ng");
    check("Da Nang", 0, "d|z a n a ng");
    check("Da Nang", 1, "d a n a ng g?");
}

static void test_latin(void **state)
{
    (void)state;
    assert_int_equal(name_of("Houston").n_ways, 1);
    check("Houston", 0, "h o? u s|z t o n");
    check("Warren", 0, "w|v a r e n");
    check("O’Brien", 0, "o b r i e? n");
    check("São Paulo", 1, "s|z a o p a|o u? l o");
    check("Donald Trump", 0, "d o n a l? d t r u m p");
    /* A syllable beside a word that is none. */
    check("Kim Newton", 0, "k i m n y? u t o n");
}

static void test_katakana(void **state)
{
    via_name name = name_of("トラン・ルー・クアン");

    (void)state;
    assert_int_equal(name.script, VIA_SCRIPT_KATAKANA);
    assert_int_equal(name.n_ways, 1);
    assert_int_equal(name.ways[0].n_parts, 3);
    check("トラン・ルー・クアン", 0, "t o? l|r a m|n|ng l|r u? k u? a m|n|ng");
    check("ヴァチカン", 0, "b|v a t|ch i? k a m|n|ng");
    check("ハロッズ", 0, "h a l|r o s|z u?");
}

static void test_thai(void **state)
{
    via_name name = name_of("ฝ่าม บ่าง");

    (void)state;
    assert_int_equal(name.script, VIA_SCRIPT_THAI);
    assert_int_equal(name.ways[0].n_parts, 2);
    check("ฝ่าม บ่าง", 0, "f a m b a ng");
}

static void test_limits(void **state)
{
    char text[600];
    via_name name = name_of("");

    (void)state;
    assert_int_equal(name.n_ways, 0);
    assert_int_equal(name_of("・ー・").n_ways, 0);
    for (size_t i = 0; i < 299; i++)
        memcpy(text + 2 * i, "ba", 2);
    text[598] = '\0';
    name = name_of(text);
    assert_true(name.ways[0].n_sounds <= VIA_NAME_SOUNDS_MAX);
    for (size_t i = 0; i < 300; i += 3)
        memcpy(text + i, "Ba ", 3);
    text[300] = '\0';
    name = name_of(text);
    assert_int_equal(name.ways[0].n_parts, VIA_NAME_PARTS_MAX);
    assert_int_equal(name.ways[0].n_sounds, 2 * VIA_NAME_PARTS_MAX);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vietnamese), cmocka_unit_test(test_without_marks),
        cmocka_unit_test(test_latin),      cmocka_unit_test(test_katakana),
        cmocka_unit_test(test_thai),       cmocka_unit_test(test_limits),
    };

    return cmocka_run_group_tests(tests, names_setup, names_teardown);
}
