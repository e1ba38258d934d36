/* Shapes: how a segment starts and ends, its marks, and what kind of line it is. */
#ifndef VIA_EVIDENCE_SHAPE_H
#define VIA_EVIDENCE_SHAPE_H

#include "vialign.h"

enum via_end { VIA_END_FINAL, VIA_END_COMMA, VIA_END_COLON, VIA_END_NONE, VIA_N_ENDS };
enum via_start { VIA_START_LOWER, VIA_START_QUOTE, VIA_START_OTHER, VIA_N_STARTS };

/* Marks that a segment may hold, as bits. */
enum via_mark {
    VIA_MARK_QUESTION, /* ? or ! */
    VIA_MARK_QUOTE,
    VIA_MARK_BRACKET,
    VIA_MARK_COLON,
    VIA_MARK_SEMICOLON,
    VIA_MARK_ELLIPSIS,
    VIA_MARK_PERCENT,
    VIA_MARK_DASH,
    VIA_N_MARKS
};

typedef struct via_shape {
    uint8_t end;      /* enum via_end: the last mark, closing quotes looked through */
    uint8_t start;    /* enum via_start */
    uint8_t marks;    /* bits of enum via_mark */
    bool is_wordless; /* no word: a picture's file name, an address, a rule */
    bool is_empty;
    bool is_unmarked; /* short and without a final mark: a headline, a menu item */
} via_shape;

/* Looks at `text[begin, end)`, valid UTF-8 without white space at both ends. */
via_shape via_shape_of(const char *text, size_t begin, size_t end);

#endif
