/* Knowledge: all that a pair of languages has learned, as the scores need it. */
#ifndef VIA_EVIDENCE_KNOWLEDGE_H
#define VIA_EVIDENCE_KNOWLEDGE_H

#include "evidence/counts.h"
#include "evidence/joint.h"
#include "evidence/lengths.h"
#include "evidence/lexicon.h"
#include "evidence/side.h"
#include "evidence/weights.h"
#include "token/spellings.h"

/* A line like a title that stands so often in a batch is furniture. A sentence is not:
 * articles are printed again. */
#define VIA_RECURS_MIN 3

typedef struct via_knowledge {
    char src_lang[VIA_LANG_BYTES], tgt_lang[VIA_LANG_BYTES];
    via_weights weights;
    via_lengths lengths;
    via_joint ends, starts, blocks, kinds;
    via_joint marks[VIA_N_MARKS];
    via_names *names;
    via_finder *src_finder, *tgt_finder;
    via_counts *keys;
    via_counts *name_counts; /* of surfaces, each on its side */
    via_counts *lines;
    via_lexicon *prior;   /* what was known before, or NULL */
    double prior_scale;   /* what its counts are worth beside those of the batch */
    bool has_model;       /* lengths and events are of a model */
    via_lexicon *lexicon; /* the prior and what trusted beads taught; NULL: nothing */
} via_knowledge;

/* Loads all tables, weights, the seed lexicon and the model that `opt` says. Words of
 * seed and model are added to `spellings`, unless NULL. On success cleared by
 * via_knowledge_clear(). */
via_status via_knowledge_init(via_knowledge *know, const char *src_lang,
                              const char *tgt_lang, const via_align_options *opt,
                              via_spellings *spellings, via_error *err);
void via_knowledge_clear(via_knowledge *know);

/* Counts what one pair of documents holds, whatever its alignment; false: no
 * memory. */
bool via_knowledge_count(via_knowledge *know, const via_side *src, const via_side *tgt);

/* Adds a trusted bead to the joint events. Neither side is empty. */
void via_knowledge_trust(via_knowledge *know, const via_side *src, const via_side *tgt,
                         const via_bead *bead);

/* Forgets the beads of the last pass, before those of the next are trusted. */
void via_knowledge_forget_trust(via_knowledge *know);

/* Ends a round of counting or trusting: works out all ratios. */
void via_knowledge_settle(via_knowledge *know);

/* The bits of enum via_mark that segments [begin, end) hold. */
unsigned via_side_marks(const via_side *side, size_t begin, size_t end);

#endif
