/* Tests: what gives away that an element or a line is no part of an article. */
#include "scratch.h"

#include "page/furniture.h"

static int setup(void **state)
{
    via_furniture_rules *rules;

    if (via_furniture_load(&rules, NULL) != VIA_OK)
        return -1;
    *state = rules;
    return 0;
}

static int teardown(void **state)
{
    via_furniture_free(*state);
    return 0;
}

static const char *line(void **state, const char *text)
{
    return via_furniture_name(via_furniture_of_line(*state, text, strlen(text)).reason);
}

static const char *names(void **state, const char *words)
{
    return via_furniture_name(via_furniture_of_names(*state, words).reason);
}

static void expect_key(const char *text, const char *wanted)
{
    via_buffer key = VIA_BUFFER_INIT;

    via_line_key(text, strlen(text), &key);
    assert_string_equal(via_buffer_text(&key) ? key.bytes : "", wanted);
    via_buffer_clear(&key);
}

static void test_keys(void **state)
{
    (void)state;
    expect_key("  BÌNH LUẬN: (1.024) ", "bình luận #");
    expect_key("コメント（12）", "コメント #");
    expect_key("コメント12件", "コメント # 件");
    expect_key("© 2024, Báo – Đất", "© # báo đất");
    expect_key("©Báo", "© báo");
    expect_key("...", "");
}

static void test_lines(void **state)
{
    assert_string_equal(line(state, "Bình luận (0)"), "comments");
    assert_string_equal(line(state, "ความคิดเห็น (3)"), "comments");
    assert_string_equal(line(state, "3 bình luận viên có mặt"), "none");
    assert_string_equal(line(state, "Bình luận viên bóng đá"), "none");
    assert_string_equal(line(state, "PR"), "ad");
    assert_string_equal(line(state, "ページの先頭へ"), "navigation");
}

static void test_sections(void **state)
{
    assert_true(via_furniture_of_line(*state, "Tin liên quan:", 15).is_section);
    assert_false(via_furniture_of_line(*state, "Xem thêm", 9).is_section);
}

static void test_beginnings(void **state)
{
    assert_string_equal(line(state, "Copyright © Báo Đất Mũi"), "legal");
    assert_string_equal(line(state, "© 2024"), "legal");
    assert_string_equal(line(state, "Từ khóa: tôm, rừng"), "tags");
    assert_string_equal(line(state, "タグ：フエ、世界遺産"), "tags");
    assert_string_equal(line(state, "Chủ đề của năm nay là rừng."), "none");
    assert_string_equal(line(state, "Copyrights are old."), "none");
}

static void test_share_bars(void **state)
{
    assert_string_equal(line(state, "Facebook | Twitter | Zalo"), "share");
    assert_string_equal(line(state, "Chia sẻ Facebook"), "share");
    assert_string_equal(line(state, "Facebook và Zalo"), "none");
    assert_string_equal(line(state, "x"), "none");
}

static void test_long_lines_are_text(void **state)
{
    char text[400] = "© ";

    for (size_t i = 3; i + 1 < sizeof text; i++)
        text[i] = 'a';
    assert_string_equal(line(state, text), "none");
}

static void test_names(void **state)
{
    assert_string_equal(names(state, "box tin lien quan . main"), "related");
    assert_string_equal(names(state, "main . top menu"), "navigation");
    assert_string_equal(names(state, "tin . lien quanh"), "none");
    assert_string_equal(names(state, "lien . quan"), "none");
    assert_string_equal(names(state, "menuet"), "none");
    assert_string_equal(names(state, ""), "none");
    assert_true(via_furniture_of_names(*state, "x . entry content").is_article);
    assert_false(via_furniture_of_names(*state, "entry . content").is_article);
}

static void test_bad_rules(void **state)
{
    static const char *const ROWS[][2] = {
        {"row\tx\tad\n", "expected name, line, start, label, section or share"},
        {"line\tx\n", "expected a reason"},
        {"line\tx\twhim\n", "expected a reason"},
        {"line\tx\tarticle\n", "expected a reason"},
    };
    scratch *s = *state;
    via_furniture_rules *rules;
    via_error err;

    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        scratch_file(s, "furniture.tsv", ROWS[i][0], strlen(ROWS[i][0]));
        assert_int_equal(setenv("VIALIGN_DATA", s->folder, 1), 0);
        assert_int_equal(via_furniture_load(&rules, &err), VIA_E_FORMAT);
        assert_int_equal(unsetenv("VIALIGN_DATA"), 0);
        assert_null(rules);
        assert_non_null(strstr(err.message, ROWS[i][1]));
        assert_non_null(strstr(err.message, "furniture.tsv:1: "));
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_keys),
        TEST(test_lines),
        TEST(test_sections),
        TEST(test_beginnings),
        TEST(test_share_bars),
        TEST(test_long_lines_are_text),
        TEST(test_names),
        cmocka_unit_test_setup_teardown(test_bad_rules, scratch_setup,
                                        scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
