/* Anchors: the matched keys of a finished ladder. */
#ifndef VIA_ALIGN_ANCHORS_H
#define VIA_ALIGN_ANCHORS_H

#include "evidence/knowledge.h"
#include "evidence/matches.h"

/* Lists, bead by bead, each key that stands on both sides of the bead. */
via_status via_ladder_add_anchors(via_ladder *ladder, const via_knowledge *know,
                                  const via_side *src, const via_side *tgt,
                                  via_error *err);

#endif
