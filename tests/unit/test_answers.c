/* Tests of answers: gold beads beside texts, by number of segment or by place. */
#include "scratch.h"

#include "base/buffer.h"
#include "batch/answers.h"

static via_pair pair_of(const char *src, const char *tgt)
{
    via_doc_options vi = {.lang = "vi", .name = "n.vi.txt", .is_segmented = true};
    via_doc_options ja = {.lang = "ja", .name = "n.ja.txt", .is_segmented = true};
    via_doc *docs[2];

    assert_int_equal(via_doc_parse(src, strlen(src), &vi, &docs[0], NULL), VIA_OK);
    assert_int_equal(via_doc_parse(tgt, strlen(tgt), &ja, &docs[1], NULL), VIA_OK);
    return (via_pair){docs[0], docs[1], NULL};
}

static void free_pair(via_pair pair)
{
    via_doc_free((via_doc *)(uintptr_t)pair.src);
    via_doc_free((via_doc *)(uintptr_t)pair.tgt);
}

/* Four segments of ten letters a line on one side, five of five on the other. */
static const char *const SRC = "aaaaaaaaaa\nbbbbbbbbbb\ncccccccccc\ndddddddddd\n";
static const char *const TGT =
    "あああああ\nいいいいい\nううううう\nえええええ\nおおおおお\n";

static via_status read_answers(scratch *s, const char *file, const char *text,
                               via_buffer *out, via_answer *answer, via_error *err)
{
    via_pair pair = pair_of(SRC, TGT);

    if (file)
        scratch_file(s, file, text, strlen(text));
    via_status st = via_answers_find(s->folder, "n", "vi-ja", answer, err);
    assert_int_equal(st, VIA_OK);
    st = via_answers_read(s->folder, "n", pair, *answer, out, err);
    free_pair(pair);
    return st;
}

/* Expects `n` beads, four numbers each. */
static void expect_beads(scratch *s, const char *file, const char *text,
                         const size_t (*expected)[4], size_t n)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_answer answer;

    assert_int_equal(read_answers(s, file, text, &out, &answer, NULL), VIA_OK);
    assert_int_equal(answer,
                     strstr(file, ".gold") ? VIA_ANSWER_NUMBERS : VIA_ANSWER_SPANS);
    assert_int_equal(out.n_bytes, n * sizeof(via_bead));
    for (size_t b = 0; b < n; b++) {
        const via_bead *bead = (const via_bead *)(const void *)out.bytes + b;

        assert_int_equal(bead->src_begin, expected[b][0]);
        assert_int_equal(bead->src_end, expected[b][1]);
        assert_int_equal(bead->tgt_begin, expected[b][2]);
        assert_int_equal(bead->tgt_end, expected[b][3]);
    }
    via_buffer_clear(&out);
}

static void test_numbers(void **state)
{
    static const size_t beads[][4] = {
        {0, 1, 0, 2}, {2, 4, 2, 3}, {0, 3, 3, 4}, {1, 2, 4, 5}};

    /* Nulls, and what is no stretch but for one segment, teach nothing. */
    expect_beads(*state, "n.vi-ja.gold",
                 "[0]:[0, 1]\n[1]:[]\n[]:[3]\n[2,3]:[2]\n[0,2]:[3]\n[0,3]:[3]\n"
                 "[1]:[4]\n",
                 beads, 4);
    expect_beads(*state, "n.vi-ja.gold", "", NULL, 0);
}

static void test_numbers_beyond_the_text(void **state)
{
    static const char *const texts[] = {"[0]:[0]\n[4]:[1]\n", "[0]:[0]\n[1]:[5]\n",
                                        "[0]:[0]\n[1]:[4,5,6]\n",
                                        "[0]:[0]\n[900000]:[1]\n"};

    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
        via_buffer out = VIA_BUFFER_INIT;
        via_error err = {VIA_OK, ""};
        via_answer answer;

        assert_int_equal(
            read_answers(*state, "n.vi-ja.gold", texts[k], &out, &answer, &err),
            VIA_E_FORMAT);
        assert_non_null(
            strstr(err.message, "n.vi-ja.gold: bead 2 holds segments beyond the text"));
        via_buffer_clear(&out);
    }
}

static void test_broken_numbers(void **state)
{
    via_buffer out = VIA_BUFFER_INIT;
    via_error err = {VIA_OK, ""};
    via_answer answer;

    assert_int_equal(
        read_answers(*state, "n.vi-ja.gold", "[0]:[0]\n[1]:[x]\n", &out, &answer, &err),
        VIA_E_FORMAT);
    assert_non_null(strstr(err.message, "n.vi-ja.gold:2: expected a bead"));
    via_buffer_clear(&out);
}

/* A span holds the segments whose middle it holds. */
static void test_spans(void **state)
{
    static const size_t beads[][4] = {
        {0, 1, 0, 2}, {1, 3, 2, 3}, {3, 4, 3, 5}, {0, 4, 0, 5}};

    expect_beads(*state, "n.vi-ja.spans.tsv",
                 "# src\tend\ttgt\tend\n"
                 "0\t10\t0\t11\t0.9\n"
                 "12\t31\t12\t17\n" /* a letter short */
                 "33\t43\t18\t999999999999999999999999\n"
                 "0\t3\t0\t5\n"   /* no middle on one side */
                 "20\t12\t0\t5\n" /* turned around */
                 "0\t10\t0\n"     /* too short */
                 "-5\t10\t0\t11\n"
                 "0\t-1\t0\t11\n"
                 "0\t10\tmuch\t11\n"
                 "500\t600\t0\t5\n" /* beyond the text */
                 "0\t100\t0\t100\n",
                 beads, 4);
}

static void test_which_file(void **state)
{
    static const size_t number[][4] = {{3, 4, 4, 5}}, span[][4] = {{0, 1, 0, 1}};
    via_buffer out = VIA_BUFFER_INIT;
    via_answer answer = VIA_ANSWER_SPANS;

    assert_int_equal(read_answers(*state, NULL, NULL, &out, &answer, NULL), VIA_OK);
    assert_int_equal(answer, VIA_ANSWER_NONE);
    assert_int_equal(out.n_bytes, 0);
    read_answers(*state, "m.vi-ja.gold", "[0]:[0]\n", &out, &answer, NULL);
    assert_int_equal(answer, VIA_ANSWER_NONE); /* of another document */
    read_answers(*state, "n.ja-vi.gold", "[0]:[0]\n", &out, &answer, NULL);
    assert_int_equal(answer, VIA_ANSWER_NONE); /* the other way round */
    via_buffer_clear(&out);
    expect_beads(*state, "n.vi-ja.spans.tsv", "0\t10\t0\t5\n", span, 1);
    expect_beads(*state, "n.vi-ja.gold", "[3]:[4]\n", number, 1); /* is preferred */
}

/* ---- Pairs --------------------------------------------------------------- */

static void expect_pairs(scratch *s, const char *wanted, const char *expected)
{
    via_buffer out = VIA_BUFFER_INIT;

    assert_int_equal(via_answers_pairs(s->folder, wanted, &out, NULL), VIA_OK);
    assert_string_equal(via_buffer_text(&out), expected);
    via_buffer_clear(&out);
}

static void test_pairs(void **state)
{
    scratch *s = *state;
    static const char *const files[] = {"b.vi-ja.spans.tsv", "a.en-ja.spans.tsv",
                                        "a.vi-ja.spans.tsv", "a.vi-th.spans.tsv"};

    for (size_t k = 0; k < 4; k++)
        scratch_file(s, files[k], "", 0);
    expect_pairs(s, NULL, "en-ja,vi-ja,vi-th");
    expect_pairs(s, "vi-th,en-ja", "en-ja,vi-th");
    expect_pairs(s, "vi-ja", "vi-ja");
    expect_pairs(s, "vi-j,i-ja,vi-jaa,", "");
    /* Those by number come first, and none twice. */
    scratch_file(s, "a.en-th.gold", "", 0);
    scratch_file(s, "c.vi-th.gold", "", 0);
    expect_pairs(s, NULL, "en-th,vi-th,en-ja,vi-ja");
    expect_pairs(s, "vi-ja,vi-th", "vi-th,vi-ja");
}

static void test_no_answers(void **state)
{
    scratch *s = *state;
    via_buffer out = VIA_BUFFER_INIT;
    via_error err = {VIA_OK, ""};

    scratch_file(s, "a.vi.txt", "", 0);
    assert_int_not_equal(via_answers_pairs(s->folder, NULL, &out, &err), VIA_OK);
    assert_non_null(strstr(err.message, s->folder));
    assert_int_equal(via_answers_pairs(scratch_path(s, "none"), NULL, &out, &err),
                     VIA_E_IO);
    assert_non_null(strstr(err.message, "/none"));
    via_buffer_clear(&out);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(test_numbers),        TEST(test_numbers_beyond_the_text),
        TEST(test_broken_numbers), TEST(test_spans),
        TEST(test_which_file),     TEST(test_pairs),
        TEST(test_no_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
