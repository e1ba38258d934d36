/* Tests of the name finder: what of a segment may be a name. */
#include "loaded_names.h"

struct listing {
    const char *text;
    char found[1024];
    size_t n_left; /* mentions that are still wanted */
};

static bool list_mention(void *data, const via_mention *mention)
{
    struct listing *listing = data;

    assert_int_equal(mention->kind, VIA_MENTION_NAME);
    assert_int_equal(mention->end - mention->begin, strlen(mention->value));
    assert_memory_equal(listing->text + mention->begin, mention->value,
                        strlen(mention->value));
    strcat(strcat(listing->found, mention->value), "; ");
    return --listing->n_left > 0;
}

static const char *find_some(const char *lang, const char *text, size_t n_max)
{
    static struct listing listing;

    listing = (struct listing){text, "", n_max};
    bool goes_on =
        via_names_find(names, lang, text, 0, strlen(text), list_mention, &listing);
    assert_int_equal(goes_on, listing.n_left > 0);
    return listing.found;
}

static const char *find(const char *lang, const char *text)
{
    return find_some(lang, text, 100);
}

static void test_vietnamese(void **state)
{
    (void)state;
    assert_string_equal(find("vi", "Ông Trần Lưu Quang và George W. Bush đến TP. Huế."),
                        "Trần Lưu Quang; George W. Bush; Huế; ");
    assert_string_equal(
        find("vi", "Tại Lào Cai, Chủ tịch UBND tỉnh nói: Warren đã về."),
        "Lào Cai; Warren; ");
    assert_string_equal(find("vi", "Chiều Trump đến. Sáng nay trời mưa."), "Trump; ");
    assert_string_equal(find("vi", "Đại hội của Tổng thống Mỹ"), "Mỹ; ");
}

static void test_english(void **state)
{
    (void)state;
    assert_string_equal(find("en", "The President, Donald Trump, met Mr. O’Brien."),
                        "Donald Trump; O’Brien; ");
    assert_string_equal(
        find("en", "However, Trump’s and Warren's teams left New York."),
        "Trump; Warren; New York; ");
    assert_string_equal(find("en", "He saw J. K. Rowling in Rio de Janeiro de novo."),
                        "J. K. Rowling; Rio de Janeiro; ");
    assert_string_equal(find("en", "NATO, FDI and Boeing 737 or G7 of A."), "Boeing; ");
    assert_string_equal(find("en", "Jean-Luc  Picard"), "Jean-Luc; Picard; ");
}

static void test_japanese(void **state)
{
    (void)state;
    assert_string_equal(find("ja", "トラン・ルー・クアン氏とドナルド トランプ大統領"),
                        "トラン・ルー・クアン; ドナルド トランプ; ");
    assert_string_equal(find("ja", "ヌーヴェル＝アキテーヌのTran Luu Quang氏。ア・"),
                        "ヌーヴェル＝アキテーヌ; Tran Luu Quang; ");
    assert_string_equal(find("ja", "山・川、ひらがな"), "");
}

static void test_thai(void **state)
{
    (void)state;
    assert_string_equal(find("th", "ตัวแทนรัฐ Geoff Diehl และ VSIP ที่ฮานอย"),
                        "Geoff Diehl; ");
}

static void test_limits(void **state)
{
    (void)state;
    assert_string_equal(find("vi", ""), "");
    assert_string_equal(find("en", "see Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj"),
                        "Aa Bb Cc Dd Ee Ff Gg Hh; Ii Jj; ");
    assert_string_equal(
        find("en", "at Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch "
                   "Pneumonoultramicroscopicsilicovolcanoconiosis"),
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch; ");
    assert_string_equal(find_some("en", "from Paris to Rome to London", 2),
                        "Paris; Rome; ");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vietnamese), cmocka_unit_test(test_english),
        cmocka_unit_test(test_japanese),   cmocka_unit_test(test_thai),
        cmocka_unit_test(test_limits),
    };

    return cmocka_run_group_tests(tests, names_setup, names_teardown);
}
