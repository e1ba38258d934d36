/* Borders: how likely a sentence ends where a piece of fine cutting ends. */
#ifndef VIA_SEGMENT_BORDERS_H
#define VIA_SEGMENT_BORDERS_H

#include "segment/cues.h"
#include "text/doc.h"

/* Sets `border_score` of all segments of `doc`, in order. */
void via_score_borders(const via_cues *cues, const via_doc *doc, via_segment *segs,
                       size_t n_segs);

#endif
