/* Desk: what one worker has for itself while it does a job. */
#ifndef VIA_BATCH_DESK_H
#define VIA_BATCH_DESK_H

#include "batch/plan.h"
#include "batch/tally.h"

typedef struct via_desk {
    const via_corpus *corpus;
    via_segmenter *src_segmenter, *tgt_segmenter; /* NULL where lines are segments */
    const via_furniture_rules *furniture;
    bool keeps_furniture;
    via_tally tally;
} via_desk;

/* Makes `n_desks` desks for a job; on success freed with via_desks_free(). */
via_status via_desks_new(const via_job *job, size_t n_desks, bool is_segmented,
                         via_desk **out, via_error *err);
void via_desks_free(via_desk *desks, size_t n_desks);

/* Tells all desks how pages are read; the rules are borrowed. */
void via_desks_furnish(via_desk *desks, size_t n_desks,
                       const via_furniture_rules *furniture, bool keeps_furniture);

/* Loads and cuts the source or the target of an item, unless it is there. On failure
 * it stays NULL. */
via_status via_desk_load_src(via_desk *desk, const via_job *job, via_item *item,
                             via_error *err);
via_status via_desk_load_tgt(via_desk *desk, const via_job *job, via_item *item,
                             via_error *err);

/* Loads what is decided of an item, whose documents are loaded, unless that is there,
 * from the file for it in `folder`. Does nothing where there is none, or `folder` is
 * NULL. */
via_status via_desk_load_locks(const via_job *job, const char *folder, via_item *item,
                               via_error *err);

#endif
