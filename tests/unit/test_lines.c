/* Tests of the formats that are lines, to the byte. */
#include "sample_pair.h"

#include "tm/lines.h"

static void test_full_unit(void **state)
{
    sample_pair sample;
    via_buffer out = VIA_BUFFER_INIT;

    sample_init(&sample);
    via_unit unit = via_unit_of(sample.pair, &sample.ladder, 1);
    via_lines_tsv(&unit, &out);
    expect_bytes(&out,
                 "Ông Nam mua 3 con cá.\tナムさんは魚を3匹買いました。\t0.7500\n");
    via_lines_spans(&unit, &out);
    expect_bytes(&out, "19\t40\t8\t24\t0.7500\n");
    via_lines_beads(&unit, &out);
    expect_bytes(&out, "[1]:[1,2]:0.7500\n");
    via_lines_moses(&unit.src, &out);
    expect_bytes(&out, "Ông Nam mua 3 con cá.\n");
    via_lines_moses(&unit.tgt, &out);
    expect_bytes(&out, "ナムさんは魚を3匹買いました。\n");
    via_lines_rung(1, 2, -0.5, &out);
    expect_bytes(&out, "1\t2\t-0.5000\n");
    sample_clear(&sample);
}

static void test_null_bead(void **state)
{
    sample_pair sample;
    via_buffer out = VIA_BUFFER_INIT;

    sample_init(&sample);
    via_unit unit = via_unit_of(sample.pair, &sample.ladder, 3);
    via_lines_beads(&unit, &out);
    expect_bytes(&out, "[3]:[]:0.8000\n");
    sample_clear(&sample);
}

static void test_empty_lines_stand_in_no_bead(void **state)
{
    via_doc_options opt = {.lang = "vi", .name = "x", .is_segmented = true};
    via_bead beads[] = {{0, 1, 0, 1, 1, 0}, {1, 5, 1, 2, 1, 0}};
    via_ladder ladder = {beads, 2, NULL, 0};
    via_buffer out = VIA_BUFFER_INIT;
    via_doc *doc;

    assert_int_equal(via_doc_parse("\na\n\nb\n\n", 7, &opt, &doc, NULL), VIA_OK);
    via_unit unit = via_unit_of((via_pair){doc, doc, NULL}, &ladder, 0);
    via_lines_beads(&unit, &out);
    assert_int_equal(out.n_bytes, 0);
    unit = via_unit_of((via_pair){doc, doc, NULL}, &ladder, 1);
    via_lines_beads(&unit, &out);
    expect_bytes(&out, "[1,3]:[1]:1.0000\n");
    via_lines_spans(&unit, &out);
    expect_bytes(&out, "1\t5\t1\t2\t1.0000\n");
    via_doc_free(doc);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_unit),
        cmocka_unit_test(test_null_bead),
        cmocka_unit_test(test_empty_lines_stand_in_no_bead),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
