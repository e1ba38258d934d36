/* Document: normalised text with a way back to the file as it was given.
 *
 * A block is a line of the text. Its segments are filled in by the room above, or
 * at once where a line is a segment. */
#ifndef VIA_TEXT_DOC_H
#define VIA_TEXT_DOC_H

#include "base/arena.h"
#include "vialign.h"

/* What the markup of a page calls a line of text. */
enum via_block_kind {
    VIA_BLOCK_LINE, /* there was no markup */
    VIA_BLOCK_PARAGRAPH,
    VIA_BLOCK_TITLE,   /* the heading of the page */
    VIA_BLOCK_SECTION, /* of a part of it */
    VIA_BLOCK_SUBSECTION,
    VIA_BLOCK_ITEM,
    VIA_BLOCK_CELL,
    VIA_BLOCK_N_KINDS
};

typedef struct via_block {
    size_t begin, end;   /* bytes of the normalised text, without the line end and
                            without white space at both ends */
    bool ends_paragraph; /* an empty line or the end of the text follows */
    /* No part of an article, perhaps or surely; set by the room above. */
    bool looks_like_furniture, is_furniture;
    uint8_t kind; /* enum via_block_kind; set by the room above */
} via_block;

/* From here on, until the next fixed point, one code point of the normalised text
 * is one code point of the file. */
typedef struct via_fixed_point {
    size_t byte;   /* of the normalised text */
    size_t src_cp; /* of the file as given */
} via_fixed_point;

struct via_doc {
    via_arena *arena; /* holds everything below, and the document itself */
    const char *name, *lang;
    char *text; /* NFC, NUL-terminated */
    size_t n_bytes;
    via_block *blocks; /* lines that hold something, in order */
    size_t n_blocks;
    via_fixed_point *fixed_points;
    size_t n_fixed_points;
    via_segment *segs;
    size_t n_segs;
    size_t n_furniture[VIA_FURNITURE_N]; /* lines, by reason; set by the room above */
    bool is_segmented;                   /* has its segments */
    bool is_fine;                        /* segments are clauses */
};

/* Returns whether a segment is a line, or part of one, that surely is furniture. */
bool via_doc_is_furniture(const via_doc *doc, size_t seg);

/* Finds `src_begin` and `src_end` of `n_segs` segments, whose `begin` and `end`
 * are set and do not decrease. */
void via_doc_place_segments(const via_doc *doc, via_segment *segs, size_t n_segs);

#endif
