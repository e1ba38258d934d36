/* Memories: the files of many documents, written in order and compressed by all. */
#ifndef VIA_BATCH_MEMORIES_H
#define VIA_BATCH_MEMORIES_H

#include "batch/outputs.h"

typedef struct via_memories via_memories;

/* Opens the files of a job in the folder `dir` and begins them. */
via_status via_memories_open(const via_outputs *outputs, const via_job *job,
                             const char *dir, via_memories **out, via_error *err);

/* Appends bytes to file number `file`, as numbered in the outputs. */
void via_memories_add(via_memories *memories, size_t file, const char *bytes,
                      size_t n_bytes);

/* Compresses and writes what is complete. The bytes of the files do not depend on
 * when this is called, nor on `n_workers`. */
via_status via_memories_flush(via_memories *memories, size_t n_workers, via_error *err);

/* Ends the files, writes what is left and puts them in their places. Frees the
 * memories, also on failure. */
via_status via_memories_commit(via_memories *memories, size_t n_workers,
                               via_error *err);

/* Leaves nothing behind and frees the memories. Takes NULL. */
void via_memories_abandon(via_memories *memories);

#endif
