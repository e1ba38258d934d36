/* Tests of rendering: what is kept in each format, and units counted. */
#include "sample_pair.h"

#include "tm/render.h"

static void expect_file(const via_tm_options *opt, size_t part, size_t n_units,
                        const char *expected)
{
    sample_pair sample;
    via_tm_spec spec = {opt, "vi", "ja"};
    via_buffer out = VIA_BUFFER_INIT;

    sample_init(&sample);
    via_tm_render_head(&spec, part, &out);
    assert_int_equal(via_tm_render_pair(&spec, part, sample.pair, &sample.ladder, &out),
                     n_units);
    via_tm_render_tail(&spec, part, &out);
    expect_bytes(&out, expected);
    sample_clear(&sample);
}

static void test_complete_formats(void **state)
{
    via_tm_options opt = {VIA_FORMAT_BEADS, false, 0.9, NULL};

    expect_file(&opt, 0, 3,
                "[0]:[0]:0.9912\n[1]:[1,2]:0.7500\n[2]:[3]:0.4000\n[3]:[]:0.8000\n");
    opt.format = VIA_FORMAT_LADDER;
    expect_file(&opt, 0, 3,
                "0\t0\t5.2500\n1\t1\t2.0000\n2\t3\t-0.5000\n3\t4\t0.0000\n"
                "4\t4\t0.0000\n");
}

/* Two beads that cross are two units everywhere, but one rung of a ladder. */
static void test_swapped_beads(void **state)
{
    via_bead beads[] = {{0, 1, 0, 1, 0.9, 5.25},
                        {1, 2, 3, 4, 0.75, 2.0},
                        {2, 3, 1, 3, 0.5, -0.5},
                        {3, 4, 4, 4, 0.8, 0.0}};
    via_ladder ladder = {beads, 4, NULL, 0};
    via_tm_options opt = {VIA_FORMAT_LADDER, false, 0.0, NULL};
    via_tm_spec spec = {&opt, "vi", "ja"};
    via_buffer out = VIA_BUFFER_INIT;
    sample_pair sample;

    sample_init(&sample);
    assert_int_equal(via_tm_render_pair(&spec, 0, sample.pair, &ladder, &out), 3);
    expect_bytes(&out, "0\t0\t5.2500\n1\t1\t1.5000\n3\t4\t0.0000\n4\t4\t0.0000\n");
    opt.format = VIA_FORMAT_BEADS;
    assert_int_equal(via_tm_render_pair(&spec, 0, sample.pair, &ladder, &out), 3);
    expect_bytes(&out,
                 "[0]:[0]:0.9000\n[1]:[3]:0.7500\n[2]:[1,2]:0.5000\n[3]:[]:0.8000\n");
    opt.format = VIA_FORMAT_SPANS;
    assert_int_equal(via_tm_render_pair(&spec, 0, sample.pair, &ladder, &out), 3);
    expect_bytes(&out, "0\t17\t0\t7\t0.9000\n19\t40\t25\t35\t0.7500\n"
                       "41\t56\t8\t24\t0.5000\n");
    sample_clear(&sample);
}

static size_t render(const via_bead *beads, size_t n_beads, via_format format,
                     via_buffer *out)
{
    via_ladder ladder = {(via_bead *)(uintptr_t)beads, n_beads, NULL, 0};
    via_tm_options opt = {format, false, 0.0, NULL};
    via_tm_spec spec = {&opt, "vi", "ja"};
    sample_pair sample;

    sample_init(&sample);
    size_t n_units = via_tm_render_pair(&spec, 0, sample.pair, &ladder, out);
    sample_clear(&sample);
    return n_units;
}

/* What is skipped has no part in a unit, and no rung of a ladder. */
static void test_skipped_segments(void **state)
{
    static const via_bead of_both[] = {{0, 1, 0, 1, 0.9, 5.25, 0, 0},
                                       {1, 4, 1, 4, 0.75, 2.0, 2, 2},
                                       {2, 3, 4, 4, 0.8, 0.0, 0, 0},
                                       {4, 4, 2, 3, 0.7, 0.0, 0, 0}};
    static const via_bead of_src[] = {{0, 3, 0, 1, 0.9, 5.25, 1, 0},
                                      {1, 2, 1, 1, 0.8, 0.0, 0, 0},
                                      {3, 4, 1, 4, 0.75, 2.0, 0, 2},
                                      {4, 4, 2, 3, 0.7, 0.0, 0, 0}};
    via_buffer out = VIA_BUFFER_INIT;
    (void)state;

    assert_int_equal(render(of_both, 4, VIA_FORMAT_BEADS, &out), 2);
    expect_bytes(&out, "[0]:[0]:0.9000\n[1,3]:[1,3]:0.7500\n[2]:[]:0.8000\n"
                       "[]:[2]:0.7000\n");
    assert_int_equal(render(of_both, 4, VIA_FORMAT_LADDER, &out), 2);
    expect_bytes(&out, "0\t0\t5.2500\n1\t1\t2.0000\n4\t4\t0.0000\n");
    assert_int_equal(render(of_both, 4, VIA_FORMAT_TSV, &out), 2);
    expect_bytes(&out, "Hôm nay trời mưa.\t今日は雨です。\t0.9000\n"
                       "Ông Nam mua 3 con cá. Xem thêm\t"
                       "ナムさんは魚を市場はにぎやかです。\t0.7500\n");
    assert_int_equal(render(of_src, 4, VIA_FORMAT_LADDER, &out), 2);
    expect_bytes(&out, "0\t0\t5.2500\n3\t1\t2.0000\n4\t4\t0.0000\n");
    assert_int_equal(render(of_src, 4, VIA_FORMAT_TSV, &out), 2);
    expect_bytes(&out, "Hôm nay trời mưa. Chợ đông & vui.\t今日は雨です。\t0.9000\n"
                       "Xem thêm\tナムさんは魚を市場はにぎやかです。\t0.7500\n");
}

static void test_what_is_kept(void **state)
{
    via_tm_options opt = {VIA_FORMAT_TSV, false, 0.0, NULL};

    expect_file(&opt, 0, 3,
                "Hôm nay trời mưa.\t今日は雨です。\t0.9912\n"
                "Ông Nam mua 3 con cá.\tナムさんは魚を3匹買いました。\t0.7500\n"
                "Chợ đông & vui.\t市場はにぎやかです。\t0.4000\n");
    opt.min_confidence = 0.75;
    expect_file(&opt, 0, 2,
                "Hôm nay trời mưa.\t今日は雨です。\t0.9912\n"
                "Ông Nam mua 3 con cá.\tナムさんは魚を3匹買いました。\t0.7500\n");
    opt.format = VIA_FORMAT_SPANS;
    expect_file(&opt, 0, 2, "0\t17\t0\t7\t0.9912\n19\t40\t8\t24\t0.7500\n");
    opt.format = VIA_FORMAT_MOSES;
    expect_file(&opt, 0, 2, "Hôm nay trời mưa.\nÔng Nam mua 3 con cá.\n");
    expect_file(&opt, 1, 2, "今日は雨です。\nナムさんは魚を3匹買いました。\n");
    opt.format = VIA_FORMAT_JSONL;
    opt.min_confidence = 0.9;
    expect_file(&opt, 0, 1,
                "{\"src\":\"Hôm nay trời mưa.\",\"tgt\":\"今日は雨です。\","
                "\"src_spans\":[[0,17]],\"tgt_spans\":[[0,7]],\"type\":\"1-1\","
                "\"confidence\":0.9912,\"anchors\":[],"
                "\"src_doc\":\"news/chợ.vi.txt\",\"tgt_doc\":\"news/chợ.ja.txt\"}\n");
    opt.format = VIA_FORMAT_MOSES;
    opt.min_confidence = 1.0;
    expect_file(&opt, 0, 0, "");
}

static void test_empty_pair(void **state)
{
    via_doc_options doc_opt = {.lang = "vi", .name = "x", .is_segmented = true};
    via_tm_options opt = {VIA_FORMAT_LADDER, false, 0.0, NULL};
    via_tm_spec spec = {&opt, "vi", "ja"};
    via_ladder ladder = {NULL, 0, NULL, 0};
    via_buffer out = VIA_BUFFER_INIT;
    via_doc *doc;

    assert_int_equal(via_doc_parse("", 0, &doc_opt, &doc, NULL), VIA_OK);
    via_pair pair = {doc, doc, NULL};
    assert_int_equal(via_tm_render_pair(&spec, 0, pair, &ladder, &out), 0);
    expect_bytes(&out, "0\t0\t0.0000\n");
    via_doc_free(doc);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_complete_formats), cmocka_unit_test(test_swapped_beads),
        cmocka_unit_test(test_skipped_segments), cmocka_unit_test(test_what_is_kept),
        cmocka_unit_test(test_empty_pair),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
