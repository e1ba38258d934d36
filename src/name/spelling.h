/* Spelling: rules that read letters as sounds, the longest first. */
#ifndef VIA_NAME_SPELLING_H
#define VIA_NAME_SPELLING_H

#include "name/sounds.h"

/* Where a rule holds. Kinds are bits, so that a reader names those it allows. */
enum via_rule_kind {
    VIA_RULE_ANY = 1 << 0,     /* anywhere in a word */
    VIA_RULE_FIRST = 1 << 1,   /* where a word begins */
    VIA_RULE_LAST = 1 << 2,    /* where a word ends */
    VIA_RULE_INITIAL = 1 << 3, /* before the vowels of a syllable */
    VIA_RULE_PLAIN = 1 << 4,   /* the same, in text without Vietnamese marks */
    VIA_RULE_VOWEL = 1 << 5,   /* the vowels of a syllable, or a vowel sign */
    VIA_RULE_FINAL = 1 << 6,   /* behind the vowels of a syllable */
    VIA_RULE_FRAME = 1 << 7    /* a vowel written around its consonants: "เ-า" */
};

#define VIA_RULE_SOUNDS_MAX 6

typedef struct via_rule {
    char letters[24];
    uint8_t n_bytes, n_sounds;
    uint8_t kind; /* enum via_rule_kind */
    uint8_t sounds[VIA_RULE_SOUNDS_MAX];
} via_rule;

typedef struct via_spelling via_spelling;

/* Loads a table of "kind TAB letters TAB sounds"; new open sounds are added to
 * `sounds`. Read-only once loaded. */
via_status via_spelling_load(const char *path, via_sounds *sounds, via_spelling **out,
                             via_error *err);
void via_spelling_free(via_spelling *spelling);

/* Returns the longest rule of one of `kinds` for the letters at `at`, or NULL. A rule
 * for the end of a word must reach `end`. */
const via_rule *via_spelling_find(const via_spelling *spelling, unsigned kinds,
                                  const char *text, size_t at, size_t end);

/* Returns the longest rule of one of `kinds` for exactly these letters, or NULL. */
const via_rule *via_spelling_exact(const via_spelling *spelling, unsigned kinds,
                                   const char *letters, size_t n_bytes);

#endif
