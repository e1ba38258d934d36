/* Unit: what a bead says on both sides, each as one line of text. */
#ifndef VIA_TM_UNIT_H
#define VIA_TM_UNIT_H

#include "base/buffer.h"
#include "vialign.h"

/* Some neighbouring segments of a document, but for one that may be skipped. Segments
 * without text (empty lines) are not counted and do not stand at either end. */
typedef struct via_side {
    const via_doc *doc;
    size_t begin, end; /* segment numbers */
    size_t n_full;     /* segments with text that are not skipped */
    size_t skip;       /* the segment inside that is skipped; 0: none */
} via_side;

typedef struct via_unit {
    via_side src, tgt;
    const via_bead *bead;
    const via_anchor *anchors; /* of this bead */
    size_t n_anchors;
} via_unit;

/* Makes the unit of bead number `bead`; it borrows from all that it is made of. */
via_unit via_unit_of(via_pair pair, const via_ladder *ladder, size_t bead);

/* Returns whether there is text on both sides. */
bool via_unit_is_full(const via_unit *unit);

/* Returns whether a unit belongs in a memory: with text on both sides, likely enough to
 * be right, and not furniture on both, such as two counters of comments. */
bool via_unit_is_kept(const via_unit *unit, double min_confidence);

/* Returns whether a segment has any text. */
bool via_segment_is_full(const via_doc *doc, size_t seg);

/* Returns whether a segment of a side has text and is not skipped. */
bool via_side_holds(const via_side *side, size_t seg);

/* Appends the text of a side on one line: white space and control characters become
 * one space; where lines are joined, there is a space in languages that have them
 * between words. Appends something if there is a segment with text. */
void via_side_text(const via_side *side, via_buffer *out);

/* Returns whether a space is due where a line that begins with `next` is joined to what
 * stands in `line`, which is not empty. */
bool via_line_needs_space(const char *lang, const via_buffer *line, char next);

#endif
