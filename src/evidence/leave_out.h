/* Leaving out: what a bead taught the lexicon, to be taken off before it is scored.
 *
 * A wrong bead teaches the words that would prove it right. So each segment is scored
 * with what all beads taught but the one that held it in the last pass. Leaving out
 * the whole document was tried and is worse, and for a single long one there would be
 * nothing left. */
#ifndef VIA_EVIDENCE_LEAVE_OUT_H
#define VIA_EVIDENCE_LEAVE_OUT_H

#include "base/arena.h"
#include "evidence/meetings.h"

/* What one bead taught of the entry of one bond. */
typedef struct via_own_count {
    uint32_t bead;
    double counts[2];
} via_own_count;

typedef struct via_left_out {
    uint32_t *beads[2];  /* by segment; NULL if nothing is to be taken off */
    via_own_count *own;  /* by bond, then bead */
    uint32_t *own_begin; /* by bond; one more at the end */
} via_left_out;

/* Works out what the beads of a pair taught, and takes it off `known` and `kept` of
 * their slots; lists the meetings in those beads. Does nothing for a pair that taught
 * nothing. */
via_status via_leave_out(const via_lexicon *lexicon, const via_side *src,
                         const via_side *tgt, via_meetings *meetings, via_arena *arena,
                         via_left_out *out, via_error *err);

/* Takes off `counts`, those of the entry of a bond, what the beads of two segments
 * taught. */
void via_leave_off(const via_left_out *left, uint32_t bond, uint32_t src_seg,
                   uint32_t tgt_seg, double counts[2]);

#endif
