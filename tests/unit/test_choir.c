/* Tests of choirs: the same scores as one name after the other. */
#include "loaded_names.h"

#include "name/choir.h"

static const char *const NAMES[] = {"Hà Nội",
                                    "Elizabeth Warren",
                                    "Huế",
                                    "Trần Lưu Quang",
                                    "Massachusetts",
                                    "Sa Pa",
                                    "Buôn Ma Thuột",
                                    "Donald Trump",
                                    "Đà Nẵng",
                                    "",
                                    "George Bush",
                                    "Tokyo",
                                    "Da Nang",
                                    "Ursula von der Leyen",
                                    "An",
                                    "Nouvelle Aquitaine",
                                    "Vladivostok",
                                    "Oslo",
                                    "Kon Tum"};
#define N_NAMES (sizeof NAMES / sizeof *NAMES)

/* Few names reach this beside others. */
#define ENOUGH 300

static via_name all[N_NAMES];
static via_arena *arena;

static int setup(void **state)
{
    if (names_setup(state) != 0)
        return -1;
    for (size_t i = 0; i < N_NAMES; i++)
        all[i] = name_of(NAMES[i]);
    arena = via_arena_new();
    return arena ? 0 : -1;
}

static int teardown(void **state)
{
    via_arena_free(arena);
    return names_teardown(state);
}

/* The best scores by name, heard in choirs; right where they are at least `least`. */
static void hear_all(const via_choirs *choirs, const via_audible *audible, int least,
                     int *best)
{
    for (size_t i = 0; i < N_NAMES; i++)
        best[i] = VIA_IMPOSSIBLE;
    for (size_t c = 0; c < choirs->n_choirs; c++) {
        via_choir_scores heard;
        bool reaches = via_choir_hear(choirs->choirs[c], audible, least, &heard);

        for (size_t v = 0; v < VIA_CHOIR_VOICES; v++) {
            size_t n_sounds, i = via_choir_name(choirs->choirs[c], v, &n_sounds);

            if (n_sounds && heard.score[v] > best[i])
                best[i] = heard.score[v];
            assert_true(reaches || heard.score[v] < least);
        }
    }
}

static void test_names(void **state)
{
    via_choirs choirs, choosy;
    int best[N_NAMES], enough[N_NAMES];
    size_t n_enough = 0;

    (void)state;
    assert_int_equal(via_choirs_new(&names->sounds,
                                    &(via_choir_cast){all, N_NAMES, VIA_INSIDE_COST, 0},
                                    arena, &choirs, NULL),
                     VIA_OK);
    assert_int_equal(
        via_choirs_new(&names->sounds,
                       &(via_choir_cast){all, N_NAMES, VIA_INSIDE_COST, ENOUGH}, arena,
                       &choosy, NULL),
        VIA_OK);
    assert_true(choirs.n_choirs >= 3);
    for (size_t j = 0; j < N_NAMES; j++) {
        via_name one_way = all[j];
        via_borders borders;
        via_audible audible = {one_way.ways[0].sounds, borders.begin, borders.end,
                               one_way.ways[0].n_sounds, true};

        one_way.n_ways = one_way.n_ways > 0;
        via_borders_find(&one_way.ways[0], VIA_INSIDE_COST, &borders);
        hear_all(&choirs, &audible, VIA_IMPOSSIBLE, best);
        hear_all(&choosy, &audible, ENOUGH, enough);
        for (size_t i = 0; one_way.n_ways && i < N_NAMES; i++) {
            int score = all[i].n_ways ? via_name_score(names, &all[i], &one_way)
                                      : VIA_IMPOSSIBLE;

            assert_int_equal(best[i], score);
            if (score >= ENOUGH)
                assert_int_equal(enough[i], score);
            else
                assert_true(enough[i] < ENOUGH);
            n_enough += score >= ENOUGH;
        }
    }
    assert_true(n_enough >= N_NAMES - 2); /* beside themselves */
}

static void test_thai(void **state)
{
    const char *text = "นายเจิ่น ลือ กวาง พบโดนัลด์ ทรัมป์ที่ฮานอย (Hanoi) กับวอร์เรน";
    via_choirs choirs;
    via_sound_run run;
    int best[N_NAMES];

    (void)state;
    assert_int_equal(
        via_names_read_thai(names, text, 0, strlen(text), arena, &run, NULL), VIA_OK);
    assert_int_equal(
        via_choirs_new(&names->sounds,
                       &(via_choir_cast){all, N_NAMES, VIA_NO_BORDER_COST, 0}, arena,
                       &choirs, NULL),
        VIA_OK);
    via_audible audible = {run.sounds, run.begin_cost, run.end_cost, run.n_sounds};
    hear_all(&choirs, &audible, VIA_IMPOSSIBLE, best);
    for (size_t i = 0; i < N_NAMES; i++) {
        int one_by_one = VIA_IMPOSSIBLE;

        for (size_t w = 0; w < all[i].n_ways; w++) {
            via_borders borders;

            via_borders_find(&all[i].ways[w], VIA_NO_BORDER_COST, &borders);
            int score = via_hear(&names->sounds, &all[i].ways[w], &borders, &audible, 0,
                                 run.n_sounds)
                            .score;
            one_by_one = score > one_by_one ? score : one_by_one;
        }
        assert_int_equal(best[i], one_by_one);
    }
}

static void test_nothing(void **state)
{
    via_choirs choirs;
    int16_t cost = 0;
    via_audible nothing = {NULL, &cost, &cost, 0};
    int best[N_NAMES];

    (void)state;
    assert_int_equal(via_choirs_new(&names->sounds, &(via_choir_cast){NULL, 0, 0, 0},
                                    arena, &choirs, NULL),
                     VIA_OK);
    assert_int_equal(choirs.n_choirs, 0);
    assert_int_equal(via_choirs_new(&names->sounds,
                                    &(via_choir_cast){all, N_NAMES, 0, 0}, arena,
                                    &choirs, NULL),
                     VIA_OK);
    hear_all(&choirs, &nothing, VIA_IMPOSSIBLE, best);
    for (size_t i = 0; i < N_NAMES; i++)
        assert_int_equal(best[i], VIA_IMPOSSIBLE);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_thai),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}
