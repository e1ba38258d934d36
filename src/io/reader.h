/* Reading: whole files and lines, plain or gzipped. */
#ifndef VIA_IO_READER_H
#define VIA_IO_READER_H

#include "base/buffer.h"
#include "vialign.h"

/* Appends the bytes of a file to `out`, inflated if it is gzipped (told by its
 * first bytes, not its name). "-" is standard input. Fails with VIA_E_IO if it
 * cannot be read, and VIA_E_FORMAT if a gzip stream is broken or cut off. */
via_status via_read_file(const char *path, via_buffer *out, via_error *err);

/* The same, but a file of more than `n_max` bytes, inflated, is a failure, however
 * large it is. */
via_status via_read_file_upto(const char *path, size_t n_max, via_buffer *out,
                              via_error *err);

/* A file read line by line. */
typedef struct via_reader via_reader;

via_status via_reader_open(const char *path, via_reader **out, via_error *err);
void via_reader_close(via_reader *reader);

/* Reads the next line, without its LF or CRLF, NUL-terminated and owned by the
 * reader until the next call. `*line` is NULL at the end. A line longer than
 * `VIA_LINE_MAX_BYTES` is a failure that names its number. */
#define VIA_LINE_MAX_BYTES ((size_t)1 << 30)
via_status via_reader_next(via_reader *reader, const char **line, size_t *n_bytes,
                           via_error *err);

/* Returns the number of the line last read, from 1. */
size_t via_reader_line(const via_reader *reader);

/* A line as a record: where it stands, so that it can be read again. */
typedef struct via_record {
    const char *bytes; /* as of via_reader_next(); NULL at the end */
    size_t n_bytes;
    uint64_t begin;   /* bytes of the file, inflated, before it */
    bool is_too_long; /* passed over, and not here */
} via_record;

/* Reads the next line as via_reader_next(), but passes over one that is longer than
 * `n_max` bytes, in as much memory. */
via_status via_reader_record(via_reader *reader, size_t n_max, via_record *out,
                             via_error *err);

/* Sets `*byte` to the first byte that no line has taken yet; -1 at the end. */
via_status via_reader_peek(via_reader *reader, int *byte, via_error *err);

/* Returns whether records stand in a regular file just as they are read. */
bool via_reader_is_plain(const via_reader *reader);

#endif
