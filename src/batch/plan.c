/* Plan: which pairs of documents a batch aligns, language pair by language pair. */
#include "batch/plan.h"

#include "base/intern.h"
#include "base/status.h"

#include <stdlib.h>
#include <string.h>

unsigned via_plan_shard(const via_article *article, unsigned n_shards)
{
    return (unsigned)(via_hash_bytes(article->id, strlen(article->id)) % n_shards) + 1;
}

/* What is planned, and of what. */
struct planning {
    via_plan *plan;
    const via_batch_options *opt;
};

static bool is_wanted(const struct planning *ing, via_lang_pair pair,
                      const via_article *article)
{
    if (ing->opt->lang_pairs)
        return via_lang_pair_is_there(pair, article);
    return via_lang_pair_is_natural(ing->plan->corpus, pair, article);
}

static bool is_in_shard(const struct planning *ing, const via_article *article)
{
    return !ing->opt->n_shards ||
           via_plan_shard(article, ing->opt->n_shards) == ing->opt->shard;
}

static bool fill_job(const struct planning *ing, via_job *job)
{
    const via_corpus *corpus = ing->plan->corpus;
    size_t n_items = 0;

    for (size_t i = 0; i < corpus->n_articles; i++)
        n_items += is_wanted(ing, job->langs, &corpus->articles[i]) &&
                   is_in_shard(ing, &corpus->articles[i]);
    job->items = via_arena_array(ing->plan->arena, n_items, sizeof *job->items);
    if (!job->items)
        return false;
    for (size_t i = 0; i < corpus->n_articles; i++) {
        const via_article *article = &corpus->articles[i];

        if (!is_wanted(ing, job->langs, article) || !is_in_shard(ing, article))
            continue;
        job->items[job->n_items++] = (via_item){
            .article = article,
            .n_bytes = via_source_size(article->sources[job->langs.src]) +
                       via_source_size(article->sources[job->langs.tgt]),
        };
    }
    return true;
}

/* Returns whether any article, of whatever shard, is aligned in these languages. */
static bool has_articles(const struct planning *ing, via_lang_pair pair)
{
    const via_corpus *corpus = ing->plan->corpus;

    for (size_t i = 0; i < corpus->n_articles; i++) {
        if (is_wanted(ing, pair, &corpus->articles[i]))
            return true;
    }
    return false;
}

static via_status add_job(const struct planning *ing, via_lang_pair pair,
                          via_error *err)
{
    via_plan *plan = ing->plan;
    via_job *job = &plan->jobs[plan->n_jobs];

    job->corpus = plan->corpus;
    job->langs = pair;
    job->src_lang = plan->corpus->langs[pair.src];
    job->tgt_lang = plan->corpus->langs[pair.tgt];
    if (!has_articles(ing, pair)) {
        if (!ing->opt->lang_pairs)
            return VIA_OK;
        return via_fail(err, VIA_E_FORMAT,
                        "%s-%s: expected documents of one id in both languages",
                        job->src_lang, job->tgt_lang);
    }
    if (!fill_job(ing, job))
        return via_fail_memory(err);
    plan->n_jobs++;
    return VIA_OK;
}

static via_status add_jobs(const struct planning *ing, via_error *err)
{
    via_plan *plan = ing->plan;
    via_buffer pairs = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    if (ing->opt->lang_pairs)
        st = via_lang_pairs_parse(ing->opt->lang_pairs, plan->corpus, &pairs, err);
    else
        via_lang_pairs_all(plan->corpus, &pairs);

    size_t n_pairs = pairs.n_bytes / sizeof(via_lang_pair);
    plan->jobs = via_arena_array(plan->arena, n_pairs, sizeof *plan->jobs);
    if (st == VIA_OK && (pairs.has_failed || !plan->jobs))
        st = via_fail_memory(err);
    for (size_t i = 0; st == VIA_OK && i < n_pairs; i++)
        st = add_job(ing, ((const via_lang_pair *)(void *)pairs.bytes)[i], err);
    if (st == VIA_OK && !plan->n_jobs)
        st = via_fail(err, VIA_E_FORMAT,
                      "%s: expected documents of one id in two languages",
                      ing->opt->inputs[0]);
    via_buffer_clear(&pairs);
    return st;
}

via_status via_plan_init(via_plan *plan, const via_corpus *corpus,
                         const via_batch_options *opt, via_error *err)
{
    *plan = (via_plan){.corpus = corpus, .arena = via_arena_new()};

    struct planning ing = {plan, opt};
    if (!plan->arena)
        return via_fail_memory(err);
    return add_jobs(&ing, err);
}

void via_item_clear(via_item *item)
{
    via_doc_free(item->src);
    via_doc_free(item->tgt);
    via_locks_free(item->locks);
    item->src = item->tgt = NULL;
    item->locks = NULL;
}

void via_plan_clear(via_plan *plan)
{
    for (size_t i = 0; i < plan->n_jobs; i++) {
        for (size_t k = 0; k < plan->jobs[i].n_items; k++)
            via_item_clear(&plan->jobs[i].items[k]);
    }
    via_arena_free(plan->arena);
    *plan = (via_plan){0};
}

size_t via_plan_n_alone(const via_corpus *corpus)
{
    size_t n_alone = 0;

    for (size_t i = 0; i < corpus->n_articles; i++) {
        size_t n_docs = 0;

        for (size_t k = 0; k < corpus->n_langs; k++)
            n_docs += corpus->articles[i].sources[k] != NULL;
        n_alone += n_docs == 1;
    }
    return n_alone;
}

/* ---- Order of work ------------------------------------------------------- */

struct sized {
    uint64_t n_bytes;
    size_t number;
};

static int compare_sized(const void *a, const void *b)
{
    const struct sized *x = a, *y = b;

    if (x->n_bytes != y->n_bytes)
        return x->n_bytes > y->n_bytes ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

via_status via_items_by_size(const via_item *items, size_t *numbers, size_t n_numbers,
                             via_error *err)
{
    struct sized *sized = malloc((n_numbers + 1) * sizeof *sized);

    if (!sized)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_numbers; i++)
        sized[i] = (struct sized){items[numbers[i]].n_bytes, numbers[i]};
    qsort(sized, n_numbers, sizeof *sized, compare_sized);
    for (size_t i = 0; i < n_numbers; i++)
        numbers[i] = sized[i].number;
    free(sized);
    return VIA_OK;
}

/* ---- Names of files ------------------------------------------------------ */

static void append_flat(const char *id, via_buffer *out)
{
    for (; *id; id++)
        via_buffer_append_char(out, *id == '/' ? '_' : *id);
}

void via_plan_stem(const via_job *job, const via_article *article, const char *dir,
                   via_buffer *out)
{
    via_buffer_append_text(out, dir);
    via_buffer_append_char(out, '/');
    if (article) {
        append_flat(article->id, out);
        via_buffer_append_char(out, '.');
    }
    via_buffer_format(out, "%s-%s", job->src_lang, job->tgt_lang);
}

/* Compares ids as names of files, in which '/' and '_' are the same. */
static int compare_flat(const void *a, const void *b)
{
    const char *x = (*(const via_article *const *)a)->id;
    const char *y = (*(const via_article *const *)b)->id;

    while (*x && (*x == '/' ? '_' : *x) == (*y == '/' ? '_' : *y)) {
        x++;
        y++;
    }
    return (*x == '/' ? '_' : (unsigned char)*x) -
           (*y == '/' ? '_' : (unsigned char)*y);
}

static via_status check_job_names(const via_job *job, via_error *err)
{
    const via_article **articles = malloc((job->n_items + 1) * sizeof *articles);
    via_status st = VIA_OK;

    if (!articles)
        return via_fail_memory(err);
    for (size_t i = 0; i < job->n_items; i++)
        articles[i] = job->items[i].article;
    qsort(articles, job->n_items, sizeof *articles, compare_flat);
    for (size_t i = 1; st == VIA_OK && i < job->n_items; i++) {
        if (compare_flat(&articles[i - 1], &articles[i]) == 0)
            st = via_fail(err, VIA_E_FORMAT,
                          "%s: expected an id that is another file name than %s",
                          articles[i]->id, articles[i - 1]->id);
    }
    free(articles);
    return st;
}

via_status via_plan_check_names(const via_plan *plan, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t i = 0; st == VIA_OK && i < plan->n_jobs; i++)
        st = check_job_names(&plan->jobs[i], err);
    return st;
}
