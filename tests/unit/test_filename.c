/* Tests: what the path of a document says of its article and language. */
#include "scratch.h"

#include "corpus/filename.h"

/* Reads a path and returns "id lang" or "id lang page", until the next call. */
static const char *read_name(const char *path, const char *root)
{
    static char said[128];
    via_buffer id = VIA_BUFFER_INIT;
    via_filename name;

    strcpy(said, "none");
    if (via_filename_read(path, root, &name, &id))
        snprintf(said, sizeof said, "%s %s%s%s", via_buffer_text(&id), name.lang,
                 name.is_page ? " page" : "", name.is_jsonl ? " jsonl" : "");
    via_buffer_clear(&id);
    return said;
}

static void test_folder_names_language(void **state)
{
    assert_string_equal(read_name("vi/rice.txt", "news"), "rice vi");
    assert_string_equal(read_name("vi/2024/rice.txt.gz", "news"), "2024/rice vi");
    assert_string_equal(read_name("2024/ja/rice.txt", "news"), "2024/rice ja");
    assert_string_equal(read_name("zh-Hant/rice.txt", "news"), "rice zh-Hant");
    assert_string_equal(read_name("vi/rice.html", "news"), "rice vi page");
    assert_string_equal(read_name("vi/rice", "news"), "none");
    assert_string_equal(read_name("vi/rice.vi-ja.spans", "news"), "none");
}

static void test_name_ends_in_language(void **state)
{
    assert_string_equal(read_name("rice.th.txt", "news"), "rice th");
    assert_string_equal(read_name("rice.th", "news"), "rice th");
    assert_string_equal(read_name("a/rice.en.gz", "news"), "a/rice en");
    assert_string_equal(read_name("rice.1.en.txt.gz", "news"), "rice.1 en");
    assert_string_equal(read_name("rice.de", "news"), "rice de");
    assert_string_equal(read_name("rice.pt-BR.txt", "news"), "rice pt-BR");
}

static void test_what_stands_beside_documents_is_none(void **state)
{
    assert_string_equal(read_name("rice.vi-ja.gold", "news"), "none");
    assert_string_equal(read_name("rice.vi-ja.spans.tsv", "news"), "none");
    assert_string_equal(read_name("rice.vi.tsv", "news"), "none");
    assert_string_equal(read_name("vi-ja.tmx.gz", "news"), "none");
    assert_string_equal(read_name("notes.md", "news"), "none");
    assert_string_equal(read_name("notes.txt", "news"), "none");
    assert_string_equal(read_name("vi.txt", "news"), "none");
    assert_string_equal(read_name(".vi", "news"), "none");
}

static void test_believes_ours_before_others(void **state)
{
    assert_string_equal(read_name("old/vi/rice.txt", "news"), "old/rice vi");
    assert_string_equal(read_name("raw/rice.vi.txt", "news"), "raw/rice vi");
    assert_string_equal(read_name("raw/rice.de.txt", "news"), "rice.de raw");
    assert_string_equal(read_name("vi/rice.ja.txt", "news"), "rice.ja vi");
    assert_string_equal(read_name("vi/rice.vi.txt", "news"), "rice vi");
    assert_string_equal(read_name("vi/rice.vi", "news"), "rice vi");
}

static void test_given_folder_comes_last(void **state)
{
    assert_string_equal(read_name("rice.txt", "vi"), "rice vi");
    assert_string_equal(read_name("rice.ja.txt", "vi"), "rice ja");
    assert_string_equal(read_name("rice", "vi"), "none");
}

static void test_path_without_meaning_is_dropped(void **state)
{
    assert_string_equal(read_name("./vi//rice.txt", ""), "rice vi");
}

static void test_jsonl_need_not_name_a_language(void **state)
{
    assert_string_equal(read_name("crawl.jsonl.gz", "news"), "crawl  jsonl");
    assert_string_equal(read_name("crawl.ndjson", "vi"), "crawl vi jsonl");
    assert_string_equal(read_name("vi/part-1.jsonl", "news"), "part-1 vi jsonl");
    assert_string_equal(read_name("part.ja.jsonl.gz", "news"), "part ja jsonl");
    assert_string_equal(read_name("vi-ja.jsonl", "news"), "vi-ja  jsonl");
}

static void test_language_codes(void **state)
{
    assert_true(via_filename_is_lang("vi", 2));
    assert_true(via_filename_is_lang("vi-ja", 2));
    assert_false(via_filename_is_lang("vi-ja", 5));
    assert_true(via_filename_is_lang("yue-Hant-HK", 11));
    assert_false(via_filename_is_lang("v", 1));
    assert_false(via_filename_is_lang("news", 4));
    assert_false(via_filename_is_lang("VI", 2));
    assert_false(via_filename_is_lang("zh-hant", 7));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folder_names_language),
        cmocka_unit_test(test_name_ends_in_language),
        cmocka_unit_test(test_what_stands_beside_documents_is_none),
        cmocka_unit_test(test_believes_ours_before_others),
        cmocka_unit_test(test_given_folder_comes_last),
        cmocka_unit_test(test_path_without_meaning_is_dropped),
        cmocka_unit_test(test_jsonl_need_not_name_a_language),
        cmocka_unit_test(test_language_codes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
