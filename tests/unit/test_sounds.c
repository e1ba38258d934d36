/* Tests of sounds: the table, open sounds and their scores. */
#include "scratch.h"

#include "name/sounds.h"

static const char TABLE[] = "vowel\ta\t0.5\t1.0\n"
                            "vowel\te\t0.5\t0.8\n"
                            "consonant\tt\t1.5\t2.0\n"
                            "consonant\td\t2.0\t1.0\n"
                            "consonant\tk\t1.25\t2.5\n"
                            "unlike\tvowel\t-0.5\n"
                            "unlike\tconsonant\t-3\n"
                            "alike\tt d\t0.4\n"
                            "group\tteeth\tt d\n"
                            "group\tback\tk\n";

static via_status load(scratch *s, const char *text, via_sounds *sounds, via_error *err)
{
    scratch_file(s, "sounds.tsv", text, strlen(text));
    setenv("VIALIGN_DATA", s->folder, 1);
    via_status st = via_sounds_load(sounds, err);
    unsetenv("VIALIGN_DATA");
    return st;
}

static int parse_one(via_sounds *sounds, const char *text)
{
    uint8_t out[1];

    assert_int_equal(via_sounds_parse(sounds, text, out, 1), 1);
    return out[0];
}

static void test_closed(void **state)
{
    via_sounds sounds;

    assert_int_equal(load(*state, TABLE, &sounds, NULL), VIA_OK);
    int a = parse_one(&sounds, "a"), e = parse_one(&sounds, "e");
    int t = parse_one(&sounds, "t"), d = parse_one(&sounds, "d");
    int k = parse_one(&sounds, "k");

    assert_int_equal(sounds.n_sounds, 6);
    assert_int_equal(sounds.alike[t][t], 150);
    assert_int_equal(sounds.alike[t][d], 40);
    assert_int_equal(sounds.alike[d][t], 40);
    assert_int_equal(sounds.alike[t][k], -300);
    assert_int_equal(sounds.alike[a][e], -50);
    assert_int_equal(sounds.alike[a][t], VIA_SOUND_NEVER);
    assert_int_equal(sounds.alike[VIA_SOUND_BORDER][t], VIA_SOUND_NEVER);
    assert_int_equal(sounds.skip[k], 250);
    assert_true(sounds.skip[k | VIA_SOUND_WEAK] < 10);
    assert_int_equal(sounds.groups[t], sounds.groups[d]);
    assert_int_equal(sounds.groups[t] & sounds.groups[k], 0);
    assert_int_equal(sounds.groups[a], 0);
}

static void test_open(void **state)
{
    via_sounds sounds;
    uint8_t out[4];

    assert_int_equal(load(*state, TABLE, &sounds, NULL), VIA_OK);
    assert_int_equal(via_sounds_parse(&sounds, " t|k  a? d|t|k", out, 4), 3);
    assert_int_equal(via_sounds_parse(&sounds, "-", out, 4), 0);
    int open = parse_one(&sounds, "t|k"), other = parse_one(&sounds, "k|t");
    int t = parse_one(&sounds, "t"), d = parse_one(&sounds, "d");

    via_sounds_settle(&sounds);
    assert_int_equal(open, other);
    assert_int_equal(sounds.n_sounds, 8);
    assert_int_equal(out[1], parse_one(&sounds, "a") | VIA_SOUND_WEAK);
    assert_true(sounds.alike[open][t] > sounds.alike[t][d]);
    assert_true(sounds.alike[open][t] < sounds.alike[t][t]);
    assert_true(sounds.alike[open][d] > 0);
    assert_int_equal(sounds.alike[open][d], sounds.alike[d][open]);
    assert_int_equal(sounds.skip[open], 200);
    assert_int_equal(sounds.groups[open], 3);
}

static void test_wrong(void **state)
{
    static const char *const wrong[] = {
        "vowel\ta\t0.5\n",
        "vowel\ta\tmuch\t1\n",
        "vowel\ta\t0.5\t1\nvowel\ta\t0.5\t1\n",
        "vowel\ta\t0.5\t1\nalike\ta b\t1\n",
        "vowel\ta\t0.5\t1\nalike\ta\t1\n",
        "group\tnothing\tx y\n",
        "vowl\ta\t0.5\t1\n",
    };
    via_sounds sounds;
    uint8_t out[2];

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        via_error err = {0};

        assert_int_equal(load(*state, wrong[i], &sounds, &err), VIA_E_FORMAT);
        assert_non_null(strstr(err.message, "expected a sound"));
    }
    assert_int_equal(load(*state, TABLE, &sounds, NULL), VIA_OK);
    assert_int_equal(via_sounds_parse(&sounds, "a x", out, 2), -1);
    assert_int_equal(via_sounds_parse(&sounds, "a|", out, 2), -1);
    assert_int_equal(via_sounds_parse(&sounds, "a a a", out, 2), -1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_closed),
        TEST(test_open),
        TEST(test_wrong),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
