/* Stretch: some bytes of a file that are read again. */
#ifndef VIA_IO_STRETCH_H
#define VIA_IO_STRETCH_H

#include "base/buffer.h"
#include "vialign.h"

/* Appends `n_bytes` bytes of a regular file from `begin` on to `out`. A file that has
 * become shorter is a failure. */
via_status via_read_stretch(const char *path, uint64_t begin, size_t n_bytes,
                            via_buffer *out, via_error *err);

/* A file without a name for what cannot be found again where it came from: standard
 * input, and what is inflated. It is made when there is more than fits into a buffer,
 * in the folder that TMPDIR names, else in /var/tmp, and is gone when it is closed or
 * the program ends, however it does. */
typedef struct via_spool via_spool;

via_status via_spool_open(via_spool **out, via_error *err);
void via_spool_close(via_spool *spool);

/* Appends bytes and sets `*begin` to their place. Belongs to one thread. */
via_status via_spool_add(via_spool *spool, const char *bytes, size_t n_bytes,
                         uint64_t *begin, via_error *err);

/* Writes what is still in memory. */
via_status via_spool_flush(via_spool *spool, via_error *err);

/* Appends to `out` the `n_bytes` bytes that were added at `begin`. Any number of
 * threads may call it while nothing is added. */
via_status via_spool_read(const via_spool *spool, uint64_t begin, size_t n_bytes,
                          via_buffer *out, via_error *err);

#endif
