/* Tests of keys: that one thing has the same key in every language. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "evidence/keys.h"

#define KEYS_MAX 64

/* The keys of one text. */
struct found {
    via_key keys[KEYS_MAX];
    size_t n_keys, n_names, n_max;
};

static bool take_key(void *data, const via_key *key)
{
    struct found *found = data;

    assert_true(found->n_keys < KEYS_MAX);
    found->keys[found->n_keys++] = *key;
    return found->n_keys < found->n_max;
}

static bool take_name(void *data, const via_mention *mention)
{
    struct found *found = data;

    assert_true(mention->begin < mention->end);
    found->n_names++;
    return true;
}

/* The tables of all languages that are asked for. */
#define LANGS_MAX 8
static struct {
    via_names *names;
    struct {
        const char *lang;
        via_finder *finder;
    } of[LANGS_MAX];
} tables;

static via_finder *finder_of(const char *lang)
{
    size_t i = 0;

    while (tables.of[i].lang && strcmp(tables.of[i].lang, lang) != 0)
        i++;
    assert_true(i + 1 < LANGS_MAX);
    if (!tables.of[i].lang) {
        tables.of[i].lang = lang;
        assert_int_equal(via_finder_new(lang, tables.names, &tables.of[i].finder, NULL),
                         VIA_OK);
    }
    return tables.of[i].finder;
}

static int load_tables(void **state)
{
    (void)state;

    return via_names_new(&tables.names, NULL) == VIA_OK ? 0 : -1;
}

static int free_tables(void **state)
{
    (void)state;

    for (size_t i = 0; i < LANGS_MAX; i++)
        via_finder_free(tables.of[i].finder);
    via_names_free(tables.names);
    return 0;
}

static struct found find(const char *lang, const char *text, size_t n_max)
{
    struct found found = {.n_max = n_max};
    bool is_done = via_keys_find(finder_of(lang), text, 0, strlen(text), take_key,
                                 take_name, &found);

    assert_int_equal(is_done, found.n_keys < n_max);
    return found;
}

/* Whether both texts hold a key of `kind` that is the same. */
static bool share(const char *lang, const char *text, const char *other_lang,
                  const char *other_text, enum via_key_kind kind)
{
    struct found one = find(lang, text, KEYS_MAX);
    struct found other = find(other_lang, other_text, KEYS_MAX);

    for (size_t a = 0; a < one.n_keys; a++) {
        for (size_t b = 0; b < other.n_keys; b++) {
            if (one.keys[a].id == other.keys[b].id && one.keys[a].kind == kind)
                return other.keys[b].kind == kind;
        }
    }
    return false;
}

static void test_numbers(void **state)
{
    static const char *const same[][4] = {
        {"vi", "đạt 1.506,14 tấn", "en", "reached 1,506.14 tonnes"},
        {"vi", "62 hộ", "en", "62 households"},
        {"vi", "năm 2023", "ja", "2023年"},
        {"vi", "tăng 12,5%", "en", "rose by 12.5 %"},
        {"vi", "9.620 tỷ đồng", "en", "9,620 billion dong"},
        {"ja", "１２３４人", "en", "1,234 people"},
        {"th", "1,250 คน", "vi", "1.250 người"},
    };
    static const char *const different[][4] = {
        {"vi", "đạt 1.506 tấn", "en", "reached 1,507 tonnes"},
        {"vi", "62 hộ", "en", "26 households"},
        {"vi", "hộ", "en", "households"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        if (!share(same[i][0], same[i][1], same[i][2], same[i][3], VIA_KEY_NUMBER))
            fail_msg("'%s' is not '%s'", same[i][1], same[i][3]);
    }
    for (size_t i = 0; i < sizeof different / sizeof *different; i++) {
        if (share(different[i][0], different[i][1], different[i][2], different[i][3],
                  VIA_KEY_NUMBER))
            fail_msg("'%s' is '%s'", different[i][1], different[i][3]);
    }
}

/* Numbers up to ten are a kind of their own. */
static void test_small_numbers(void **state)
{
    (void)state;

    assert_true(share("vi", "3 con cá", "en", "3 fish", VIA_KEY_SMALL));
    assert_true(share("vi", "10 con cá", "ja", "魚10匹", VIA_KEY_SMALL));
    assert_false(share("vi", "3 con cá", "en", "3 fish", VIA_KEY_NUMBER));
    assert_false(share("vi", "11 con cá", "en", "11 fish", VIA_KEY_SMALL));
    assert_true(share("vi", "11 con cá", "en", "11 fish", VIA_KEY_NUMBER));
}

/* A date has a key for each part that may stand alone on the other side. */
static void test_dates(void **state)
{
    (void)state;

    assert_true(share("vi", "năm 2024", "en", "July 18, 2024", VIA_KEY_NUMBER));
    assert_true(share("vi", "ngày 18/07", "en", "July 18, 2024", VIA_KEY_NUMBER));
    assert_true(share("vi", "ngày 18/07/2023", "en", "July 2024", VIA_KEY_SMALL));
    assert_true(share("vi", "tháng 7", "en", "in July", VIA_KEY_SMALL));
    assert_true(share("vi", "tháng 7", "ja", "7月18日", VIA_KEY_SMALL));
    assert_false(share("vi", "tháng 7/2023", "en", "July 2024", VIA_KEY_NUMBER));
    assert_false(share("vi", "ngày 18/07", "en", "July 19, 2024", VIA_KEY_NUMBER));
    assert_false(share("vi", "ngày 18/07", "en", "August 18", VIA_KEY_SMALL));
}

static void test_copies_and_prefixes(void **state)
{
    (void)state;

    assert_true(share("vi", "hãng Samsung", "ja", "Samsung社", VIA_KEY_COPY));
    assert_true(share("vi", "xe SUV", "en", "an SUV", VIA_KEY_COPY));
    assert_false(share("vi", "hãng Samsung", "en", "Sanyo", VIA_KEY_COPY));
    assert_true(share("de", "Informationen", "fr", "informations", VIA_KEY_PREFIX));
    assert_false(share("de", "Haus", "fr", "haut", VIA_KEY_PREFIX));
}

/* Keys stand where their text does, also in the middle of a document. */
static void test_places(void **state)
{
    const char *text = "Xe 250 chở 4711 bao cho Samsung.";
    struct found found = find("vi", text, KEYS_MAX);
    bool has_number = false;
    (void)state;

    for (size_t k = 0; k < found.n_keys; k++) {
        const via_key *key = &found.keys[k];

        assert_true(key->begin < key->end && key->end <= strlen(text));
        has_number |= key->kind == VIA_KEY_NUMBER && key->end - key->begin == 4 &&
                      strncmp(text + key->begin, "4711", 4) == 0;
    }
    assert_true(has_number);
}

static void test_stopping(void **state)
{
    const char *text = "Xe 250 chở 4711 bao, xe 350 chở 12 bao cho Samsung.";
    (void)state;

    assert_int_equal(find("vi", text, 1).n_keys, 1);
    assert_int_equal(find("vi", text, 3).n_keys, 3);
    assert_true(find("vi", text, KEYS_MAX).n_keys > 4);
    assert_int_equal(find("vi", "", KEYS_MAX).n_keys, 0);
    assert_int_equal(find("ja", "。", KEYS_MAX).n_keys, 0);
}

/* Names are told apart from keys. */
static void test_names(void **state)
{
    (void)state;

    assert_true(find("vi", "Ông Đỗ Hữu Thắng nói.", KEYS_MAX).n_names > 0);
    assert_int_equal(find("vi", "trời mưa.", KEYS_MAX).n_names, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers), cmocka_unit_test(test_small_numbers),
        cmocka_unit_test(test_dates),   cmocka_unit_test(test_copies_and_prefixes),
        cmocka_unit_test(test_places),  cmocka_unit_test(test_stopping),
        cmocka_unit_test(test_names),
    };

    return cmocka_run_group_tests(tests, load_tables, free_tables);
}
