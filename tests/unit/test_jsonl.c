/* Tests of JSON lines, to the byte. */
#include "sample_pair.h"

#include "tm/jsonl.h"

static void test_unit_with_anchor(void **state)
{
    sample_pair sample;
    via_buffer out = VIA_BUFFER_INIT;

    sample_init(&sample);
    via_unit unit = via_unit_of(sample.pair, &sample.ladder, 1);
    via_jsonl_unit(&unit, &out);
    expect_bytes(&out, "{\"src\":\"Ông Nam mua 3 con cá.\","
                       "\"tgt\":\"ナムさんは魚を3匹買いました。\","
                       "\"src_spans\":[[19,40]],\"tgt_spans\":[[8,15],[16,24]],"
                       "\"type\":\"1-2\",\"confidence\":0.7500,"
                       "\"anchors\":[{\"kind\":\"number\",\"src\":\"3\",\"tgt\":\"3\","
                       "\"src_span\":[31,32],\"tgt_span\":[16,17],\"score\":1.5000}],"
                       "\"src_doc\":\"news/chợ.vi.txt\","
                       "\"tgt_doc\":\"news/chợ.ja.txt\"}\n");
    sample_clear(&sample);
}

/* "Hà Huế 12" with its marks apart is longer as given than normalised. */
static void test_anchor_behind_composed_letters(void **state)
{
    static const char *const src_pieces[] = {"Hà.", "Huế 12 vé."};
    static const char *const tgt_pieces[] = {"12 tickets to Hue."};
    via_doc *src = sample_doc(
        "vi", "s", "Ha\xcc\x80. Hue\xcc\x82\xcc\x81 12 ve\xcc\x81.", src_pieces, 2);
    via_doc *tgt = sample_doc("en", "t", "12 tickets to Hue.", tgt_pieces, 1);
    via_bead bead = {0, 2, 0, 1, 0.5, 1};
    /* as given: H a ` . _ H u e ^ ' _ 1 2 */
    via_anchor anchors[] = {{0, "name", 5, 10, 14, 17, 2},
                            {0, "number", 11, 13, 0, 2, 1}};
    via_ladder ladder = {&bead, 1, anchors, 2};
    via_buffer out = VIA_BUFFER_INIT;

    via_unit unit = via_unit_of((via_pair){src, tgt, NULL}, &ladder, 0);
    via_jsonl_unit(&unit, &out);
    expect_bytes(&out,
                 "{\"src\":\"Hà. Huế 12 vé.\",\"tgt\":\"12 tickets to Hue.\","
                 "\"src_spans\":[[0,4],[5,18]],\"tgt_spans\":[[0,18]],"
                 "\"type\":\"2-1\",\"confidence\":0.5000,"
                 "\"anchors\":[{\"kind\":\"name\",\"src\":\"Huế\",\"tgt\":\"Hue\","
                 "\"src_span\":[5,10],\"tgt_span\":[14,17],\"score\":2.0000},"
                 "{\"kind\":\"number\",\"src\":\"12\",\"tgt\":\"12\","
                 "\"src_span\":[11,13],\"tgt_span\":[0,2],\"score\":1.0000}],"
                 "\"src_doc\":\"s\",\"tgt_doc\":\"t\"}\n");
    via_doc_free(src);
    via_doc_free(tgt);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unit_with_anchor),
        cmocka_unit_test(test_anchor_behind_composed_letters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
