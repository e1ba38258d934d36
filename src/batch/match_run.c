/* Match run: from inputs to a table of documents that are translations. */
#include "batch/matching.h"

#include "base/status.h"
#include "io/writer.h"

/* A tab or a line end in a name would break the table. */
static void append_field(via_buffer *out, const via_source *source)
{
    size_t begin = out->n_bytes;

    via_source_name(source, out);
    for (size_t at = begin; at < out->n_bytes; at++) {
        if ((unsigned char)out->bytes[at] < ' ')
            out->bytes[at] = ' ';
    }
    via_buffer_append_char(out, '\t');
}

static void append_pair(via_buffer *out, const via_corpus *corpus,
                        const via_matching_pair *pair)
{
    append_field(out, pair->src->sources[pair->langs.src]);
    append_field(out, pair->tgt->sources[pair->langs.tgt]);
    via_buffer_format(out, "%s-%s\t%.4f\n", corpus->langs[pair->langs.src],
                      corpus->langs[pair->langs.tgt], pair->confidence);
}

static via_status write_pairs(const char *path, const via_corpus *corpus,
                              const via_matching *matching, via_error *err)
{
    via_buffer text = VIA_BUFFER_INIT;

    for (size_t p = 0; p < matching->n_pairs; p++)
        append_pair(&text, corpus, &matching->pairs[p]);
    via_status st = via_write_file(path, false, &text, err);
    via_buffer_clear(&text);
    return st;
}

/* Tells of files that are no documents and of documents that could not be read. */
static size_t tell_failures(const via_match_options *opt, const via_corpus *corpus,
                            const via_matching *matching)
{
    for (size_t i = 0; opt->on_failure && i < corpus->n_skipped; i++) {
        via_error err;

        via_skipped_fail(&corpus->skipped[i], &err);
        opt->on_failure(opt->data, &err);
    }
    for (size_t i = 0; opt->on_failure && i < matching->n_failures; i++)
        opt->on_failure(opt->data, &matching->failures[i].err);
    return corpus->n_skipped + matching->n_failures;
}

static via_status find_and_write(const via_match_options *opt, const via_corpus *corpus,
                                 via_match_totals *totals, via_error *err)
{
    via_matching_options matching_opt = {
        .lang_pairs = opt->lang_pairs,
        .rules = {opt->min_confidence, opt->are_many},
        .n_workers = opt->n_workers ? opt->n_workers : via_default_workers(),
        .is_segmented = opt->is_segmented,
        .keeps_furniture = opt->keeps_furniture,
        .on_progress = opt->on_progress,
        .data = opt->data,
    };
    via_matching matching;
    via_status st = via_matching_find(corpus, &matching_opt, &matching, err);

    if (st == VIA_OK) {
        totals->n_docs = matching.n_read;
        totals->n_pairs = matching.n_pairs;
        totals->n_failed_docs = tell_failures(opt, corpus, &matching);
        st = write_pairs(opt->out_path ? opt->out_path : "-", corpus, &matching, err);
    }
    via_matching_clear(&matching);
    return st;
}

via_status via_match_run(const via_match_options *opt, via_match_totals *totals,
                         via_error *err)
{
    via_match_totals unwanted;
    via_corpus *corpus = NULL;
    via_status st = VIA_OK;

    totals = totals ? totals : &unwanted;
    *totals = (via_match_totals){0};
    if (!opt->n_inputs)
        return via_fail(err, VIA_E_ARGUMENT, "expected a folder or a manifest");
    st = via_corpus_find(&(via_corpus_options){.inputs = opt->inputs,
                                               .n_inputs = opt->n_inputs,
                                               .input = &opt->input},
                         &corpus, err);
    if (st == VIA_OK)
        st = find_and_write(opt, corpus, totals, err);
    if (st == VIA_OK && totals->n_failed_docs)
        st = VIA_E_SOME;
    via_corpus_free(corpus);
    return st;
}
