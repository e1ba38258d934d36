/* Matches: keys that stand on both sides of a pair of documents.
 *
 * Never a comparison per cell: keys of both sides are ordered once and merged; each
 * shared key then fills the few cells of the band in which it stands.
 *
 *     row of a source segment:   (target, kind, rarity) (target, kind, rarity) ...
 *
 * A bead's matched rarity is the sum over its rows, at most what either side has. */
#ifndef VIA_EVIDENCE_MATCHES_H
#define VIA_EVIDENCE_MATCHES_H

#include "evidence/knowledge.h"

/* Keys more common than this are no evidence, in nats of rarity. */
#define VIA_RARITY_MIN_NATS 0.7

typedef struct via_match {
    uint32_t tgt; /* segment */
    uint8_t kind;
    float rarity; /* nats */
} via_match;

typedef struct via_shared_key {
    size_t src_begin, src_end; /* in src_segs, ascending segments */
    size_t tgt_begin, tgt_end; /* in tgt_segs */
    uint8_t kind;
    float rarity;
} via_shared_key;

typedef struct via_matches {
    via_shared_key *shared;
    size_t n_shared;
    uint32_t *src_segs, *tgt_segs;
    /* Rarity of keys that the other side could hold, because it holds them somewhere
     * in the batch or in this document: sums over segments before i, by kind. */
    float *src_known[VIA_KEY_N_KINDS], *tgt_known[VIA_KEY_N_KINDS];
    /* Rarity of keys of a segment that the other document does hold. */
    float *src_shared, *tgt_shared;
    size_t *row_begin; /* n_src + 1; set by via_matches_fill() */
    via_match *rows;
} via_matches;

via_status via_matches_new(const via_knowledge *know, const via_side *src,
                           const via_side *tgt, via_arena *arena, via_matches *out,
                           via_error *err);

/* Fills the rows with the matches of source segment i with target segments
 * [lo[i], hi[i]). */
via_status via_matches_fill(via_matches *matches, size_t n_src, const uint32_t *lo,
                            const uint32_t *hi, via_arena *arena, via_error *err);

#endif
