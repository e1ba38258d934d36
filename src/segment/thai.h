/* Thai rules: pieces between spaces, cut fine, for the aligner to join. */
#ifndef VIA_SEGMENT_THAI_H
#define VIA_SEGMENT_THAI_H

#include "segment/line.h"
#include "segment/prefixes.h"

/* Returns whether the line has Thai letters. */
bool via_line_is_thai(const via_line *line);

/* Marks in `line->cuts` where pieces begin; the line's brackets are matched. `units`
 * are words that belong to the number before them, see data/th-units.tsv. */
void via_cut_thai(const via_prefixes *units, via_line *line);

#endif
