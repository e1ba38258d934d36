/* Locks: what somebody has decided of a pair, which every ladder keeps to.
 *
 * All that is said comes down to rectangles that do not touch in any row or column and
 * fall from the left above to the right below, and to segments that stand alone:
 *
 *        j ->              A lock begins and ends in a corner of the lattice. No path
 *      i +-----+ . . . .   can go through what is dotted, since no bead holds a part of
 *      | |     | . . . .   a lock and no null segment is in one. So from corner to
 *      v +-----#-----+ .   corner there is one bead, or one that is larger.
 *        . . . |lock | .
 *        . . . +-----#---+ The lock itself is always a candidate, and what is in no
 *        . . . . . . |   | lock may be null: there is always a ladder. Null steps need
 *                        no rule of their own: the corners leave them no way out. A
 *                        segment that a lock skips is null within its bead.
 *
 * Rejected: to cut the pair into the pieces between locks. Each would need evidence of
 * its own, and a bead may be larger than the anchor that it holds. */
#include "align/locks.h"

#include "base/status.h"

#include <stdlib.h>
#include <string.h>

/* Locks on their way; those that were joined to a later one hold no segment. */
struct joining {
    via_locks *out;
    size_t n_locks;
    const char *path;
};

static bool is_full(const via_lock *lock)
{
    return lock->src_begin < lock->src_end && lock->tgt_begin < lock->tgt_end;
}

static bool holds(const via_lock *outer, const via_lock *inner)
{
    return outer->src_begin <= inner->src_begin && inner->src_end <= outer->src_end &&
           outer->tgt_begin <= inner->tgt_begin && inner->tgt_end <= outer->tgt_end;
}

static bool is_same(const via_lock *a, const via_lock *b)
{
    return holds(a, b) && holds(b, a) && a->src_skip == b->src_skip &&
           a->tgt_skip == b->tgt_skip;
}

static via_status contradict(const struct joining *join, const via_lock *lock,
                             const via_lock *other, via_error *err)
{
    bool is_later = other->line > lock->line;

    return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected what agrees with line %zu",
                    join->path, is_later ? other->line : lock->line,
                    is_later ? lock->line : other->line);
}

static void hold_all(uint32_t *held, size_t begin, size_t end, size_t skip, size_t lock)
{
    for (size_t seg = begin; seg < end; seg++) {
        if (!via_skips(skip, seg))
            held[seg] = (uint32_t)lock;
    }
}

/* Takes a lock in and lets it hold its segments. */
static void hold(struct joining *join, const via_lock *lock)
{
    via_locks *out = join->out;

    out->locks[join->n_locks] = *lock;
    hold_all(out->src_held, lock->src_begin, lock->src_end, lock->src_skip,
             join->n_locks);
    hold_all(out->tgt_held, lock->tgt_begin, lock->tgt_end, lock->tgt_skip,
             join->n_locks);
    join->n_locks++;
}

/* ---- Exact locks --------------------------------------------------------- */

/* Checks segments of an exact lock against those before it: the same may be said
 * twice. */
static via_status check_free(const struct joining *join, const via_lock *lock,
                             bool is_src, via_error *err)
{
    const via_locks *out = join->out;
    const uint32_t *held = is_src ? out->src_held : out->tgt_held;
    size_t begin = is_src ? lock->src_begin : lock->tgt_begin;
    size_t end = is_src ? lock->src_end : lock->tgt_end;
    size_t skip = is_src ? lock->src_skip : lock->tgt_skip;

    for (size_t seg = begin; seg < end; seg++) {
        const via_lock *other = &out->locks[held[seg]];

        if (via_skips(skip, seg) || held[seg] == VIA_LOCK_NONE ||
            (!is_full(lock) && !is_full(other)))
            continue;
        if (!is_same(other, lock))
            return contradict(join, lock, other, err);
    }
    return VIA_OK;
}

static via_status join_exact(struct joining *join, const via_lock *lock, via_error *err)
{
    via_status st = check_free(join, lock, true, err);

    if (st == VIA_OK)
        st = check_free(join, lock, false, err);
    if (st == VIA_OK)
        hold(join, lock);
    return st;
}

/* ---- Anchors ------------------------------------------------------------- */

/* Stretches an anchor over the lock that holds a segment of it. */
static via_status swallow(const struct joining *join, uint32_t held, via_lock *anchor,
                          via_error *err)
{
    const via_lock *other = &join->out->locks[held];

    if (held == VIA_LOCK_NONE)
        return VIA_OK;
    if (other->is_exact)
        return holds(other, anchor) ? VIA_OK : contradict(join, anchor, other, err);
    if (other->src_begin < anchor->src_begin)
        anchor->src_begin = other->src_begin;
    if (other->src_end > anchor->src_end)
        anchor->src_end = other->src_end;
    if (other->tgt_begin < anchor->tgt_begin)
        anchor->tgt_begin = other->tgt_begin;
    if (other->tgt_end > anchor->tgt_end)
        anchor->tgt_end = other->tgt_end;
    return VIA_OK;
}

static via_status check_size(const struct joining *join, const via_lock *lock,
                             via_error *err)
{
    if (lock->src_end - lock->src_begin <= VIA_LOCK_SEGMENTS_MAX &&
        lock->tgt_end - lock->tgt_begin <= VIA_LOCK_SEGMENTS_MAX)
        return VIA_OK;
    return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected at most %d segments a side",
                    join->path, lock->line, VIA_LOCK_SEGMENTS_MAX);
}

/* Stretches until nothing new is touched. An anchor within an exact lock says nothing
 * new. */
static via_status join_anchor(struct joining *join, via_lock anchor, via_error *err)
{
    const via_locks *out = join->out;
    via_status st = check_size(join, &anchor, err);
    via_lock before;

    do {
        before = anchor;
        for (size_t i = before.src_begin; st == VIA_OK && i < before.src_end; i++)
            st = swallow(join, out->src_held[i], &anchor, err);
        for (size_t j = before.tgt_begin; st == VIA_OK && j < before.tgt_end; j++)
            st = swallow(join, out->tgt_held[j], &anchor, err);
        if (st == VIA_OK)
            st = check_size(join, &anchor, err);
    } while (st == VIA_OK && !holds(&before, &anchor));
    uint32_t first = out->src_held[anchor.src_begin];
    bool is_known = first != VIA_LOCK_NONE && holds(&out->locks[first], &anchor);
    if (st == VIA_OK && !is_known)
        hold(join, &anchor);
    return st;
}

/* ---- All together -------------------------------------------------------- */

/* Full ones by their place in the source, then those that stand alone. */
static int by_place(const void *a, const void *b)
{
    const via_lock *x = a, *y = b;

    if (is_full(x) != is_full(y))
        return is_full(x) ? -1 : 1;
    if (x->src_begin != y->src_begin)
        return x->src_begin < y->src_begin ? -1 : 1;
    return (x->tgt_begin > y->tgt_begin) - (x->tgt_begin < y->tgt_begin);
}

/* Whether two exact locks are the beads of a swap, as a lattice has it. */
static bool is_swap(const via_lock *above, const via_lock *below)
{
    return above->is_exact && below->is_exact &&
           above->src_end - above->src_begin == 1 &&
           above->tgt_end - above->tgt_begin == 1 &&
           below->src_end - below->src_begin == 1 &&
           below->tgt_end - below->tgt_begin == 1 &&
           below->src_begin == above->src_end && below->tgt_end == above->tgt_begin;
}

/* Makes one lock of two neighbours that are swapped; returns how many are left. */
static size_t join_swaps(via_lock *locks, size_t n_locks)
{
    size_t n_left = 0;

    for (size_t k = 0; k < n_locks; k++) {
        via_lock *last = n_left ? &locks[n_left - 1] : NULL;

        if (!last || !is_swap(last, &locks[k])) {
            locks[n_left++] = locks[k];
            continue;
        }
        last->src_end = locks[k].src_end;
        last->tgt_begin = locks[k].tgt_begin;
        last->is_swapped = true;
    }
    return n_left;
}

/* Leaves out what was joined to another, sorts, and checks that nothing crosses. */
static via_status put_in_order(struct joining *join, via_error *err)
{
    via_locks *out = join->out;
    size_t n_locks = 0;

    for (size_t k = 0; k < join->n_locks; k++) {
        const via_lock *lock = &out->locks[k];

        if (!is_full(lock) || out->src_held[lock->src_begin] == k)
            out->locks[n_locks++] = *lock;
    }
    qsort(out->locks, n_locks, sizeof *out->locks, by_place);
    n_locks = join_swaps(out->locks, n_locks);
    join->n_locks = 0;
    for (size_t k = 0; k < n_locks; k++) {
        via_lock lock = out->locks[k];

        out->n_full += is_full(&lock);
        hold(join, &lock);
    }
    for (size_t k = 1; k < out->n_full; k++) {
        const via_lock *lock = &out->locks[k], *above = lock - 1;

        if (lock->src_begin < above->src_end || lock->tgt_begin < above->tgt_end)
            return via_fail(err, VIA_E_FORMAT,
                            "%s:%zu: expected what does not cross line %zu", join->path,
                            lock->line > above->line ? lock->line : above->line,
                            lock->line > above->line ? above->line : lock->line);
    }
    return VIA_OK;
}

static via_status open_locks(size_t n_wishes, size_t n_src, size_t n_tgt,
                             via_locks **out, via_error *err)
{
    via_locks *locks = calloc(1, sizeof *locks);

    *out = NULL;
    if (!locks)
        return via_fail_memory(err);
    locks->n_src = n_src;
    locks->n_tgt = n_tgt;
    locks->locks = calloc(n_wishes + 1, sizeof *locks->locks);
    locks->src_held = malloc((n_src + 1) * sizeof *locks->src_held);
    locks->tgt_held = malloc((n_tgt + 1) * sizeof *locks->tgt_held);
    if (!locks->locks || !locks->src_held || !locks->tgt_held) {
        via_locks_free(locks);
        return via_fail_memory(err);
    }
    memset(locks->src_held, 0xff, (n_src + 1) * sizeof *locks->src_held);
    memset(locks->tgt_held, 0xff, (n_tgt + 1) * sizeof *locks->tgt_held);
    *out = locks;
    return VIA_OK;
}

void via_locks_free(via_locks *locks)
{
    if (!locks)
        return;
    free(locks->locks);
    free(locks->src_held);
    free(locks->tgt_held);
    free(locks);
}

via_status via_locks_new(const via_lock *wishes, size_t n_wishes, size_t n_src,
                         size_t n_tgt, const char *path, via_locks **out,
                         via_error *err)
{
    struct joining join = {NULL, 0, path};
    via_status st = open_locks(n_wishes, n_src, n_tgt, &join.out, err);

    *out = NULL;
    for (size_t w = 0; st == VIA_OK && w < n_wishes; w++) {
        if (wishes[w].is_exact)
            st = check_size(&join, &wishes[w], err);
        if (st == VIA_OK && wishes[w].is_exact)
            st = join_exact(&join, &wishes[w], err);
    }
    for (size_t w = 0; st == VIA_OK && w < n_wishes; w++) {
        if (!wishes[w].is_exact)
            st = join_anchor(&join, wishes[w], err);
    }
    if (st == VIA_OK)
        st = put_in_order(&join, err);
    if (st != VIA_OK) {
        via_locks_free(join.out);
        return st;
    }
    *out = join.out;
    return VIA_OK;
}

/* ---- What may be --------------------------------------------------------- */

const via_lock *via_locks_at(const via_locks *locks, size_t i, size_t j)
{
    if (!locks || i >= locks->n_src || locks->src_held[i] >= locks->n_full)
        return NULL;
    const via_lock *lock = &locks->locks[locks->src_held[i]];
    return lock->src_begin == i && lock->tgt_begin == j ? lock : NULL;
}

/* Whether a bead may hold a segment that is held by a lock. */
static bool admits(const via_locks *locks, uint32_t held, const via_lock *bead)
{
    if (held == VIA_LOCK_NONE)
        return true;
    const via_lock *lock = &locks->locks[held];
    return !lock->is_exact && holds(bead, lock) && !holds(lock, bead);
}

/* Whether a bead may skip a segment that is held by a lock: only one that shall stand
 * alone. */
static bool may_skip(const via_locks *locks, uint32_t held)
{
    return held == VIA_LOCK_NONE || !is_full(&locks->locks[held]);
}

bool via_locks_settle(const via_locks *locks, size_t src_seg)
{
    return locks && locks->src_held[src_seg] < locks->n_full &&
           locks->locks[locks->src_held[src_seg]].is_exact;
}

/* Whether a bead may hold what it does of one side, and skip what it skips. */
static bool admits_all(const via_locks *locks, const uint32_t *held, size_t begin,
                       size_t end, size_t skip, const via_lock *bead)
{
    for (size_t seg = begin; seg < end; seg++) {
        if (via_skips(skip, seg) ? !may_skip(locks, held[seg])
                                 : !admits(locks, held[seg], bead))
            return false;
    }
    return true;
}

bool via_locks_admit(const via_locks *locks, const via_span4 *bead)
{
    if (!locks)
        return true;
    const via_lock place = {.src_begin = bead->src_begin,
                            .src_end = bead->src_end,
                            .tgt_begin = bead->tgt_begin,
                            .tgt_end = bead->tgt_end};
    return admits_all(locks, locks->src_held, bead->src_begin, bead->src_end,
                      bead->src_skip, &place) &&
           admits_all(locks, locks->tgt_held, bead->tgt_begin, bead->tgt_end,
                      bead->tgt_skip, &place);
}

/* ---- Where the path may run ---------------------------------------------- */

static size_t clamp(size_t j, size_t lo, size_t hi)
{
    return j < lo ? lo : j > hi ? hi : j;
}

/* A path in row i is behind all locks that have ended and before all that have not
 * begun. Within a lock there is no path; one cell stands there for none. The beads of a
 * swap begin in cells of their own, which lead nowhere. */
void via_locks_fit(const via_locks *locks, via_band *band)
{
    size_t next = 0; /* the first lock that has not ended */

    for (size_t i = 0; locks && i < band->n_rows; i++) {
        while (next < locks->n_full && locks->locks[next].src_end <= i)
            next++;
        const via_lock *above = next > 0 ? &locks->locks[next - 1] : NULL;
        const via_lock *below = next < locks->n_full ? &locks->locks[next] : NULL;
        bool begins = below && below->src_begin == i;
        bool ends = above && above->src_end == i;
        bool is_inside = below && below->src_begin < i;
        size_t right = below ? below->tgt_begin : locks->n_tgt;
        size_t left = is_inside ? right : above ? above->tgt_end : 0;
        size_t lo = clamp(band->lo[i], left, right);
        size_t last = clamp(band->hi[i] - 1, left, right);

        band->lo[i] = (uint32_t)(ends ? left : lo);
        band->hi[i] = (uint32_t)(begins ? right + below->is_swapped : last) + 1;
    }
}
