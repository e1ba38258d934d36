/* Tests of learning: what is counted, what trusted beads teach, and by whom. */
#include "line_pair.h"

#include <math.h>

#include "article_pair.h"
#include "dice.h"

#include "base/buffer.h"

#define N_LINES 200

static double sum_of(const via_joint *joint)
{
    double sum = 0.0;

    for (size_t a = 0; a < joint->n_classes; a++) {
        for (size_t b = 0; b < joint->n_classes; b++)
            sum += joint->both[a][b];
    }
    return sum;
}

/* Lines with a number each. Where the source asks, the target ends without a mark. */
static void init_lines(line_pair *pair, unsigned n_passes)
{
    via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;

    for (size_t n = 0; n < N_LINES; n++) {
        via_buffer_format(&src, "Xe %zu chở %zu bao gạo%s\n", n + 100, 7 * n + 2000,
                          n % 4 ? "." : " à?");
        via_buffer_format(&tgt, "Truck %zu carried %zu bags of rice%s\n", n + 100,
                          7 * n + 2000, n % 4 ? "." : "");
    }
    pair->src_doc = line_doc("vi", via_buffer_text(&src));
    pair->tgt_doc = line_doc("en", via_buffer_text(&tgt));
    line_pair_learn(pair, n_passes);
    via_buffer_clear(&src);
    via_buffer_clear(&tgt);
}

/* One pass counts and trusts nothing. */
static void test_one_pass(void **state)
{
    line_pair pair;
    (void)state;

    init_lines(&pair, 1);
    const via_knowledge *know = &pair.aligner->know;
    assert_float_equal(sum_of(&know->ends), 0.0, 0.0);
    assert_float_equal(know->ends.src[VIA_END_FINAL], N_LINES, 0.0);
    assert_float_equal(know->ends.tgt[VIA_END_FINAL], N_LINES * 3 / 4, 0.0);
    assert_float_equal(know->ends.tgt[VIA_END_NONE], N_LINES / 4, 0.0);
    assert_float_equal(know->marks[VIA_MARK_QUESTION].src[1], N_LINES / 4, 0.0);
    assert_float_equal(know->marks[VIA_MARK_QUESTION].tgt[1], 0.0, 0.0);
    /* The ratio of lengths is that of the totals. */
    assert_float_equal(know->lengths.ratio,
                       log(pair.ev->tgt_sizes[N_LINES] / pair.ev->src_sizes[N_LINES]),
                       1e-6);
    line_pair_clear(&pair);
}

/* Nearly every line is trusted once, however many passes there are. */
static void test_trust(void **state)
{
    (void)state;

    for (unsigned n_passes = 2; n_passes <= 4; n_passes++) {
        line_pair pair;

        init_lines(&pair, n_passes);
        const via_joint *ends = &pair.aligner->know.ends;
        assert_true(sum_of(ends) > 0.9 * N_LINES);
        assert_true(sum_of(ends) <= N_LINES);
        assert_true(ends->both[VIA_END_FINAL][VIA_END_NONE] > 0.2 * N_LINES);
        assert_float_equal(sum_of(&pair.aligner->know.blocks), sum_of(ends), 1e-6);
        line_pair_clear(&pair);
    }
}

/* A question here is no mark there: these languages agree to differ. */
static void test_marks_are_learned(void **state)
{
    line_pair one, two;
    (void)state;

    init_lines(&one, 1);
    init_lines(&two, 2);
    const via_knowledge *before = &one.aligner->know, *after = &two.aligner->know;
    assert_true(after->ends.ratio[VIA_END_FINAL][VIA_END_FINAL] >
                after->ends.ratio[VIA_END_FINAL][VIA_END_COMMA]);
    assert_true(fabs(after->marks[VIA_MARK_QUESTION].ratio[1][0]) < 0.3);
    assert_true(after->ends.ratio[VIA_END_FINAL][VIA_END_NONE] >
                before->ends.ratio[VIA_END_FINAL][VIA_END_NONE]);
    line_pair_clear(&one);
    line_pair_clear(&two);
}

/* Learned lengths fit these lines, whose lengths differ little, better. */
static void test_lengths_are_learned(void **state)
{
    line_pair one, two;
    (void)state;

    init_lines(&one, 1);
    init_lines(&two, 3);
    const via_lengths *before = &one.aligner->know.lengths;
    const via_lengths *after = &two.aligner->know.lengths;
    assert_true(after->floor_var + after->slope_var / 30 <
                before->floor_var + before->slope_var / 30);
    double off =
        log((two.ev->tgt_sizes[N_LINES] + 0.5) / (two.ev->src_sizes[N_LINES] + 0.5)) -
        after->ratio;
    assert_true(fabs(off) < 0.1);
    line_pair_clear(&one);
    line_pair_clear(&two);
}

/* Lines without words, empty lines and one-sided documents teach nothing. */
static void test_nothing_to_trust(void **state)
{
    static const char *const texts[][2] = {
        {"anh_1.jpg\n\nanh_2.jpg\n", "pic_1.jpg\n\npic_2.jpg\n"},
        {"Xe 100 chở gạo.\nXe 200 chở ngô.", ""},
        {"", "Truck 100 carried rice."},
        {"\n\n", "\n"},
        {"", ""},
    };
    (void)state;

    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        line_pair pair = {.src_doc = line_doc("vi", texts[t][0]),
                          .tgt_doc = line_doc("en", texts[t][1])};

        line_pair_learn(&pair, 3);
        assert_float_equal(sum_of(&pair.aligner->know.ends), 0.0, 0.0);
        assert_float_equal(sum_of(&pair.aligner->know.starts), 0.0, 0.0);
        assert_true(isfinite(pair.aligner->know.lengths.ratio));
        line_pair_clear(&pair);
    }
}

/* ---- Many pairs ---------------------------------------------------------- */

static via_aligner *learn_from(const via_pair *pairs, size_t n_pairs, size_t n_workers)
{
    via_align_options opt = {.n_passes = 3};
    via_aligner *aligner;

    assert_int_equal(via_aligner_new("vi", "en", &opt, &aligner, NULL), VIA_OK);
    assert_int_equal(via_aligner_learn(aligner, pairs, n_pairs, n_workers, NULL),
                     VIA_OK);
    return aligner;
}

static void test_workers_change_nothing(void **state)
{
    dice d = {1};
    via_pair pairs[9];
    (void)state;

    for (size_t p = 0; p < 9; p++) {
        via_buffer src = VIA_BUFFER_INIT, tgt = VIA_BUFFER_INIT;

        for (size_t n = dice_below(&d, 40) + 1; n-- > 0;) {
            size_t bags = dice_below(&d, 900);

            via_buffer_format(&src, "Chở %zu bao gạo, hai bao ngô.\n", bags);
            via_buffer_format(&tgt, "Carried %zu bags of rice and two of maize.\n",
                              bags);
        }
        pairs[p] = (via_pair){line_doc("vi", via_buffer_text(&src)),
                              line_doc("en", via_buffer_text(&tgt)), NULL};
        via_buffer_clear(&src);
        via_buffer_clear(&tgt);
    }
    via_aligner *one = learn_from(pairs, 9, 1);
    for (size_t n_workers = 2; n_workers <= 7; n_workers += 5) {
        via_aligner *many = learn_from(pairs, 9, n_workers);

        assert_memory_equal(&many->know.lengths, &one->know.lengths,
                            sizeof one->know.lengths);
        assert_memory_equal(&many->know.ends, &one->know.ends, sizeof one->know.ends);
        assert_memory_equal(&many->know.marks, &one->know.marks,
                            sizeof one->know.marks);
        via_aligner_free(many);
    }
    via_aligner_free(one);
    for (size_t p = 0; p < 9; p++) {
        via_doc_free((via_doc *)pairs[p].src);
        via_doc_free((via_doc *)pairs[p].tgt);
    }
}

/* The same pair ten times counts ten times. */
static void test_counts_add_up(void **state)
{
    via_doc *src = line_doc("vi", ARTICLE_VI), *tgt = line_doc("en", ARTICLE_EN);
    via_pair pairs[10];
    (void)state;

    for (size_t p = 0; p < 10; p++)
        pairs[p] = (via_pair){src, tgt, NULL};
    via_aligner *one = learn_from(pairs, 1, 1), *ten = learn_from(pairs, 10, 3);
    for (size_t end = 0; end < VIA_N_ENDS; end++) {
        assert_float_equal(ten->know.ends.src[end], 10 * one->know.ends.src[end], 1e-9);
        assert_float_equal(ten->know.ends.tgt[end], 10 * one->know.ends.tgt[end], 1e-9);
    }
    assert_true(one->know.ends.src[VIA_END_FINAL] >= 3.0);
    assert_true(sum_of(&ten->know.ends) > 5 * sum_of(&one->know.ends));
    via_aligner_free(one);
    via_aligner_free(ten);
    via_doc_free(src);
    via_doc_free(tgt);
}

static void test_no_pairs(void **state)
{
    via_aligner *aligner = learn_from(NULL, 0, 4);
    (void)state;

    assert_float_equal(aligner->know.lengths.ratio, 0.0, 0.0);
    assert_true(isfinite(aligner->know.ends.ratio[0][0]));
    via_aligner_free(aligner);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_pass),
        cmocka_unit_test(test_trust),
        cmocka_unit_test(test_marks_are_learned),
        cmocka_unit_test(test_lengths_are_learned),
        cmocka_unit_test(test_nothing_to_trust),
        cmocka_unit_test(test_workers_change_nothing),
        cmocka_unit_test(test_counts_add_up),
        cmocka_unit_test(test_no_pairs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
