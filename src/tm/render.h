/* Rendering: aligned pairs as the bytes of a memory. */
#ifndef VIA_TM_RENDER_H
#define VIA_TM_RENDER_H

#include "tm/format.h"

/* A file is a head, any number of pairs, and a tail. Each is appended to `out`, whose
 * `has_failed` tells of a lack of memory. `part` is the number of the file. */
void via_tm_render_head(const via_tm_spec *spec, size_t part, via_buffer *out);
void via_tm_render_tail(const via_tm_spec *spec, size_t part, via_buffer *out);

/* Returns how many units it rendered: beads with text on both sides, and for all
 * formats but beads and ladder with enough confidence. The same for each part. Any
 * number of threads may call it, each with an `out` of its own. */
size_t via_tm_render_pair(const via_tm_spec *spec, size_t part, via_pair pair,
                          const via_ladder *ladder, via_buffer *out);

#endif
