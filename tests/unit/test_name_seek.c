/* Tests of seeking a name in a Thai text, and of what its spaces and silent letters
 * say. */
#include "loaded_names.h"

#include "name/hearing.h"

static via_arena *arena;

static int setup(void **state)
{
    arena = via_arena_new();
    return arena ? names_setup(state) : -1;
}

static int teardown(void **state)
{
    via_arena_free(arena);
    return names_teardown(state);
}

static via_sound_run run_of(const char *text)
{
    via_sound_run run;

    assert_int_equal(
        via_names_read_thai(names, text, 0, strlen(text), arena, &run, NULL), VIA_OK);
    return run;
}

static via_heard seek(const char *name, const char *text, const char *expected)
{
    via_sound_run run = run_of(text);
    via_name read = name_of(name);
    via_heard heard = via_name_seek(names, &read, &run, 0, run.n_sounds);

    if (expected) {
        size_t begin = run.letters[heard.begin].begin;
        size_t end = run.letters[heard.end - 1].end;

        assert_int_equal(end - begin, strlen(expected));
        assert_memory_equal(text + begin, expected, end - begin);
    }
    return heard;
}

static void test_places(void **state)
{
    (void)state;
    seek("Houston", "เขาอยู่ที่ฮิวสตันเมื่อวาน", "ฮิวสตัน");
    seek("Lào Cai", "จังหวัดหล่าวกายและเซินลา", "หล่าวกาย");
    seek("Sơn La", "จังหวัดหล่าวกายและเซินลา", "เซินลา");
    seek("トランプ", "ประธานาธิบดีทรัมป์กล่าว", "ทรัมป์");
    seek("Elizabeth Warren", "วุฒิสมาชิก วอร์เรน กล่าว", "วอร์เรน");
}

static void test_scores(void **state)
{
    int right = seek("Houston", "เขาอยู่ที่ฮิวสตันเมื่อวาน", NULL).score;
    int wrong = seek("Houston", "จังหวัดหล่าวกายและเซินลา", NULL).score;

    (void)state;
    assert_true(right > 300);
    assert_true(wrong < right - 200);
    assert_true(seek("Houston", "", NULL).score <= VIA_IMPOSSIBLE);
    assert_true(seek("", "ฮิวสตัน", NULL).score <= VIA_IMPOSSIBLE);
}

static void test_marks(void **state)
{
    int inside = seek("Houston", "ที่ฮิวสตันนี้", NULL).score;
    int before = seek("Houston", "ที่ ฮิวสตันนี้", NULL).score;
    int around = seek("Houston", "ที่ ฮิวสตัน นี้", NULL).score;
    int quoted = seek("Houston", "ที่“ฮิวสตัน”นี้", NULL).score;

    (void)state;
    assert_int_equal(before - inside, VIA_GAP_BEGIN_GAIN - VIA_NO_GAP_BEGIN_GAIN);
    assert_int_equal(around - before, VIA_GAP_END_GAIN - VIA_NO_GAP_END_GAIN);
    assert_int_equal(quoted, around);

    via_sound_run silent = run_of("วอร์เรน"), loud = run_of("วอเรน");
    assert_true(silent.has_silence);
    assert_false(loud.has_silence);
    assert_true(seek("Warren", "วอร์เรน", NULL).score >
                seek("Warren", "วอเรน", NULL).score + VIA_CENTINAT);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_scores),
        cmocka_unit_test(test_marks),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
