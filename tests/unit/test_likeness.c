/* Tests of likeness: names against names, kin, and what scores mean. */
#include "loaded_names.h"

static int score(const char *a, const char *b)
{
    via_name left = name_of(a), right = name_of(b);
    int there = via_name_score(names, &left, &right);

    assert_int_equal(there, via_name_score(names, &right, &left));
    return there;
}

static bool are_kin(const char *a, const char *b)
{
    via_name left = name_of(a), right = name_of(b);

    return via_names_are_kin(names, &left, &right);
}

static void test_scripts(void **state)
{
    (void)state;
    assert_true(score("Trần Lưu Quang", "トラン・ルー・クアン") > 800);
    assert_true(score("Tran Luu Quang", "トラン・ルー・クアン") > 800);
    assert_true(score("Trần Lưu Quang", "เจิ่น ลือ กวาง") > 800);
    assert_true(score("トラン・ルー・クアン", "เจิ่น ลือ กวาง") > 400);
    assert_true(score("ハイフォン", "ไฮฟอง") > 600);
    assert_true(score("Trần Lưu Quang", "Tran Luu Quang") > 1000);
    assert_true(score("Massachusetts", "マサチューセッツ") > 1000);
    assert_true(score("Massachusetts", "แมสซาชูเซตส์") > 1000);
    assert_true(score("Massachusetts", "カリフォルニア") < 100);
}

static void test_parts(void **state)
{
    int whole = score("Elizabeth Warren", "エリザベス・ウォーレン");
    int part = score("Warren", "ウォーレン");
    int missing = score("Warren", "エリザベス・ウォーレン");

    (void)state;
    assert_true(whole > part);
    assert_int_equal(missing, part - VIA_PART_COST);
    /* What is cut out of a part is worth less still. */
    assert_true(score("Warren", "エリザベスウォーレン") < missing);
}

static void test_kin(void **state)
{
    (void)state;
    assert_true(are_kin("Donald Trump", "Trump"));
    assert_true(are_kin("ウォーレン", "ウォレン"));
    assert_true(are_kin("Đà Nẵng", "Da Nang"));
    assert_false(are_kin("Donald Trump", "Donald Tusk"));
    assert_false(are_kin("Hải Phòng", "Hải Dương"));
}

static void test_meaning(void **state)
{
    (void)state;
    for (int points = -500; points <= 1500; points += 100) {
        double likeness = via_name_likeness_of(points, 40);

        assert_true(likeness > 0.0 && likeness < 1.0);
        assert_true(abs(via_name_score_for(likeness, 40) - points) <= 1);
    }
    assert_true(via_name_likeness_of(700, 10) > via_name_likeness_of(700, 100));

    via_name a = name_of("Houston"), b = name_of("ヒューストン"), c = name_of("パリ");
    assert_true(via_name_likeness(names, &a, &b) > 0.99);
    assert_true(via_name_likeness(names, &a, &c) < 0.1);
}

static void test_weight(void **state)
{
    via_name empty = name_of(""), little = name_of("Ý"), much = name_of("Quảng Ninh");

    (void)state;
    assert_int_equal(via_name_weight(names, &empty), 0);
    assert_true(via_name_weight(names, &little) < 200);
    assert_true(via_name_weight(names, &much) > 700);
    assert_true(via_name_score(names, &empty, &much) < -1000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scripts), cmocka_unit_test(test_parts),
        cmocka_unit_test(test_kin),     cmocka_unit_test(test_meaning),
        cmocka_unit_test(test_weight),
    };

    return cmocka_run_group_tests(tests, names_setup, names_teardown);
}
