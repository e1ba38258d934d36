/* Side: what the evidence needs to know of one document, found once. */
#ifndef VIA_EVIDENCE_SIDE_H
#define VIA_EVIDENCE_SIDE_H

#include "base/arena.h"
#include "evidence/keys.h"
#include "evidence/shape.h"
#include "evidence/sizes.h"
#include "token/token_sets.h"
#include "vialign.h"

/* Where a key or name stands. */
typedef struct via_place {
    uint32_t seg;
    uint32_t begin, end; /* bytes of the normalised text */
} via_place;

typedef struct via_name_use {
    uint32_t name; /* number of the name within the side */
    via_place place;
} via_name_use;

/* Everything by segment. Lives in the arena that it was made in, read-only. */
typedef struct via_side {
    const via_doc *doc;
    const via_segment *segs;
    size_t n_segs;
    bool is_fine; /* segments are clauses, joined freely */
    via_size_counts *counts;
    via_shape *shapes;
    bool *ends_block;         /* a paragraph, where every line is a segment */
    uint8_t *kinds;           /* enum via_block_kind, of the block that it stands in */
    bool *are_marked;         /* whether that block looks like furniture */
    uint64_t *line_ids;       /* equal for equal lines */
    size_t *key_begin;        /* n_segs + 1; keys of segment i are key_begin[i].. */
    via_key *keys;            /* each once per segment, ordered by id */
    const via_name *names;    /* each surface once, as it sounds */
    const uint64_t *name_ids; /* equal for equal surfaces */
    size_t n_names;
    const via_name_use *name_uses; /* ordered by name, then segment */
    size_t n_name_uses;
    via_token_sets tokens;
    via_sound_run *thai; /* how Thai segments sound; NULL in other languages */
} via_side;

/* A run of segments may skip one inside, which is never the first: 0 is none. */
static inline bool via_skips(size_t skip, size_t seg)
{
    return skip && seg == skip;
}

/* Looks at every segment of `doc`, which must outlive the side. */
via_status via_side_new(const via_doc *doc, const via_finder *finder, via_arena *arena,
                        const via_side **out, via_error *err);

#endif
