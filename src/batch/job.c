/* Job: all pairs of documents of one pair of languages, from files to memories. */
#include "batch/work.h"

#include "base/status.h"
#include "evidence/model.h"

/* How much text is in work at a time. Chosen, not tuned: enough for many workers, and
 * what is rendered of it fits into the memory of a small machine. */
#define CHUNK_BYTES ((uint64_t)64 << 20)
#define CHUNK_ITEMS ((size_t)8192)

/* ---- What an earlier run has finished ------------------------------------ */

static via_status find_files(const via_run *run, const via_job *job,
                             const via_article *article, bool *are_there,
                             via_error *err)
{
    via_buffer stem = VIA_BUFFER_INIT;
    via_status st;

    via_plan_stem(job, article, run->opt->out_dir, &stem);
    if (via_buffer_text(&stem))
        st = via_outputs_find(&run->outputs, job, stem.bytes, are_there, err);
    else
        st = via_fail_memory(err);
    via_buffer_clear(&stem);
    return st;
}

/* Marks the items whose output is there, since files appear only when they are whole:
 * all or none where they share their files. */
static via_status mark_kept(const via_run *run, via_job *job, bool *is_kept,
                            size_t *n_kept, via_error *err)
{
    bool is_joint = !run->opt->is_per_document;
    via_status st = VIA_OK;

    *is_kept = false;
    *n_kept = 0;
    if (!run->opt->is_resumed)
        return VIA_OK;
    if (is_joint)
        st = find_files(run, job, NULL, is_kept, err);
    for (size_t i = 0; st == VIA_OK && i < job->n_items; i++) {
        via_item *item = &job->items[i];

        item->is_kept = *is_kept;
        if (!is_joint)
            st = find_files(run, job, item->article, &item->is_kept, err);
        *n_kept += item->is_kept;
    }
    *is_kept = is_joint ? *is_kept : *n_kept == job->n_items;
    return st;
}

/* ---- The work ------------------------------------------------------------ */

/* Where the chunk that starts at `begin` ends. */
static size_t chunk_end(const via_job *job, size_t begin)
{
    uint64_t n_bytes = 0;
    size_t end = begin;

    while (end < job->n_items && end - begin < CHUNK_ITEMS) {
        n_bytes += job->items[end].n_bytes;
        if (end > begin && n_bytes > CHUNK_BYTES)
            break;
        end++;
    }
    return end;
}

/* The model is for the pair of languages that it is of. */
static via_status new_aligner(via_work *work, via_error *err)
{
    const via_job *job = work->job;
    via_align_options align = work->run->opt->align;
    bool is_of = false;
    via_status st = VIA_OK;

    if (align.model_path)
        st = via_model_is_of(align.model_path, job->src_lang, job->tgt_lang, &is_of,
                             err);
    if (!is_of)
        align.model_path = NULL;
    return st == VIA_OK ? via_aligner_new(job->src_lang, job->tgt_lang, &align,
                                          &work->aligner, err)
                        : st;
}

static via_status do_items(via_work *work, via_error *err)
{
    via_run *run = work->run;
    const via_job *job = work->job;
    via_desk_options opt = {job->corpus, run->furniture, run->opt->keeps_furniture,
                            run->opt->is_segmented};
    double start_s = via_now_s();
    via_status st = via_desks_new(&opt, job, work->n_desks, &work->desks, err);

    if (st == VIA_OK)
        st = new_aligner(work, err);
    if (st == VIA_OK)
        st = via_sample_learn(work, err);
    run->learn_s += via_now_s() - start_s;
    for (size_t begin = 0, end; st == VIA_OK && begin < job->n_items; begin = end) {
        end = chunk_end(job, begin);
        st = via_chunk_run(work, begin, end, err);
    }
    return st;
}

static via_status finish(via_work *work, via_status st, via_error *err)
{
    double start_s = via_now_s();

    if (!work->memories)
        return st;
    if (st == VIA_OK)
        st = via_memories_commit(work->memories, work->run->n_workers, err);
    else
        via_memories_abandon(work->memories);
    work->run->write_s += via_now_s() - start_s;
    return st;
}

via_status via_job_run(via_run *run, via_job *job, via_outcome *out, via_error *err)
{
    via_work work = {.run = run, .job = job};
    bool is_kept;
    via_status st = mark_kept(run, job, &is_kept, &out->n_kept, err);

    if (st != VIA_OK || is_kept) {
        run->n_done += is_kept ? job->n_items : 0;
        return st;
    }
    work.n_desks = run->n_workers < job->n_items ? run->n_workers : job->n_items;
    if (!run->opt->is_per_document)
        st = via_memories_open(&run->outputs, job, run->opt->out_dir, &work.memories,
                               err);
    if (st == VIA_OK && job->n_items)
        st = do_items(&work, err);
    st = finish(&work, st, err);
    for (size_t i = 0; work.desks && i < work.n_desks; i++)
        via_tally_add(&out->tally, &work.desks[i].tally);
    out->n_failed = work.n_failed;
    via_desks_free(work.desks, work.n_desks);
    via_aligner_free(work.aligner);
    return st;
}
