/* Writing: files that appear whole or not at all. The only way to output. */
#ifndef VIA_IO_WRITER_H
#define VIA_IO_WRITER_H

#include "base/buffer.h"
#include "vialign.h"

typedef struct via_writer via_writer;

/* Opens `path` for writing; "-" is standard output. The bytes go to a file beside
 * it, which takes its place in via_writer_commit(). A path that exists and is no
 * regular file (/dev/full, a pipe) is written to directly. */
via_status via_writer_open(const char *path, bool is_gzipped, via_writer **out,
                           via_error *err);

/* Appends bytes; gzipped writers compress them into members of about a megabyte. */
via_status via_writer_write(via_writer *writer, const char *bytes, size_t n_bytes,
                            via_error *err);

/* Appends what via_gzip_member() made; only for gzipped writers. */
via_status via_writer_write_member(via_writer *writer, const char *bytes,
                                   size_t n_bytes, via_error *err);

/* Flushes, checks, closes and renames. Frees the writer, also on failure, and then
 * nothing is left behind. */
via_status via_writer_commit(via_writer *writer, via_error *err);

/* Closes, leaves nothing behind and frees the writer. Takes NULL. */
void via_writer_abandon(via_writer *writer);

/* Writes the whole of `text` to `path`, which appears whole or not at all. A buffer
 * that has failed is a failure, and nothing is opened. */
via_status via_write_file(const char *path, bool is_gzipped, const via_buffer *text,
                          via_error *err);

/* Appends one gzip member (mtime 0, no name: same bytes for same input) to `out`.
 * Any number of threads may call it. */
via_status via_gzip_member(const char *bytes, size_t n_bytes, via_buffer *out,
                           via_error *err);

/* Makes the folder and those above it; one that is there is well. */
via_status via_make_folder(const char *path, via_error *err);

#endif
