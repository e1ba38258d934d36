/* Skeleton: the consonants of a name, coarsely, as a key that scripts share. */
#ifndef VIA_MATCH_SKELETON_H
#define VIA_MATCH_SKELETON_H

#include "name/names.h"

/* The whole name and its parts, each read in at most two ways. */
#define VIA_SKELETONS_MAX (2 * (VIA_NAME_PARTS_MAX + 1))

/* Finds the keys of the name in `text[begin, end)`; returns how many there are. */
size_t via_skeletons_of(const via_names *names, const char *text, size_t begin,
                        size_t end, uint64_t *out);

#endif
