/* Line: a block as code points, while it is being cut. */
#ifndef VIA_SEGMENT_LINE_H
#define VIA_SEGMENT_LINE_H

#include "text/doc.h"
#include "vialign.h"

/* No place: a bracket that has no partner. */
#define VIA_LINE_NONE SIZE_MAX

/* Zero it before the first use. Its arrays are reused from line to line. */
typedef struct via_line {
    const char *text; /* of the document */
    int32_t *cps;
    size_t *bytes; /* where each code point begins in `text`, and where the last ends */
    size_t *mates; /* for a bracket or quote the place of its partner */
    bool *cuts;    /* whether a segment begins here */
    size_t n_cps, capacity;
} via_line;

/* Takes the block of a document, without any cut. False if there is no memory. */
bool via_line_set(via_line *line, const via_doc *doc, const via_block *block);
void via_line_clear(via_line *line);

/* Finds the partners of brackets and quotes: "(" and ")", "「" and "」", and so on.
 * An opening one that nothing closes has no partner. */
void via_line_match(via_line *line);

/* Whether a bracket or quote at `i` opens (closes) something: by its partner, else by
 * what it is, and a straight quote by the spaces around it. */
bool via_line_opens(const via_line *line, size_t i);
bool via_line_closes(const via_line *line, size_t i);

/* Returns the code point at `i`, or 0 outside of the line. */
static inline int32_t via_line_cp(const via_line *line, size_t i)
{
    return i < line->n_cps ? line->cps[i] : 0;
}

#endif
