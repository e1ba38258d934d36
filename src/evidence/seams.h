/* Seams: what the words around a border of both documents say of it.
 *
 *     source   … the price of rice | farmers in Ca Mau …
 *                  before           after
 *     target   … ราคาข้าว            | เกษตรกรในคาเมา …
 *
 * Where two sentences begin on both sides, the words after the source border are
 * translated by words after the target border, and those before it by words before.
 * Where the border of one side stands too early or too late, words before it on one
 * side meet words after it on the other. */
#ifndef VIA_EVIDENCE_SEAMS_H
#define VIA_EVIDENCE_SEAMS_H

#include "base/arena.h"
#include "evidence/side.h"

/* So many words on either side of a border are looked at. */
#define VIA_SEAM_TOKENS 6

enum via_seam { VIA_SEAM_STARTS, VIA_SEAM_ENDS, VIA_SEAM_CROSSES, VIA_N_SEAMS };

/* Borders near a token: [after_from, after_to), behind which it stands, and
 * [before_from, before_to), in front of which it does. */
typedef struct via_seam_near {
    uint32_t after_from, after_to, before_from, before_to;
} via_seam_near;

/* Rows of borders, one more than source segments: [lo, hi), numbered from `first` on,
 * and which of them are open; NULL: all. */
typedef struct via_seams_band {
    const uint32_t *lo, *hi;
    const size_t *first;
    const uint8_t *is_open;
} via_seams_band;

/* Borders (i, j): before source segment i and target segment j, with j from lo[i] to
 * hi[i]. */
typedef struct via_seams {
    const uint32_t *lo, *hi;
    size_t n_src, n_tgt;
    size_t *first; /* by i; NULL if nothing was ever added */
    float *nats[VIA_N_SEAMS];
    via_seam_near *near[2]; /* by token, numbered through all segments */
} via_seams;

/* Finds the borders near each token; it lives in `arena`. There is no band yet. */
bool via_seams_init(via_seams *seams, const via_side *src, const via_side *tgt,
                    via_arena *arena);

/* Makes the borders of a band, with no links; they live in `arena`, as must the bounds,
 * of source segments. */
bool via_seams_bound(via_seams *seams, const uint32_t *lo, const uint32_t *hi,
                     via_arena *arena);

/* Returns whether a token stands near any border. */
static inline bool via_seams_is_near(const via_seams *seams, int side, size_t slot)
{
    const via_seam_near *near = &seams->near[side][slot];

    return near->after_to > near->after_from || near->before_to > near->before_from;
}

/* Adds what it says to the borders near them that two tokens may translate each other,
 * so much more likely than by chance. */
void via_seams_add(via_seams *seams, uint32_t src, uint32_t tgt, float nats);

/* Returns what was added to a border of the band. */
double via_seams_nats(const via_seams *seams, enum via_seam seam, size_t i, size_t j);

#endif
