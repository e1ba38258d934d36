/* Tests of skeletons: names of several scripts meet in one key. */
#include "sketched.h"

#include "match/skeleton.h"

static size_t skeletons(const via_names *names, const char *name, uint64_t *out)
{
    return via_skeletons_of(names, name, 0, strlen(name), out);
}

static bool share(const via_names *names, const char *a, const char *b)
{
    uint64_t left[VIA_SKELETONS_MAX], right[VIA_SKELETONS_MAX];
    size_t n_left = skeletons(names, a, left), n_right = skeletons(names, b, right);

    for (size_t i = 0; i < n_left; i++) {
        for (size_t j = 0; j < n_right; j++) {
            if (left[i] == right[j])
                return true;
        }
    }
    return false;
}

static void test_across_scripts(void **state)
{
    via_names *names = NULL;
    (void)state;

    assert_int_equal(via_names_new(&names, NULL), VIA_OK);
    assert_true(share(names, "Lukashenko", "ルカシェンコ"));
    assert_true(share(names, "Alexander Lukashenko", "ルカシェンコ"));
    assert_false(share(names, "Lukashenko", "アンダーソン"));
    via_names_free(names);
}

static void test_too_short(void **state)
{
    via_names *names = NULL;
    uint64_t out[VIA_SKELETONS_MAX];
    (void)state;

    assert_int_equal(via_names_new(&names, NULL), VIA_OK);
    assert_int_equal(skeletons(names, "Hà Nội", out), 0);
    assert_int_equal(skeletons(names, "123", out), 0);
    assert_true(skeletons(names, "Margaret", out) > 0);
    via_names_free(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_across_scripts),
                                       cmocka_unit_test(test_too_short)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
