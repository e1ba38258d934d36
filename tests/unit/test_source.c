/* Tests: where one document stands. */
#include "scratch.h"

#include "corpus/source.h"

/* Returns the name or the place of a document, until the next call. */
static const char *said(const via_source *source,
                        void (*say)(const via_source *, via_buffer *))
{
    static char text[64];
    via_buffer out = VIA_BUFFER_INIT;

    say(source, &out);
    snprintf(text, sizeof text, "%s", via_buffer_text(&out));
    via_buffer_clear(&out);
    return text;
}

static void test_names(void **state)
{
    via_source source = {.path = "a.jsonl", .line = 7};

    assert_string_equal(said(&source, via_source_place), "a.jsonl:7");
    assert_string_equal(said(&source, via_source_name), "a.jsonl:7");
    source.id = "tea";
    assert_string_equal(said(&source, via_source_name), "tea");
    source.url = "http://tea";
    assert_string_equal(said(&source, via_source_name), "http://tea");
    assert_string_equal(said(&source, via_source_place), "a.jsonl:7");
    assert_string_equal(said(&(via_source){.path = "a.txt"}, via_source_place),
                        "a.txt");
}

static void test_sizes(void **state)
{
    via_source source = {.path = scratch_file(*state, "a.txt", "12345", 5)};

    assert_int_equal(via_source_size(&source), 5);
    source.kind = VIA_SOURCE_JSON;
    source.n_bytes = 3;
    assert_int_equal(via_source_size(&source), 3);
    source = (via_source){.path = scratch_file(*state, "a.txt.gz", "12345", 5)};
    assert_true(via_source_size(&source) > 5);
    source.path = "/none";
    assert_int_equal(via_source_size(&source), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test_setup_teardown(test_sizes, scratch_setup, scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
