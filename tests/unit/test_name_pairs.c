/* Tests of name pairs: who belongs together, and who is turned away. */
#include "loaded_names.h"

#include "name/name_pairs.h"

#define NAMES_MAX 200

static via_arena *arena;
static via_name_pair *pairs;
static size_t n_pairs;

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

/* Pairs two lists that end with NULL. */
static void pair(const char *const *src, const char *const *tgt)
{
    static via_name src_names[NAMES_MAX], tgt_names[NAMES_MAX];
    via_name_list lists[2] = {{src_names, 0}, {tgt_names, 0}};

    for (; src[lists[0].n_names]; lists[0].n_names++)
        src_names[lists[0].n_names] = name_of(src[lists[0].n_names]);
    for (; tgt[lists[1].n_names]; lists[1].n_names++)
        tgt_names[lists[1].n_names] = name_of(tgt[lists[1].n_names]);
    assert_int_equal(
        via_name_pairs_find(names, lists[0], lists[1], arena, &pairs, &n_pairs, NULL),
        VIA_OK);
    for (size_t p = 0; p < n_pairs; p++)
        assert_true(pairs[p].likeness > 0.0f && pairs[p].likeness <= 1.0f);
}

static void check(size_t p, uint32_t src, uint32_t tgt)
{
    assert_true(p < n_pairs);
    assert_int_equal(pairs[p].src, src);
    assert_int_equal(pairs[p].tgt, tgt);
}

static void test_katakana(void **state)
{
    static const char *const src[] = {"Quảng Ninh", "Đảng", "Phạm Minh Chính", "Texas",
                                      NULL};
    static const char *const tgt[] = {"テキサス", "サービス", "クアンニン",
                                      "ファム・ミン・チン", NULL};

    (void)state;
    pair(src, tgt);
    assert_int_equal(n_pairs, 3);
    check(0, 0, 2);
    check(1, 2, 3);
    check(2, 3, 0);
}

static void test_short_forms(void **state)
{
    static const char *const src[] = {"Elizabeth Warren", "Warren", "Donald Trump",
                                      NULL};
    static const char *const tgt[] = {"ウォーレン", "エリザベス・ウォーレン", NULL};

    (void)state;
    pair(src, tgt);
    assert_int_equal(n_pairs, 4);
    check(0, 0, 0);
    check(1, 0, 1);
    check(2, 1, 0);
    check(3, 1, 1);
    assert_true(pairs[1].likeness > pairs[0].likeness);
}

static void test_rivals(void **state)
{
    static const char *const src[] = {"Christian Schertz", "Cristiano Ronaldo", NULL};
    static const char *const tgt[] = {"クリスティアーノ・ロナウド",
                                      "クリスチャン・シェルツ", NULL};

    (void)state;
    pair(src, tgt);
    assert_int_equal(n_pairs, 2);
    check(0, 0, 1);
    check(1, 1, 0);
}

static void test_latin(void **state)
{
    static const char *const src[] = {"Trần Lưu Quang", "Geoff Diehl", "Triumph", NULL};
    static const char *const tgt[] = {"Diehl", "Tran Luu Quang", "Trump", NULL};

    (void)state;
    pair(src, tgt);
    assert_int_equal(n_pairs, 2);
    check(0, 0, 1);
    check(1, 1, 0);
}

static void test_nothing(void **state)
{
    static const char *const none[] = {NULL};
    static const char *const some[] = {"Paris", "", NULL};

    (void)state;
    pair(none, some);
    assert_int_equal(n_pairs, 0);
    pair(some, none);
    assert_int_equal(n_pairs, 0);
    pair(none, none);
    assert_int_equal(n_pairs, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_katakana), cmocka_unit_test(test_short_forms),
        cmocka_unit_test(test_rivals),   cmocka_unit_test(test_latin),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
