/* Matches: keys and names that stand on both sides of a pair of documents.
 *
 * Never a comparison per cell: keys of both sides are ordered once and merged; each
 * shared key then fills the few cells of the band in which it stands.
 *
 *     row of a source segment:   | (kind, rarity) (kind, rarity) |  | (kind, rarity) |
 * ... target segment             j                               j + 1 ...
 *
 * A bead's matched rarity is the sum over its cells, at most what either side has. */
#ifndef VIA_EVIDENCE_MATCHES_H
#define VIA_EVIDENCE_MATCHES_H

#include "evidence/knowledge.h"

/* Keys more common than this are no evidence, in nats of rarity. Rarity counts less
 * here where a key stands on one side more often than on the other: it is not what
 * translates it. */
#define VIA_RARITY_MIN_NATS 0.7

typedef struct via_match {
    uint8_t kind;
    float rarity; /* nats */
} via_match;

/* A key or name with all its places on both sides. */
typedef struct via_shared_key {
    size_t src_begin, src_end; /* in src.places, ascending segments */
    size_t tgt_begin, tgt_end; /* in tgt.places */
    uint8_t kind;              /* enum via_key_kind */
    uint8_t mention;           /* enum via_mention_kind */
    float rarity;              /* nats */
} via_shared_key;

typedef struct via_match_side {
    via_place *places;
    /* Rarity of keys that the other side could hold, because it holds them somewhere
     * in the batch or in this document: by segment, sums over those before it. */
    float (*known)[VIA_KEY_N_KINDS];
    /* Rarity of keys of a segment that the other document does hold. */
    float *shared;
} via_match_side;

/* A place in the lattice: beads span [src_begin, src_end) x [tgt_begin, tgt_end), but
 * for a segment inside each side that they may skip; 0: none. */
typedef struct via_span4 {
    size_t src_begin, src_end, tgt_begin, tgt_end;
    size_t src_skip, tgt_skip;
} via_span4;

/* What the keys of one kind say of a bead, in nats of rarity: of those that both sides
 * hold, and of those that one side holds. */
typedef struct via_key_tie {
    double both, missing;
} via_key_tie;

typedef struct via_matches {
    via_match_side src, tgt;
    via_shared_key *shared;
    size_t n_shared;
    /* Set by via_matches_fill(): */
    const uint32_t *lo, *hi;
    size_t *first;   /* by source segment, its first cell: that of lo[i] */
    uint32_t *begin; /* by cell, in `list`; one more at the end */
    via_match *list;
} via_matches;

/* Finds the matches of a pair by what is counted then; they live in `arena`. Their rows
 * are not filled. */
via_status via_matches_new(const via_knowledge *know, const via_side *src,
                           const via_side *tgt, via_arena *arena, via_matches *out,
                           via_error *err);

/* Fills the cells of source segment i with target segments [lo[i], hi[i]); they live in
 * `arena`, as must the bounds. */
via_status via_matches_fill(via_matches *matches, size_t n_src, const uint32_t *lo,
                            const uint32_t *hi, via_arena *arena, via_error *err);

/* Returns the first match of source segment i with target segments from j on; behind
 * hi[i] the first of the next row. Cells must be filled. */
static inline const via_match *via_matches_from(const via_matches *matches, size_t i,
                                                size_t j)
{
    size_t column = j < matches->lo[i]   ? 0
                    : j < matches->hi[i] ? j - matches->lo[i]
                                         : matches->hi[i] - matches->lo[i];

    return &matches->list[matches->begin[matches->first[i] + column]];
}

/* Sums the keys of a bead by kind. Cells must be filled. */
void via_matches_tie(const via_matches *matches, const via_span4 *at,
                     via_key_tie ties[VIA_KEY_N_KINDS]);

#endif
