/* Tests of the term trie: folded letters, shared beginnings, ours before CLDR's. */
#include "scratch.h"

#include "term/term_trie.h"
#include "text/utf8.h"

#define N_NAMES 8

static void fill(via_term_name *names)
{
    static const char *const texts[N_NAMES] = {"Hà Nội", "Hà Nam", "hà",     "Hàn Quốc",
                                               "日本",   "日本海", "HÀ NAM", "日本"};

    for (size_t i = 0; i < N_NAMES; i++)
        names[i] =
            (via_term_name){.id = "x/1", .text = texts[i], .guards = VIA_TERM_OWN};
    names[1].guards = 0; /* CLDR's, and told before ours */
    names[6].id = "x/2";
    names[7].guards = 0;
}

/* The first name that ends behind the last letter of `text`, or NULL. */
static const via_term_name *find(const via_term_trie *trie, const char *text)
{
    size_t at = 0, n_names = 0;
    via_term_node node = via_term_trie_first(trie, via_utf8_next(text, &at));

    while (node && text[at])
        node = via_term_trie_next(trie, node, via_utf8_next(text, &at));
    if (!node)
        return NULL;
    const via_term_name *names = via_term_trie_names(trie, node, &n_names);
    return n_names ? names : NULL;
}

static void test_find(void **state)
{
    via_term_name names[N_NAMES];
    via_term_trie *trie;

    fill(names);
    assert_int_equal(via_term_trie_new(names, N_NAMES, &trie, NULL), VIA_OK);
    assert_string_equal(find(trie, "Hà Nội")->text, "Hà Nội");
    assert_string_equal(find(trie, "HÀ NỘI")->text, "Hà Nội");
    assert_string_equal(find(trie, "Hà\u00a0Nội")->text, "Hà Nội");
    assert_string_equal(find(trie, "Hà")->text, "hà");
    assert_string_equal(find(trie, "日本海")->text, "日本海");
    assert_null(find(trie, "Hà N"));
    assert_null(find(trie, "Hàng"));
    assert_null(find(trie, "ha"));
    assert_null(find(trie, "本"));
    assert_null(find(trie, "\U0001f600"));
    via_term_trie_free(trie);
}

static void test_ours_first(void **state)
{
    via_term_name names[N_NAMES];
    via_term_trie *trie;
    size_t n_names;

    fill(names);
    assert_int_equal(via_term_trie_new(names, N_NAMES, &trie, NULL), VIA_OK);
    assert_string_equal(find(trie, "Hà Nam")->id, "x/2");

    via_term_node node = via_term_trie_first(trie, 0x65e5);
    node = via_term_trie_next(trie, node, 0x672c);
    assert_non_null(via_term_trie_names(trie, node, &n_names));
    assert_int_equal(n_names, 1);
    via_term_trie_free(trie);
}

static void test_capitals_first(void **state)
{
    via_term_name names[] = {
        {.id = "x/1", .text = "hòa bình", .guards = VIA_TERM_OWN},
        {.id = "x/2", .text = "Hòa Bình", .guards = VIA_TERM_OWN | VIA_TERM_CAPITALS}};
    via_term_trie *trie;

    assert_int_equal(via_term_trie_new(names, 2, &trie, NULL), VIA_OK);
    assert_string_equal(find(trie, "hòa bình")->id, "x/2");
    via_term_trie_free(trie);
}

static void test_empty(void **state)
{
    via_term_trie *trie;

    assert_int_equal(via_term_trie_new(NULL, 0, &trie, NULL), VIA_OK);
    assert_int_equal(via_term_trie_first(trie, 'a'), 0);
    via_term_trie_free(trie);
    via_term_trie_free(NULL);
}

/* Many children, so that they are searched by halves. */
static void test_wide(void **state)
{
    static char texts[100][8];
    via_term_name names[100];
    via_term_trie *trie;

    for (int i = 0; i < 100; i++) {
        size_t n_bytes = via_utf8_put(0x4e00, texts[i]);
        n_bytes += via_utf8_put(0x5000 + 7 * i, texts[i] + n_bytes);
        texts[i][n_bytes] = '\0';
        names[i] = (via_term_name){.id = "x/1", .text = texts[i]};
    }
    assert_int_equal(via_term_trie_new(names, 100, &trie, NULL), VIA_OK);
    for (int i = 0; i < 100; i++) {
        via_term_node node = via_term_trie_first(trie, 0x4e00);
        assert_int_not_equal(via_term_trie_next(trie, node, 0x5000 + 7 * i), 0);
        assert_int_equal(via_term_trie_next(trie, node, 0x5000 + 7 * i + 1), 0);
    }
    via_term_trie_free(trie);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),           cmocka_unit_test(test_ours_first),
        cmocka_unit_test(test_capitals_first), cmocka_unit_test(test_empty),
        cmocka_unit_test(test_wide),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
