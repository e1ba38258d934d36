/* Borders: how likely a sentence ends where a piece of fine cutting ends. */
#ifndef VIA_SEGMENT_BORDERS_H
#define VIA_SEGMENT_BORDERS_H

#include "text/doc.h"

/* The cues of a data file such as th-borders.tsv; read-only once loaded. */
typedef struct via_borders via_borders;

via_status via_borders_load(const char *name, via_borders **out, via_error *err);
void via_borders_free(via_borders *borders);

/* Sets `border_score` of `n_segs` segments of `doc`, neighbours in order. */
void via_borders_score(const via_borders *borders, const via_doc *doc,
                       via_segment *segs, size_t n_segs);

#endif
