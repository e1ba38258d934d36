/* Tests of joint events: what agreement says, and how trusted beads change it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>

#include "dice.h"

#include "evidence/joint.h"

#define NEAR 1e-9

static via_joint two_classes(double src_0, double src_1, double tgt_0, double tgt_1)
{
    via_joint joint;

    via_joint_init(&joint, 2);
    joint.src[0] = src_0;
    joint.src[1] = src_1;
    joint.tgt[0] = tgt_0;
    joint.tgt[1] = tgt_1;
    return joint;
}

static via_joint any_counts(dice *d, size_t n_classes)
{
    via_joint joint;

    via_joint_init(&joint, n_classes);
    for (size_t a = 0; a < n_classes; a++) {
        joint.src[a] = dice_between(d, 0, 1000);
        joint.tgt[a] = dice_between(d, 0, 1000);
        for (size_t b = 0; b < n_classes; b++)
            joint.both[a][b] = dice_between(d, 5, 40);
    }
    return joint;
}

static void test_nothing_known(void **state)
{
    via_joint joint;
    (void)state;

    via_joint_init(&joint, 3);
    for (size_t a = 0; a < 3; a++) {
        for (size_t b = 0; b < 3; b++)
            assert_float_equal(joint.ratio[a][b], 0.0, 0.0);
    }
    joint = two_classes(70, 30, 20, 80);
    via_joint_learn(&joint, 0.0); /* nobody agrees but by chance */
    for (size_t a = 0; a < 2; a++) {
        for (size_t b = 0; b < 2; b++)
            assert_float_equal(joint.ratio[a][b], 0.0, NEAR);
    }
}

/* A question is rare: that both sides ask says much, that neither does says little,
 * and that one does speaks against. */
static void test_agreement(void **state)
{
    via_joint joint = two_classes(900, 100, 900, 100), more = joint;
    (void)state;

    via_joint_learn(&joint, 0.5);
    assert_true(joint.ratio[1][1] > 1.0);
    assert_true(joint.ratio[0][0] > 0.0 && joint.ratio[0][0] < 0.2);
    assert_true(joint.ratio[0][1] < -0.3);
    assert_float_equal(joint.ratio[0][1], joint.ratio[1][0], NEAR);
    via_joint_learn(&more, 0.9);
    assert_true(more.ratio[1][1] > joint.ratio[1][1]);
    assert_true(more.ratio[0][1] < joint.ratio[0][1]);
}

/* Where one side has no question marks at all, one on the other says nothing. */
static void test_a_class_that_one_side_lacks(void **state)
{
    via_joint joint = two_classes(9000, 1000, 10000, 0);
    (void)state;

    via_joint_learn(&joint, 0.7);
    assert_float_equal(joint.ratio[1][0], 0.0, 0.01);
    assert_float_equal(joint.ratio[0][0], 0.0, 0.01);
}

static void test_sides_are_alike(void **state)
{
    dice d = {1};
    (void)state;

    for (int round = 0; round < 50; round++) {
        via_joint joint = any_counts(&d, 2 + dice_below(&d, 3)), turned = joint;

        for (size_t a = 0; a < joint.n_classes; a++) {
            turned.src[a] = joint.tgt[a];
            turned.tgt[a] = joint.src[a];
            for (size_t b = 0; b < joint.n_classes; b++)
                turned.both[a][b] = joint.both[b][a];
        }
        via_joint_learn(&joint, 0.6);
        via_joint_learn(&turned, 0.6);
        for (size_t a = 0; a < joint.n_classes; a++) {
            for (size_t b = 0; b < joint.n_classes; b++)
                assert_float_equal(joint.ratio[a][b], turned.ratio[b][a], NEAR);
        }
    }
}

/* Chance times e^ratio is again a distribution, if no ratio is cut. */
static void test_shares_sum_to_one(void **state)
{
    dice d = {2};
    (void)state;

    for (int round = 0; round < 50; round++) {
        via_joint joint = any_counts(&d, 2 + dice_below(&d, 3));
        double n_src = 0.0, n_tgt = 0.0, sum = 0.0;

        for (size_t a = 0; a < joint.n_classes; a++) {
            joint.src[a] += 1000.0;
            joint.tgt[a] += 1000.0;
            n_src += joint.src[a] + 1.0;
            n_tgt += joint.tgt[a] + 1.0;
        }
        via_joint_learn(&joint, 0.8);
        for (size_t a = 0; a < joint.n_classes; a++) {
            for (size_t b = 0; b < joint.n_classes; b++)
                sum += (joint.src[a] + 1.0) / n_src * (joint.tgt[b] + 1.0) / n_tgt *
                       exp(joint.ratio[a][b]);
        }
        assert_float_equal(sum, 1.0, NEAR);
    }
}

static void test_trusted_beads_take_over(void **state)
{
    via_joint joint = two_classes(5000, 5000, 5000, 5000);
    double last;
    (void)state;

    via_joint_learn(&joint, 0.8);
    last = joint.ratio[0][1];
    assert_true(last < 0.0);
    /* These languages always differ. */
    for (double n = 10.0; n < 1e6; n *= 10.0) {
        joint.both[0][1] = joint.both[1][0] = n;
        via_joint_learn(&joint, 0.8);
        assert_true(joint.ratio[0][1] > last);
        last = joint.ratio[0][1];
    }
    assert_float_equal(last, log(0.5 / 0.25), 1e-3);
    assert_true(joint.ratio[0][0] < -2.0);
}

static void test_ratios_are_bounded(void **state)
{
    via_joint joint = two_classes(1e9, 1, 1e9, 1);
    (void)state;

    joint.both[1][1] = 1e6;
    via_joint_learn(&joint, 1.0);
    for (size_t a = 0; a < 2; a++) {
        for (size_t b = 0; b < 2; b++) {
            assert_true(isfinite(joint.ratio[a][b]));
            assert_true(fabs(joint.ratio[a][b]) <= 5.0);
        }
    }
    assert_true(joint.ratio[1][1] > 2.0 && joint.ratio[0][1] < -2.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_known),
        cmocka_unit_test(test_agreement),
        cmocka_unit_test(test_a_class_that_one_side_lacks),
        cmocka_unit_test(test_sides_are_alike),
        cmocka_unit_test(test_shares_sum_to_one),
        cmocka_unit_test(test_trusted_beads_take_over),
        cmocka_unit_test(test_ratios_are_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
