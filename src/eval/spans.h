/* Span list: beads as stretches of two texts, measured in letters. */
#ifndef VIA_EVAL_SPANS_H
#define VIA_EVAL_SPANS_H

#include "vialign.h"

/* How many letters stand before each code point of a text. White space and marks at
 * the ends of segments thus make no difference. */
typedef struct via_letter_offsets {
    size_t *before; /* n_cps + 1 of them */
    size_t n_cps;
} via_letter_offsets;

/* Reads a UTF-8 text; a BOM is not counted. Freed with via_letter_offsets_clear(). */
via_status via_letter_offsets_load(const char *path, via_letter_offsets *out,
                                   via_error *err);
void via_letter_offsets_clear(via_letter_offsets *offsets);

/* Not empty on either side. */
typedef struct via_span {
    size_t src_begin, src_end, tgt_begin, tgt_end;
    double confidence; /* negative: none */
} via_span;

/* Spans in order of their numbers, each once. */
typedef struct via_span_list {
    via_span *spans;
    size_t n_spans;
    /* The end of the source of the span that ends last up to here: where a search
     * backwards for spans that reach a place may stop. */
    size_t *reaches;
} via_span_list;

/* Makes letter offsets of lines that start with four code point offsets between
 * tabs. A fifth field is the confidence if `is_rated` and it is a number from 0 to 1;
 * of equal spans the most confident counts. Other lines, and spans that are empty on a
 * side, are left out, as is what stands behind the end of the text. Freed with
 * via_span_list_clear(). */
via_status via_span_list_load(const char *path, const via_letter_offsets *src,
                              const via_letter_offsets *tgt, bool is_rated,
                              via_span_list *out, via_error *err);
void via_span_list_clear(via_span_list *list);

/* Returns how many spans have a source that begins before `at`. */
size_t via_span_list_before(const via_span_list *list, size_t at);

#endif
