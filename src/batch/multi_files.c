/* Multi files: a memory of all languages in each of its formats. */
#include "batch/multi_files.h"

#include "base/status.h"

/* So much text is written at once. */
#define WRITE_BYTES ((size_t)1 << 20)

via_status via_multi_files_open(via_multi_files *files, const via_outputs *outputs,
                                const char *dir, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t i = 0; st == VIA_OK && i < outputs->n_files; i++) {
        const via_tm_options *tm = &outputs->files[i].tm;
        via_buffer path = VIA_BUFFER_INIT;
        size_t f = files->n_files;

        if (!via_multi_can(tm->format))
            continue;
        via_buffer_format(&path, "%s/multi.%s%s", dir, via_format_name(tm->format),
                          tm->is_gzipped ? ".gz" : "");
        files->specs[f] = (via_multi_spec){tm, files->langs, files->n_langs};
        via_multi_head(&files->specs[f], &files->streams[f]);
        if (via_buffer_text(&path))
            st = via_writer_open(path.bytes, tm->is_gzipped, &files->writers[f], err);
        else
            st = via_fail_memory(err);
        files->n_files++;
        via_buffer_clear(&path);
    }
    return st;
}

void via_multi_files_add(via_multi_files *files, const via_multi_unit *unit)
{
    for (size_t f = 0; f < files->n_files; f++)
        via_multi_render(&files->specs[f], unit, &files->streams[f]);
}

via_status via_multi_files_flush(via_multi_files *files, bool is_last, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t f = 0; st == VIA_OK && f < files->n_files; f++) {
        via_buffer *stream = &files->streams[f];

        if (is_last)
            via_multi_tail(&files->specs[f], stream);
        if (stream->has_failed)
            return via_fail_memory(err);
        if (!is_last && stream->n_bytes < WRITE_BYTES)
            continue;
        st = via_writer_write(files->writers[f], stream->bytes, stream->n_bytes, err);
        stream->n_bytes = 0;
    }
    return st;
}

via_status via_multi_files_commit(via_multi_files *files, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t f = 0; st == VIA_OK && f < files->n_files; f++) {
        st = via_writer_commit(files->writers[f], err);
        files->writers[f] = NULL;
    }
    return st;
}

void via_multi_files_abandon(via_multi_files *files)
{
    for (size_t f = 0; f < files->n_files; f++) {
        via_writer_abandon(files->writers[f]);
        via_buffer_clear(&files->streams[f]);
    }
    files->n_files = 0;
}
