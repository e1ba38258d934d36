/* Reading: whole files and lines, plain or gzipped. */
#include "io/reader.h"

#include "base/status.h"
#include "io/stream.h"

#include <stdlib.h>
#include <string.h>

/* Chosen, not tuned. */
#define CHUNK_BYTES ((size_t)64 << 10)

/* Appends what one read gives; `*n_read` is 0 at the end. Leaves room for a NUL. */
static via_status append_some(via_stream *stream, via_buffer *out, size_t *n_read,
                              via_error *err)
{
    *n_read = 0;
    if (!via_buffer_reserve(out, CHUNK_BYTES + 1))
        return via_fail_memory(err);

    size_t n_room = out->capacity - out->n_bytes - 1;
    via_status st =
        via_stream_read(stream, out->bytes + out->n_bytes, n_room, n_read, err);
    if (st == VIA_OK)
        out->n_bytes += *n_read;
    return st;
}

via_status via_read_file(const char *path, via_buffer *out, via_error *err)
{
    size_t n_before = out->n_bytes, n_read;
    via_stream *stream;
    via_status st = via_stream_open(path, &stream, err);

    if (st != VIA_OK)
        return st;
    do
        st = append_some(stream, out, &n_read, err);
    while (st == VIA_OK && n_read);
    via_stream_close(stream);
    if (st != VIA_OK)
        out->n_bytes = n_before;
    return st;
}

struct via_reader {
    via_stream *stream;
    via_buffer bytes;
    size_t begin; /* of what no line has taken yet */
    size_t line;
};

via_status via_reader_open(const char *path, via_reader **out, via_error *err)
{
    *out = NULL;
    via_reader *reader = calloc(1, sizeof *reader);
    if (!reader)
        return via_fail_memory(err);

    via_status st = via_stream_open(path, &reader->stream, err);
    if (st != VIA_OK) {
        free(reader);
        return st;
    }
    *out = reader;
    return VIA_OK;
}

void via_reader_close(via_reader *reader)
{
    if (!reader)
        return;
    via_stream_close(reader->stream);
    via_buffer_clear(&reader->bytes);
    free(reader);
}

size_t via_reader_line(const via_reader *reader)
{
    return reader->line;
}

/* Moves what is left to the front. */
static void compact(via_reader *reader)
{
    via_buffer *bytes = &reader->bytes;

    if (!reader->begin)
        return;
    bytes->n_bytes -= reader->begin;
    memmove(bytes->bytes, bytes->bytes + reader->begin, bytes->n_bytes);
    reader->begin = 0;
}

/* Reads until a line feed is there, and sets `*end` to its place, or to the end of
 * the file. */
static via_status find_line_end(via_reader *reader, size_t *end, via_error *err)
{
    via_buffer *bytes = &reader->bytes;
    size_t n_seen = 0, n_read = 1;

    for (;;) {
        size_t from = reader->begin + n_seen;
        const char *lf = bytes->n_bytes > from
                             ? memchr(bytes->bytes + from, '\n', bytes->n_bytes - from)
                             : NULL;

        *end = lf ? (size_t)(lf - bytes->bytes) : bytes->n_bytes;
        if (*end - reader->begin > VIA_LINE_MAX_BYTES)
            return via_fail(err, VIA_E_FORMAT, "%s:%zu: line is longer than %zu bytes",
                            via_stream_name(reader->stream), reader->line,
                            VIA_LINE_MAX_BYTES);
        if (lf || !n_read)
            return VIA_OK;

        n_seen = *end - reader->begin;
        compact(reader);
        via_status st = append_some(reader->stream, bytes, &n_read, err);
        if (st != VIA_OK)
            return st;
    }
}

via_status via_reader_next(via_reader *reader, const char **line, size_t *n_bytes,
                           via_error *err)
{
    size_t end;

    *line = NULL;
    *n_bytes = 0;
    reader->line++;
    via_status st = find_line_end(reader, &end, err);
    if (st != VIA_OK)
        return st;
    if (reader->begin == reader->bytes.n_bytes) {
        reader->line--;
        return VIA_OK;
    }

    char *begin = reader->bytes.bytes + reader->begin;
    bool has_lf = end < reader->bytes.n_bytes;
    reader->begin = has_lf ? end + 1 : end;
    *n_bytes = (size_t)(reader->bytes.bytes + end - begin);
    if (has_lf && *n_bytes && begin[*n_bytes - 1] == '\r')
        --*n_bytes;
    begin[*n_bytes] = '\0';
    *line = begin;
    return VIA_OK;
}
