/* Gzip: members deflated and inflated. The only door to zlib. */
#include "io/gzip.h"

#include "base/status.h"
#include "io/writer.h"

#include <stdlib.h>
#include <zlib.h>

/* zlib's largest window, with a gzip header and trailer around it. */
#define WINDOW_BITS (15 + 16)

/* zlib's own defaults; -9 is half as fast for one per cent (-1: a third larger). */
#define LEVEL     6
#define MEM_LEVEL 8

/* "Unknown" (RFC 1952), so that every system writes the same bytes. */
#define OS_UNKNOWN 255

/* zlib counts in unsigned int. */
#define PIECE_MAX_BYTES ((size_t)1 << 30)

struct via_inflater {
    z_stream z;
};

static uInt piece(size_t n_bytes)
{
    return (uInt)(n_bytes < PIECE_MAX_BYTES ? n_bytes : PIECE_MAX_BYTES);
}

via_inflater *via_inflater_new(void)
{
    via_inflater *inflater = calloc(1, sizeof *inflater);

    if (inflater && inflateInit2(&inflater->z, WINDOW_BITS) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

void via_inflater_free(via_inflater *inflater)
{
    if (!inflater)
        return;
    inflateEnd(&inflater->z);
    free(inflater);
}

via_inflated via_inflater_step(via_inflater *inflater, const char *in, size_t n_in,
                               size_t *n_taken, char *out, size_t n_out, size_t *n_made)
{
    z_stream *z = &inflater->z;

    z->next_in = (z_const Bytef *)in;
    z->avail_in = piece(n_in);
    z->next_out = (Bytef *)out;
    z->avail_out = piece(n_out);

    int outcome = inflate(z, Z_NO_FLUSH);
    *n_taken += (size_t)((const char *)z->next_in - in);
    *n_made += (size_t)((char *)z->next_out - out);

    switch (outcome) {
    case Z_OK:
        return VIA_INFLATED_MORE;
    case Z_STREAM_END:
        return inflateReset(z) == Z_OK ? VIA_INFLATED_MEMBER : VIA_INFLATED_BROKEN;
    case Z_BUF_ERROR:
        return VIA_INFLATED_STUCK;
    case Z_MEM_ERROR:
        return VIA_INFLATED_MEMORY;
    default:
        return VIA_INFLATED_BROKEN;
    }
}

/* Deflates everything into `out`, which has room for all of it. */
static bool deflate_all(z_stream *z, const char *bytes, size_t n_bytes, via_buffer *out)
{
    const char *end = bytes + n_bytes;
    int outcome;

    z->next_in = (z_const Bytef *)bytes;
    do {
        char *at = out->bytes + out->n_bytes;
        size_t n_left = (size_t)(end - (const char *)z->next_in);

        z->avail_in = piece(n_left);
        z->next_out = (Bytef *)at;
        z->avail_out = piece(out->capacity - out->n_bytes);
        outcome = deflate(z, n_left > PIECE_MAX_BYTES ? Z_NO_FLUSH : Z_FINISH);
        out->n_bytes += (size_t)((char *)z->next_out - at);
    } while (outcome == Z_OK);
    return outcome == Z_STREAM_END;
}

via_status via_gzip_member(const char *bytes, size_t n_bytes, via_buffer *out,
                           via_error *err)
{
    z_stream z = {0};
    gz_header header = {.os = OS_UNKNOWN};

    if (deflateInit2(&z, LEVEL, Z_DEFLATED, WINDOW_BITS, MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return via_fail_memory(err);

    size_t n_before = out->n_bytes;
    bool is_done = deflateSetHeader(&z, &header) == Z_OK &&
                   via_buffer_reserve(out, deflateBound(&z, n_bytes)) &&
                   deflate_all(&z, bytes, n_bytes, out);
    deflateEnd(&z);
    if (!is_done) {
        out->n_bytes = n_before;
        return via_fail_memory(err);
    }
    return VIA_OK;
}
