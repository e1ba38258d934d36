/* Stats of a pair: what came out of aligning two documents, as JSON. */
#include "cli/align_stats.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* How many segments a bead has on its two sides. */
struct type {
    size_t n_src, n_tgt;
};

static int compare_types(const void *a, const void *b)
{
    const struct type *x = a, *y = b;

    if (x->n_src != y->n_src)
        return x->n_src < y->n_src ? -1 : 1;
    return (x->n_tgt > y->n_tgt) - (x->n_tgt < y->n_tgt);
}

static void print_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            fprintf(out, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            fprintf(out, "\\u%04x", (unsigned)*text);
        else
            fputc(*text, out);
    }
    fputc('"', out);
}

static void print_doc(FILE *out, const char *key, const via_doc *doc)
{
    size_t n_segs;

    via_doc_segments(doc, &n_segs);
    fprintf(out, "  \"%s\": {\"name\": ", key);
    print_text(out, via_doc_name(doc));
    fprintf(out, ", \"lang\": ");
    print_text(out, via_doc_lang(doc));
    fprintf(out, ", \"segments\": %zu},\n", n_segs);
}

/* Prints how many beads there are of each type; `types` is put in order. */
static void print_types(FILE *out, struct type *types, size_t n_types)
{
    const char *comma = "";

    if (n_types)
        qsort(types, n_types, sizeof *types, compare_types);
    fprintf(out, "  \"beads\": {");
    for (size_t i = 0, n; i < n_types; i += n) {
        for (n = 1; i + n < n_types && !compare_types(&types[i], &types[i + n]); n++)
            continue;
        fprintf(out, "%s\"%zu-%zu\": %zu", comma, types[i].n_src, types[i].n_tgt, n);
        comma = ", ";
    }
    fprintf(out, "},\n");
}

static bool print_stats(FILE *out, const cli_align_stats *stats)
{
    size_t n_beads = stats->ladder->n_beads;
    struct type *types = malloc((n_beads + 1) * sizeof *types);

    if (!types)
        return false;
    for (size_t i = 0; i < n_beads; i++) {
        const via_bead *bead = &stats->ladder->beads[i];

        types[i] =
            (struct type){bead->src_end - bead->src_begin - (bead->src_skip != 0),
                          bead->tgt_end - bead->tgt_begin - (bead->tgt_skip != 0)};
    }
    fprintf(out, "{\n");
    print_doc(out, "source", stats->pair.src);
    print_doc(out, "target", stats->pair.tgt);
    print_types(out, types, n_beads);
    fprintf(out, "  \"units\": %zu,\n",
            via_tm_count_units(stats->pair, stats->ladder, stats->min_confidence));
    fprintf(out, "  \"timing\": {\"wall_s\": %.6f}\n}\n", stats->wall_s);
    free(types);
    return true;
}

static via_status fail(via_error *err, via_status status, const char *path,
                       const char *reason)
{
    err->status = status;
    snprintf(err->message, sizeof err->message, "%.300s: %s", path, reason);
    return status;
}

via_status cli_align_stats_write(const char *path, const cli_align_stats *stats,
                                 via_error *err)
{
    bool is_stdout = strcmp(path, "-") == 0;
    FILE *out = is_stdout ? stdout : fopen(path, "w");

    if (!out)
        return fail(err, VIA_E_IO, path, strerror(errno));

    bool is_printed = print_stats(out, stats), is_written = !ferror(out);

    /* Standard output is checked when the tool ends. */
    errno = 0;
    if (!is_stdout)
        is_written = fclose(out) == 0 && is_written;
    if (!is_printed)
        return fail(err, VIA_E_MEMORY, path, "no memory left");
    if (!is_written)
        return fail(err, VIA_E_IO, path, errno ? strerror(errno) : "not written");
    return VIA_OK;
}
