/* Multi: units of two languages or more, as the lines of a memory. */
#ifndef VIA_TM_MULTI_H
#define VIA_TM_MULTI_H

#include "base/arena.h"
#include "base/buffer.h"
#include "vialign.h"

/* One sentence, or some, in one language; all borrowed. */
typedef struct via_multi_text {
    const char *lang;
    const char *document;
    const char *text; /* one line, as via_side_text() makes it */
    size_t n_bytes;
    const size_t *segs; /* of the document, growing */
    size_t n_segs;
} via_multi_text;

/* The same in all languages that are there, the pivot first. */
typedef struct via_multi_unit {
    const via_multi_text *texts;
    size_t n_texts;
    double confidence;
    const char *article; /* its id */
} via_multi_unit;

/* What all units of a memory share. `langs` are those of the whole memory, its usual
 * pivot first. */
typedef struct via_multi_spec {
    const via_tm_options *opt; /* tmx, tsv or jsonl */
    const char *const *langs;
    size_t n_langs;
} via_multi_spec;

/* Returns whether a format can hold more than two languages. */
bool via_multi_can(via_format format);

/* Appends what stands before and behind the units. A table begins with the names of
 * its columns. */
void via_multi_head(const via_multi_spec *spec, via_buffer *out);
void via_multi_tail(const via_multi_spec *spec, via_buffer *out);

/* Appends a unit; `has_failed` of `out` tells of a lack of memory. */
void via_multi_render(const via_multi_spec *spec, const via_multi_unit *unit,
                      via_buffer *out);

/* Reads a unit of the memory in JSON back from its line. `out` lives as long as the
 * arena, which holds what was read also after a failure. The message of a failure says
 * what was expected, and names no file. */
via_status via_multi_parse(const char *line, size_t n_bytes, via_arena *arena,
                           via_multi_unit *out, via_error *err);

/* Appends a line of text behind what is there, in place of a line end: with a space in
 * languages that have spaces between words. */
void via_multi_join(const char *lang, const char *text, size_t n_bytes,
                    via_buffer *out);

#endif
