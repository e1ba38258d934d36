/* Name keys: the names of two documents that sound alike, as shared keys.
 *
 * Full names, family names and short forms that pair with one another become one key,
 * so that a bead is not asked for each of them. */
#ifndef VIA_EVIDENCE_NAME_KEYS_H
#define VIA_EVIDENCE_NAME_KEYS_H

#include "evidence/counts.h"
#include "evidence/side.h"

/* A name with all places where it stands, in text order, one in each segment. */
typedef struct via_name_key {
    const via_place *src, *tgt;
    size_t n_src, n_tgt;
    float rarity; /* nats, less where the names sound less alike */
} via_name_key;

/* Finds the keys. Names written in the same script are no business of this: they are
 * copies. `counts` tells how rare a name is. `*out` lives in `arena`. */
via_status via_name_keys_find(const via_names *names, const via_counts *counts,
                              const via_side *src, const via_side *tgt,
                              via_arena *arena, via_name_key **out, size_t *n_out,
                              via_error *err);

#endif
