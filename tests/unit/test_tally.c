/* Tests: what was counted. */
#include "sample_pair.h"

#include "batch/tally.h"

static void test_counts_a_pair(void **state)
{
    sample_pair sample;
    via_buffer bytes = VIA_BUFFER_INIT;
    via_json *json = via_json_new();
    via_tally tally = {0}, sum = {0};

    sample_init(&sample);
    via_tally_pair(&tally, sample.pair, &sample.ladder, 0.8);
    via_tally_add(&sum, &tally);
    via_tally_add(&sum, &tally);
    assert_int_equal(sum.n_pairs, 2);
    assert_int_equal(sum.n_src_segs, 8);
    assert_int_equal(sum.n_tgt_segs, 8);
    assert_int_equal(sum.n_beads, 2 * sample.ladder.n_beads);

    /* Of four beads one is null, and two are not sure enough. */
    assert_int_equal(sum.n_units, 2 * 1);

    via_tally_beads(&tally, json);
    assert_int_equal(via_json_append(json, VIA_JSON_LINE, &bytes, NULL), VIA_OK);
    expect_bytes(&bytes, "{\"beads\":{\"1-0\":1,\"1-1\":2,\"1-2\":1}}\n");
    via_json_free(json);
    sample_clear(&sample);
}

static void test_large_beads_are_one_type(void **state)
{
    via_bead beads[] = {
        {0, 40, 0, 1, 1, 1}, {40, 40, 1, 51, 1, 1}, {40, 90, 51, 52, 1, 1}};
    via_ladder ladder = {beads, 3, NULL, 0};
    via_buffer bytes = VIA_BUFFER_INIT;
    via_json *json = via_json_new();
    via_tally tally = {0};
    char text[256] = "";
    via_doc_options opt = {.lang = "vi", .is_segmented = true};

    for (size_t i = 0; i < 100; i++)
        strcat(text, "a\n");
    via_doc *doc;
    assert_int_equal(via_doc_parse(text, strlen(text), &opt, &doc, NULL), VIA_OK);
    via_tally_pair(&tally, (via_pair){doc, doc, NULL}, &ladder, 0);
    via_tally_beads(&tally, json);
    assert_int_equal(via_json_append(json, VIA_JSON_LINE, &bytes, NULL), VIA_OK);
    expect_bytes(&bytes, "{\"beads\":{\"0-32+\":1,\"32+-1\":2}}\n");
    via_json_free(json);
    via_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_a_pair),
        cmocka_unit_test(test_large_beads_are_one_type),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
