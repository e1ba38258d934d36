/* Hearing: the sounds of a name laid beside others in the best way.
 *
 *     t|ch  r?  a  n         w|v   a   .   r   e   n
 *     t  o? r|l a  n|m|ng    w|v   o   r   r?  e   n
 *
 * The best local alignment (Smith and Waterman 1981, "Identification of common
 * molecular subsequences") under the scores of sounds.tsv, which are log odds, so that
 * their sum is the log odds of the whole. A name may lose parts at both ends at some
 * cost. What it is laid beside is another name, with such costs of its own, or a run of
 * Thai, where any place may be a border, and one beside a space more likely. */
#ifndef VIA_NAME_HEARING_H
#define VIA_NAME_HEARING_H

#include "name/names.h"

/* What can never be. Scores are 16 bits wide, and this leaves room on both sides. */
#define VIA_IMPOSSIBLE (-12000)

/* What it costs to begin or end where nothing may. */
#define VIA_NO_BORDER_COST 8000

/* Costs of beginning and ending before each sound of a name, and behind the last. */
typedef struct via_borders {
    int16_t begin[VIA_NAME_SOUNDS_MAX + 1], end[VIA_NAME_SOUNDS_MAX + 1];
} via_borders;

/* `inside_cost` is that of a border inside of a part. */
void via_borders_find(const via_reading *name, int inside_cost, via_borders *out);

/* Returns what a name can score at most, beside whatever it is laid. */
int via_reading_most(const via_sounds *sounds, const via_reading *reading);

/* Sounds beside which a name is laid. Costs are one more than sounds. */
typedef struct via_audible {
    const uint8_t *sounds;
    const int16_t *begin_cost, *end_cost;
    size_t n_sounds;
    bool is_name; /* no longer than one, and no cost is below nought */
} via_audible;

/* Finds the best place of a name in the sounds [begin, end). */
via_heard via_hear(const via_sounds *sounds, const via_reading *name,
                   const via_borders *borders, const via_audible *audible, size_t begin,
                   size_t end);

#endif
