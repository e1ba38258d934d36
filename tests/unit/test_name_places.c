/* Tests of name places: where names stand in Thai segments, and where they do not. */
#include "loaded_names.h"

#include "name/name_places.h"

static const char *const SEGS[] = {
    "จังหวัดหล่าวกาย ลงนามกับมณฑลยูนนาน",
    "",
    "นายเหงียน ฟู้ จ่อง พบกับโดนัลด์ ทรัมป์ ที่วอชิงตัน",
    "ราคาข้าวเพิ่มขึ้นร้อยละ 5 เมื่อเทียบกับปีก่อน",
};
#define N_SEGS (sizeof SEGS / sizeof *SEGS)

static via_arena *arena;
static via_name_place *places;
static size_t n_places;

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

static void find(const char *const *texts, size_t n_texts)
{
    via_name list[16];
    via_sound_run segs[N_SEGS];

    assert_true(n_texts <= 16);
    for (size_t i = 0; i < n_texts; i++)
        list[i] = name_of(texts[i]);
    for (size_t i = 0; i < N_SEGS; i++)
        assert_int_equal(via_names_read_thai(names, SEGS[i], 0, strlen(SEGS[i]), arena,
                                             &segs[i], NULL),
                         VIA_OK);
    assert_int_equal(via_name_places_find(names, (via_name_list){list, n_texts}, segs,
                                          N_SEGS, arena, &places, &n_places, NULL),
                     VIA_OK);
}

static void check(size_t p, uint32_t name, uint32_t seg, const char *expected)
{
    assert_true(p < n_places);
    assert_int_equal(places[p].name, name);
    assert_int_equal(places[p].seg, seg);
    assert_int_equal(places[p].end - places[p].begin, strlen(expected));
    assert_memory_equal(SEGS[seg] + places[p].begin, expected, strlen(expected));
    assert_true(places[p].likeness > 0.0f && places[p].likeness <= 1.0f);
}

static void test_latin(void **state)
{
    static const char *const list[] = {"Nguyễn Phú Trọng", "Lào Cai", "Donald Trump",
                                       "Massachusetts", "Washington"};

    (void)state;
    find(list, 5);
    assert_int_equal(n_places, 4);
    check(0, 1, 0, "หล่าวกาย");
    check(1, 0, 2, "เหงียน ฟู้ จ่อง");
    check(2, 2, 2, "โดนัลด์ ทรัมป์");
    check(3, 4, 2, "วอชิงตัน");
}

static void test_katakana(void **state)
{
    static const char *const list[] = {"トランプ", "ワシントン", "ラオカイ"};

    (void)state;
    find(list, 3);
    assert_int_equal(n_places, 3);
    check(0, 2, 0, "หล่าวกาย");
    check(1, 0, 2, "ทรัมป์");
    check(2, 1, 2, "วอชิงตัน");
}

static void test_rivals(void **state)
{
    /* Both names of the first segment's kind are there; one fits worse. */
    static const char *const list[] = {"Donald Trump", "Donald Tramb",
                                       "Ronald Trumpet"};

    (void)state;
    find(list, 3);
    for (size_t p = 0; p < n_places; p++)
        assert_int_not_equal(places[p].name, 2);
    check(0, 0, 2, "โดนัลด์ ทรัมป์");
}

static void test_nothing(void **state)
{
    static const char *const list[] = {"Huế", "", "Vladivostok"};

    (void)state;
    find(NULL, 0);
    assert_int_equal(n_places, 0);
    find(list, 3);
    assert_int_equal(n_places, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_latin),
        cmocka_unit_test(test_katakana),
        cmocka_unit_test(test_rivals),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
