/* Full stops: those that end no sentence. */
#ifndef VIA_SEGMENT_STOPS_H
#define VIA_SEGMENT_STOPS_H

#include "segment/exceptions.h"
#include "segment/line.h"

/* A place where a sentence may end, in code points of the line. */
typedef struct via_place {
    size_t begin; /* where the sentence began */
    size_t mark;  /* its last mark: . ! ? … */
    size_t end;   /* behind its closing quotes and brackets */
    size_t at;    /* where the next sentence would begin */
    size_t next;  /* the first letter or digit there, or the end of the line */
} via_place;

/* Returns whether the full stop at `place->mark` belongs to a list number, an ordinal,
 * an abbreviation or an initial, and ends no sentence. */
bool via_stop_is_inner(const via_exceptions *exceptions, const via_line *line,
                       const via_place *place);

/* Returns whether the word at `begin` is one that often begins a sentence. */
bool via_is_starter(const via_exceptions *exceptions, const via_line *line,
                    size_t begin);

/* Returns where the word at `begin` ends. */
size_t via_word_end(const via_line *line, size_t begin);

/* Returns where the word before `mark` begins, not before `limit`, with the full
 * stops, hyphens and apostrophes inside it: "PGS.TS". */
size_t via_word_begin(const via_line *line, size_t mark, size_t limit);

#endif
