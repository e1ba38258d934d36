/* Kept sides: what learning found in documents, for when they are aligned. */
#ifndef VIA_ALIGN_KEPT_SIDES_H
#define VIA_ALIGN_KEPT_SIDES_H

#include "align/trail.h"

typedef struct via_kept_side {
    const via_doc *doc;
    const via_side *side;
    uint64_t content; /* a hash of what the side was made of */
    size_t pair;
} via_kept_side;

/* Of a pair: where its ladders ran, with no rows if that was not seen. */
typedef struct via_kept_pair {
    via_trail trail;
    via_arena *arena; /* holds the sides and the trail */
} via_kept_pair;

/* Sides of both documents of many pairs. Read-only between changes, and then shared by
 * any number of threads. */
typedef struct via_kept_sides {
    via_kept_side *list[2]; /* source, target: ascending addresses of documents */
    via_kept_pair *pairs;
    size_t n;
} via_kept_sides;

/* Makes room for so many pairs; false if there is no memory. */
bool via_kept_sides_init(via_kept_sides *kept, size_t n_pairs);
void via_kept_sides_clear(via_kept_sides *kept);

/* Takes the sides of one more pair, and what else is known of it. */
void via_kept_sides_take(via_kept_sides *kept, const via_side *src, const via_side *tgt,
                         via_kept_pair pair);

/* Makes what was taken ready to be found. */
void via_kept_sides_settle(via_kept_sides *kept);

/* Returns what is kept of a document, or NULL if nothing is, or if the document is not
 * the one any more of which it was made. */
const via_kept_side *via_kept_sides_find(const via_kept_sides *kept, const via_doc *doc,
                                         bool is_tgt);

/* Returns where ladders of two documents ran, or NULL; either may be NULL. */
const via_trail *via_kept_sides_trail(const via_kept_sides *kept,
                                      const via_kept_side *src,
                                      const via_kept_side *tgt);

#endif
