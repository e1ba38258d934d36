/* Figures: what a batch did, as JSON. */
#include "batch/work.h"

#include "base/status.h"
#include "io/writer.h"

#include <string.h>

static void add_text(via_json *json, const char *key, const char *text)
{
    via_json_text(json, key, text, strlen(text));
}

static void add_count(via_json *json, const char *key, size_t count)
{
    via_json_integer(json, key, (int64_t)count);
}

static void add_documents(via_json *json, const via_run *run, const via_corpus *corpus)
{
    size_t n_found = corpus->n_skipped + corpus->n_void;

    for (size_t i = 0; i < corpus->n_articles; i++) {
        for (size_t k = 0; k < corpus->n_langs; k++)
            n_found += corpus->articles[i].sources[k] != NULL;
    }
    via_json_begin_object(json, "documents");
    add_count(json, "found", n_found);
    add_count(json, "alone", via_plan_n_alone(corpus));
    if (run->opt->match && strcmp(run->opt->match, "name") != 0)
        add_count(json, "matched", run->n_matched);
    add_count(json, "read", run->ledger.n_read);
    add_count(json, "empty", run->ledger.n_empty + corpus->n_void);
    add_count(json, "failed", run->ledger.n_failed + corpus->n_skipped);
    via_json_end(json);
}

/* Adds how many lines were no part of an article, by reason. */
static void add_furniture(via_json *json, const via_run *run)
{
    via_json_begin_object(json, "furniture");
    for (via_furniture i = 0; i < VIA_FURNITURE_N; i++) {
        if (run->ledger.n_furniture[i])
            add_count(json, via_furniture_name(i), run->ledger.n_furniture[i]);
    }
    via_json_end(json);
}

/* Adds the names of the memories that all pairs of the job share. */
static void add_files(via_json *json, const via_run *run, const via_job *job)
{
    via_buffer name = VIA_BUFFER_INIT;
    char stem[2 * VIA_LANG_BYTES];

    if (run->opt->is_per_document)
        return;
    snprintf(stem, sizeof stem, "%s-%s", job->src_lang, job->tgt_lang);
    via_json_begin_array(json, "files");
    for (size_t i = 0; i < run->outputs.n_files; i++) {
        name.n_bytes = 0;
        via_output_path(&run->outputs.files[i], job, stem, &name);
        via_json_text(json, NULL, name.bytes, name.n_bytes);
    }
    via_json_end(json);
    via_buffer_clear(&name);
}

static void add_job(via_json *json, const via_run *run, const via_job *job,
                    const via_outcome *outcome)
{
    const via_tally *tally = &outcome->tally;

    via_json_begin_object(json, NULL);
    add_text(json, "source", job->src_lang);
    add_text(json, "target", job->tgt_lang);
    add_count(json, "pairs", job->n_items);
    add_count(json, "aligned", tally->n_pairs);
    add_count(json, "kept", outcome->n_kept);
    add_count(json, "failed", outcome->n_failed);
    add_count(json, "source_segments", tally->n_src_segs);
    add_count(json, "target_segments", tally->n_tgt_segs);
    via_tally_beads(tally, json);
    add_count(json, "units", tally->n_units);
    add_files(json, run, job);
    via_json_end(json);
}

/* Adds what became of the units that stood before. */
static void add_standing(via_json *json, const via_multi_totals *totals)
{
    via_json_begin_object(json, "standing_units");
    add_count(json, "all", totals->n_standing);
    add_count(json, "grown", totals->n_grown);
    add_count(json, "lost", totals->n_lost);
    via_json_end(json);
}

/* Adds all that differs from run to run, and comes last. */
static void add_timing(via_json *json, const via_run *run, const via_plan *plan,
                       const via_outcome *outcomes, double wall_s)
{
    via_tally sum = {0};

    for (size_t i = 0; i < plan->n_jobs; i++)
        via_tally_add(&sum, &outcomes[i].tally);
    via_json_begin_object(json, "timing");
    add_count(json, "workers", run->n_workers);
    via_json_decimal(json, "wall_s", wall_s, 6);
    via_json_decimal(json, "plan_s", run->plan_s, 6);
    via_json_decimal(json, "learn_s", run->learn_s, 6);
    via_json_decimal(json, "align_s", run->align_s, 6);
    via_json_decimal(json, "write_s", run->write_s, 6);
    via_json_begin_object(json, "summed_over_workers");
    via_json_decimal(json, "load_s", sum.load_s, 6);
    via_json_decimal(json, "segment_s", sum.cut_s, 6);
    via_json_decimal(json, "align_s", sum.align_s, 6);
    via_json_decimal(json, "render_s", sum.write_s, 6);
    via_json_end(json);
    via_json_end(json);
}

static via_status write_bytes(const via_run *run, const via_buffer *bytes,
                              via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;
    via_status st;

    if (run->opt->stats_path)
        via_buffer_append_text(&path, run->opt->stats_path);
    else
        via_buffer_format(&path, "%s/stats.json", run->opt->out_dir);
    if (via_buffer_text(&path))
        st = via_write_file(path.bytes, false, bytes, err);
    else
        st = via_fail_memory(err);
    via_buffer_clear(&path);
    return st;
}

via_status via_figures_write(const via_run *run, const via_plan *plan,
                             const via_outcome *outcomes, double wall_s, via_error *err)
{
    via_buffer bytes = VIA_BUFFER_INIT;
    via_json *json = via_json_new();

    if (!json)
        return via_fail_memory(err);
    add_text(json, "version", via_version());
    add_documents(json, run, plan->corpus);
    add_furniture(json, run);
    via_ledger_failures(&run->ledger, json);
    via_json_begin_array(json, "languages");
    for (size_t i = 0; i < plan->n_jobs; i++)
        add_job(json, run, &plan->jobs[i], &outcomes[i]);
    via_json_end(json);
    if (run->multi)
        add_count(json, "multi_units", run->multi_totals.n_units);
    if (run->standing)
        add_standing(json, &run->multi_totals);
    add_timing(json, run, plan, outcomes, wall_s);

    via_status st = via_json_append(json, VIA_JSON_PRETTY, &bytes, err);
    if (st == VIA_OK)
        st = write_bytes(run, &bytes, err);
    via_buffer_clear(&bytes);
    via_json_free(json);
    return st;
}
