/* Evaluation: a folder of answers scored against a folder of gold.
 *
 * Answers of the raw track are read from spans, not yet from memories in TMX, whose
 * segments would have to be looked up in the texts. */
#include "base/buffer.h"
#include "base/status.h"
#include "eval/beadset.h"
#include "eval/golds.h"
#include "eval/raw.h"
#include "eval/sent.h"
#include "eval/spans.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Finds the answer to a gold document, the first of the endings (NULL at the end)
 * that is there. Returns the ending, or NULL. */
static const char *find_answer(const via_eval_options *opt, const via_gold *gold,
                               const char *const *endings, via_buffer *path)
{
    struct stat info;

    for (; *endings; endings++) {
        path->n_bytes = 0;
        via_buffer_format(path, "%s/%s%s", opt->hyp_dir, gold->name, *endings);
        if (via_buffer_text(path) && stat(path->bytes, &info) == 0)
            return *endings;
    }
    return NULL;
}

/* Only the beads format has a confidence in its third field; others have costs. */
static via_status load_answer(const via_eval_options *opt, const via_gold *gold,
                              via_buffer *path, via_bead_set **out, via_error *err)
{
    static const char *const endings[] = {".beads", ".hyp", ".align", ".ladder", NULL};
    const char *ending = find_answer(opt, gold, endings, path);

    if (ending)
        return via_bead_set_load(path->bytes, ending == endings[0], out, err);
    *out = path->has_failed ? NULL : via_bead_set_new();
    return *out ? VIA_OK : via_fail_memory(err);
}

static via_status count_sent(const via_eval_options *opt, const via_gold *gold,
                             via_sent_counts *counts, via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;
    via_bead_set *golds = NULL, *hyps = NULL;

    via_buffer_format(&path, "%s/%s.gold", opt->gold_dir, gold->name);
    via_status st = via_buffer_text(&path)
                        ? via_bead_set_load(path.bytes, false, &golds, err)
                        : via_fail_memory(err);
    if (st == VIA_OK)
        st = load_answer(opt, gold, &path, &hyps, err);
    if (st == VIA_OK)
        st = via_sent_count(golds, hyps, counts, err);
    via_bead_set_free(golds);
    via_bead_set_free(hyps);
    via_buffer_clear(&path);
    return st;
}

/* A document of the raw track: both texts, the gold and the answer. */
struct raw_doc {
    via_letter_offsets src, tgt;
    via_span_list golds, hyps;
};

static via_status load_letters(const via_eval_options *opt, const char *doc,
                               const char *lang, via_letter_offsets *out,
                               via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;

    via_buffer_format(&path, "%s/%s.%s.txt", opt->gold_dir, doc, lang);
    via_status st = via_buffer_text(&path)
                        ? via_letter_offsets_load(path.bytes, out, err)
                        : via_fail_memory(err);
    via_buffer_clear(&path);
    return st;
}

static via_status load_spans(const via_eval_options *opt, const via_gold *gold,
                             struct raw_doc *doc, via_error *err)
{
    static const char *const endings[] = {".spans", ".tsv", NULL};
    via_buffer path = VIA_BUFFER_INIT;

    via_buffer_format(&path, "%s/%s.spans.tsv", opt->gold_dir, gold->name);
    via_status st = via_buffer_text(&path)
                        ? via_span_list_load(path.bytes, &doc->src, &doc->tgt, false,
                                             &doc->golds, err)
                        : via_fail_memory(err);
    if (st == VIA_OK && find_answer(opt, gold, endings, &path))
        st =
            via_span_list_load(path.bytes, &doc->src, &doc->tgt, true, &doc->hyps, err);
    else if (st == VIA_OK && path.has_failed)
        st = via_fail_memory(err);
    via_buffer_clear(&path);
    return st;
}

static via_status count_raw(const via_eval_options *opt, const via_gold *gold,
                            via_raw_counts *counts, via_error *err)
{
    struct raw_doc doc = {0};

    via_status st = load_letters(opt, gold->doc, gold->src_lang, &doc.src, err);
    if (st == VIA_OK)
        st = load_letters(opt, gold->doc, gold->tgt_lang, &doc.tgt, err);
    if (st == VIA_OK)
        st = load_spans(opt, gold, &doc, err);
    if (st == VIA_OK)
        st = via_raw_count(&doc.golds, &doc.hyps, counts, err);
    via_span_list_clear(&doc.golds);
    via_span_list_clear(&doc.hyps);
    via_letter_offsets_clear(&doc.src);
    via_letter_offsets_clear(&doc.tgt);
    return st;
}

/* Scores the documents of one pair of languages, from `first` on. */
static via_status score_pair(const via_eval_options *opt, const via_golds *golds,
                             size_t first, via_eval_figures *figures, via_error *err)
{
    const char *lang_pair = via_golds_get(golds, first)->lang_pair;
    via_sent_counts sent = {0};
    via_raw_counts raw = {0};
    via_status st = VIA_OK;

    strcpy(figures->lang_pair, lang_pair);
    for (size_t i = first; st == VIA_OK && i < via_golds_count(golds); i++) {
        const via_gold *gold = via_golds_get(golds, i);

        if (strcmp(gold->lang_pair, lang_pair) != 0)
            break;
        st = opt->track == VIA_TRACK_SENT ? count_sent(opt, gold, &sent, err)
                                          : count_raw(opt, gold, &raw, err);
        figures->n_docs++;
    }
    if (st == VIA_OK)
        st = opt->track == VIA_TRACK_SENT ? via_sent_figures(&sent, figures, err)
                                          : via_raw_figures(&raw, figures, err);
    via_sent_counts_clear(&sent);
    via_raw_counts_clear(&raw);
    return st;
}

static via_status check_folder(const char *path, via_error *err)
{
    struct stat info;

    if (stat(path, &info) != 0)
        return via_fail(err, VIA_E_IO, "%s: %s", path, strerror(errno));
    if (!S_ISDIR(info.st_mode))
        return via_fail(err, VIA_E_IO, "%s: expected a folder", path);
    return VIA_OK;
}

via_status via_eval_run(const via_eval_options *opt, via_eval_figures **out,
                        size_t *n_out, via_error *err)
{
    const char *ending = opt->track == VIA_TRACK_SENT ? ".gold" : ".spans.tsv";
    via_golds *golds = NULL;
    via_eval_figures *figures = NULL;
    size_t n_pairs = 0;

    *out = NULL;
    *n_out = 0;
    via_status st = check_folder(opt->hyp_dir, err);
    if (st == VIA_OK)
        st = via_golds_list(opt->gold_dir, ending, opt->lang_pair, &golds, err);
    if (st == VIA_OK) {
        figures = calloc(via_golds_count(golds), sizeof *figures);
        if (!figures)
            st = via_fail_memory(err);
    }
    for (size_t i = 0; st == VIA_OK && i < via_golds_count(golds); n_pairs++) {
        st = score_pair(opt, golds, i, &figures[n_pairs], err);
        i += figures[n_pairs].n_docs;
    }
    via_golds_free(golds);
    if (st != VIA_OK) {
        free(figures);
        return st;
    }
    *out = figures;
    *n_out = n_pairs;
    return VIA_OK;
}
