/* Sizes: how long a segment is, as a weighted sum over classes of characters. */
#ifndef VIA_EVIDENCE_SIZES_H
#define VIA_EVIDENCE_SIZES_H

#include "vialign.h"

enum via_size_class {
    VIA_SIZE_WORD, /* runs of letters between spaces: Vietnamese syllables */
    VIA_SIZE_LATIN,
    VIA_SIZE_HAN,
    VIA_SIZE_HIRAGANA,
    VIA_SIZE_KATAKANA,
    VIA_SIZE_THAI,
    VIA_SIZE_OTHER,
    VIA_SIZE_DIGIT,
    VIA_SIZE_MARK,
    VIA_SIZE_N_CLASSES
};

/* How many of each class a segment holds. */
typedef struct via_size_counts {
    uint16_t n[VIA_SIZE_N_CLASSES];
} via_size_counts;

/* What one of each class counts for in one language, in units that are about
 * equal in all languages (a Vietnamese sentence of 30 syllables is about 60). */
typedef struct via_size_weights {
    double w[VIA_SIZE_N_CLASSES];
} via_size_weights;

/* Counts the classes in `text[begin, end)`, valid UTF-8. */
via_size_counts via_size_count(const char *text, size_t begin, size_t end);

/* Returns the size. Never negative. */
double via_size_of(const via_size_counts *counts, const via_size_weights *weights);

/* Loads the weights of a language from the table `sizes.tsv`; a language that is not
 * there gets those of "*". */
via_status via_size_weights_load(const char *lang, via_size_weights *out,
                                 via_error *err);

/* Classes whose weights are unstable and therefore never learned (design, "length"):
 * digits and marks. */
static inline bool via_size_is_learned(enum via_size_class class)
{
    return class != VIA_SIZE_DIGIT && class != VIA_SIZE_MARK;
}

#endif
