/* Side: what the evidence needs to know of one document, found once. */
#ifndef VIA_EVIDENCE_SIDE_H
#define VIA_EVIDENCE_SIDE_H

#include "base/arena.h"
#include "evidence/keys.h"
#include "evidence/shape.h"
#include "evidence/sizes.h"
#include "token/token_sets.h"
#include "vialign.h"

/* Everything by segment. Lives in the arena that it was made in, read-only. */
typedef struct via_side {
    const via_doc *doc;
    const via_segment *segs;
    size_t n_segs;
    bool is_fine;           /* segments are clauses, joined freely */
    via_size_counts *counts;
    via_shape *shapes;
    bool *ends_block;       /* a paragraph, where every line is a segment */
    uint64_t *line_ids;     /* equal for equal lines */
    size_t *key_begin;      /* n_segs + 1; keys of segment i are key_begin[i].. */
    via_key *keys;          /* each once per segment, ordered by id */
    via_token_sets tokens;
} via_side;

/* Looks at every segment of `doc`, which must outlive the side. */
via_status via_side_new(const via_doc *doc, via_arena *arena, const via_side **out,
                        via_error *err);

#endif
