/* Answers: the gold beads of a document, as somebody wrote them beside it. */
#ifndef VIA_BATCH_ANSWERS_H
#define VIA_BATCH_ANSWERS_H

#include "base/buffer.h"
#include "vialign.h"

/* Lists the pairs of languages for which a folder has answers, such as "vi-ja,en-ja",
 * those of `wanted` only unless it is NULL; empty if there are none. `*are_numbers`
 * tells whether they are by number of segment, FILE.vi-ja.gold. Having no answers at
 * all is a failure. */
via_status via_answers_pairs(const char *folder, const char *wanted, via_buffer *out,
                             bool *are_numbers, via_error *err);

/* Reads the beads of a pair of documents, which have their segments, into `out`, as
 * via_bead: FOLDER/ID.vi-ja.gold, or FOLDER/ID.vi-ja.spans.tsv, whose code points are
 * taken for the segments whose middle they hold. `*is_there` is false if there is no
 * file. */
via_status via_answers_read(const char *folder, const char *id, via_pair pair,
                            via_buffer *out, bool *is_there, via_error *err);

#endif
