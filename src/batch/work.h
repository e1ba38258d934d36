/* Work: what the steps of a batch share. */
#ifndef VIA_BATCH_WORK_H
#define VIA_BATCH_WORK_H

#include "batch/desk.h"
#include "batch/ledger.h"
#include "batch/memories.h"
#include "batch/multi.h"

#include <stdatomic.h>

/* The whole batch. */
typedef struct via_run {
    const via_batch_options *opt;
    via_outputs outputs;
    via_ledger ledger;
    via_furniture_rules *furniture;
    size_t n_workers;
    size_t n_all;           /* pairs of documents */
    size_t n_matched;       /* pairs that were found by content */
    via_multi *multi;       /* NULL unless it is asked for */
    via_standing *standing; /* the same of what it adds to */
    via_multi_totals multi_totals;
    /* Counted by all workers, for talk only: no output depends on it. */
    atomic_size_t n_done;
    double plan_s, learn_s, align_s, write_s; /* wall time */
} via_run;

/* One job of it, while it is done. */
typedef struct via_work {
    via_run *run;
    via_job *job;
    via_desk *desks;
    size_t n_desks;
    via_aligner *aligner;
    via_memories *memories; /* NULL where each pair has files of its own */
    size_t n_failed;        /* pairs that were not aligned */
} via_work;

/* What came of a job. */
typedef struct via_outcome {
    via_tally tally;
    size_t n_failed, n_kept; /* pairs */
} via_outcome;

/* Does all pairs of documents of one pair of languages, from files to memories. */
via_status via_job_run(via_run *run, via_job *job, via_outcome *out, via_error *err);

/* Lets the aligner learn from the documents of the job, or from as many of them as
 * memory should hold; these stay loaded. */
via_status via_sample_learn(via_work *work, via_error *err);

/* Aligns the items [begin, end) in parallel and hands in what came of them in order. */
via_status via_chunk_run(via_work *work, size_t begin, size_t end, via_error *err);

/* Tells how far the batch is; on the calling thread. */
void via_run_tell(via_run *run);

/* Writes the figures of the batch to the path of the options, else to stats.json in
 * the folder of the output. `outcomes` are by job. */
via_status via_figures_write(const via_run *run, const via_plan *plan,
                             const via_outcome *outcomes, double wall_s,
                             via_error *err);

#endif
