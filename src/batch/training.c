/* Training: weights fitted to folders of texts with known answers.
 *
 * Each folder and pair of languages is a batch of its own, which the aligner learns
 * from as it would in use; then each document with an answer becomes a chart, and all
 * charts together say which weights are best. */
#include "batch/answers.h"
#include "batch/desk.h"

#include "base/parallel.h"
#include "base/status.h"
#include "evidence/lexicon_file.h"
#include "io/writer.h"
#include "train/fit.h"
#include "train/parallel_lines.h"

#include <stdlib.h>

struct training {
    const via_train_options *opt;
    size_t n_workers;
    via_buffer lessons; /* of via_lesson */
    via_weights weights;
};

/* One folder in one pair of languages. */
struct set {
    struct training *training;
    const char *folder;
    bool are_numbers; /* the answers, and so the texts are segmented */
    via_job *job;
    via_desk *desks;
    via_aligner *aligner;
    struct outcome {
        via_chart *chart;
        via_status status;
        via_error err;
    } *outcomes; /* by item */
};

static void load_item(void *data, size_t item, size_t worker)
{
    struct set *set = data;
    struct outcome *out = &set->outcomes[item];
    via_item *it = &set->job->items[item];

    out->status = via_desk_load_src(&set->desks[worker], set->job, it, &out->err);
    if (out->status == VIA_OK)
        out->status = via_desk_load_tgt(&set->desks[worker], set->job, it, &out->err);
}

static bool is_left_out(const struct set *set, const via_article *article)
{
    const via_train_options *opt = set->training->opt;

    return opt->n_folds && via_plan_shard(article, opt->n_folds) == opt->fold;
}

static void chart_item(void *data, size_t item, size_t worker)
{
    struct set *set = data;
    struct outcome *out = &set->outcomes[item];
    const via_item *it = &set->job->items[item];
    via_pair pair = {it->src, it->tgt, NULL};
    via_buffer beads = VIA_BUFFER_INIT;
    bool is_there;
    (void)worker;

    if (is_left_out(set, it->article))
        return;
    out->status = via_answers_read(set->folder, it->article->id, pair, &beads,
                                   &is_there, &out->err);
    if (out->status == VIA_OK && is_there) {
        via_gold_beads gold = {(const via_bead *)(const void *)beads.bytes,
                               beads.n_bytes / sizeof(via_bead), set->are_numbers};

        out->status =
            via_chart_new(set->aligner, pair, &gold, &out->chart, &out->err);
    }
    via_buffer_clear(&beads);
}

static via_status first_failure(const struct set *set, via_error *err)
{
    for (size_t k = 0; k < set->job->n_items; k++) {
        const struct outcome *out = &set->outcomes[k];

        if (out->status != VIA_OK)
            return via_fail(err, out->status, "%s", out->err.message);
    }
    return VIA_OK;
}

static via_status learn(struct set *set, via_error *err)
{
    size_t n = set->job->n_items;
    via_pair *pairs = malloc((n + 1) * sizeof *pairs);

    if (!pairs)
        return via_fail_memory(err);
    for (size_t k = 0; k < n; k++)
        pairs[k] = (via_pair){set->job->items[k].src,
                              set->job->items[k].tgt, NULL};
    via_status st = via_aligner_learn(set->aligner, pairs, n, set->training->n_workers, err);
    free(pairs);
    return st;
}

static void hand_in(struct set *set)
{
    for (size_t k = 0; k < set->job->n_items; k++) {
        via_lesson lesson = {set->outcomes[k].chart, 1.0};

        if (lesson.chart)
            via_buffer_append(&set->training->lessons, (const char *)&lesson,
                              sizeof lesson);
    }
}

/* ---- Lexicon -------------------------------------------------------------- */

static via_status write_text(const struct training *training, const via_buffer *text,
                             bool is_gzipped, via_error *err)
{
    via_writer *writer = NULL;
    via_status st = text->has_failed ? via_fail_memory(err)
                                     : via_writer_open(training->opt->out_path,
                                                       is_gzipped, &writer, err);
    if (st == VIA_OK)
        st = via_writer_write(writer, text->bytes, text->n_bytes, err);
    if (st == VIA_OK)
        return via_writer_commit(writer, err);
    via_writer_abandon(writer);
    return st;
}

static via_status print_lexicon(const struct set *set, const via_pair *pairs,
                                const via_lexicon *lexicon, via_error *err)
{
    via_spellings *spellings = via_spellings_new();
    via_buffer text = VIA_BUFFER_INIT;
    via_status st = spellings ? VIA_OK : via_fail_memory(err);

    for (size_t k = 0; st == VIA_OK && k < set->job->n_items; k++) {
        st = via_spellings_add(spellings, pairs[k].src, err);
        if (st == VIA_OK)
            st = via_spellings_add(spellings, pairs[k].tgt, err);
    }
    if (st == VIA_OK)
        st = via_lexicon_print(lexicon, spellings, set->training->opt->n_entries_max,
                               &text, err);
    if (st == VIA_OK)
        st = write_text(set->training, &text, true, err);
    via_buffer_clear(&text);
    via_spellings_free(spellings);
    return st;
}

static via_status learn_lines(struct set *set, via_error *err)
{
    size_t n = set->job->n_items;
    via_pair *pairs = malloc((n + 1) * sizeof *pairs);
    via_lexicon *lexicon = NULL;

    if (!pairs)
        return via_fail_memory(err);
    for (size_t k = 0; k < n; k++)
        pairs[k] = (via_pair){set->job->items[k].src,
                              set->job->items[k].tgt, NULL};
    via_status st = via_parallel_lines_learn(set->aligner, pairs, n,
                                             set->training->n_workers, &lexicon, err);
    if (st == VIA_OK)
        st = print_lexicon(set, pairs, lexicon, err);
    via_lexicon_free(lexicon);
    free(pairs);
    return st;
}

static via_status add_set(struct training *training, const char *folder, via_job *job,
                          bool is_segmented, via_error *err)
{
    struct set set = {training, folder, is_segmented, job, NULL, NULL,
                      calloc(job->n_items + 1, sizeof *set.outcomes)};
    size_t n_workers = training->n_workers;
    via_status st = set.outcomes ? VIA_OK : via_fail_memory(err);

    if (st == VIA_OK)
        st = via_desks_new(job, n_workers, is_segmented, &set.desks, err);
    if (st == VIA_OK)
        st = via_aligner_new(job->src_lang, job->tgt_lang, &training->opt->align,
                             &set.aligner, err);
    if (st == VIA_OK) {
        via_parallel_for(job->n_items, n_workers, load_item, &set);
        st = first_failure(&set, err);
    }
    if (st == VIA_OK && training->opt->is_aligned)
        st = learn_lines(&set, err);
    else if (st == VIA_OK)
        st = learn(&set, err);
    if (st == VIA_OK && !training->opt->is_aligned) {
        via_parallel_for(job->n_items, n_workers, chart_item, &set);
        st = first_failure(&set, err);
        hand_in(&set);
    }
    for (size_t k = 0; k < job->n_items; k++)
        via_item_clear(&job->items[k]);
    via_aligner_free(set.aligner);
    via_desks_free(set.desks, n_workers);
    free(set.outcomes);
    return st;
}

static via_status add_folder(struct training *training, const char *folder,
                             via_error *err)
{
    via_batch_options batch = VIA_BATCH_OPTIONS_INIT;
    via_buffer lang_pairs = VIA_BUFFER_INIT;
    via_corpus *corpus = NULL;
    via_plan plan = {0};

    batch.inputs = &folder;
    batch.n_inputs = 1;
    via_status st = VIA_OK;
    if (training->opt->is_aligned) {
        batch.is_segmented = true;
        via_buffer_append_text(&lang_pairs, training->opt->lang_pairs);
        via_buffer_text(&lang_pairs);
    } else {
        st = via_answers_pairs(folder, training->opt->lang_pairs, &lang_pairs,
                               &batch.is_segmented, err);
    }
    if (st == VIA_OK && lang_pairs.n_bytes) {
        batch.lang_pairs = lang_pairs.bytes;
        st = via_corpus_find(&folder, 1, NULL, &corpus, err);
    }
    if (st == VIA_OK && corpus)
        st = via_plan_init(&plan, corpus, &batch, err);
    for (size_t k = 0; st == VIA_OK && k < plan.n_jobs; k++)
        st = add_set(training, folder, &plan.jobs[k], batch.is_segmented, err);
    via_plan_clear(&plan);
    via_corpus_free(corpus);
    via_buffer_clear(&lang_pairs);
    return st;
}

static via_status write_weights(const struct training *training, via_error *err)
{
    via_buffer text = VIA_BUFFER_INIT;
    via_writer *writer = NULL;

    via_buffer_append_text(&text, "# feature\tsentences\tclauses\n");
    via_weights_print(&training->weights, &text);
    via_status st = text.has_failed
                        ? via_fail_memory(err)
                        : via_writer_open(training->opt->out_path, false, &writer, err);
    if (st == VIA_OK)
        st = via_writer_write(writer, text.bytes, text.n_bytes, err);
    if (st == VIA_OK)
        st = via_writer_commit(writer, err);
    else
        via_writer_abandon(writer);
    via_buffer_clear(&text);
    return st;
}

static via_status fit(struct training *training, via_train_totals *totals,
                      via_error *err)
{
    const via_train_options *opt = training->opt;
    via_fit_options fit = {opt->freedom, opt->n_rounds_max, training->n_workers};
    const via_lesson *lessons = (const via_lesson *)(const void *)training->lessons.bytes;
    via_status st = VIA_OK;

    totals->n_lessons = training->lessons.n_bytes / sizeof *lessons;
    for (int cut = 0; st == VIA_OK && cut < VIA_N_CUTS; cut++) {
        via_fit_result result;

        st = via_fit(lessons, totals->n_lessons, (enum via_cut)cut, &fit,
                     &training->weights, &result, err);
        totals->loss_before += result.loss_before;
        totals->loss_after += result.loss_after;
        totals->n_rounds += result.n_rounds;
    }
    return st;
}

via_status via_train_run(const via_train_options *opt, via_train_totals *totals,
                         via_error *err)
{
    via_train_totals unwanted;
    struct training training = {
        .opt = opt,
        .n_workers = opt->n_workers ? opt->n_workers : via_default_workers()};
    const char *weights = opt->align.weights_path;

    totals = totals ? totals : &unwanted;
    *totals = (via_train_totals){0};
    via_status st = via_weights_load(weights ? weights : "weights.tsv",
                                     &training.weights, err);
    for (size_t k = 0; st == VIA_OK && k < opt->n_inputs; k++)
        st = add_folder(&training, opt->inputs[k], err);
    if (st == VIA_OK && training.lessons.has_failed)
        st = via_fail_memory(err);
    if (st == VIA_OK && !opt->is_aligned)
        st = fit(&training, totals, err);
    if (st == VIA_OK && !opt->is_aligned)
        st = write_weights(&training, err);
    const via_lesson *lessons = (const via_lesson *)(const void *)training.lessons.bytes;
    for (size_t k = 0; k < training.lessons.n_bytes / sizeof *lessons; k++)
        via_chart_free(lessons[k].chart);
    via_buffer_clear(&training.lessons);
    return st;
}
