/* Run: a batch from its inputs to its figures. */
#include "batch/content.h"
#include "batch/work.h"

#include "base/status.h"
#include "evidence/model.h"
#include "io/writer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void via_run_tell(via_run *run)
{
    if (run->opt->on_progress)
        run->opt->on_progress(run->opt->data, run->n_done, run->n_all);
}

/* Tells of the files that could not become documents. */
static void tell_skipped(via_run *run, const via_corpus *corpus)
{
    for (size_t i = 0; i < corpus->n_skipped; i++) {
        via_error err;

        via_skipped_fail(&corpus->skipped[i], &err);
        via_ledger_fail(&run->ledger, &err);
    }
}

static void add_totals(const via_run *run, const via_plan *plan,
                       const via_outcome *outcomes, via_batch_totals *totals)
{
    totals->n_docs = run->ledger.n_read;
    totals->n_failed_docs = run->ledger.n_failed + plan->corpus->n_skipped;
    memcpy(totals->n_furniture, run->ledger.n_furniture, sizeof totals->n_furniture);
    for (size_t i = 0; i < plan->n_jobs; i++) {
        const via_tally *tally = &outcomes[i].tally;

        totals->n_pairs += tally->n_pairs;
        totals->n_segs += tally->n_src_segs + tally->n_tgt_segs;
        totals->n_beads += tally->n_beads;
        totals->n_units += tally->n_units;
    }
}

/* Does the jobs of a plan. */
static via_status do_jobs(via_run *run, via_plan *plan, double start_s,
                          via_batch_totals *totals, via_error *err)
{
    via_outcome *outcomes = calloc(plan->n_jobs, sizeof *outcomes);
    via_status st = outcomes ? VIA_OK : via_fail_memory(err);

    for (size_t i = 0; i < plan->n_jobs; i++)
        run->n_all += plan->jobs[i].n_items;
    for (size_t i = 0; st == VIA_OK && i < plan->n_jobs; i++) {
        via_run_tell(run);
        st = via_job_run(run, &plan->jobs[i], &outcomes[i], err);
    }
    if (st == VIA_OK && run->multi)
        st = via_multi_write(run->multi, run->opt->out_dir, &run->ledger,
                             &run->multi_totals, err);
    if (st == VIA_OK) {
        via_run_tell(run);
        add_totals(run, plan, outcomes, totals);
        totals->wall_s = via_now_s() - start_s;
        st = via_figures_write(run, plan, outcomes, totals->wall_s, err);
    }
    free(outcomes);
    return st;
}

/* A model that is of no pair of languages of the batch is a mistake. */
static via_status check_model(const via_plan *plan, const char *path, via_error *err)
{
    bool is_of = path == NULL;
    via_status st = VIA_OK;

    for (size_t i = 0; st == VIA_OK && !is_of && i < plan->n_jobs; i++)
        st = via_model_is_of(path, plan->jobs[i].src_lang, plan->jobs[i].tgt_lang,
                             &is_of, err);
    if (st == VIA_OK && !is_of)
        st = via_fail(err, VIA_E_ARGUMENT,
                      "%s: expected a model of a pair of languages of the batch", path);
    return st;
}

static via_status plan_and_do(via_run *run, const via_corpus *corpus, double start_s,
                              via_batch_totals *totals, via_error *err)
{
    via_plan plan;
    via_status st = via_plan_init(&plan, corpus, run->opt, err);

    if (st == VIA_OK)
        st = check_model(&plan, run->opt->align.model_path, err);

    if (st == VIA_OK && (run->opt->is_per_document || run->opt->locks_dir))
        st = via_plan_check_names(&plan, err);
    if (st == VIA_OK)
        st = via_make_folder(run->opt->out_dir, err);
    if (st == VIA_OK && run->opt->is_multi)
        st = via_multi_new(&run->outputs, corpus, run->standing, &run->multi, err);
    run->plan_s = via_now_s() - start_s;
    if (st == VIA_OK)
        st = do_jobs(run, &plan, start_s, totals, err);
    via_multi_free(run->multi);
    run->multi = NULL;
    via_plan_clear(&plan);
    return st;
}

static via_status check(const via_batch_options *opt, via_error *err)
{
    struct stat info;

    if (!opt->n_inputs)
        return via_fail(err, VIA_E_ARGUMENT, "expected a folder, JSONL or a manifest");
    if (!opt->out_dir)
        return via_fail(err, VIA_E_ARGUMENT, "expected a folder to write to");
    if (!opt->formats)
        return via_fail(err, VIA_E_ARGUMENT, "expected a format");
    if (opt->is_multi && opt->is_resumed)
        return via_fail(err, VIA_E_ARGUMENT,
                        "a memory of many languages takes all pairs: expected not to "
                        "resume");
    if (opt->add_to && !opt->is_multi)
        return via_fail(err, VIA_E_ARGUMENT,
                        "what is added to is a memory of many languages: expected "
                        "--multi");
    if (opt->add_to && opt->n_shards)
        return via_fail(err, VIA_E_ARGUMENT,
                        "what is added to is written once: expected no shard");
    if (opt->n_shards ? opt->shard < 1 || opt->shard > opt->n_shards : opt->shard)
        return via_fail(err, VIA_E_ARGUMENT, "shard %u of %u: expected from 1 to %u",
                        opt->shard, opt->n_shards, opt->n_shards);
    if (opt->locks_dir && (stat(opt->locks_dir, &info) != 0 || !S_ISDIR(info.st_mode)))
        return via_fail(err, VIA_E_IO, "%s: expected a folder", opt->locks_dir);
    return opt->input.encoding ? via_encoding_check(opt->input.encoding, err) : VIA_OK;
}

via_status via_batch_run(const via_batch_options *opt, via_batch_totals *totals,
                         via_error *err)
{
    via_batch_totals unwanted;
    via_corpus *corpus = NULL;
    via_content content = {0};
    double start_s = via_now_s();
    via_run run = {.opt = opt,
                   .n_workers =
                       opt->n_workers ? opt->n_workers : via_default_workers()};

    via_corpus_options found = {opt->inputs, opt->n_inputs, opt->out_dir, &opt->input};

    totals = totals ? totals : &unwanted;
    *totals = (via_batch_totals){0};
    via_status st = check(opt, err);
    if (st == VIA_OK)
        st = via_outputs_init(&run.outputs, opt, err);
    if (st == VIA_OK && opt->add_to)
        st = via_standing_load(opt->add_to, &run.standing, err);
    if (st == VIA_OK)
        st = via_corpus_find(&found, &corpus, err);
    if (st == VIA_OK)
        st = via_content_find(opt, run.n_workers, corpus, &content, err);
    const via_corpus *grouped = via_content_corpus(&content, corpus);
    if (st == VIA_OK)
        st = via_furniture_load(&run.furniture, err);
    if (st == VIA_OK)
        st = via_ledger_init(&run.ledger, grouped, opt, err);
    if (st == VIA_OK) {
        run.n_matched = content.matching.n_pairs;
        tell_skipped(&run, grouped);
        via_content_tell(&content, &run.ledger);
        st = plan_and_do(&run, grouped, start_s, totals, err);
    }
    if (st == VIA_OK && run.ledger.n_failures)
        st = VIA_E_SOME;
    via_ledger_clear(&run.ledger);
    via_furniture_free(run.furniture);
    via_content_clear(&content);
    via_corpus_free(corpus);
    via_standing_free(run.standing);
    return st;
}
