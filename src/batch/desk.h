/* Desk: what one worker has for itself while it does a job. */
#ifndef VIA_BATCH_DESK_H
#define VIA_BATCH_DESK_H

#include "batch/plan.h"
#include "batch/tally.h"

/* How all desks read documents; what it points to is borrowed. */
typedef struct via_desk_options {
    const via_corpus *corpus;
    const via_furniture_rules *furniture;
    bool keeps_furniture; /* of pages */
    bool is_segmented;    /* one segment a line */
} via_desk_options;

typedef struct via_desk {
    via_desk_options opt;
    via_segmenter *src_segmenter, *tgt_segmenter; /* NULL where nothing is cut */
    via_tally tally;
} via_desk;

/* Makes `n_desks` desks for a job; where it is NULL, or lines are segments, they have
 * no segmenters. On success freed with via_desks_free(). */
via_status via_desks_new(const via_desk_options *opt, const via_job *job,
                         size_t n_desks, via_desk **out, via_error *err);
void via_desks_free(via_desk *desks, size_t n_desks);

/* Loads a document and, unless the segmenter is NULL, cuts it. On failure `*out` is
 * NULL. */
via_status via_desk_load(via_desk *desk, const via_source *source, const char *lang,
                         via_segmenter *segmenter, via_doc **out, via_error *err);

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
