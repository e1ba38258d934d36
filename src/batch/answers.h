/* Answers: the gold beads of a document, as somebody wrote them beside it. */
#ifndef VIA_BATCH_ANSWERS_H
#define VIA_BATCH_ANSWERS_H

#include "base/buffer.h"
#include "vialign.h"

/* What says which segments of a pair of documents are beads. */
typedef enum via_answer {
    VIA_ANSWER_NONE,
    VIA_ANSWER_NUMBERS, /* ID.vi-ja.gold, by number of segment: one a line */
    VIA_ANSWER_SPANS    /* ID.vi-ja.spans.tsv, by code point of the texts */
} via_answer;

/* Lists the pairs of languages for which a folder has answers of either kind, such as
 * "vi-ja,en-ja", those of `wanted` only unless it is NULL; empty if there are none.
 * Having no answers at all is a failure. */
via_status via_answers_pairs(const char *folder, const char *wanted, via_buffer *out,
                             via_error *err);

/* Tells which answer a pair of documents has, `lang_pair` being such as "vi-ja"; of
 * two, that by number. */
via_status via_answers_find(const char *folder, const char *id, const char *lang_pair,
                            via_answer *out, via_error *err);

/* Reads the beads of an answer to a pair of documents, which have their segments, into
 * `out`, as via_bead; code points are taken for the segments whose middle they hold.
 * Beads that skip more than a segment a side are left out. What one skips may stand in
 * another. */
via_status via_answers_read(const char *folder, const char *id, via_pair pair,
                            via_answer answer, via_buffer *out, via_error *err);

#endif
