/* Loaded job: all documents of one pair of languages in memory, to learn from. */
#ifndef VIA_BATCH_LOADED_H
#define VIA_BATCH_LOADED_H

#include "batch/plan.h"

typedef struct via_loaded {
    via_job *job;
    via_pair *pairs; /* by item; borrowed from the items */
} via_loaded;

/* Loads the documents of a job and cuts them, except for those of items in which one
 * segment stands on a line; NULL: of none. What cannot be read fails. On success
 * cleared by via_loaded_clear(). */
via_status via_loaded_init(via_loaded *loaded, via_job *job, const bool *are_segmented,
                           size_t n_workers, via_error *err);
void via_loaded_clear(via_loaded *loaded);

#endif
