/* Weights: what each piece of evidence counts for, in nats per unit. */
#ifndef VIA_EVIDENCE_WEIGHTS_H
#define VIA_EVIDENCE_WEIGHTS_H

#include "base/buffer.h"
#include "vialign.h"

/* The features of a bead, then those of a null run; a bead's score is the sum of
 * weight times feature, its log odds against leaving both sides alone. The names in
 * the data file are the lower-case tails: VIA_W_LENGTH is "length". */
#define VIA_FEATURES(X)                                                                \
    X(BEAD, "bead")                       /* any bead */                               \
    X(ONE_MORE, "one_more")               /* two or more segments on a side */         \
    X(EACH_MORE, "each_more")             /* per segment beyond the second */          \
    X(BOTH_MORE, "both_more")             /* per segment beyond the first of the       \
                                             side that has fewer */                    \
    X(SWAP, "swap")                       /* two neighbours in the other order */      \
    X(SKIP, "skip")                       /* a segment inside that is no part */       \
    X(LEXICON, "lexicon")                 /* log-likelihood ratio of the tokens */     \
    X(LEXICON_WEAKEST, "lexicon_weakest") /* how badly the segment is explained that   \
                                             is explained worst, of several */         \
    X(SEAM_START, "seam_start") /* words that begin both sides translate each other */ \
    X(SEAM_END, "seam_end")     /* the same for words that end both */                 \
    X(SEAM_CROSS, "seam_cross") /* words before one border and after the other do */   \
    X(LENGTH, "length")         /* log-likelihood ratio of the lengths */              \
    X(NUMBER, "number")         /* rarity of matched numbers, nats */                  \
    X(NUMBER_MISSING, "number_missing") /* numbers on one side only */                 \
    X(SMALL, "small")                   /* the same for numbers up to ten */           \
    X(SMALL_MISSING, "small_missing")                                                  \
    X(TERM, "term") /* the same for terms */                                           \
    X(TERM_MISSING, "term_missing")                                                    \
    X(NAME, "name") /* the same for names that sound alike */                          \
    X(NAME_MISSING, "name_missing")                                                    \
    X(COPY, "copy") /* the same for copied strings */                                  \
    X(COPY_MISSING, "copy_missing")                                                    \
    X(PREFIX, "prefix") /* the same for first letters of words */                      \
    X(PREFIX_MISSING, "prefix_missing")                                                \
    X(QUESTION, "question")       /* ratio for ? and ! on both sides */                \
    X(QUOTE, "quote")             /* the same for quotation marks */                   \
    X(MARK, "mark")               /* the same for other marks, summed */               \
    X(END, "end")                 /* how both lines end, a ratio */                    \
    X(START, "start")             /* how the next ones start */                        \
    X(BLOCK, "block")             /* whether both lines end a block */                 \
    X(KIND, "kind")               /* what markup calls both, a ratio */                \
    X(BORDER, "border")           /* border scores of clauses at the end */            \
    X(JOIN_FINAL, "join_final")   /* per final mark inside the bead */                 \
    X(JOIN_COMMA, "join_comma")   /* per comma at an inner end */                      \
    X(JOIN_COLON, "join_colon")   /* per colon, semicolon or dash at an inner end */   \
    X(JOIN_NONE, "join_none")     /* per inner end without a mark */                   \
    X(JOIN_LOWER, "join_lower")   /* per inner start in lower case */                  \
    X(JOIN_BLOCK, "join_block")   /* per block end inside */                           \
    X(TITLES, "titles")           /* titles on both sides, nothing matched */          \
    X(TITLE_ODD, "title_odd")     /* a title on one side only */                       \
    X(RECURS_ODD, "recurs_odd")   /* furniture on one side only */                     \
    X(NULL_OPEN, "null_open")     /* each run of null segments */                      \
    X(NULL_MORE, "null_more")     /* each null segment */                              \
    X(NULL_TITLE, "null_title")   /* each that looks like a title */                   \
    X(NULL_RECURS, "null_recurs") /* each that recurs over the batch */                \
    X(NULL_KEYS, "null_keys")     /* rarity of its keys that the other                 \
                                     document holds, nats */                           \
    X(NULL_JOINED, "null_joined") /* each that does not start or end like              \
                                     a sentence of its own */                          \
    X(NULL_BLOCK, "null_block")   /* each run that starts inside a block */            \
    X(NULL_MARKED, "null_marked") /* each line of a page; see below */

/* The weights of "kind" and "null_marked" are set by hand, of .5 and 1 and of 0, -.7,
 * -1 and -2 tried on the help pages (bench/help.md): the sets for fits have no markup.
 * What is left of a page without its furniture is the article, of which the other page
 * seldom lacks a line, however much headings look like menus. */
enum via_feature {
#define X(id, name) VIA_W_##id,
    VIA_FEATURES(X)
#undef X
        VIA_N_FEATURES
};

/* Whether both sides are cut into sentences, or one into clauses. */
enum via_cut { VIA_CUT_SENTENCES, VIA_CUT_CLAUSES, VIA_N_CUTS };

typedef struct via_weights {
    double w[VIA_N_CUTS][VIA_N_FEATURES];
} via_weights;

/* Loads "name TAB weight for sentences TAB weight for clauses" lines. Every feature
 * must be there once, and no other. */
via_status via_weights_load(const char *path, via_weights *out, via_error *err);

/* Appends the lines that via_weights_load() reads. */
void via_weights_print(const via_weights *weights, via_buffer *out);

/* Returns the name of a feature; a constant. */
const char *via_feature_name(enum via_feature feature);

#endif
