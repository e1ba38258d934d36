/* Stream: the bytes of a file in order, inflated on the way if it is gzipped. */
#ifndef VIA_IO_STREAM_H
#define VIA_IO_STREAM_H

#include "vialign.h"

typedef struct via_stream via_stream;

/* Opens a file; "-" is standard input. */
via_status via_stream_open(const char *path, via_stream **out, via_error *err);
void via_stream_close(via_stream *stream);

/* Reads at most `n_room` bytes, at least one unless the end is reached. */
via_status via_stream_read(via_stream *stream, char *bytes, size_t n_room,
                           size_t *n_read, via_error *err);

/* The path, or "standard input"; for messages. */
const char *via_stream_name(const via_stream *stream);

/* Returns whether what is read stands in a regular file just as it is, so that it can
 * be found there again. */
bool via_stream_is_plain(const via_stream *stream);

#endif
