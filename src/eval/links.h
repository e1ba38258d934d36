/* Links: which source segments a set of beads ties to which target segments. */
#ifndef VIA_EVAL_LINKS_H
#define VIA_EVAL_LINKS_H

#include "eval/beadset.h"

typedef struct via_links via_links;

/* Returns NULL if there is no memory. The set must outlive the links, which belong to
 * one thread: asking uses scratch inside. */
via_links *via_links_new(const via_bead_set *set);
void via_links_free(via_links *links);

/* Returns whether some source segment of `bead` is tied to a target segment that
 * `bead` holds too. */
bool via_links_touch(via_links *links, const via_set_bead *bead);

#endif
