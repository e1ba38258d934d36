/* General rules: sentences of languages that end them with a mark and a space. */
#ifndef VIA_SEGMENT_GENERAL_H
#define VIA_SEGMENT_GENERAL_H

#include "segment/exceptions.h"
#include "segment/line.h"
#include "text/breaker.h"

/* What the rules need, borrowed. */
typedef struct via_general {
    via_breaker *breaker;
    const via_exceptions *exceptions;
} via_general;

/* Marks in `line->cuts` where sentences begin; the line's brackets are matched. */
via_status via_cut_general(const via_general *general, via_line *line, via_error *err);

#endif
