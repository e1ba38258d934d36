/* Cues: what tells that a sentence ends, and how much each counts. */
#ifndef VIA_SEGMENT_CUES_H
#define VIA_SEGMENT_CUES_H

#include "vialign.h"

/* Words at the ends of pieces: the last of the one before, the first of the one
 * after, the first of a short one before; and two words together. */
enum {
    VIA_CUE_BEFORE,
    VIA_CUE_AFTER,
    VIA_CUE_START,
    VIA_CUE_BEFORE_TWO,
    VIA_CUE_AFTER_TWO,
    VIA_CUE_START_TWO,
    VIA_CUE_N_WORDS
};

/* Cues that are there or not. */
enum {
    VIA_CUE_EVERY_BORDER,
    VIA_CUE_PARAGRAPH_END,
    VIA_CUE_LEFT_HAS_NO_THAI,
    VIA_CUE_RIGHT_HAS_NO_THAI,
    VIA_CUE_OPENING_QUOTE_AFTER,
    VIA_CUE_CLOSING_QUOTE_BEFORE,
    VIA_CUE_INSIDE_QUOTE,
    VIA_CUE_N_SIGNS
};

/* What stands at the end of a piece. */
enum { VIA_CUE_THAI, VIA_CUE_LATIN, VIA_CUE_DIGIT, VIA_CUE_MARK, VIA_CUE_N_SCRIPTS };

/* The pieces before and after a border. */
enum { VIA_CUE_LEFT, VIA_CUE_RIGHT };

/* Weights in log odds. Read-only once loaded. */
typedef struct via_cues via_cues;

/* Loads a data file such as th-borders.tsv, which tells its format. */
via_status via_cues_load(const char *name, via_cues **out, via_error *err);
void via_cues_free(via_cues *cues);

float via_cues_sign(const via_cues *cues, int sign);
float via_cues_scripts(const via_cues *cues, int before, int after);
float via_cues_length(const via_cues *cues, int side, size_t n_cps);

/* Returns the weight of the longest known word that the bytes begin (end) with, as a
 * cue of the given kind; 0 if there is none. */
float via_cues_prefix(const via_cues *cues, int kind, const char *bytes,
                      size_t n_bytes);
float via_cues_suffix(const via_cues *cues, int kind, const char *bytes,
                      size_t n_bytes);

#endif
