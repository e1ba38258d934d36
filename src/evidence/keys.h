/* Keys: what survives translation as it is - digits, copied strings. */
#ifndef VIA_EVIDENCE_KEYS_H
#define VIA_EVIDENCE_KEYS_H

#include "vialign.h"

enum via_key_kind {
    VIA_KEY_NUMBER, /* digits, without grouping and decimal marks */
    VIA_KEY_SMALL,  /* numbers up to ten, which languages add and drop freely */
    VIA_KEY_COPY,   /* Latin words with a capital or a digit, folded */
    VIA_KEY_PREFIX, /* the first letters of a long word, folded */
    VIA_KEY_N_KINDS
};

typedef struct via_key {
    uint64_t id; /* hash of kind and string: equal keys are equal everywhere */
    uint32_t begin, end; /* bytes of the normalised text */
    uint8_t kind;
} via_key;

/* Is told of each key, in text order. Returns false to stop. */
typedef bool via_key_fn(void *data, const via_key *key);

/* Finds the keys in `text[begin, end)`, valid UTF-8. Returns false if `fn` did. */
bool via_keys_find(const char *text, size_t begin, size_t end, via_key_fn *fn,
                   void *data);

/* Returns "number", "copy" …; a constant. */
const char *via_key_kind_name(enum via_key_kind kind);

#endif
