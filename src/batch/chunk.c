/* Chunk: pairs of documents aligned in parallel and handed in in order.
 *
 *     items, largest first -> workers -> slots -> items in order -> memories
 *
 * A slot holds what came of its item until its turn comes. */
#include "batch/work.h"

#include "base/parallel.h"
#include "base/status.h"
#include "tm/render.h"

#include <stdlib.h>

/* What became of one document. */
struct reading {
    bool is_read, is_empty;
    size_t n_furniture[VIA_FURNITURE_N];
    via_error err; /* VIA_OK unless it failed */
};

struct slot {
    struct reading src, tgt;
    bool is_aligned;
    via_error pair_err;  /* VIA_OK unless aligning failed */
    via_error write_err; /* the same of writing its files; ends the batch */
    via_buffer rendered[VIA_OUTPUTS_MAX];
    via_buffer multi; /* beads for the memory of all languages */
};

struct chunk {
    via_work *work;
    size_t begin, end;
    const size_t *order;
    struct slot *slots; /* by item, from `begin` on */
};

/* ---- On a worker --------------------------------------------------------- */

static via_status render(const via_work *work, via_pair pair, const via_ladder *ladder,
                         struct slot *slot)
{
    const via_outputs *outputs = &work->run->outputs;

    for (size_t i = 0; i < outputs->n_files; i++) {
        via_tm_spec spec = via_output_spec(&outputs->files[i], work->job);

        via_tm_render_pair(&spec, outputs->files[i].part, pair, ladder,
                           &slot->rendered[i]);
        if (slot->rendered[i].has_failed)
            return via_fail_memory(&slot->write_err);
    }
    return VIA_OK;
}

/* Writes the files of one pair. via_tm_write() makes both files of a format that has
 * two, from their stem. */
static via_status write_files(const via_work *work, const via_item *item, via_pair pair,
                              const via_ladder *ladder, struct slot *slot)
{
    const via_outputs *outputs = &work->run->outputs;
    via_buffer stem = VIA_BUFFER_INIT, path = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    via_plan_stem(work->job, item->article, work->run->opt->out_dir, &stem);
    if (!via_buffer_text(&stem))
        st = via_fail_memory(&slot->write_err);
    for (size_t i = 0; st == VIA_OK && i < outputs->n_files; i++) {
        const via_output *output = &outputs->files[i];

        if (output->part > 0)
            continue;
        path.n_bytes = 0;
        if (via_tm_n_files(output->tm.format) > 1)
            via_buffer_append_text(&path, stem.bytes);
        else
            via_output_path(output, work->job, stem.bytes, &path);
        if (via_buffer_text(&path))
            st = via_tm_write(path.bytes, &output->tm, pair, ladder, &slot->write_err);
        else
            st = via_fail_memory(&slot->write_err);
    }
    via_buffer_clear(&stem);
    via_buffer_clear(&path);
    return st;
}

static void align_item(const via_work *work, via_desk *desk, via_item *item,
                       struct slot *slot)
{
    via_ladder *ladder = NULL;
    double start_s = via_now_s();
    via_status st = via_desk_load_locks(work->job, work->run->opt->locks_dir, item,
                                        &slot->pair_err);
    via_pair pair = {item->src, item->tgt, item->locks};
    if (st == VIA_OK)
        st = via_align(work->aligner, pair, &ladder, &slot->pair_err);
    double aligned_s = via_now_s();

    desk->tally.align_s += aligned_s - start_s;
    if (st == VIA_OK && work->memories)
        st = render(work, pair, ladder, slot);
    else if (st == VIA_OK)
        st = write_files(work, item, pair, ladder, slot);
    if (st == VIA_OK && work->run->multi)
        via_multi_collect(work->run->multi, item->article, pair, ladder, &slot->multi);
    slot->is_aligned = st == VIA_OK;
    if (st == VIA_OK)
        via_tally_pair(&desk->tally, pair, ladder, work->run->opt->tm.min_confidence);
    via_ladder_free(ladder);
    desk->tally.write_s += via_now_s() - aligned_s;
}

/* Sets what became of reading a document. */
static void set_reading(struct reading *reading, const via_doc *doc)
{
    size_t n_segs = 0;

    reading->is_read = doc != NULL;
    if (doc)
        via_doc_segments(doc, &n_segs);
    for (via_furniture i = 0; doc && i < VIA_FURNITURE_N; i++)
        reading->n_furniture[i] = via_doc_n_furniture(doc, i);
    reading->is_empty = n_segs == 0;
}

/* Reads both documents and aligns them. Where one has failed in another language, the
 * other is read if nobody has, so that all that is wrong is told. */
static void read_and_align(const via_work *work, via_desk *desk, via_item *item,
                           struct slot *slot)
{
    const via_job *job = work->job;
    via_fate src = via_ledger_fate(&work->run->ledger, item->article, job->langs.src);
    via_fate tgt = via_ledger_fate(&work->run->ledger, item->article, job->langs.tgt);
    bool is_pair = src != VIA_FATE_FAILED && tgt != VIA_FATE_FAILED;

    if (is_pair || src == VIA_FATE_OPEN) {
        via_desk_load_src(desk, job, item, &slot->src.err);
        set_reading(&slot->src, item->src);
    }
    if (is_pair || tgt == VIA_FATE_OPEN) {
        via_desk_load_tgt(desk, job, item, &slot->tgt.err);
        set_reading(&slot->tgt, item->tgt);
    }
    if (item->src && item->tgt)
        align_item(work, desk, item, slot);
}

static void do_item(void *data, size_t i, size_t worker)
{
    struct chunk *chunk = data;
    via_work *work = chunk->work;
    via_item *item = &work->job->items[chunk->order[i]];

    if (!item->is_kept)
        read_and_align(work, &work->desks[worker], item,
                       &chunk->slots[chunk->order[i] - chunk->begin]);
    via_item_clear(item);
    atomic_fetch_add_explicit(&work->run->n_done, 1, memory_order_relaxed);
    if (worker == 0) /* the calling thread */
        via_run_tell(work->run);
}

/* ---- On the calling thread ----------------------------------------------- */

static void enter_reading(via_work *work, const via_item *item, size_t lang,
                          const struct reading *reading)
{
    via_ledger *ledger = &work->run->ledger;

    if (reading->err.status != VIA_OK)
        via_ledger_set_failed(ledger, item->article, lang, &reading->err);
    else if (reading->is_read)
        via_ledger_set_read(ledger, item->article, lang, reading->is_empty,
                            reading->n_furniture);
}

/* Tells what became of the documents, and adds up. */
static void enter(via_work *work, const via_item *item, const struct slot *slot)
{
    work->n_failed += !item->is_kept && !slot->is_aligned;
    enter_reading(work, item, work->job->langs.src, &slot->src);
    enter_reading(work, item, work->job->langs.tgt, &slot->tgt);
    if (slot->pair_err.status != VIA_OK) {
        via_error err;

        via_fail(&err, slot->pair_err.status, "%s (%s-%s): %s", item->article->id,
                 work->job->src_lang, work->job->tgt_lang, slot->pair_err.message);
        via_ledger_fail(&work->run->ledger, &err);
    }
}

/* Hands in what came of the items, in their order; what is handed in is freed. */
static via_status hand_in(struct chunk *chunk, via_error *err)
{
    via_work *work = chunk->work;

    for (size_t i = chunk->begin; i < chunk->end; i++) {
        struct slot *slot = &chunk->slots[i - chunk->begin];

        if (slot->write_err.status != VIA_OK) {
            if (err)
                *err = slot->write_err;
            return slot->write_err.status;
        }
        enter(work, &work->job->items[i], slot);
        if (slot->is_aligned && work->run->multi) {
            via_status st =
                via_multi_take(work->run->multi, work->job->items[i].article,
                               work->job->langs, &slot->multi, err);

            via_buffer_clear(&slot->multi);
            if (st != VIA_OK)
                return st;
        }
        for (size_t k = 0; work->memories && k < work->run->outputs.n_files; k++) {
            via_memories_add(work->memories, k, slot->rendered[k].bytes,
                             slot->rendered[k].n_bytes);
            via_buffer_clear(&slot->rendered[k]);
        }
    }
    return VIA_OK;
}

static void clear_slots(struct slot *slots, size_t n_slots)
{
    for (size_t i = 0; slots && i < n_slots; i++) {
        for (size_t k = 0; k < VIA_OUTPUTS_MAX; k++)
            via_buffer_clear(&slots[i].rendered[k]);
        via_buffer_clear(&slots[i].multi);
    }
    free(slots);
}

via_status via_chunk_run(via_work *work, size_t begin, size_t end, via_error *err)
{
    size_t n_items = end - begin;
    size_t *order = malloc((n_items + 1) * sizeof *order);
    struct slot *slots = calloc(n_items, sizeof *slots);
    struct chunk chunk = {work, begin, end, order, slots};
    double start_s = via_now_s(), aligned_s;
    via_status st = order && slots ? VIA_OK : via_fail_memory(err);

    for (size_t i = begin; st == VIA_OK && i < end; i++)
        order[i - begin] = i;
    if (st == VIA_OK)
        st = via_items_by_size(work->job->items, order, n_items, err);
    if (st != VIA_OK)
        goto done;

    via_parallel_for(n_items, work->n_desks, do_item, &chunk);
    aligned_s = via_now_s();
    work->run->align_s += aligned_s - start_s;
    st = hand_in(&chunk, err);
    if (st == VIA_OK && work->memories)
        st = via_memories_flush(work->memories, work->run->n_workers, err);
    work->run->write_s += via_now_s() - aligned_s;
    via_run_tell(work->run);
done:
    clear_slots(slots, n_items);
    free(order);
    return st;
}
