/* Prospect: whether two names can be alike at all, found much faster than how much. */
#ifndef VIA_EVIDENCE_PROSPECT_H
#define VIA_EVIDENCE_PROSPECT_H

#include "evidence/names.h"

typedef struct via_prospect {
    uint64_t bones;       /* groups of consonants that stand in the name, and pairs of
                             groups that follow one another in it: bits */
    uint8_t n_consonants; /* that are not silent, in the shortest way to read it */
    int weight;           /* what there is to hear */
    /* The best that a sound can get from this name, by way and sound. */
    int16_t best[2][VIA_SOUNDS_MAX];
} via_prospect;

/* Looks at a name once. */
void via_prospect_find(const via_names *names, const via_name *name, via_prospect *out);

/* Returns whether two names may score as much as `score_min`. Says no to one in a
 * hundred of those that do, and to nine in ten others. */
bool via_prospects_fit(const via_name *a, const via_prospect *a_prospect,
                       const via_name *b, const via_prospect *b_prospect,
                       int score_min);

#endif
