/* Stream: the bytes of a file in order, inflated on the way if it is gzipped.
 *
 *     file -> [taken | begin .... end) -> caller            plain
 *     file -> [taken | begin .... end) -> inflater -> caller
 *
 * Whether it is gzipped is told by the first two bytes, which begin no text in
 * UTF-8 or UTF-16. zlib's gzFile was rejected: it takes a cut-off file for a whole
 * one and passes over what follows the last member. */
#include "io/stream.h"

#include "base/status.h"
#include "io/gzip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Chosen, not tuned. */
#define CHUNK_BYTES ((size_t)64 << 10)

struct via_stream {
    char *name;
    int fd;
    via_inflater *inflater; /* NULL: plain */
    bool is_at_end;         /* the file has no more bytes than are here */
    bool is_in_member;
    size_t begin, end; /* bytes that are here and not taken */
    size_t n_past;     /* bytes of the file before `bytes` */
    char bytes[CHUNK_BYTES];
};

const char *via_stream_name(const via_stream *stream)
{
    return stream->name;
}

bool via_stream_is_plain(const via_stream *stream)
{
    struct stat status;

    return !stream->inflater && stream->fd != STDIN_FILENO &&
           fstat(stream->fd, &status) == 0 && S_ISREG(status.st_mode);
}

static via_status read_some(via_stream *stream, char *bytes, size_t n_room,
                            size_t *n_read, via_error *err)
{
    ssize_t n_got;

    *n_read = 0;
    if (stream->is_at_end)
        return VIA_OK;
    do
        n_got = read(stream->fd, bytes, n_room);
    while (n_got < 0 && errno == EINTR);
    if (n_got < 0)
        return via_fail(err, VIA_E_IO, "%s: %s", stream->name, strerror(errno));
    stream->is_at_end = n_got == 0;
    *n_read = (size_t)n_got;
    return VIA_OK;
}

/* Moves what is not taken to the front and reads behind it. */
static via_status fill(via_stream *stream, via_error *err)
{
    size_t n_left = stream->end - stream->begin, n_got;

    memmove(stream->bytes, stream->bytes + stream->begin, n_left);
    stream->n_past += stream->begin;
    stream->begin = 0;
    stream->end = n_left;

    via_status st =
        read_some(stream, stream->bytes + n_left, CHUNK_BYTES - n_left, &n_got, err);
    if (st == VIA_OK)
        stream->end += n_got;
    return st;
}

static via_status find_kind(via_stream *stream, via_error *err)
{
    while (stream->end < 2 && !stream->is_at_end) {
        via_status st = fill(stream, err);
        if (st != VIA_OK)
            return st;
    }
    if (stream->end >= 2 && memcmp(stream->bytes, "\x1f\x8b", 2) == 0) {
        stream->inflater = via_inflater_new();
        if (!stream->inflater)
            return via_fail_memory(err);
    }
    return VIA_OK;
}

via_status via_stream_open(const char *path, via_stream **out, via_error *err)
{
    bool is_stdin = strcmp(path, "-") == 0;

    *out = NULL;
    via_stream *stream = calloc(1, sizeof *stream);
    if (!stream)
        return via_fail_memory(err);

    stream->fd = -1;
    stream->name = strdup(is_stdin ? "standard input" : path);
    if (!stream->name) {
        via_stream_close(stream);
        return via_fail_memory(err);
    }
    stream->fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    via_status st = stream->fd >= 0
                        ? find_kind(stream, err)
                        : via_fail(err, VIA_E_IO, "%s: %s", path, strerror(errno));
    if (st != VIA_OK) {
        via_stream_close(stream);
        return st;
    }
    *out = stream;
    return VIA_OK;
}

void via_stream_close(via_stream *stream)
{
    if (!stream)
        return;
    if (stream->fd > STDIN_FILENO)
        close(stream->fd);
    via_inflater_free(stream->inflater);
    free(stream->name);
    free(stream);
}

static via_status read_plain(via_stream *stream, char *bytes, size_t n_room,
                             size_t *n_read, via_error *err)
{
    size_t n_here = stream->end - stream->begin;

    if (!n_here)
        return read_some(stream, bytes, n_room, n_read, err);
    *n_read = n_here < n_room ? n_here : n_room;
    memcpy(bytes, stream->bytes + stream->begin, *n_read);
    stream->begin += *n_read;
    return VIA_OK;
}

/* Lets the inflater take one step. */
static via_status inflate_some(via_stream *stream, char *bytes, size_t n_room,
                               size_t *n_read, via_error *err)
{
    const char *in = stream->bytes + stream->begin;
    size_t n_in = stream->end - stream->begin;
    via_inflated outcome = via_inflater_step(stream->inflater, in, n_in, &stream->begin,
                                             bytes, n_room, n_read);

    stream->is_in_member = outcome != VIA_INFLATED_MEMBER;
    switch (outcome) {
    case VIA_INFLATED_BROKEN:
        return via_fail(err, VIA_E_FORMAT, "%s: gzip stream is broken near byte %zu",
                        stream->name, stream->n_past + stream->begin);
    case VIA_INFLATED_MEMORY:
        return via_fail_memory(err);
    case VIA_INFLATED_STUCK:
        if (stream->is_at_end)
            return via_fail(err, VIA_E_FORMAT, "%s: gzip stream ends too early",
                            stream->name);
        return VIA_OK;
    default:
        return VIA_OK;
    }
}

static via_status read_inflated(via_stream *stream, char *bytes, size_t n_room,
                                size_t *n_read, via_error *err)
{
    via_status st = VIA_OK;

    while (st == VIA_OK && !*n_read) {
        if (stream->begin == stream->end)
            st = fill(stream, err);
        if (st == VIA_OK && stream->begin == stream->end && !stream->is_in_member)
            break;
        if (st == VIA_OK)
            st = inflate_some(stream, bytes, n_room, n_read, err);
    }
    return st;
}

via_status via_stream_read(via_stream *stream, char *bytes, size_t n_room,
                           size_t *n_read, via_error *err)
{
    *n_read = 0;
    if (stream->inflater)
        return read_inflated(stream, bytes, n_room, n_read, err);
    return read_plain(stream, bytes, n_room, n_read, err);
}
