/* Japanese rules: sentences that end with 。！？ outside brackets and quotes. */
#ifndef VIA_SEGMENT_JAPANESE_H
#define VIA_SEGMENT_JAPANESE_H

#include "segment/line.h"
#include "segment/prefixes.h"

/* Marks in `line->cuts` where sentences begin; the line's brackets are matched.
 * `followers` tells what may follow a quote, see data/ja-followers.tsv. */
void via_cut_japanese(const via_prefixes *followers, via_line *line);

#endif
