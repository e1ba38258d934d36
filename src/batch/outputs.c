/* Outputs: the formats of a batch and the files that they are written to. */
#include "batch/outputs.h"

#include "base/status.h"

#include <string.h>
#include <sys/stat.h>

/* Reads one name of a format: "tsv" or "tsv.gz", not the path of a file. */
static bool read_format(const char *name, size_t n_bytes, via_tm_options *tm)
{
    char copy[32];

    if (n_bytes >= sizeof copy)
        return false;
    memcpy(copy, name, n_bytes);
    copy[n_bytes] = '\0';
    return via_format_find(copy, tm) &&
           strlen(via_format_name(tm->format)) + (tm->is_gzipped ? 3 : 0) == n_bytes;
}

static bool has_format(const via_outputs *outputs, const via_tm_options *tm)
{
    for (size_t i = 0; i < outputs->n_files; i++) {
        if (outputs->files[i].tm.format == tm->format &&
            outputs->files[i].tm.is_gzipped == tm->is_gzipped)
            return true;
    }
    return false;
}

static via_status add_format(via_outputs *outputs, const via_batch_options *opt,
                             const char *name, size_t n_bytes, via_error *err)
{
    int n_chars = (int)(n_bytes < 40 ? n_bytes : 40);
    via_tm_options tm = opt->tm;

    if (!read_format(name, n_bytes, &tm))
        return via_fail(err, VIA_E_ARGUMENT, "%.*s: no such format", n_chars, name);
    if (tm.format == VIA_FORMAT_TMX && !opt->is_per_document)
        tm.is_gzipped = true;
    if (has_format(outputs, &tm))
        return via_fail(err, VIA_E_ARGUMENT, "%.*s: expected only once", n_chars, name);
    if (outputs->n_formats == VIA_OUTPUTS_MAX / 2)
        return via_fail(err, VIA_E_ARGUMENT, "%.*s: expected at most %d formats",
                        n_chars, name, VIA_OUTPUTS_MAX / 2);
    outputs->n_formats++;
    for (size_t part = 0; part < via_tm_n_files(tm.format); part++)
        outputs->files[outputs->n_files++] = (via_output){tm, part};
    return VIA_OK;
}

via_status via_outputs_init(via_outputs *outputs, const via_batch_options *opt,
                            via_error *err)
{
    const char *list = opt->formats;
    via_status st = VIA_OK;

    memset(outputs, 0, sizeof *outputs);
    for (;;) {
        size_t n_bytes = strcspn(list, ",");

        st = add_format(outputs, opt, list, n_bytes, err);
        if (st != VIA_OK || !list[n_bytes])
            return st;
        list += n_bytes + 1;
    }
}

via_tm_spec via_output_spec(const via_output *output, const via_job *job)
{
    return (via_tm_spec){&output->tm, job->src_lang, job->tgt_lang};
}

void via_output_path(const via_output *output, const via_job *job, const char *stem,
                     via_buffer *out)
{
    via_tm_spec spec = via_output_spec(output, job);

    via_tm_file_name(&spec, stem, output->part, out);
}

via_status via_outputs_find(const via_outputs *outputs, const via_job *job,
                            const char *stem, bool *are_there, via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;
    struct stat status;

    *are_there = true;
    for (size_t i = 0; *are_there && i < outputs->n_files; i++) {
        path.n_bytes = 0;
        via_output_path(&outputs->files[i], job, stem, &path);
        if (!via_buffer_text(&path))
            break;
        *are_there = stat(path.bytes, &status) == 0 && S_ISREG(status.st_mode);
    }

    bool has_failed = path.has_failed;
    via_buffer_clear(&path);
    return has_failed ? via_fail_memory(err) : VIA_OK;
}
