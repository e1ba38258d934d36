/* Lines: formats that give a bead one line of plain text. */
#ifndef VIA_TM_LINES_H
#define VIA_TM_LINES_H

#include "tm/unit.h"

/* Confidences and scores have this many decimals in all formats. */
#define VIA_TM_DECIMALS 4

/* Each appends a line and its line feed. */
void via_lines_tsv(const via_unit *unit, via_buffer *out);
void via_lines_spans(const via_unit *unit, via_buffer *out);
void via_lines_moses(const via_side *side, via_buffer *out);

/* Leaves out segments without text, and says nothing of a bead that has no others. */
void via_lines_beads(const via_unit *unit, via_buffer *out);

/* A rung of hunalign's ladder: where the bead begins, and its score. The last rung
 * stands where the last bead ends. */
void via_lines_rung(size_t src, size_t tgt, double score, via_buffer *out);

#endif
