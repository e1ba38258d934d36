/* Joint events: what it says that both sides do the same, given how common it is.
 *
 * A question mark on one side only says much between Vietnamese and English, and
 * nothing where Thai has none at all. So the prior of a pair of outcomes is not a
 * table per pair of languages but follows from how common each outcome is: with the
 * share `agreement` the sides agree as far as they can (the diagonal takes the
 * smaller of the two shares, what is left over is spread in proportion), else they
 * are independent. Counts of trusted beads take over as they come. */
#include "evidence/joint.h"

#include <math.h>

/* As many trusted beads as the prior is worth, and what a ratio is bounded to.
 * Chosen, not tuned. */
#define PRIOR_BEADS    30.0
#define RATIO_MAX_NATS 3.0
#define PRIOR_SEGMENTS 1.0

void via_joint_init(via_joint *joint, size_t n_classes)
{
    *joint = (via_joint){.n_classes = n_classes};
}

static void share_out(const double *counts, size_t n_classes, double *shares)
{
    double total = 0.0;

    for (size_t c = 0; c < n_classes; c++)
        total += counts[c] + PRIOR_SEGMENTS;
    for (size_t c = 0; c < n_classes; c++)
        shares[c] = (counts[c] + PRIOR_SEGMENTS) / total;
}

/* The pairing of `p` and `q` that agrees as often as it can. */
static double best_pairing(const double *p, const double *q, size_t n_classes, size_t a,
                           size_t b)
{
    double left = 1.0;

    for (size_t c = 0; c < n_classes; c++)
        left -= fmin(p[c], q[c]);
    double same = a == b ? fmin(p[a], q[a]) : 0.0;
    double spread = left > 1e-12
                        ? (p[a] - fmin(p[a], q[a])) * (q[b] - fmin(p[b], q[b])) / left
                        : 0.0;
    return same + spread;
}

void via_joint_learn(via_joint *joint, double agreement)
{
    double p[VIA_JOINT_CLASSES_MAX], q[VIA_JOINT_CLASSES_MAX];
    double n_both = 0.0;

    share_out(joint->src, joint->n_classes, p);
    share_out(joint->tgt, joint->n_classes, q);
    for (size_t a = 0; a < joint->n_classes; a++) {
        for (size_t b = 0; b < joint->n_classes; b++)
            n_both += joint->both[a][b];
    }
    for (size_t a = 0; a < joint->n_classes; a++) {
        for (size_t b = 0; b < joint->n_classes; b++) {
            double chance = p[a] * q[b];
            double prior = agreement * best_pairing(p, q, joint->n_classes, a, b) +
                           (1.0 - agreement) * chance;
            double share =
                (joint->both[a][b] + PRIOR_BEADS * prior) / (n_both + PRIOR_BEADS);
            double nats = log(share / chance);

            joint->ratio[a][b] = fmax(fmin(nats, RATIO_MAX_NATS), -RATIO_MAX_NATS);
        }
    }
}
