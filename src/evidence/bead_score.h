/* Bead score: the score of a bead without its features one by one.
 *
 * Most features are sums over segments and borders, or ratios of a few outcomes. Times
 * their weights they are tables made once for a pair of documents:
 *
 *     score = shape + lengths + lexicon + keys + marks + both borders + joints + titles
 *
 * The outcome is that of via_evidence_features() and via_evidence_score(), to rounding.
 */
#ifndef VIA_EVIDENCE_BEAD_SCORE_H
#define VIA_EVIDENCE_BEAD_SCORE_H

#include "evidence/evidence.h"

/* Makes the tables of a pair in `arena`, with the weights as they are then. */
via_status via_bead_scorer_new(const via_evidence *ev, via_arena *arena,
                               via_bead_scorer **out, via_error *err);

/* Returns ln(target size / source size) of a bead that skips nothing. */
double via_bead_log_ratio(const via_evidence *ev, const via_span4 *at);

/* Returns the score of a bead; neither side is empty. A score that is certainly below
 * `floor` may come out as anything below it, and sooner. */
double via_bead_score(const via_evidence *ev, const via_span4 *at, double floor);

#endif
