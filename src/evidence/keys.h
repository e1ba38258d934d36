/* Keys: what a segment holds that is the same in every language, as small hashes. */
#ifndef VIA_EVIDENCE_KEYS_H
#define VIA_EVIDENCE_KEYS_H

#include "evidence/finder.h"

enum via_key_kind {
    VIA_KEY_NUMBER, /* values: numbers above ten, percents, years, days, times */
    VIA_KEY_SMALL,  /* numbers up to ten and months, which come and go freely */
    VIA_KEY_TERM,   /* what CLDR and our tables know */
    VIA_KEY_NAME,   /* names that sound alike; their keys come with the pair */
    VIA_KEY_COPY,   /* Latin words with a capital or a digit, folded */
    VIA_KEY_PREFIX, /* the first letters of a long word, folded */
    VIA_KEY_N_KINDS
};

typedef struct via_key {
    uint64_t id;         /* hash of kind and value: equal keys are equal everywhere */
    uint32_t begin, end; /* bytes of the normalised text */
    uint8_t kind;        /* enum via_key_kind */
    uint8_t mention;     /* enum via_mention_kind */
} via_key;

/* Is told of each key. Returns false to stop. */
typedef bool via_key_fn(void *data, const via_key *key);

/* Finds the keys in `text[begin, end)`, a segment of valid UTF-8. A mention may have
 * several: 18/07/2024 has those of the year, of the day and of the month. Names have
 * none, but are told to `name_fn`. Returns false if one of both did. */
bool via_keys_find(const via_finder *finder, const char *text, size_t begin, size_t end,
                   via_key_fn *fn, via_mention_fn *name_fn, void *data);

#endif
