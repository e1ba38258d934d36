/* Source: where one document stands, and what is known of it. */
#include "corpus/source.h"

#include "base/ending.h"

#include <string.h>
#include <sys/stat.h>

/* What text shrinks to under gzip, roughly; plans need no more. */
#define GZIP_RATIO 3

void via_source_place(const via_source *source, via_buffer *out)
{
    via_buffer_append_text(out, source->path);
    if (source->line)
        via_buffer_format(out, ":%zu", source->line);
}

void via_source_name(const via_source *source, via_buffer *out)
{
    if (source->url)
        via_buffer_append_text(out, source->url);
    else if (source->id)
        via_buffer_append_text(out, source->id);
    else
        via_source_place(source, out);
}

uint64_t via_source_size(const via_source *source)
{
    struct stat status;

    if (source->kind != VIA_SOURCE_FILE)
        return source->n_bytes;
    if (stat(source->path, &status) != 0 || status.st_size < 0)
        return 0;
    if (via_ending_is(source->path, strlen(source->path), ".gz"))
        return (uint64_t)status.st_size * GZIP_RATIO;
    return (uint64_t)status.st_size;
}
