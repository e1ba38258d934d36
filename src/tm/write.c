/* Memory of one pair: written to files of its own, whole or not at all. */
#include "tm/render.h"

#include "base/ending.h"
#include "base/status.h"
#include "io/writer.h"

#include <string.h>

#define N_FILES_MAX 2

static via_status write_part(const via_tm_spec *spec, size_t part, via_pair pair,
                             const via_ladder *ladder, via_writer *writer,
                             via_error *err)
{
    via_buffer bytes = VIA_BUFFER_INIT;

    via_tm_render_head(spec, part, &bytes);
    via_tm_render_pair(spec, part, pair, ladder, &bytes);
    via_tm_render_tail(spec, part, &bytes);

    via_status st = bytes.has_failed
                        ? via_fail_memory(err)
                        : via_writer_write(writer, bytes.bytes, bytes.n_bytes, err);
    via_buffer_clear(&bytes);
    return st;
}

/* Appends the file of moses for "OUT", which may also be given as "OUT.moses" or
 * "OUT.moses.gz". */
static void append_moses_name(const via_tm_spec *spec, size_t part, const char *path,
                              via_buffer *name)
{
    via_buffer stem = VIA_BUFFER_INIT;
    size_t n_path = strlen(path);
    size_t n_full = via_ending_cut(path, n_path, ".gz");
    size_t n_stem = via_ending_cut(path, n_full, ".moses");

    via_buffer_append(&stem, path, n_stem < n_full ? n_stem : n_path);
    if (via_buffer_text(&stem))
        via_tm_file_name(spec, stem.bytes, part, name);
    else
        name->has_failed = true;
    via_buffer_clear(&stem);
}

/* Opens the writer of a part: of `path` itself, or of the file that moses has. */
static via_status open_part(const via_tm_spec *spec, size_t part, const char *path,
                            via_writer **writer, via_error *err)
{
    via_buffer name = VIA_BUFFER_INIT;
    via_status st;

    if (spec->opt->format == VIA_FORMAT_MOSES)
        append_moses_name(spec, part, path, &name);
    else
        via_buffer_append_text(&name, path);
    if (via_buffer_text(&name))
        st = via_writer_open(name.bytes, spec->opt->is_gzipped, writer, err);
    else
        st = via_fail_memory(err);
    via_buffer_clear(&name);
    return st;
}

via_status via_tm_write(const char *path, const via_tm_options *opt, via_pair pair,
                        const via_ladder *ladder, via_error *err)
{
    via_tm_spec spec = {opt, via_doc_lang(pair.src), via_doc_lang(pair.tgt)};
    size_t n_files = via_tm_n_files(opt->format);
    via_writer *writers[N_FILES_MAX] = {NULL};
    via_status st = via_tm_check(&spec, err);

    if (st == VIA_OK && n_files > 1 && strcmp(path, "-") == 0)
        st = via_fail(err, VIA_E_ARGUMENT,
                      "%s: expected a path, as this format has two files",
                      via_format_name(opt->format));
    for (size_t i = 0; st == VIA_OK && i < n_files; i++)
        st = open_part(&spec, i, path, &writers[i], err);
    for (size_t i = 0; st == VIA_OK && i < n_files; i++)
        st = write_part(&spec, i, pair, ladder, writers[i], err);
    for (size_t i = 0; st == VIA_OK && i < n_files; i++) {
        st = via_writer_commit(writers[i], err);
        writers[i] = NULL;
    }
    for (size_t i = 0; i < n_files; i++)
        via_writer_abandon(writers[i]);
    return st;
}
