/* Tests of CLDR: some names of each kind, in four languages, and what has none. */
#include "scratch.h"

#include "text/cldr.h"

/* Looks for one name among all that are told. */
struct search {
    const char *id, *name;
    size_t n_found, n_told;
};

static bool look(void *data, const char *id, const char *name)
{
    struct search *search = data;

    search->n_told++;
    search->n_found += !strcmp(id, search->id) && !strcmp(name, search->name);
    return true;
}

static bool holds(const char *lang, const char *id, const char *name)
{
    struct search search = {id, name, 0, 0};

    assert_int_equal(via_cldr_list(lang, look, &search, NULL), VIA_OK);
    return search.n_found > 0;
}

static void test_regions(void **state)
{
    assert_true(holds("vi", "region/KR", "Hàn Quốc"));
    assert_true(holds("ja", "region/KR", "韓国"));
    assert_true(holds("th", "region/KR", "เกาหลีใต้"));
    assert_true(holds("en", "region/KR", "South Korea"));
    assert_true(holds("en", "region/US", "United States"));
    assert_true(holds("en", "region/US", "US"));
    assert_true(holds("ja", "region/142", "アジア"));
    assert_true(holds("th", "region/EU", "สหภาพยุโรป"));
    assert_false(holds("vi", "region/KR", "韓国"));
}

static void test_languages(void **state)
{
    assert_true(holds("vi", "lang/ja", "Tiếng Nhật"));
    assert_true(holds("ja", "lang/vi", "ベトナム語"));
    assert_true(holds("en", "lang/th", "Thai"));
}

static void test_money(void **state)
{
    assert_true(holds("vi", "currency/USD", "US$"));
    assert_true(holds("vi", "currency/USD", "Đô la Mỹ"));
    assert_true(holds("en", "currency/USD", "US dollars"));
    assert_true(holds("en", "currency/JPY", "¥"));
    assert_true(holds("th", "currency/THB", "บาท"));
}

static void test_calendar(void **state)
{
    assert_true(holds("en", "month/7", "July"));
    assert_true(holds("en", "month/7", "Jul"));
    assert_true(holds("th", "month/12", "ธ.ค."));
    assert_true(holds("vi", "month/1", "tháng 1"));
    assert_true(holds("en", "weekday/1", "Monday"));
    assert_true(holds("ja", "weekday/7", "日曜日"));
    assert_true(holds("vi", "weekday/6", "Thứ Bảy"));
}

static void test_cities(void **state)
{
    assert_true(holds("vi", "city/Tokyo", "Tokyo"));
    assert_true(holds("ja", "city/Tokyo", "東京"));
    assert_true(holds("th", "city/Paris", "ปารีส"));
    assert_true(holds("ja", "city/New_York", "ニューヨーク"));
}

static void test_units(void **state)
{
    assert_true(holds("en", "unit/kilometer", "kilometers"));
    assert_true(holds("en", "unit/kilometer", "kilometer"));
    assert_true(holds("en", "unit/kilometer", "km"));
    assert_true(holds("en", "unit/celsius", "°C"));
    assert_true(holds("ja", "unit/kilogram", "キログラム"));
    assert_true(holds("th", "unit/square-meter", "ตารางเมตร"));
    /* The number stands inside: 摂氏 1 度. */
    assert_false(holds("ja", "unit/celsius", "摂氏 1 度"));
}

/* A language without data has no names, whatever the machine is set to. */
static void test_unknown(void **state)
{
    struct search search = {"", "", 0, 0};

    assert_int_equal(via_cldr_list("xx", look, &search, NULL), VIA_OK);
    assert_int_equal(via_cldr_list("x-private", look, &search, NULL), VIA_OK);
    assert_int_equal(search.n_told, 0);
    assert_int_equal(via_cldr_list("zh-Hant-TW", look, &search, NULL), VIA_OK);
    assert_in_range(search.n_told, 1000, 100000);
}

static bool stop(void *data, const char *id, const char *name)
{
    return ++*(size_t *)data < 3;
}

static void test_stop(void **state)
{
    via_error err = {VIA_OK, ""};
    size_t n_told = 0;

    assert_int_equal(via_cldr_list("en", stop, &n_told, &err), VIA_E_MEMORY);
    assert_int_equal(err.status, VIA_E_MEMORY);
    assert_int_equal(n_told, 3);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_regions), cmocka_unit_test(test_languages),
        cmocka_unit_test(test_money),   cmocka_unit_test(test_calendar),
        cmocka_unit_test(test_cities),  cmocka_unit_test(test_units),
        cmocka_unit_test(test_unknown), cmocka_unit_test(test_stop),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
