/* Meetings: where tokens that the lexicon pairs stand in two documents.
 *
 * Different tokens of each document are numbered once, and so are the entries of the
 * lexicon of which both documents hold both tokens: bonds. A row lists the bonds of one
 * source segment by target token; then the meetings in a cell are found by looking at
 * the tokens of one target segment, and only in cells that anyone asks for.
 *
 *     row of segment i     "rice" -> gạo, thóc      "price" -> giá ...
 *     segment j            "the" "price" "of" "rice"
 */
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
    uint32_t *numbers;    /* equal for equal tokens of the document */
    size_t n_numbers;
} via_slots;

/* An entry of the lexicon whose source token and target token the documents hold. */
typedef struct via_bond {
    size_t entry;
    uint32_t tgt; /* number of the target token */
} via_bond;

/* A bond whose tokens stand in two slots: source, target. */
typedef struct via_meeting {
    uint32_t bond;
    uint32_t slots[2];
} via_meeting;

typedef struct via_meetings {
    const size_t *begin[2]; /* by segment, its first slot */
    via_slots slots[2];
    via_bond *bonds;
    uint32_t *bond_begin; /* by number of the source token; one more at the end */
    size_t n_bonds;
    via_meeting *list; /* by source segment, then target segment */
    size_t n_meetings;
} via_meetings;

/* Numbers the tokens and finds the bonds; lists no meetings. Lives in `arena`. */
via_status via_meetings_new(const via_lexicon *lexicon, const via_side *src,
                            const via_side *tgt, via_arena *arena, via_meetings *out,
                            via_error *err);

/* Lists the meetings of source segment i with target segments [lo[i], hi[i]), in
 * `arena`. */
via_status via_meetings_list(via_meetings *meetings, const uint32_t *lo,
                             const uint32_t *hi, via_arena *arena, via_error *err);

struct via_meeting_item {
    uint32_t bond, slot, next;
};

/* The bonds of one source segment. */
typedef struct via_meeting_row {
    uint32_t *heads; /* by number of the target token: the first item, plus 1 */
    struct via_meeting_item *items; /* ascending slots for each target token */
    size_t n_items;
    uint32_t seg;
} via_meeting_row;

/* Makes room for any row in `arena`; false if there is no memory. */
bool via_meeting_row_init(via_meeting_row *row, const via_meetings *meetings,
                          via_arena *arena);

/* Turns to another source segment. */
void via_meeting_row_turn(via_meeting_row *row, const via_meetings *meetings,
                          uint32_t seg);

#endif
