/* Kept sides: what learning found in documents, for when they are aligned. */
#ifndef VIA_ALIGN_KEPT_SIDES_H
#define VIA_ALIGN_KEPT_SIDES_H

#include "evidence/side.h"

typedef struct via_kept_side {
    const via_doc *doc;
    const via_side *side;
    uint64_t content; /* a hash of what the side was made of */
} via_kept_side;

/* Sides of both documents of many pairs. Read-only between changes, and then shared by
 * any number of threads. */
typedef struct via_kept_sides {
    via_kept_side *list[2]; /* source, target: ascending addresses of documents */
    size_t n;
    via_arena **arenas; /* which hold the sides */
} via_kept_sides;

/* Makes room for so many pairs; false if there is no memory. */
bool via_kept_sides_init(via_kept_sides *kept, size_t n_pairs);
void via_kept_sides_clear(via_kept_sides *kept);

/* Takes the sides of one more pair, and the arena that holds them. */
void via_kept_sides_take(via_kept_sides *kept, const via_side *src, const via_side *tgt,
                         via_arena *arena);

/* Makes what was taken ready to be found. */
void via_kept_sides_settle(via_kept_sides *kept);

/* Returns the side of a document, or NULL if none is kept, or if the document is not
 * the one any more of which it was made. */
const via_side *via_kept_sides_find(const via_kept_sides *kept, const via_doc *doc,
                                    bool is_tgt);

#endif
