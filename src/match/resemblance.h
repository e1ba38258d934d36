/* Resemblance: how much speaks for two documents being translations of each other. */
#ifndef VIA_MATCH_RESEMBLANCE_H
#define VIA_MATCH_RESEMBLANCE_H

#include "match/couples.h"

/* What is looked at. The names in the data file are the lower-case tails. Shares are
 * of rarity, from 0 to 1; what little is known of is moved towards 0. */
#define VIA_TRAITS(X)                                                                  \
    X(ANY, "any")           /* 1 for any two documents */                              \
    X(KEYS, "keys")         /* share of what both might hold that both do */           \
    X(KEYED, "keyed")       /* how much there is that both might hold */               \
    X(RARE, "rare")         /* cosine, which looks at rare keys more */                \
    X(NUMBERS, "numbers")   /* share of numbers alone */                               \
    X(NUMBERED, "numbered") /* how much there is of numbers */                         \
    X(ORDER, "order")       /* how much what both hold stands in like places */        \
    X(LENGTH, "length")     /* how far the sizes are apart, 0 to 1 */                  \
    X(LEXICON, "lexicon")   /* share of the tokens of both that glosses explain */     \
    X(LEXICON_FEWER, "lexicon_fewer") /* the same of the document with less */

enum via_trait {
#define X(id, name) VIA_TRAIT_##id,
    VIA_TRAITS(X)
#undef X
        VIA_N_TRAITS
};

/* What each trait counts for, in nats: at first, and after lessons of the same corpus.
 */
typedef struct via_trait_weights {
    double first[VIA_N_TRAITS], taught[VIA_N_TRAITS];
} via_trait_weights;

/* Loads the table `traits.tsv`. */
via_status via_trait_weights_load(via_trait_weights *out, via_error *err);

/* What is known of documents before any two are compared. Read-only. */
typedef struct via_resemblance via_resemblance;

/* `log_ratio` is the usual ln of target size by source size. The index must outlive
 * it. Returns NULL if there is no memory. */
via_resemblance *via_resemblance_new(const via_index *index, double log_ratio);
void via_resemblance_free(via_resemblance *resemblance);

/* Finds the traits of a pair. `scratch` belongs to the worker: a zero for each target
 * token that has glosses, and left so. */
void via_traits_find(const via_resemblance *resemblance, uint32_t src, uint32_t tgt,
                     float *scratch, double traits[VIA_N_TRAITS]);

/* Sets the scores of all candidates. */
via_status via_couples_score(const via_index *index, const double weights[VIA_N_TRAITS],
                             double log_ratio, via_couple *candidates,
                             size_t n_candidates, size_t n_workers, via_error *err);

#endif
