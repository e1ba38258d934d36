/* Index: which documents of two languages hold the same keys, and what that tells.
 *
 *     key group:     source documents that hold it | target documents that hold it
 *     document:      its key groups, ascending, with the place of each
 *
 * A key is worth its rarity: -ln of the share of documents that hold it, on the side
 * where more do. */
#ifndef VIA_MATCH_INDEX_H
#define VIA_MATCH_INDEX_H

#include "match/glosses.h"
#include "match/sketch.h"

/* A pair of tokens that translate each other is one more kind of key. */
#define VIA_KEY_GLOSS    VIA_KEY_N_KINDS
#define VIA_SLOT_N_KINDS (VIA_KEY_N_KINDS + 1)

typedef struct via_slot {
    uint32_t group;
    uint16_t place; /* as in sketches */
    uint8_t kind;   /* enum via_key_kind or VIA_KEY_GLOSS */
} via_slot;

typedef struct via_key_group {
    size_t begin[2], end[2]; /* by side, in `holders` */
    float weight;            /* nats */
} via_key_group;

/* The documents of one language. */
typedef struct via_index_side {
    const via_sketch *sketches; /* borrowed */
    size_t n_docs;
    size_t *slot_begin; /* by document; one more at the end */
    via_slot *slots;    /* ascending groups within a document */
    size_t *token_begin;
    uint32_t *tokens;     /* numbers of tokens that have glosses, ascending */
    float *token_weights; /* nats, by number of the token */
} via_index_side;

typedef struct via_index {
    via_index_side sides[2];
    via_key_group *groups;
    size_t n_groups;
    uint32_t *holders;          /* documents, ascending within a group and side */
    const via_glosses *glosses; /* borrowed; NULL if there are none */
} via_index;

/* Makes the index of two languages; sketches and glosses must outlive it. On success
 * `*out` is freed with via_index_free(); it is read-only. */
via_status via_index_new(const via_sketch *src, size_t n_src, const via_sketch *tgt,
                         size_t n_tgt, const via_glosses *glosses, via_index **out,
                         via_error *err);
void via_index_free(via_index *index);

#endif
