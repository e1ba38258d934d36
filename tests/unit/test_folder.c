/* Tests of making folders. */
#include "scratch.h"

#include "io/writer.h"

static int is_folder(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static void test_makes_all_above(void **state)
{
    scratch *s = *state;

    assert_int_equal(via_make_folder(scratch_path(s, "a//b/c/"), NULL), VIA_OK);
    assert_true(is_folder(s->path));
    assert_int_equal(via_make_folder(s->path, NULL), VIA_OK);
    assert_int_equal(via_make_folder("/", NULL), VIA_OK);
}

static void test_what_stands_in_the_way(void **state)
{
    scratch *s = *state;
    via_error err = {0};

    scratch_file(s, "file", "", 0);
    assert_int_equal(via_make_folder(s->path, &err), VIA_E_IO);
    assert_non_null(strstr(err.message, "/file: Not a directory"));
    assert_int_equal(via_make_folder(scratch_path(s, "file/a"), &err), VIA_E_IO);
    assert_int_equal(via_make_folder("", &err), VIA_E_IO);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_makes_all_above),
        TEST(test_what_stands_in_the_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
