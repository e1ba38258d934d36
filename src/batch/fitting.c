/* Fitting: weights learned from folders of texts with known answers.
 *
 * Each folder and pair of languages is a batch of its own, which the aligner learns
 * from as it would in use; then each document with an answer becomes a chart, and all
 * charts together say which weights are best. */
#include "batch/answers.h"
#include "batch/loaded.h"

#include "base/parallel.h"
#include "base/status.h"
#include "io/writer.h"
#include "train/fit.h"

#include <stdio.h>
#include <stdlib.h>

struct fitting {
    const via_fit_options *opt;
    size_t n_workers;
    via_buffer lessons; /* of via_lesson */
    via_weights weights;
};

/* One folder in one pair of languages. */
struct set {
    const via_fit_options *opt;
    const char *folder;
    bool *are_segmented; /* by item */
    via_loaded docs;
    via_aligner *aligner;
    struct slot {
        via_answer answer;
        via_chart *chart;
        via_status status;
        via_error err;
    } * slots; /* by item */
};

static bool is_left_out(const via_fit_options *opt, const via_article *article)
{
    return opt->n_folds && via_plan_shard(article, opt->n_folds) == opt->fold;
}

static void chart_item(void *data, size_t item, size_t worker)
{
    struct set *set = data;
    struct slot *slot = &set->slots[item];
    const via_article *article = set->docs.job->items[item].article;
    via_pair pair = set->docs.pairs[item];
    via_buffer beads = VIA_BUFFER_INIT;
    (void)worker;

    if (slot->answer == VIA_ANSWER_NONE || is_left_out(set->opt, article))
        return;
    slot->status = via_answers_read(set->folder, article->id, pair, slot->answer,
                                    &beads, &slot->err);
    if (slot->status == VIA_OK) {
        via_gold_beads gold = {(const via_bead *)(const void *)beads.bytes,
                               beads.n_bytes / sizeof(via_bead),
                               slot->answer == VIA_ANSWER_NUMBERS};

        slot->status =
            via_chart_new(set->aligner, pair, &gold, &slot->chart, &slot->err);
    }
    via_buffer_clear(&beads);
}

/* Charts become lessons, also where one of them failed. */
static via_status hand_in(struct fitting *fitting, const struct set *set,
                          via_error *err)
{
    via_status st = VIA_OK;

    for (size_t k = 0; k < set->docs.job->n_items; k++) {
        const struct slot *slot = &set->slots[k];
        via_lesson lesson = {slot->chart, 1.0};

        if (slot->chart)
            via_buffer_append(&fitting->lessons, (const char *)&lesson, sizeof lesson);
        if (st == VIA_OK && slot->status != VIA_OK)
            st = via_fail(err, slot->status, "%s", slot->err.message);
    }
    return st == VIA_OK && fitting->lessons.has_failed ? via_fail_memory(err) : st;
}

/* Finds the answers, and which texts are segmented: those whose answer is by number,
 * and those without one, unless any has one by place. */
static via_status find_answers(struct set *set, const via_job *job, via_error *err)
{
    char lang_pair[2 * VIA_LANG_BYTES];
    bool is_any_running = false;
    via_status st = VIA_OK;

    snprintf(lang_pair, sizeof lang_pair, "%s-%s", job->src_lang, job->tgt_lang);
    for (size_t k = 0; st == VIA_OK && k < job->n_items; k++) {
        st = via_answers_find(set->folder, job->items[k].article->id, lang_pair,
                              &set->slots[k].answer, err);
        is_any_running = is_any_running || set->slots[k].answer == VIA_ANSWER_SPANS;
    }
    for (size_t k = 0; k < job->n_items; k++) {
        via_answer answer = set->slots[k].answer;

        set->are_segmented[k] = answer == VIA_ANSWER_NUMBERS ||
                                (answer == VIA_ANSWER_NONE && !is_any_running);
    }
    return st;
}

static via_status add_set(struct fitting *fitting, const char *folder, via_job *job,
                          via_error *err)
{
    struct set set = {.opt = fitting->opt,
                      .folder = folder,
                      .are_segmented =
                          calloc(job->n_items + 1, sizeof *set.are_segmented),
                      .slots = calloc(job->n_items + 1, sizeof *set.slots)};
    size_t n_workers = fitting->n_workers;
    via_status st = set.are_segmented && set.slots ? VIA_OK : via_fail_memory(err);

    if (st == VIA_OK)
        st = find_answers(&set, job, err);
    if (st == VIA_OK)
        st = via_loaded_init(&set.docs, job, set.are_segmented, n_workers, err);
    if (st == VIA_OK)
        st = via_aligner_new(job->src_lang, job->tgt_lang, &fitting->opt->align,
                             &set.aligner, err);
    if (st == VIA_OK)
        st = via_aligner_learn(set.aligner, set.docs.pairs, job->n_items, n_workers,
                               err);
    if (st == VIA_OK) {
        via_parallel_for(job->n_items, n_workers, chart_item, &set);
        st = hand_in(fitting, &set, err);
    }
    via_aligner_free(set.aligner);
    via_loaded_clear(&set.docs);
    free(set.are_segmented);
    free(set.slots);
    return st;
}

static via_status add_folder(struct fitting *fitting, const char *folder,
                             via_error *err)
{
    via_batch_options batch = VIA_BATCH_OPTIONS_INIT;
    via_buffer lang_pairs = VIA_BUFFER_INIT;
    via_corpus *corpus = NULL;
    via_plan plan = {0};
    via_status st =
        via_answers_pairs(folder, fitting->opt->lang_pairs, &lang_pairs, err);

    batch.lang_pairs = lang_pairs.bytes;
    if (st == VIA_OK && lang_pairs.n_bytes)
        st = via_corpus_find(&(via_corpus_options){.inputs = &folder,
                                                   .n_inputs = 1,
                                                   .input = &fitting->opt->input},
                             &corpus, err);
    if (st == VIA_OK && corpus)
        st = via_plan_init(&plan, corpus, &batch, err);
    for (size_t k = 0; st == VIA_OK && k < plan.n_jobs; k++)
        st = add_set(fitting, folder, &plan.jobs[k], err);
    via_plan_clear(&plan);
    via_corpus_free(corpus);
    via_buffer_clear(&lang_pairs);
    return st;
}

static via_status fit(struct fitting *fitting, via_fit_totals *totals, via_error *err)
{
    const via_lesson *lessons =
        (const via_lesson *)(const void *)fitting->lessons.bytes;
    via_descent descent = {fitting->opt->freedom, fitting->opt->n_rounds_max,
                           fitting->n_workers};
    via_status st = VIA_OK;

    totals->n_lessons = fitting->lessons.n_bytes / sizeof *lessons;
    if (!totals->n_lessons)
        return via_fail(err, VIA_E_ARGUMENT, "expected texts with answers beside them");
    for (int cut = 0; st == VIA_OK && cut < VIA_N_CUTS; cut++) {
        via_descent_result result;

        st = via_fit(lessons, totals->n_lessons, (enum via_cut)cut, &descent,
                     &fitting->weights, &result, err);
        totals->loss_before += result.loss_before;
        totals->loss_after += result.loss_after;
        totals->n_rounds += result.n_rounds;
    }
    return st;
}

static via_status write_weights(const struct fitting *fitting, via_error *err)
{
    via_buffer text = VIA_BUFFER_INIT;

    via_buffer_append_text(&text, "# feature\tsentences\tclauses\n");
    via_weights_print(&fitting->weights, &text);
    via_status st = via_write_file(fitting->opt->out_path, false, &text, err);
    via_buffer_clear(&text);
    return st;
}

via_status via_fit_run(const via_fit_options *opt, via_fit_totals *totals,
                       via_error *err)
{
    via_fit_totals unwanted;
    struct fitting fitting = {.opt = opt,
                              .n_workers = opt->n_workers ? opt->n_workers
                                                          : via_default_workers()};
    const char *weights = opt->align.weights_path;

    totals = totals ? totals : &unwanted;
    *totals = (via_fit_totals){0};
    via_status st =
        via_weights_load(weights ? weights : "weights.tsv", &fitting.weights, err);
    for (size_t k = 0; st == VIA_OK && k < opt->n_inputs; k++)
        st = add_folder(&fitting, opt->inputs[k], err);
    if (st == VIA_OK)
        st = fit(&fitting, totals, err);
    if (st == VIA_OK)
        st = write_weights(&fitting, err);
    const via_lesson *lessons = (const via_lesson *)(const void *)fitting.lessons.bytes;
    for (size_t k = 0; k < fitting.lessons.n_bytes / sizeof *lessons; k++)
        via_chart_free(lessons[k].chart);
    via_buffer_clear(&fitting.lessons);
    return st;
}
