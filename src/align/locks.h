/* Locks: what somebody has decided of a pair, which every ladder keeps to. */
#ifndef VIA_ALIGN_LOCKS_H
#define VIA_ALIGN_LOCKS_H

#include "align/band.h"

/* Segments that stand in one bead. An exact lock is that bead, or, with an empty side,
 * segments that stand alone; any other is a bead that may hold more. */
typedef struct via_lock {
    size_t src_begin, src_end, tgt_begin, tgt_end; /* segment numbers */
    size_t line;                                   /* where it was said */
    bool is_exact;
    bool is_swapped; /* two beads of one segment a side, in the other order */
    size_t src_skip,
        tgt_skip; /* a segment inside an exact lock that it skips; 0: none */
} via_lock;

/* Most segments on a side: what a candidate of a lattice can count. */
#define VIA_LOCK_SEGMENTS_MAX 255

struct via_locks {
    via_lock *locks; /* those with two full sides first, in order on both sides */
    size_t n_full;
    uint32_t *src_held, *tgt_held; /* number of the lock that holds each segment */
    size_t n_src, n_tgt;
};

/* What holds no lock. */
#define VIA_LOCK_NONE UINT32_MAX

/* Joins what overlaps, and checks that all can be had at once. `path` is named in
 * messages. `*out` is freed with via_locks_free(). */
via_status via_locks_new(const via_lock *wishes, size_t n_wishes, size_t n_src,
                         size_t n_tgt, const char *path, via_locks **out,
                         via_error *err);

/* Of `locks` that are NULL, nothing is decided. */

/* Returns the lock with two full sides that begins between these segments, or NULL. It
 * is always a candidate, whatever the evidence says. */
const via_lock *via_locks_at(const via_locks *locks, size_t i, size_t j);

/* Returns whether a bead may be: it holds all or nothing of each lock, nothing of an
 * exact one, and is none itself. */
bool via_locks_admit(const via_locks *locks, const via_span4 *bead);

/* Returns whether the bead that holds a source segment is decided as a whole. */
bool via_locks_settle(const via_locks *locks, size_t src_seg);

/* Takes out of a band what no ladder can pass, and puts in the corners of locks. Rows
 * then overlap but where a lock leads from one to a later one. Cells must be numbered
 * after it. */
void via_locks_fit(const via_locks *locks, via_band *band);

#endif
