/* Meetings: where tokens that the lexicon pairs stand in two documents. */
#ifndef VIA_EVIDENCE_MEETINGS_H
#define VIA_EVIDENCE_MEETINGS_H

#include "base/arena.h"
#include "evidence/lexicon.h"
#include "evidence/side.h"

/* The tokens of a document as the lexicon knows them, numbered through all segments. */
typedef struct via_slots {
    size_t n_slots;
    uint32_t *tokens; /* VIA_LEXICON_NONE if it does not */
    uint32_t *segs;
    double *known, *kept; /* C and what of it is in rows */
} via_slots;

/* An entry of the lexicon whose tokens stand in two slots: source, target. */
typedef struct via_meeting {
    size_t entry;
    uint32_t slots[2];
} via_meeting;

typedef struct via_meetings {
    via_slots slots[2];
    via_meeting *list; /* by source slot */
    size_t n_meetings;
} via_meetings;

/* Finds the meetings of source segment i with target segments [lo[i], hi[i]). Lives in
 * `arena`. */
via_status via_meetings_find(const via_lexicon *lexicon, const via_side *src,
                             const via_side *tgt, const uint32_t *lo,
                             const uint32_t *hi, via_arena *arena, via_meetings *out,
                             via_error *err);

#endif
