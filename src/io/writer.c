/* Writing: files that appear whole or not at all. The only way to output.
 *
 *     bytes -> pending -> [member] -> temporary file -> rename -> path
 *
 * The temporary file stands in the folder of its target, since a rename does not
 * cross file systems. It is not synced: whole or not at all holds for readers and
 * for a full disk, not for a power cut. */
#define _XOPEN_SOURCE 700 /* glibc shows realpath() only with it */
#include "io/writer.h"

#include "base/status.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Members of this size cost .4 % in bytes and let workers make them. */
#define MEMBER_BYTES ((size_t)1 << 20)

/* Temporary names tried, in case that others were left behind or are in use. */
#define TRIES_MAX 10000

struct via_writer {
    char *name;      /* for messages */
    char *path;      /* what the temporary file will be called; NULL: is direct */
    char *temp_path; /* NULL: none is there */
    int fd;
    bool is_gzipped, has_failed, has_member;
    via_buffer pending;
};

static via_status fail_io(via_writer *writer, via_error *err)
{
    return via_fail(err, VIA_E_IO, "%s: %s", writer->name, strerror(errno));
}

/* ---- Opening ------------------------------------------------------------- */

/* Makes a file of a new name in the folder of the target. mkstemp() would make it
 * readable by its owner alone. */
static via_status open_temp(via_writer *writer, via_error *err)
{
    const char *slash = strrchr(writer->path, '/');
    int n_folder = slash ? (int)(slash + 1 - writer->path) : 0;
    via_buffer temp = VIA_BUFFER_INIT;

    for (unsigned i = 0; i < TRIES_MAX && writer->fd < 0; i++) {
        temp.n_bytes = 0;
        via_buffer_format(&temp, "%.*s.vialign-%ld-%u.part", n_folder, writer->path,
                          (long)getpid(), i);
        if (!via_buffer_text(&temp)) {
            via_buffer_clear(&temp);
            return via_fail_memory(err);
        }
        writer->fd = open(temp.bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (writer->fd < 0 && errno != EEXIST)
            break;
    }
    if (writer->fd < 0) {
        via_status st = fail_io(writer, err);
        via_buffer_clear(&temp);
        return st;
    }
    writer->temp_path = temp.bytes;
    return VIA_OK;
}

static via_status open_file(via_writer *writer, const char *path, via_error *err)
{
    struct stat info;
    bool is_there = stat(path, &info) == 0;

    if (is_there && !S_ISREG(info.st_mode)) {
        writer->fd = open(path, O_WRONLY | O_CLOEXEC);
        return writer->fd >= 0 ? VIA_OK : fail_io(writer, err);
    }
    /* What a symbolic link names is replaced, not the link. */
    writer->path = is_there ? realpath(path, NULL) : strdup(path);
    return writer->path ? open_temp(writer, err) : fail_io(writer, err);
}

/* Writes go to a duplicate, so that closing it tells of failures that a network
 * file system reports only then. What the caller has printed comes first. */
static via_status open_stdout(via_writer *writer, via_error *err)
{
    if (fflush(stdout) == 0)
        writer->fd = dup(STDOUT_FILENO);
    return writer->fd >= 0 ? VIA_OK : fail_io(writer, err);
}

via_status via_writer_open(const char *path, bool is_gzipped, via_writer **out,
                           via_error *err)
{
    bool is_stdout = strcmp(path, "-") == 0;

    *out = NULL;
    via_writer *writer = calloc(1, sizeof *writer);
    if (!writer)
        return via_fail_memory(err);
    writer->fd = -1;
    writer->is_gzipped = is_gzipped;
    writer->name = strdup(is_stdout ? "standard output" : path);

    via_status st;
    if (!writer->name)
        st = via_fail_memory(err);
    else
        st = is_stdout ? open_stdout(writer, err) : open_file(writer, path, err);
    if (st != VIA_OK) {
        via_writer_abandon(writer);
        return st;
    }
    *out = writer;
    return VIA_OK;
}

/* ---- Writing ------------------------------------------------------------- */

static via_status put(via_writer *writer, const char *bytes, size_t n_bytes,
                      via_error *err)
{
    while (n_bytes) {
        ssize_t n_put = write(writer->fd, bytes, n_bytes);

        if (n_put < 0 && errno == EINTR)
            continue;
        if (n_put < 0) {
            writer->has_failed = true;
            return fail_io(writer, err);
        }
        bytes += n_put;
        n_bytes -= (size_t)n_put;
    }
    return VIA_OK;
}

static via_status put_as_member(via_writer *writer, const char *bytes, size_t n_bytes,
                                via_error *err)
{
    via_buffer member = VIA_BUFFER_INIT;
    via_status st = via_gzip_member(bytes, n_bytes, &member, err);

    if (st == VIA_OK)
        st = put(writer, member.bytes, member.n_bytes, err);
    else
        writer->has_failed = true;
    via_buffer_clear(&member);
    writer->has_member = true;
    return st;
}

static via_status flush_pending(via_writer *writer, via_error *err)
{
    via_buffer *pending = &writer->pending;
    via_status st = VIA_OK;

    if (pending->n_bytes && writer->is_gzipped)
        st = put_as_member(writer, pending->bytes, pending->n_bytes, err);
    else if (pending->n_bytes)
        st = put(writer, pending->bytes, pending->n_bytes, err);
    pending->n_bytes = 0;
    return st;
}

/* Cuts after every MEMBER_BYTES, however the caller has cut what it writes. */
via_status via_writer_write(via_writer *writer, const char *bytes, size_t n_bytes,
                            via_error *err)
{
    via_status st = VIA_OK;

    while (st == VIA_OK && n_bytes) {
        size_t n_room = MEMBER_BYTES - writer->pending.n_bytes;
        size_t n_some = n_bytes < n_room ? n_bytes : n_room;

        via_buffer_append(&writer->pending, bytes, n_some);
        if (writer->pending.has_failed)
            return via_fail_memory(err);
        bytes += n_some;
        n_bytes -= n_some;
        if (writer->pending.n_bytes == MEMBER_BYTES)
            st = flush_pending(writer, err);
    }
    return st;
}

via_status via_writer_write_member(via_writer *writer, const char *bytes,
                                   size_t n_bytes, via_error *err)
{
    assert(writer->is_gzipped);

    via_status st = flush_pending(writer, err);
    if (st == VIA_OK && n_bytes) {
        writer->has_member = true;
        st = put(writer, bytes, n_bytes, err);
    }
    return st;
}

/* ---- Closing ------------------------------------------------------------- */

static via_status finish(via_writer *writer, via_error *err)
{
    via_status st = VIA_OK;

    if (writer->has_failed || writer->pending.has_failed)
        return via_fail(err, VIA_E_IO, "%s: an earlier write failed", writer->name);
    if (writer->pending.n_bytes)
        st = flush_pending(writer, err);
    else if (writer->is_gzipped && !writer->has_member)
        st = put_as_member(writer, "", 0, err);
    if (st != VIA_OK)
        return st;

    int outcome = close(writer->fd);
    writer->fd = -1;
    if (outcome != 0)
        return fail_io(writer, err);
    if (writer->temp_path && rename(writer->temp_path, writer->path) != 0)
        return fail_io(writer, err);
    free(writer->temp_path);
    writer->temp_path = NULL;
    return VIA_OK;
}

via_status via_writer_commit(via_writer *writer, via_error *err)
{
    via_status st = finish(writer, err);

    via_writer_abandon(writer);
    return st;
}

void via_writer_abandon(via_writer *writer)
{
    if (!writer)
        return;
    if (writer->fd >= 0)
        close(writer->fd);
    if (writer->temp_path)
        unlink(writer->temp_path);
    via_buffer_clear(&writer->pending);
    free(writer->temp_path);
    free(writer->path);
    free(writer->name);
    free(writer);
}

/* ---- At once --------------------------------------------------------------- */

via_status via_write_file(const char *path, bool is_gzipped, const via_buffer *text,
                          via_error *err)
{
    via_writer *writer = NULL;
    via_status st = text->has_failed ? via_fail_memory(err)
                                     : via_writer_open(path, is_gzipped, &writer, err);

    if (st == VIA_OK)
        st = via_writer_write(writer, text->bytes, text->n_bytes, err);
    if (st == VIA_OK)
        return via_writer_commit(writer, err);
    via_writer_abandon(writer);
    return st;
}
