/* Tests of lengths: what the fit recovers, and what the ratio says. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdlib.h>

#include "dice.h"

#include "evidence/lengths.h"

#define N_SAMPLES 4000

/* Syllables and letters on one side, three Japanese scripts on the other. */
static const via_size_weights SYLLABLES = {
    .w = {[VIA_SIZE_WORD] = 1.1, [VIA_SIZE_LATIN] = 0.25, [VIA_SIZE_DIGIT] = 0.6}};
static const via_size_weights SCRIPTS = {.w = {[VIA_SIZE_HAN] = 2.1,
                                               [VIA_SIZE_HIRAGANA] = 0.74,
                                               [VIA_SIZE_KATAKANA] = 0.77,
                                               [VIA_SIZE_MARK] = 0.3}};

static via_size_counts any_source(dice *d)
{
    via_size_counts counts = {{0}};

    counts.n[VIA_SIZE_WORD] = (uint16_t)(4 + dice_below(d, 40));
    counts.n[VIA_SIZE_LATIN] =
        (uint16_t)(counts.n[VIA_SIZE_WORD] * dice_between(d, 2.5, 4.0));
    counts.n[VIA_SIZE_DIGIT] = (uint16_t)dice_below(d, 5);
    return counts;
}

/* A mixture of scripts whose size is about `size`. */
static via_size_counts target_of(dice *d, double size)
{
    via_size_counts counts = {{0}};
    double han = dice_between(d, 0.3, 0.7), kata = dice_between(d, 0.0, 0.3);

    counts.n[VIA_SIZE_HAN] = (uint16_t)lround(size * han / 2.1);
    counts.n[VIA_SIZE_KATAKANA] = (uint16_t)lround(size * kata / 0.77);
    counts.n[VIA_SIZE_HIRAGANA] = (uint16_t)lround(size * (1.0 - han - kata) / 0.74);
    return counts;
}

/* Beads whose log ratio of sizes is normal around `ratio`. */
static via_length_sample *any_samples(dice *d, double ratio, double floor_var,
                                      double slope_var)
{
    via_length_sample *samples = calloc(N_SAMPLES, sizeof *samples);

    assert_non_null(samples);
    for (size_t i = 0; i < N_SAMPLES; i++) {
        via_length_sample *sample = &samples[i];

        sample->src = any_source(d);
        double size = via_size_of(&sample->src, &SYLLABLES);
        double sigma = sqrt(floor_var + slope_var / size);
        sample->tgt = target_of(d, size * exp(ratio + sigma * dice_normal(d)));
        sample->weight = (float)dice_between(d, 0.5, 1.0);
    }
    return samples;
}

/* Japanese weights that somebody guessed. */
static via_size_weights guessed_scripts(void)
{
    via_size_weights weights = SCRIPTS;

    weights.w[VIA_SIZE_HAN] = 1.4;
    weights.w[VIA_SIZE_HIRAGANA] = 1.0;
    weights.w[VIA_SIZE_KATAKANA] = 1.1;
    return weights;
}

struct fit {
    double mean, var; /* of what the ratio of sizes is off by */
    double size;      /* mean of both sides */
};

static struct fit fit_of(const via_lengths *lengths, const via_length_sample *samples)
{
    struct fit fit = {0.0, 0.0, 0.0};
    double squares = 0.0;

    for (size_t i = 0; i < N_SAMPLES; i++) {
        double src = via_size_of(&samples[i].src, &lengths->src);
        double tgt = via_size_of(&samples[i].tgt, &lengths->tgt);
        double off = log((tgt + 0.5) / (src + 0.5)) - lengths->ratio;

        fit.mean += off / N_SAMPLES;
        squares += off * off / N_SAMPLES;
        fit.size += 0.5 * (src + tgt) / N_SAMPLES;
    }
    fit.var = squares - fit.mean * fit.mean;
    return fit;
}

static void assert_near(double a, double b, double share)
{
    if (!(fabs(a - b) <= share * fabs(b)))
        fail_msg("%g is not within %g of %g", a, share * fabs(b), b);
}

/* ---- Start --------------------------------------------------------------- */

static void test_start(void **state)
{
    via_lengths lengths;
    (void)state;

    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1000, 1200);
    assert_float_equal(lengths.ratio, log(1.2), 1e-9);
    assert_memory_equal(&lengths.src, &SYLLABLES, sizeof SYLLABLES);
    assert_memory_equal(&lengths.tgt, &SCRIPTS, sizeof SCRIPTS);
    assert_true(lengths.floor_var > 0.0 && lengths.slope_var > 0.0);
    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 0, 1200);
    assert_float_equal(lengths.ratio, 0.0, 0.0);
    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 0, 0);
    assert_float_equal(lengths.ratio, 0.0, 0.0);
    /* No language needs three times the room: one side holds something else. */
    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1, 1e6);
    assert_true(lengths.ratio > 0.5 && lengths.ratio < 1.1);
    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1e6, 1);
    assert_true(lengths.ratio < -0.5 && lengths.ratio > -1.1);
}

/* ---- Learning ------------------------------------------------------------ */

static void test_nothing_to_learn(void **state)
{
    via_lengths lengths, before;
    (void)state;

    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1000, 1200);
    before = lengths;
    via_lengths_learn(&lengths, NULL, 0);
    for (int c = 0; c < VIA_SIZE_N_CLASSES; c++) {
        assert_float_equal(lengths.src.w[c], before.src.w[c], 1e-9);
        assert_float_equal(lengths.tgt.w[c], before.tgt.w[c], 1e-9);
    }
    assert_float_equal(lengths.ratio, before.ratio, 1e-9);
    assert_float_equal(lengths.floor_var, before.floor_var, 1e-9);
    assert_float_equal(lengths.slope_var, before.slope_var, 1e-9);
}

/* One bead, half as long again as it should be, moves nothing far. */
static void test_one_odd_bead(void **state)
{
    via_length_sample sample = {.weight = 1.0f};
    via_lengths lengths;
    (void)state;

    sample.src.n[VIA_SIZE_WORD] = 30;
    sample.src.n[VIA_SIZE_LATIN] = 90;
    sample.tgt.n[VIA_SIZE_HAN] = 12;
    sample.tgt.n[VIA_SIZE_HIRAGANA] = 40;
    sample.tgt.n[VIA_SIZE_KATAKANA] = 30;
    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 0, 0);
    via_lengths_learn(&lengths, &sample, 1);
    assert_near(lengths.src.w[VIA_SIZE_WORD], 1.1, 0.2);
    assert_near(lengths.src.w[VIA_SIZE_LATIN], 0.25, 0.2);
    assert_near(lengths.tgt.w[VIA_SIZE_HAN], 2.1, 0.2);
    assert_near(lengths.tgt.w[VIA_SIZE_HIRAGANA], 0.74, 0.2);
    assert_float_equal(lengths.ratio, 0.0, 0.1);
    assert_near(lengths.floor_var + lengths.slope_var / 20, 0.025 + 0.7 / 20, 0.5);
}

static void test_weights_are_recovered(void **state)
{
    dice d = {3};
    via_length_sample *samples = any_samples(&d, 0.2, 0.02, 0.4);
    via_size_weights guess = guessed_scripts();
    via_lengths lengths;
    (void)state;

    via_lengths_start(&lengths, &SYLLABLES, &guess, 0, 0);
    struct fit before = fit_of(&lengths, samples);
    for (int pass = 0; pass < 3; pass++)
        via_lengths_learn(&lengths, samples, N_SAMPLES);
    struct fit after = fit_of(&lengths, samples);
    const double *w = lengths.tgt.w;

    /* Only shares can be learned: the size of both sides together is anyone's. */
    assert_near(w[VIA_SIZE_HAN] / w[VIA_SIZE_HIRAGANA], 2.1 / 0.74, 0.1);
    assert_near(w[VIA_SIZE_KATAKANA] / w[VIA_SIZE_HIRAGANA], 0.77 / 0.74, 0.1);
    assert_near(after.size, before.size, 0.05);
    assert_true(after.var < before.var);
    assert_float_equal(after.mean, 0.0, 0.02);
    assert_near(lengths.floor_var + lengths.slope_var / 20, 0.02 + 0.4 / 20, 0.1);
    assert_near(lengths.floor_var + lengths.slope_var / 60, 0.02 + 0.4 / 60, 0.1);
    free(samples);
}

/* What the languages differ by is found, be it as a ratio or in the weights. */
static void test_ratio_is_recovered(void **state)
{
    (void)state;

    for (double ratio = -0.6; ratio < 0.7; ratio += 0.3) {
        dice d = {4};
        via_length_sample *samples = any_samples(&d, ratio, 0.015, 0.5);
        via_lengths lengths;

        via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1.0, exp(ratio / 2));
        double wrong = fabs(fit_of(&lengths, samples).mean);
        via_lengths_learn(&lengths, samples, N_SAMPLES);
        struct fit fit = fit_of(&lengths, samples);
        assert_float_equal(fit.mean, 0.0, 0.02);
        assert_true(wrong > 0.1 || ratio * ratio < 0.01);
        free(samples);
    }
}

/* Untrusted beads teach less: those of weight 0 teach nothing. */
static void test_weights_of_samples(void **state)
{
    dice d = {5};
    via_length_sample *samples = any_samples(&d, 0.5, 0.02, 0.4);
    via_lengths lengths;
    (void)state;

    for (size_t i = 0; i < N_SAMPLES; i++)
        samples[i].weight = 0.0f;
    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 0, 0);
    via_lengths_learn(&lengths, samples, N_SAMPLES);
    assert_float_equal(lengths.ratio, 0.0, 1e-9);
    assert_float_equal(lengths.tgt.w[VIA_SIZE_HAN], 2.1, 1e-9);
    free(samples);
}

/* Beads that fit nothing: no weight falls below zero, no variance vanishes, and what is
 * never learned stays. */
static void test_nonsense(void **state)
{
    dice d = {6};
    via_length_sample *samples = calloc(N_SAMPLES, sizeof *samples);
    (void)state;

    assert_non_null(samples);
    for (int round = 0; round < 20; round++) {
        size_t n_samples = dice_below(&d, N_SAMPLES);
        via_size_weights guess = guessed_scripts();
        via_lengths lengths;

        guess.w[VIA_SIZE_DIGIT] = 0.6;
        for (size_t i = 0; i < n_samples; i++) {
            samples[i] = (via_length_sample){.weight = 1.0f};
            for (int c = 0; c < VIA_SIZE_N_CLASSES; c++) {
                samples[i].src.n[c] =
                    (uint16_t)dice_below(&d, 1u << dice_below(&d, 16));
                samples[i].tgt.n[c] =
                    (uint16_t)dice_below(&d, 1u << dice_below(&d, 16));
            }
        }
        via_lengths_start(&lengths, &SYLLABLES, &guess, 0, 0);
        for (int pass = 0; pass < 4; pass++)
            via_lengths_learn(&lengths, samples, n_samples);
        for (int c = 0; c < VIA_SIZE_N_CLASSES; c++) {
            assert_true(lengths.src.w[c] >= 0.0 && isfinite(lengths.src.w[c]));
            assert_true(lengths.tgt.w[c] >= 0.0 && isfinite(lengths.tgt.w[c]));
        }
        assert_float_equal(lengths.src.w[VIA_SIZE_DIGIT], 0.6, 0.0);
        assert_float_equal(lengths.tgt.w[VIA_SIZE_MARK], 0.3, 0.0);
        assert_true(isfinite(lengths.ratio));
        assert_true(lengths.floor_var > 0.0 && lengths.floor_var < 1.0);
        assert_true(lengths.slope_var > 0.0 && lengths.slope_var < 10.0);
    }
    free(samples);
}

/* ---- Ratio to chance ----------------------------------------------------- */

static const via_chance CHANCE = {3.5, 0.4};

static double ratio(const via_lengths *lengths, double src_size, double tgt_size)
{
    return via_lengths_ratio(lengths, src_size, tgt_size, &CHANCE, &CHANCE);
}

static void test_what_fits(void **state)
{
    via_lengths lengths;
    double last;
    (void)state;

    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1, 1);
    assert_true(ratio(&lengths, 40, 40) > 0.5);
    assert_true(ratio(&lengths, 40, 80) < 0.0);
    assert_float_equal(ratio(&lengths, 30, 45), ratio(&lengths, 45, 30), 1e-9);
    last = ratio(&lengths, 40, 40);
    for (double tgt = 48; tgt < 100; tgt *= 1.2) {
        assert_true(ratio(&lengths, 40, tgt) < last);
        last = ratio(&lengths, 40, tgt);
    }
    assert_true(ratio(&lengths, 20, 160) > -8.0); /* an odd length does not veto */
    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1, 1.5);
    assert_true(ratio(&lengths, 40, 60) > ratio(&lengths, 40, 40));
    assert_true(ratio(&lengths, 40, 60) > ratio(&lengths, 60, 40) + 3.0);
}

/* A length that fits says more where lengths differ, and one that does not says more in
 * long lines. */
static void test_chance(void **state)
{
    via_chance narrow = {3.7, 0.15}, wide = {3.7, 1.5}, any = {3.7, 100.0};
    via_lengths lengths;
    (void)state;

    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1, 1);
    assert_true(via_lengths_ratio(&lengths, 40, 40, &wide, &wide) >
                via_lengths_ratio(&lengths, 40, 40, &narrow, &narrow) + 0.5);
    assert_float_equal(via_lengths_ratio(&lengths, 30, 50, &wide, &narrow),
                       via_lengths_ratio(&lengths, 50, 30, &narrow, &wide), 1e-9);
    assert_true(via_lengths_ratio(&lengths, 200, 300, &any, &any) <
                via_lengths_ratio(&lengths, 8, 12, &any, &any) - 1.0);
}

static void test_ratio_is_bounded(void **state)
{
    static const double sizes[] = {0, 0.1, 1, 10, 1000, 1e6, 1e9};
    via_lengths lengths;
    (void)state;

    via_lengths_start(&lengths, &SYLLABLES, &SCRIPTS, 1, 1);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (size_t j = 0; j < sizeof sizes / sizeof *sizes; j++) {
            double nats = ratio(&lengths, sizes[i], sizes[j]);

            assert_true(isfinite(nats) && fabs(nats) < 25.0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_start),
        cmocka_unit_test(test_nothing_to_learn),
        cmocka_unit_test(test_one_odd_bead),
        cmocka_unit_test(test_weights_are_recovered),
        cmocka_unit_test(test_ratio_is_recovered),
        cmocka_unit_test(test_weights_of_samples),
        cmocka_unit_test(test_nonsense),
        cmocka_unit_test(test_what_fits),
        cmocka_unit_test(test_chance),
        cmocka_unit_test(test_ratio_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
