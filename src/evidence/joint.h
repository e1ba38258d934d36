/* Joint events: what it says that both sides do the same, given how common it is. */
#ifndef VIA_EVIDENCE_JOINT_H
#define VIA_EVIDENCE_JOINT_H

#include "vialign.h"

#define VIA_JOINT_CLASSES_MAX 7

/* An event with a few outcomes, such as how a line ends, seen on both sides of a
 * bead. `ratio[a][b]` is the log-likelihood ratio of the pair of outcomes between
 * translations and sides taken at random, in nats, bounded. */
typedef struct via_joint {
    size_t n_classes;
    double src[VIA_JOINT_CLASSES_MAX], tgt[VIA_JOINT_CLASSES_MAX]; /* counts */
    double both[VIA_JOINT_CLASSES_MAX][VIA_JOINT_CLASSES_MAX];     /* trusted pairs */
    double ratio[VIA_JOINT_CLASSES_MAX][VIA_JOINT_CLASSES_MAX];
} via_joint;

/* Starts with no counts; every ratio is 0 until via_joint_learn(). */
void via_joint_init(via_joint *joint, size_t n_classes);

/* Computes `ratio` from the counts: marginals from all segments, pairs from trusted
 * beads, which are few or none at first; then translations are taken to agree as
 * far as the marginals allow, in `agreement` of all cases. */
void via_joint_learn(via_joint *joint, double agreement);

#endif
