/* Stretch: some bytes of a file that are read again.
 *
 * A file of many documents is read twice: once to see what is there, and again, a
 * document at a time, when its turn comes. Where that cannot be done in the file itself
 * the bytes go to a spool. Points to begin inflating at were rejected: each needs a
 * window of 32 KB, and a document in the middle costs what lies before it. */
#include "io/stretch.h"

#include "base/status.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Chosen, not tuned. */
#define PENDING_BYTES ((size_t)1 << 20)

struct via_spool {
    int fd;
    char *folder;       /* for messages */
    uint64_t n_written; /* bytes in the file */
    via_buffer pending; /* behind them */
};

/* Reads all of the bytes unless the file ends; `*n_read` says how many. */
static bool read_at(int fd, uint64_t begin, char *bytes, size_t n_bytes, size_t *n_read)
{
    *n_read = 0;
    while (*n_read < n_bytes) {
        ssize_t n_got =
            pread(fd, bytes + *n_read, n_bytes - *n_read, (off_t)(begin + *n_read));

        if (n_got < 0 && errno == EINTR)
            continue;
        if (n_got < 0)
            return false;
        if (n_got == 0)
            break;
        *n_read += (size_t)n_got;
    }
    return true;
}

static via_status read_stretch(int fd, const char *name, uint64_t begin, size_t n_bytes,
                               via_buffer *out, via_error *err)
{
    size_t n_read;

    if (!via_buffer_reserve(out, n_bytes + 1))
        return via_fail_memory(err);
    if (!read_at(fd, begin, out->bytes + out->n_bytes, n_bytes, &n_read))
        return via_fail(err, VIA_E_IO, "%s: %s", name, strerror(errno));
    if (n_read < n_bytes)
        return via_fail(err, VIA_E_IO, "%s: has become shorter while it was read",
                        name);
    out->n_bytes += n_bytes;
    return VIA_OK;
}

via_status via_read_stretch(const char *path, uint64_t begin, size_t n_bytes,
                            via_buffer *out, via_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return via_fail(err, VIA_E_IO, "%s: %s", path, strerror(errno));
    via_status st = read_stretch(fd, path, begin, n_bytes, out, err);
    close(fd);
    return st;
}

/* Makes a file and takes its name away at once, so that nothing is left behind. */
static via_status open_nameless(via_spool *spool, via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;

    via_buffer_format(&path, "%s/vialign-spool.XXXXXX", spool->folder);
    if (!via_buffer_text(&path))
        return via_fail_memory(err);
    spool->fd = mkstemp(path.bytes);
    if (spool->fd >= 0)
        unlink(path.bytes);
    via_buffer_clear(&path);
    if (spool->fd < 0)
        return via_fail(err, VIA_E_IO, "%s: %s; TMPDIR may name another folder",
                        spool->folder, strerror(errno));
    fcntl(spool->fd, F_SETFD, FD_CLOEXEC);
    return VIA_OK;
}

via_status via_spool_open(via_spool **out, via_error *err)
{
    const char *chosen = getenv("TMPDIR");
    via_spool *spool = calloc(1, sizeof *spool);

    *out = NULL;
    if (!spool)
        return via_fail_memory(err);
    spool->fd = -1;
    spool->folder = strdup(chosen && *chosen ? chosen : "/var/tmp");
    if (!spool->folder) {
        via_spool_close(spool);
        return via_fail_memory(err);
    }
    *out = spool;
    return VIA_OK;
}

void via_spool_close(via_spool *spool)
{
    if (!spool)
        return;
    if (spool->fd >= 0)
        close(spool->fd);
    via_buffer_clear(&spool->pending);
    free(spool->folder);
    free(spool);
}

via_status via_spool_flush(via_spool *spool, via_error *err)
{
    size_t n_done = 0;
    via_status st =
        spool->fd < 0 && spool->pending.n_bytes ? open_nameless(spool, err) : VIA_OK;

    if (st != VIA_OK)
        return st;
    while (n_done < spool->pending.n_bytes) {
        ssize_t n_put = write(spool->fd, spool->pending.bytes + n_done,
                              spool->pending.n_bytes - n_done);

        if (n_put < 0 && errno != EINTR)
            return via_fail(err, VIA_E_IO, "%s: %s; TMPDIR may name another folder",
                            spool->folder, strerror(errno));
        n_done += n_put > 0 ? (size_t)n_put : 0;
    }
    spool->n_written += n_done;
    spool->pending.n_bytes = 0;
    return VIA_OK;
}

via_status via_spool_add(via_spool *spool, const char *bytes, size_t n_bytes,
                         uint64_t *begin, via_error *err)
{
    *begin = spool->n_written + spool->pending.n_bytes;
    via_buffer_append(&spool->pending, bytes, n_bytes);
    if (spool->pending.has_failed)
        return via_fail_memory(err);
    return spool->pending.n_bytes < PENDING_BYTES ? VIA_OK
                                                  : via_spool_flush(spool, err);
}

via_status via_spool_read(const via_spool *spool, uint64_t begin, size_t n_bytes,
                          via_buffer *out, via_error *err)
{
    if (begin < spool->n_written)
        return read_stretch(spool->fd, spool->folder, begin, n_bytes, out, err);
    via_buffer_append(out, spool->pending.bytes + (begin - spool->n_written), n_bytes);
    return out->has_failed ? via_fail_memory(err) : VIA_OK;
}
