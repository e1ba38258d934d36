/* Decided pair: what a test wishes to be locked, and the locks of it. */
#ifndef VIA_TESTS_DECIDED_H
#define VIA_TESTS_DECIDED_H

#include "scratch.h"

#include "align/locks.h"

#define LOCKS_MAX 32

/* What is to be decided, and on how many segments. */
typedef struct decided {
    via_lock wishes[LOCKS_MAX];
    size_t n_wishes, n_src, n_tgt;
} decided;

static inline via_locks *decided_locks(const decided *d)
{
    via_locks *locks;
    via_error err;

    if (via_locks_new(d->wishes, d->n_wishes, d->n_src, d->n_tgt, "locks", &locks,
                      &err) != VIA_OK)
        fail_msg("%s", err.message);
    return locks;
}

#endif
