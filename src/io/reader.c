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
    return via_read_file_upto(path, SIZE_MAX, out, err);
}

via_status via_read_file_upto(const char *path, size_t n_max, via_buffer *out,
                              via_error *err)
{
    size_t n_before = out->n_bytes, n_read;
    via_stream *stream;
    via_status st = via_stream_open(path, &stream, err);

    if (st != VIA_OK)
        return st;
    do
        st = append_some(stream, out, &n_read, err);
    while (st == VIA_OK && n_read && out->n_bytes - n_before <= n_max);
    if (st == VIA_OK && out->n_bytes - n_before > n_max)
        st = via_fail(err, VIA_E_FORMAT, "%s: expected at most %zu MiB",
                      via_stream_name(stream), n_max >> 20);
    via_stream_close(stream);
    if (st != VIA_OK)
        out->n_bytes = n_before;
    return st;
}

struct via_reader {
    via_stream *stream;
    via_buffer bytes;
    size_t begin;    /* of what no line has taken yet */
    uint64_t n_past; /* bytes before `bytes` */
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
    reader->n_past += reader->begin;
    memmove(bytes->bytes, bytes->bytes + reader->begin, bytes->n_bytes);
    reader->begin = 0;
}

/* Reads until a line feed is there, and sets `*end` to its place, or to the end of
 * the file, or to where more than `n_max` bytes of the line are here. */
static via_status find_line_end(via_reader *reader, size_t n_max, size_t *end,
                                via_error *err)
{
    via_buffer *bytes = &reader->bytes;
    size_t n_seen = 0, n_read = 1;

    for (;;) {
        size_t from = reader->begin + n_seen;
        const char *lf = bytes->n_bytes > from
                             ? memchr(bytes->bytes + from, '\n', bytes->n_bytes - from)
                             : NULL;

        *end = lf ? (size_t)(lf - bytes->bytes) : bytes->n_bytes;
        if (lf || !n_read || *end - reader->begin > n_max)
            return VIA_OK;

        n_seen = *end - reader->begin;
        compact(reader);
        via_status st = append_some(reader->stream, bytes, &n_read, err);
        if (st != VIA_OK)
            return st;
    }
}

/* Passes over the rest of a line that is too long, a buffer at a time. */
static via_status skip_rest(via_reader *reader, via_error *err)
{
    via_buffer *bytes = &reader->bytes;

    for (;;) {
        char *lf =
            memchr(bytes->bytes + reader->begin, '\n', bytes->n_bytes - reader->begin);
        size_t n_read;

        if (lf) {
            reader->begin = (size_t)(lf - bytes->bytes) + 1;
            return VIA_OK;
        }
        reader->begin = bytes->n_bytes;
        compact(reader);
        via_status st = append_some(reader->stream, bytes, &n_read, err);
        if (st != VIA_OK || !n_read)
            return st;
    }
}

/* Puts the end behind the line [begin, end) of the buffer and takes it. */
static void take_line(via_reader *reader, size_t end, via_record *out)
{
    char *begin = reader->bytes.bytes + reader->begin;
    bool has_lf = end < reader->bytes.n_bytes;

    out->begin = reader->n_past + reader->begin;
    reader->begin = has_lf ? end + 1 : end;
    out->n_bytes = (size_t)(reader->bytes.bytes + end - begin);
    if (has_lf && out->n_bytes && begin[out->n_bytes - 1] == '\r')
        --out->n_bytes;
    begin[out->n_bytes] = '\0';
    out->bytes = begin;
}

via_status via_reader_record(via_reader *reader, size_t n_max, via_record *out,
                             via_error *err)
{
    size_t end;

    *out = (via_record){0};
    reader->line++;
    via_status st = find_line_end(reader, n_max, &end, err);
    if (st != VIA_OK)
        return st;
    if (reader->begin == reader->bytes.n_bytes) {
        reader->line--;
    } else if (end - reader->begin <= n_max) {
        take_line(reader, end, out);
    } else {
        *out = (via_record){.bytes = "", .is_too_long = true};
        st = skip_rest(reader, err);
    }
    return st;
}

via_status via_reader_next(via_reader *reader, const char **line, size_t *n_bytes,
                           via_error *err)
{
    via_record record;
    via_status st = via_reader_record(reader, VIA_LINE_MAX_BYTES, &record, err);

    *line = NULL;
    *n_bytes = 0;
    if (st == VIA_OK && record.is_too_long)
        st =
            via_fail(err, VIA_E_FORMAT, "%s:%zu: line is longer than %zu bytes",
                     via_stream_name(reader->stream), reader->line, VIA_LINE_MAX_BYTES);
    if (st != VIA_OK)
        return st;
    *line = record.bytes;
    *n_bytes = record.n_bytes;
    return VIA_OK;
}

via_status via_reader_peek(via_reader *reader, int *byte, via_error *err)
{
    via_buffer *bytes = &reader->bytes;
    size_t n_read = 1;
    via_status st = VIA_OK;

    while (st == VIA_OK && n_read && reader->begin == bytes->n_bytes) {
        compact(reader);
        st = append_some(reader->stream, bytes, &n_read, err);
    }
    *byte = reader->begin < bytes->n_bytes ? (unsigned char)bytes->bytes[reader->begin]
                                           : -1;
    return st;
}

bool via_reader_is_plain(const via_reader *reader)
{
    return via_stream_is_plain(reader->stream);
}
