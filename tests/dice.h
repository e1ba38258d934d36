/* Dice: random numbers that are the same in every run. */
#ifndef VIA_TESTS_DICE_H
#define VIA_TESTS_DICE_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

/* Zero is as good a start as any. */
typedef struct dice {
    uint64_t state;
} dice;

/* SplitMix64 (Steele, Lea and Flood 2014). */
static inline uint64_t dice_roll(dice *d)
{
    uint64_t x = d->state += 0x9e3779b97f4a7c15u;

    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* Returns a number below `n`. */
static inline size_t dice_below(dice *d, size_t n)
{
    return (size_t)(dice_roll(d) % n);
}

static inline double dice_between(dice *d, double low, double high)
{
    return low + (high - low) * (double)(dice_roll(d) >> 11) / 9007199254740992.0;
}

/* Returns a standard normal number: the sum of twelve uniform ones. */
static inline double dice_normal(dice *d)
{
    double sum = -6.0;

    for (int i = 0; i < 12; i++)
        sum += dice_between(d, 0.0, 1.0);
    return sum;
}

#endif
