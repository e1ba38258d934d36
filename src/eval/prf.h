/* Precision, recall and F1: how they are made of counts. */
#ifndef VIA_EVAL_PRF_H
#define VIA_EVAL_PRF_H

#include "vialign.h"

/* A share of nothing is 0. */
static inline double via_ratio(double part, double whole)
{
    return whole != 0 ? part / whole : 0;
}

static inline via_prf via_prf_of(double precision, double recall)
{
    return (via_prf){precision, recall,
                     via_ratio(2 * precision * recall, precision + recall)};
}

#endif
