/* Holding: which segments of an article the standing units hold. */
#ifndef VIA_BATCH_HOLDING_H
#define VIA_BATCH_HOLDING_H

#include "batch/multi_beads.h"

/* Of one article; languages are numbered as those of the beads. */
typedef struct via_holding {
    const via_standing_article *article; /* NULL: nothing stands */
    const char *const *langs;
    size_t n_langs;
    via_buffer *owners; /* by language: of each segment a size_t, its unit + 1 */
    size_t pivot;
    /* By unit: its segments of the pivot. Begin and end are 0 where it has none, and
     * SIZE_MAX where they do not follow each other. */
    via_multi_place *places;
} via_holding;

/* Borrows the codes of the languages. Cleared with via_holding_clear(), also after a
 * failure. */
via_status via_holding_init(via_holding *holding, const char *const *langs,
                            size_t n_langs, via_error *err);
void via_holding_clear(via_holding *holding);

/* Lets go of all segments and turns to another article; it may be NULL. */
void via_holding_turn(via_holding *holding, const via_standing_article *article);

/* Takes the segments that the units have on a side of a pair, in the language `lang`.
 */
via_status via_holding_take(via_holding *holding, const via_multi_kept *kept, int side,
                            size_t lang, via_error *err);

/* Finds the places of the units in the pivot, once all is taken. */
via_status via_holding_settle(via_holding *holding, size_t pivot, via_error *err);

/* Returns whether a bead contradicts no unit: its segments of the other language are
 * free, and those of the pivot are free or of units that have nothing in that
 * language. */
bool via_holding_allows(const via_holding *holding, const via_multi_bead *bead);

#endif
