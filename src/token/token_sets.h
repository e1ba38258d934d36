/* Token sets: the tokens of each segment of a document, as hashes, each once. */
#ifndef VIA_TOKEN_TOKEN_SETS_H
#define VIA_TOKEN_TOKEN_SETS_H

#include "base/arena.h"
#include "vialign.h"

typedef struct via_token_sets {
    size_t *begin; /* by segment, n_segs + 1 */
    uint64_t *ids; /* ascending within a segment; equal tokens are equal everywhere */
    uint16_t *before, *after; /* by token: how many stand before it where it stands
                                 first in the segment, and after it where it stands
                                 last */
    uint32_t *n_tokens;       /* by segment, repeats counted */
} via_token_sets;

/* Cuts the segments of `doc`. Lives in `arena`, read-only. */
via_status via_token_sets_new(const via_doc *doc, via_arena *arena, via_token_sets *out,
                              via_error *err);

#endif
