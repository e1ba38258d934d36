/* Name places: where the names of one side stand in the Thai of the other. */
#ifndef VIA_NAME_NAME_PLACES_H
#define VIA_NAME_NAME_PLACES_H

#include "name/name_pairs.h"

typedef struct via_name_place {
    uint32_t name, seg;
    uint32_t begin, end; /* bytes of the text that the segment was read from */
    float likeness;      /* above 0, at most 1 */
} via_name_place;

/* Finds the best place of each name in each segment, if there is one that is good
 * enough and that no other name fits clearly better. `segs` come from
 * via_names_read_thai(). `*out` lives in `arena`, ordered by segment, then name. */
via_status via_name_places_find(const via_names *names, via_name_list list,
                                const via_sound_run *segs, size_t n_segs,
                                via_arena *arena, via_name_place **out, size_t *n_out,
                                via_error *err);

#endif
