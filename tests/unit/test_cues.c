/* Tests of cues: how a table of them is read, and what they weigh. */
#include "scratch.h"

#include "segment/cues.h"

static via_status load(scratch *s, const char *rows, via_cues **cues, via_error *err)
{
    return via_cues_load(scratch_file(s, "cues.tsv", rows, strlen(rows)), cues, err);
}

static float prefix(const via_cues *cues, int kind, const char *text)
{
    return via_cues_prefix(cues, kind, text, strlen(text));
}

static float suffix(const via_cues *cues, int kind, const char *text)
{
    return via_cues_suffix(cues, kind, text, strlen(text));
}

static void test_weights(void **state)
{
    via_cues *cues;

    assert_int_equal(load(*state,
                          "sign\tevery-border\t-2.5\n"
                          "sign\tparagraph-end\t4\n"
                          "left-length\t0\t-1\nleft-length\t6\t-0.5\n"
                          "right-length\t10\t0.25\n"
                          "scripts\tlatin thai\t-0.75\n"
                          "after\tนา นาย\t0.5\n"
                          "after\tนาย\t0.25\n"
                          "before\tกล่าว .\t1\n"
                          "start-two\tเขากล่าว\t2\n",
                          &cues, NULL),
                     VIA_OK);
    assert_float_equal(via_cues_sign(cues, VIA_CUE_EVERY_BORDER), -2.5, 0);
    assert_float_equal(via_cues_sign(cues, VIA_CUE_PARAGRAPH_END), 4, 0);
    assert_float_equal(via_cues_sign(cues, VIA_CUE_INSIDE_QUOTE), 0, 0);
    assert_float_equal(via_cues_length(cues, VIA_CUE_LEFT, 5), -1, 0);
    assert_float_equal(via_cues_length(cues, VIA_CUE_LEFT, 6), -0.5, 0);
    assert_float_equal(via_cues_length(cues, VIA_CUE_LEFT, 600), -0.5, 0);
    assert_float_equal(via_cues_length(cues, VIA_CUE_RIGHT, 9), 0, 0);
    assert_float_equal(via_cues_length(cues, VIA_CUE_RIGHT, 10), 0.25, 0);
    assert_float_equal(via_cues_scripts(cues, VIA_CUE_LATIN, VIA_CUE_THAI), -0.75, 0);
    assert_float_equal(via_cues_scripts(cues, VIA_CUE_THAI, VIA_CUE_LATIN), 0, 0);
    assert_float_equal(prefix(cues, VIA_CUE_AFTER, "นายก"), 0.75, 0); /* the sum */
    assert_float_equal(prefix(cues, VIA_CUE_AFTER, "นาข้าว"), 0.5, 0);
    assert_float_equal(prefix(cues, VIA_CUE_AFTER, "ไร่นา"), 0, 0);
    assert_float_equal(prefix(cues, VIA_CUE_AFTER, ""), 0, 0);
    assert_float_equal(prefix(cues, VIA_CUE_START, "กล่าว"), 0, 0); /* other kind */
    assert_float_equal(suffix(cues, VIA_CUE_BEFORE, "เขากล่าว"), 1, 0);
    assert_float_equal(suffix(cues, VIA_CUE_BEFORE, "พ.ศ."), 1, 0);
    assert_float_equal(suffix(cues, VIA_CUE_BEFORE, "ก"), 0, 0);
    assert_float_equal(prefix(cues, VIA_CUE_START_TWO, "เขากล่าวว่า"), 2, 0);
    via_cues_free(cues);
    via_cues_free(NULL);
}

static void test_wrong(void **state)
{
    const char *rows[] = {
        "sign\tevery-bordr\t1\n", "sign\tevery-border\tx\n",
        "before\tกล่าว\t\n",       "nearby\tกล่าว\t1\n",
        "left-length\tsix\t1\n",  "left-length\t6\t1\nleft-length\t5\t1\n",
        "scripts\tthai\t1\n",     "scripts\tthai klingon\t1\n",
        "before\tกล่าว\n",
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        via_cues *cues = (via_cues *)1;
        via_error err = {VIA_OK, ""};

        assert_int_equal(load(*state, rows[i], &cues, &err), VIA_E_FORMAT);
        assert_null(cues);
        assert_non_null(strstr(err.message, "cues.tsv:"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_weights, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(test_wrong, scratch_setup, scratch_teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
