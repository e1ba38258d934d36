/* Anchors: the matched keys and names of a finished ladder. */
#ifndef VIA_ALIGN_ANCHORS_H
#define VIA_ALIGN_ANCHORS_H

#include "evidence/matches.h"

/* Lists, bead by bead, each key or name that stands on both sides of the bead. */
via_status via_ladder_add_anchors(via_ladder *ladder, const via_matches *matches,
                                  const via_side *src, const via_side *tgt,
                                  via_error *err);

#endif
