/* Content: a batch whose articles are found by what stands in their documents. */
#include "batch/content.h"

#include "base/status.h"

#include <string.h>

/* A pair must be more likely right than wrong. */
#define CONFIDENCE_MIN 0.5

via_status via_content_find(const via_batch_options *opt, size_t n_workers,
                            const via_corpus *named, via_content *out, via_error *err)
{
    const char *match = opt->match ? opt->match : "name";
    bool keeps_names = strcmp(match, "both") == 0;
    via_matching_options matching_opt = {
        .lang_pairs = opt->lang_pairs,
        .rules = {CONFIDENCE_MIN, false},
        .n_workers = n_workers,
        .is_segmented = opt->is_segmented,
        .keeps_furniture = opt->keeps_furniture,
        .keeps_names = keeps_names,
        .on_progress = opt->on_progress,
        .data = opt->data,
    };

    *out = (via_content){0};
    if (strcmp(match, "name") == 0)
        return VIA_OK;
    if (!keeps_names && strcmp(match, "content") != 0)
        return via_fail(err, VIA_E_ARGUMENT,
                        "\"%s\": expected name, content or both to match by", match);
    via_status st = via_matching_find(named, &matching_opt, &out->matching, err);
    if (st == VIA_OK)
        st =
            via_matching_regroup(named, &out->matching, keeps_names, &out->corpus, err);
    if (st != VIA_OK)
        via_content_clear(out);
    return st;
}

void via_content_clear(via_content *content)
{
    via_matching_clear(&content->matching);
    if (content->corpus) { /* both are of the corpus that was regrouped */
        content->corpus->spool = NULL;
        content->corpus->languages = NULL;
    }
    via_corpus_free(content->corpus);
    *content = (via_content){0};
}

/* The failure of a document of the new corpus, or NULL. Both corpora share sources. */
static const via_error *failure_of(const via_matching *matching,
                                   const via_source *source)
{
    for (size_t i = 0; source && i < matching->n_failures; i++) {
        const via_matching_doc *doc = &matching->failures[i].doc;

        if (doc->article->sources[doc->lang] == source)
            return &matching->failures[i].err;
    }
    return NULL;
}

void via_content_tell(const via_content *content, via_ledger *ledger)
{
    const via_corpus *corpus = content->corpus;

    if (!corpus || !content->matching.n_failures)
        return;
    for (size_t a = 0; a < corpus->n_articles; a++) {
        for (size_t l = 0; l < corpus->n_langs; l++) {
            const via_article *article = &corpus->articles[a];
            const via_error *failure =
                failure_of(&content->matching, article->sources[l]);

            if (failure)
                via_ledger_set_failed(ledger, article, l, failure);
        }
    }
}
