/* Desk: what one worker has for itself while it does a job. */
#include "batch/desk.h"

#include "base/status.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* Made here, on the calling thread, so that rules that cannot be read fail the batch
 * once and not each document. */
via_status via_desks_new(const via_desk_options *opt, const via_job *job,
                         size_t n_desks, via_desk **out, via_error *err)
{
    via_desk *desks = calloc(n_desks, sizeof *desks);
    bool is_cut = job && !opt->is_segmented;
    via_status st = desks ? VIA_OK : via_fail_memory(err);

    *out = NULL;
    for (size_t i = 0; st == VIA_OK && i < n_desks; i++)
        desks[i].opt = *opt;
    for (size_t i = 0; st == VIA_OK && is_cut && i < n_desks; i++) {
        st = via_segmenter_new(job->src_lang, &desks[i].src_segmenter, err);
        if (st == VIA_OK)
            st = via_segmenter_new(job->tgt_lang, &desks[i].tgt_segmenter, err);
    }
    if (st != VIA_OK) {
        via_desks_free(desks, n_desks);
        return st;
    }
    *out = desks;
    return VIA_OK;
}

void via_desks_free(via_desk *desks, size_t n_desks)
{
    for (size_t i = 0; desks && i < n_desks; i++) {
        via_segmenter_free(desks[i].src_segmenter);
        via_segmenter_free(desks[i].tgt_segmenter);
    }
    free(desks);
}

via_status via_desk_load(via_desk *desk, const via_source *source, const char *lang,
                         via_segmenter *segmenter, via_doc **out, via_error *err)
{
    const via_corpus *corpus = desk->opt.corpus;
    via_doc_options opt = {.lang = lang,
                           .is_segmented = desk->opt.is_segmented,
                           .keeps_furniture = desk->opt.keeps_furniture,
                           .furniture = desk->opt.furniture,
                           .encoding = corpus->input->encoding};
    double start_s = via_now_s();
    via_status st = via_corpus_load(corpus, source, &opt, out, err);
    double loaded_s = via_now_s();

    if (st == VIA_OK && segmenter)
        st = via_segment_doc(segmenter, *out, err);
    if (st != VIA_OK) {
        via_doc_free(*out);
        *out = NULL;
    }
    desk->tally.load_s += loaded_s - start_s;
    desk->tally.cut_s += via_now_s() - loaded_s;
    return st;
}

via_status via_desk_load_src(via_desk *desk, const via_job *job, via_item *item,
                             via_error *err)
{
    if (item->src)
        return VIA_OK;
    return via_desk_load(desk, item->article->sources[job->langs.src], job->src_lang,
                         desk->src_segmenter, &item->src, err);
}

via_status via_desk_load_tgt(via_desk *desk, const via_job *job, via_item *item,
                             via_error *err)
{
    if (item->tgt)
        return VIA_OK;
    return via_desk_load(desk, item->article->sources[job->langs.tgt], job->tgt_lang,
                         desk->tgt_segmenter, &item->tgt, err);
}

via_status via_desk_load_locks(const via_job *job, const char *folder, via_item *item,
                               via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;
    via_pair pair = {item->src, item->tgt, NULL};
    via_status st = VIA_OK;
    struct stat info;

    if (!folder || item->locks)
        return VIA_OK;
    via_plan_stem(job, item->article, folder, &path);
    via_buffer_append_text(&path, ".beads");
    if (!via_buffer_text(&path))
        st = via_fail_memory(err);
    else if (stat(path.bytes, &info) == 0 || errno != ENOENT)
        st = via_locks_load(path.bytes, pair, &item->locks, err);
    via_buffer_clear(&path);
    return st;
}
