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

/* What is known of a pair: where its ladders ran, with no rows if that was not seen,
 * and which keys match, or NULL. */
typedef struct via_kept_pair {
    via_trail trail;
    const via_matches *matches;
    via_arena *arena; /* holds all this and the sides */
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

/* Returns what is kept of the pair of two documents, or NULL; either may be NULL. */
const via_kept_pair *via_kept_sides_pair(const via_kept_sides *kept,
                                         const via_kept_side *src,
                                         const via_kept_side *tgt);

#endif
