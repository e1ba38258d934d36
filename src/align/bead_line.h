/* Bead line: how a bead is written, "[0]:[1, 2]". */
#ifndef VIA_ALIGN_BEAD_LINE_H
#define VIA_ALIGN_BEAD_LINE_H

#include "base/buffer.h"
#include "vialign.h"

/* Segment numbers end here, so that a line cannot fill the memory. */
#define VIA_SEGMENT_NUMBER_MAX ((uint32_t)1 << 24)

/* Reads a segment number and moves `*p` behind it and spaces; false: there is none. */
bool via_read_segment_number(const char **p, uint32_t *out);

/* Of segments in order finds where they begin and end, and the one inside that they
 * skip; 0: none. Returns false if they are not neighbours but for one that is skipped.
 * Of none, `*begin` is 0. */
bool via_find_run(const uint32_t *segs, size_t n, size_t *begin, size_t *end,
                  size_t *skip);

/* Reads "[0, 1]", appends the numbers to `numbers`, each as a uint32_t, and moves `*p`
 * behind it and spaces; false: it is not there. */
bool via_read_bead_side(const char **p, via_buffer *numbers);

#endif
