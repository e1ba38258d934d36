/* Tests of term guards: case, neighbours and the beginning of a sentence. */
#include "scratch.h"

#include "term/term_guard.h"

static via_arena *arena;

static int setup(void **state)
{
    arena = via_arena_new();
    return arena ? 0 : -1;
}

static int teardown(void **state)
{
    via_arena_free(arena);
    return 0;
}

static bool take(void *data, const via_term_name *name)
{
    *(via_term_name *)data = *name;
    return true;
}

/* Whether the alternative fits where `[` and `]` enclose it in the text. */
static bool fits(const char *alternative, const char *marked)
{
    char text[256];
    size_t begin = strcspn(marked, "["), end = strcspn(marked, "]") - 1;
    via_term_name name;

    assert_int_equal(via_term_name_read(alternative, "x/1", NULL, arena, take, &name),
                     VIA_OK);
    snprintf(text, sizeof text, "%.*s%.*s%s", (int)begin, marked, (int)(end - begin),
             marked + begin + 1, marked + end + 2);
    const via_term_place place = {text, 0, strlen(text), begin, end};
    return via_term_name_fits(&name, &place);
}

static void test_case(void **state)
{
    assert_true(fits("Mỹ", "nước [Mỹ]"));
    assert_true(fits("Mỹ", "NƯỚC [MỸ]"));
    assert_false(fits("Mỹ", "môn [mỹ] thuật"));
    assert_true(fits("luật", "[LUẬT] mới"));
    assert_true(fits("=mm", "5 [mm]"));
    assert_false(fits("=mm", "5 [MM]"));
    assert_true(fits("US", "the [ＵＳ]"));
}

static void test_first(void **state)
{
    assert_false(fits("~Anh", "[Anh] đến"));
    assert_false(fits("~Anh", "Xong. [Anh] đến"));
    assert_false(fits("~Anh", "“[Anh] đến”"));
    assert_false(fits("~Anh", "  ([Anh] đến)"));
    assert_true(fits("~Anh", "ở [Anh]"));
    assert_true(fits("~Anh", "Pháp, [Anh]"));
}

static void test_neighbours(void **state)
{
    assert_false(fits("<Anh", "bà Lê [Anh] đến"));
    assert_true(fits("<Anh", "thủ tướng [Anh] đến"));
    assert_true(fits("<Anh", "Tại [Anh] có mưa"));
    assert_true(fits("<Anh", "Pháp, [Anh]"));
    assert_false(fits("<<Chad", "Mark [Chad] said"));
    assert_true(fits("<<Chad", "from [Chad] on"));
    assert_false(fits(">Jordan", "[Jordan] Hall said"));
    assert_true(fits(">Jordan", "[Jordan] said"));
    assert_true(fits(">Jordan", "in [Jordan]"));
}

static void test_contexts(void **state)
{
    assert_true(fits("{nước /của }Anh", "Nước [Anh]"));
    assert_true(fits("{nước /của }Anh", "vua của [Anh]"));
    assert_false(fits("{nước /của }Anh", "gặp [Anh]"));
    assert_false(fits("{của }Anh", "xcủa [Anh]"));
    assert_false(fits("{!hồ /đồng }hồ", "đồng [hồ]"));
    assert_true(fits("{!hồ /đồng }hồ", "bờ [hồ]"));
    assert_true(fits("{#/# }km", "12 [km]"));
    assert_true(fits("{#/# }km", "１２[km]"));
    assert_false(fits("{#/# }km", "a [km]"));
    assert_true(fits("日{越/米}", "[日]越"));
    assert_false(fits("日{越/米}", "[日]本"));
    assert_false(fits("中国{!地方}", "[中国]地方"));
    assert_true(fits("中国{!地方}", "[中国]"));
}

/* Nothing beyond the bounds of the text is looked at. */
static void test_bounds(void **state)
{
    const char *text = "của Anh em";
    size_t begin = strlen("của ");
    via_term_name name;

    assert_int_equal(via_term_name_read("Anh{! em}", "x/1", NULL, arena, take, &name),
                     VIA_OK);
    via_term_place place = {text, 0, strlen(text), begin, begin + 3};
    assert_false(via_term_name_fits(&name, &place));
    place.text_end = place.end;
    assert_true(via_term_name_fits(&name, &place));

    assert_int_equal(via_term_name_read("{của }Anh", "x/1", NULL, arena, take, &name),
                     VIA_OK);
    assert_true(via_term_name_fits(&name, &place));
    place.text_begin = place.begin;
    assert_false(via_term_name_fits(&name, &place));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_case),       cmocka_unit_test(test_first),
        cmocka_unit_test(test_neighbours), cmocka_unit_test(test_contexts),
        cmocka_unit_test(test_bounds),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
