/* Coarse path: roughly how two long documents run beside each other.
 *
 * Both documents are cut into the same number of blocks of equal size, so that
 * without any evidence the path is the diagonal. Rare keys that both hold pull it:
 *
 *     128 blocks          512 blocks, near it        2,048 blocks, near that
 *     + . . . . .         . + + . . . . .
 *     . + . . . .    ->   . . + + . . . .     ->     ...
 *     . . . + + +         . . . . + + + +
 *
 * The work is near enough linear in the length. Rejected: a fixed strip around the
 * diagonal, which loses the path where one side lacks a chapter. */
#ifndef VIA_ALIGN_COARSE_H
#define VIA_ALIGN_COARSE_H

#include "evidence/evidence.h"

/* For each of `n_blocks` blocks of the source, the blocks of the target beside which
 * it may run: [lo, hi). Bounds never fall, and rows overlap. */
typedef struct via_coarse {
    size_t n_blocks;
    uint32_t *lo, *hi;
    uint32_t *src_block, *tgt_block; /* of each segment */
} via_coarse;

/* Finds the path and widens it by a margin. Lives in `arena`. Neither document is
 * empty. */
via_status via_coarse_find(const via_evidence *ev, via_arena *arena, via_coarse *out,
                           via_error *err);

#endif
