/* Training: a model of a pair of languages, learned from many documents at once. */
#include "batch/loaded.h"

#include "align/aligner.h"
#include "base/ending.h"
#include "base/status.h"
#include "evidence/lexicon_file.h"
#include "evidence/model.h"
#include "io/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct training {
    const via_train_options *opt;
    size_t n_workers;
    via_spellings *spellings;
    via_aligner *aligner;
    via_loaded docs;
};

static via_status print(const struct training *training, via_buffer *text,
                        via_error *err)
{
    const via_train_options *opt = training->opt;
    const via_knowledge *know = &training->aligner->know;

    if (!opt->is_lexicon)
        return via_model_print(know, training->spellings, opt->n_entries_max, text,
                               err);
    return know->lexicon ? via_lexicon_print(know->lexicon, training->spellings,
                                             opt->n_entries_max, text, err)
                         : VIA_OK;
}

static via_status write_model(const struct training *training, via_error *err)
{
    const char *path = training->opt->out_path;
    via_buffer text = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    for (size_t k = 0; st == VIA_OK && k < training->docs.job->n_items; k++) {
        st = via_spellings_add(training->spellings, training->docs.pairs[k].src, err);
        if (st == VIA_OK)
            st = via_spellings_add(training->spellings, training->docs.pairs[k].tgt,
                                   err);
    }
    if (st == VIA_OK)
        st = print(training, &text, err);
    if (st == VIA_OK)
        st = via_write_file(path, via_ending_is(path, strlen(path), ".gz"), &text, err);
    via_buffer_clear(&text);
    return st;
}

static via_status learn(struct training *training, via_error *err)
{
    const via_pair *pairs = training->docs.pairs;
    size_t n_pairs = training->docs.job->n_items;

    if (training->opt->is_aligned)
        return via_aligner_learn_lines(training->aligner, pairs, n_pairs,
                                       training->n_workers, err);
    return via_aligner_learn(training->aligner, pairs, n_pairs, training->n_workers,
                             err);
}

static via_status train(struct training *training, via_job *job,
                        via_train_totals *totals, via_error *err)
{
    const via_train_options *opt = training->opt;
    bool *are_segmented = calloc(job->n_items + 1, sizeof *are_segmented);
    via_status st = are_segmented ? VIA_OK : via_fail_memory(err);

    for (size_t k = 0; st == VIA_OK && k < job->n_items; k++)
        are_segmented[k] = opt->is_segmented || opt->is_aligned;
    if (st == VIA_OK)
        st = via_aligner_new_spelled(job->src_lang, job->tgt_lang, &opt->align,
                                     training->spellings, &training->aligner, err);
    if (st == VIA_OK)
        st = via_loaded_init(&training->docs, job, are_segmented, training->n_workers,
                             err);
    if (st == VIA_OK)
        st = learn(training, err);
    if (st == VIA_OK)
        st = write_model(training, err);
    totals->n_pairs = job->n_items;
    via_loaded_clear(&training->docs);
    via_aligner_free(training->aligner);
    free(are_segmented);
    return st;
}

via_status via_train_run(const via_train_options *opt, via_train_totals *totals,
                         via_error *err)
{
    char lang_pair[2 * VIA_LANG_BYTES + 2];
    via_train_totals unwanted;
    struct training training = {.opt = opt,
                                .n_workers = opt->n_workers ? opt->n_workers
                                                            : via_default_workers(),
                                .spellings = via_spellings_new()};
    via_batch_options batch = VIA_BATCH_OPTIONS_INIT;
    via_corpus *corpus = NULL;
    via_plan plan = {0};

    totals = totals ? totals : &unwanted;
    *totals = (via_train_totals){0};
    batch.lang_pairs = lang_pair;
    via_status st = training.spellings ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK &&
        (!via_lang_is_valid(opt->src_lang) || !via_lang_is_valid(opt->tgt_lang)))
        st = via_fail(err, VIA_E_ARGUMENT, "expected the codes of two languages");
    if (st == VIA_OK) {
        snprintf(lang_pair, sizeof lang_pair, "%s-%s", opt->src_lang, opt->tgt_lang);
        st = via_corpus_find(&(via_corpus_options){.inputs = opt->inputs,
                                                   .n_inputs = opt->n_inputs,
                                                   .input = &opt->input},
                             &corpus, err);
    }
    if (st == VIA_OK)
        st = via_plan_init(&plan, corpus, &batch, err);
    if (st == VIA_OK)
        st = train(&training, &plan.jobs[0], totals, err);
    via_plan_clear(&plan);
    via_corpus_free(corpus);
    via_spellings_free(training.spellings);
    return st;
}
