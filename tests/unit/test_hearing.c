/* Tests of hearing: places, what of a name is heard, and what borders cost. */
#include "loaded_names.h"

#include "name/hearing.h"

/* Hears a name in sounds spelled as in the tables; a border costs `cost` inside. */
static via_heard hear(const char *name, const char *sounds, int cost)
{
    static const int16_t no_cost[64];
    uint8_t heard[63];
    int n_sounds = via_sounds_parse(&names->sounds, sounds, heard, sizeof heard);
    via_name read = name_of(name);
    via_borders borders;
    via_audible audible = {heard, no_cost, no_cost, (size_t)n_sounds};

    assert_true(n_sounds >= 0);
    via_borders_find(&read.ways[0], cost, &borders);
    return via_hear(&names->sounds, &read.ways[0], &borders, &audible, 0,
                    (size_t)n_sounds);
}

static void test_places(void **state)
{
    via_heard heard = hear("Lào Cai", "m a s l a o k a i t o n", VIA_NO_BORDER_COST);
    via_name name = name_of("Lào Cai");

    (void)state;
    assert_int_equal(heard.begin, 3);
    assert_int_equal(heard.end, 9);
    assert_int_equal(heard.name_begin, 0);
    assert_int_equal(heard.name_end, name.ways[0].n_sounds);
    assert_int_equal(heard.score, via_name_weight(names, &name));
}

static void test_losses(void **state)
{
    int whole = hear("Lào Cai", "l a o k a i", VIA_NO_BORDER_COST).score;
    int lost = hear("Lào Cai", "l a o k a", VIA_NO_BORDER_COST).score;
    int more = hear("Lào Cai", "l a o r? k a i", VIA_NO_BORDER_COST).score;
    uint8_t sound;

    (void)state;
    assert_int_equal(via_sounds_parse(&names->sounds, "i", &sound, 1), 1);
    assert_int_equal(whole - lost,
                     names->sounds.alike[sound][sound] + names->sounds.skip[sound]);
    assert_true(whole - more > 0 && whole - more < 10);
}

static void test_parts(void **state)
{
    via_heard heard = hear("Elizabeth Warren", "k o w a r e n s", VIA_NO_BORDER_COST);
    via_name name = name_of("Elizabeth Warren");
    via_name part = name_of("Warren");

    (void)state;
    assert_int_equal(heard.name_begin, name.ways[0].part_begin[1]);
    assert_int_equal(heard.begin, 2);
    assert_int_equal(heard.end, 7);
    int alone = hear("Warren", "k o w a r e n s", VIA_NO_BORDER_COST).score;
    assert_int_equal(heard.score, alone - VIA_PART_COST);
    assert_true(alone <= via_name_weight(names, &part));
}

static void test_borders(void **state)
{
    via_heard closed = hear("Vladivostok", "v l a d i", VIA_NO_BORDER_COST);
    via_heard open = hear("Vladivostok", "v l a d i", VIA_INSIDE_COST);

    (void)state;
    assert_true(open.score > closed.score);
    assert_true(open.name_end < name_of("Vladivostok").ways[0].n_sounds);
    assert_true(hear("Huế", "", VIA_INSIDE_COST).score <= VIA_IMPOSSIBLE);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_losses),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_borders),
    };

    return cmocka_run_group_tests(tests, names_setup, names_teardown);
}
