/* Tests of the buffer: growing, formatting, and failing once for all. */
#include "scratch.h"

#include "base/buffer.h"

static void test_appends_of_all_kinds(void **state)
{
    via_buffer buffer = VIA_BUFFER_INIT;

    via_buffer_append(&buffer, "abcdef", 3);
    via_buffer_append_text(&buffer, "-");
    via_buffer_append_char(&buffer, 'x');
    via_buffer_append(&buffer, NULL, 0);
    via_buffer_format(&buffer, "%d|%s", 42, "ก");
    assert_string_equal(via_buffer_text(&buffer), "abc-x42|ก");
    assert_int_equal(buffer.n_bytes, strlen("abc-x42|ก"));
    via_buffer_clear(&buffer);
    assert_null(buffer.bytes);
    assert_string_equal(via_buffer_text(&buffer), "");
    via_buffer_clear(&buffer);
}

static void test_grows_past_its_first_room(void **state)
{
    via_buffer buffer = VIA_BUFFER_INIT;
    char expected[16];

    for (int i = 0; i < 5000; i++)
        via_buffer_format(&buffer, "%05d,", i);
    assert_int_equal(buffer.n_bytes, 30000);
    for (int i = 0; i < 5000; i++) {
        snprintf(expected, sizeof expected, "%05d,", i);
        assert_memory_equal(buffer.bytes + (size_t)i * 6, expected, 6);
    }
    via_buffer_clear(&buffer);
}

static void test_a_failure_stays(void **state)
{
    via_buffer buffer = VIA_BUFFER_INIT;

    via_buffer_append_text(&buffer, "kept");
    assert_false(via_buffer_reserve(&buffer, SIZE_MAX - 2));
    assert_true(buffer.has_failed);
    via_buffer_append_text(&buffer, "lost");
    via_buffer_format(&buffer, "%d", 1);
    assert_int_equal(buffer.n_bytes, 4);
    assert_memory_equal(buffer.bytes, "kept", 4);
    assert_null(via_buffer_text(&buffer));
    via_buffer_clear(&buffer);
    assert_false(buffer.has_failed);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_appends_of_all_kinds),
        cmocka_unit_test(test_grows_past_its_first_room),
        cmocka_unit_test(test_a_failure_stays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
