/* Outputs: the formats of a batch and the files that they are written to. */
#ifndef VIA_BATCH_OUTPUTS_H
#define VIA_BATCH_OUTPUTS_H

#include "batch/plan.h"
#include "tm/format.h"

#define VIA_OUTPUTS_MAX 16

/* One file of a memory; a format may have two. */
typedef struct via_output {
    via_tm_options tm;
    size_t part;
} via_output;

typedef struct via_outputs {
    via_output files[VIA_OUTPUTS_MAX]; /* of all formats, in order */
    size_t n_files, n_formats;
} via_outputs;

/* Reads the list of formats. TMX of many documents is always compressed. */
via_status via_outputs_init(via_outputs *outputs, const via_batch_options *opt,
                            via_error *err);

/* Returns what the files of a job share; it borrows from the output. */
via_tm_spec via_output_spec(const via_output *output, const via_job *job);

/* Appends the path of a file; `stem` is what via_plan_stem() makes. */
void via_output_path(const via_output *output, const via_job *job, const char *stem,
                     via_buffer *out);

/* Sets `*are_there` to whether all files of a stem exist. */
via_status via_outputs_find(const via_outputs *outputs, const via_job *job,
                            const char *stem, bool *are_there, via_error *err);

#endif
