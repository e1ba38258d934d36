/* Multi files: a memory of all languages in each of its formats. */
#ifndef VIA_BATCH_MULTI_FILES_H
#define VIA_BATCH_MULTI_FILES_H

#include "batch/outputs.h"
#include "io/writer.h"
#include "tm/multi.h"

/* All but the languages is zero before it is opened. */
typedef struct via_multi_files {
    const char *const *langs; /* in their order; borrowed */
    size_t n_langs;
    via_multi_spec specs[VIA_OUTPUTS_MAX];
    via_writer *writers[VIA_OUTPUTS_MAX];
    via_buffer streams[VIA_OUTPUTS_MAX];
    size_t n_files;
} via_multi_files;

/* Opens DIR/multi.FORMAT for those of the formats that can have many languages. */
via_status via_multi_files_open(via_multi_files *files, const via_outputs *outputs,
                                const char *dir, via_error *err);

/* Adds a unit to all; a lack of memory is told by the next flush. */
void via_multi_files_add(via_multi_files *files, const via_multi_unit *unit);

/* Writes what has come together, once it is much; all of it if `is_last`. */
via_status via_multi_files_flush(via_multi_files *files, bool is_last, via_error *err);

/* Lets the files appear. */
via_status via_multi_files_commit(via_multi_files *files, via_error *err);

/* Frees everything; what was not committed never appears. */
void via_multi_files_abandon(via_multi_files *files);

#endif
