/* Tests of lower case: marks stay, and what has no case stays as it is. */
#include "scratch.h"

#include "text/lower.h"

static void test_lower(void **state)
{
    assert_int_equal(via_char_lower('A'), 'a');
    assert_int_equal(via_char_lower('z'), 'z');
    assert_int_equal(via_char_lower(0x1ec4), 0x1ec5); /* Ễ ễ */
    assert_int_equal(via_char_lower(0x0110), 0x0111); /* Đ đ */
    assert_int_equal(via_char_lower(0xff21), 0xff41); /* full-width A a */
    assert_int_equal(via_char_lower(0x65e5), 0x65e5); /* 日 */
    assert_int_equal(via_char_lower('7'), '7');
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_lower)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
