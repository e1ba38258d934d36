/* Tests of links: who is tied to whom. */
#include "scratch.h"

#include "eval/links.h"

static via_bead_set *load(scratch *s, const char *text)
{
    via_bead_set *set;

    assert_int_equal(via_bead_set_load(scratch_file(s, "beads", text, strlen(text)),
                                       false, &set, NULL),
                     VIA_OK);
    return set;
}

static void test_touching(void **state)
{
    via_bead_set *set =
        load(*state, "[0]:[0]\n[1, 2]:[1, 5]\n[3]:[]\n[]:[2]\n[2]:[7]\n");
    via_bead_set *asked = load(*state, "[0]:[0, 1]\n[2]:[5]\n[1, 2]:[0, 7]\n"
                                       "[0]:[1]\n[3]:[2]\n[1]:[7]\n[0]:[]\n"
                                       "[900]:[0]\n[0]:[900]\n");
    via_links *links = via_links_new(set);

    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < via_bead_set_count(asked); i++) {
            via_set_bead bead = via_bead_set_get(asked, i);

            assert_int_equal(via_links_touch(links, &bead), i < 3);
        }
    }
    via_links_free(links);
    via_bead_set_free(set);
    via_bead_set_free(asked);
}

static void test_nothing_is_tied_to_nothing(void **state)
{
    via_bead_set *none = via_bead_set_new();
    via_bead_set *asked = load(*state, "[0]:[0]\n");
    via_links *links = via_links_new(none);
    via_set_bead bead = via_bead_set_get(asked, 0);

    assert_false(via_links_touch(links, &bead));
    via_links_free(links);
    via_links_free(NULL);
    via_bead_set_free(none);
    via_bead_set_free(asked);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_touching),
        TEST(test_nothing_is_tied_to_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
