/* Loaded job: all documents of one pair of languages in memory, to learn from. */
#ifndef VIA_BATCH_LOADED_H
#define VIA_BATCH_LOADED_H

#include "batch/plan.h"

typedef struct via_loaded {
    via_job *job;
    via_pair *pairs; /* by item; borrowed from the items */
} via_loaded;

/* Loads and cuts the documents of a job. What cannot be read fails. On success cleared
 * by via_loaded_clear(). */
via_status via_loaded_init(via_loaded *loaded, via_job *job, bool is_segmented,
                           size_t n_workers, via_error *err);
void via_loaded_clear(via_loaded *loaded);

#endif
