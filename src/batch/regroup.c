/* Regrouping: the documents of a corpus as the articles that matching found.
 *
 * Each document begins as a group of its own. From the surest pair on, the groups of
 * both documents become one, unless they hold two documents of one language: then one
 * of the pairs that brought them is wrong, and this one is the less sure. */
#include "batch/matching.h"

#include "base/status.h"

#include <stdlib.h>
#include <string.h>

struct groups {
    const via_corpus *corpus;
    size_t *parents; /* by document: towards the first of its group, or itself */
    size_t *members; /* by first document of a group and language: document + 1 */
    size_t n_docs;   /* articles times languages, whether they are there or not */
};

static size_t doc_number(const struct groups *groups, const via_article *article,
                         size_t lang)
{
    return (size_t)(article - groups->corpus->articles) * groups->corpus->n_langs +
           lang;
}

static size_t first_of(const struct groups *groups, size_t doc)
{
    while (groups->parents[doc] != doc)
        doc = groups->parents[doc];
    return doc;
}

/* Joins two groups if no language is in both. */
static void join(struct groups *groups, size_t a, size_t b)
{
    size_t n_langs = groups->corpus->n_langs;
    size_t first = first_of(groups, a), second = first_of(groups, b);

    if (first == second)
        return;
    if (first > second) {
        size_t other = first;

        first = second;
        second = other;
    }
    size_t *into = &groups->members[first * n_langs];
    size_t *from = &groups->members[second * n_langs];

    for (size_t l = 0; l < n_langs; l++) {
        if (into[l] && from[l])
            return;
    }
    for (size_t l = 0; l < n_langs; l++) {
        if (from[l])
            into[l] = from[l];
    }
    groups->parents[second] = first;
}

/* ---- Filling ------------------------------------------------------------- */

static bool groups_init(struct groups *groups, const via_corpus *corpus)
{
    groups->corpus = corpus;
    groups->n_docs = corpus->n_articles * corpus->n_langs;
    groups->parents = calloc(groups->n_docs + 1, sizeof(size_t));
    groups->members = calloc(groups->n_docs * corpus->n_langs + 1, sizeof(size_t));
    if (!groups->parents || !groups->members)
        return false;
    for (size_t d = 0; d < groups->n_docs; d++) {
        size_t lang = d % corpus->n_langs;

        groups->parents[d] = d;
        if (corpus->articles[d / corpus->n_langs].sources[lang])
            groups->members[d * corpus->n_langs + lang] = d + 1;
    }
    return true;
}

static void join_names(struct groups *groups)
{
    size_t n_langs = groups->corpus->n_langs;

    for (size_t d = 0; d < groups->n_docs; d++) {
        size_t begin = d - d % n_langs;

        for (size_t e = begin; e < d; e++) {
            if (groups->members[d * n_langs + d % n_langs] &&
                groups->corpus->articles[e / n_langs].sources[e % n_langs])
                join(groups, e, d);
        }
    }
}

static int compare_surest(const void *a, const void *b)
{
    const via_matching_pair *x = *(const via_matching_pair *const *)a;
    const via_matching_pair *y = *(const via_matching_pair *const *)b;

    if (x->confidence != y->confidence)
        return x->confidence > y->confidence ? -1 : 1;
    return (x > y) - (x < y);
}

static bool join_pairs(struct groups *groups, const via_matching *matching)
{
    const via_matching_pair **order = malloc((matching->n_pairs + 1) * sizeof *order);

    if (!order)
        return false;
    for (size_t p = 0; p < matching->n_pairs; p++)
        order[p] = &matching->pairs[p];
    qsort(order, matching->n_pairs, sizeof *order, compare_surest);
    for (size_t p = 0; p < matching->n_pairs; p++)
        join(groups, doc_number(groups, order[p]->src, order[p]->langs.src),
             doc_number(groups, order[p]->tgt, order[p]->langs.tgt));
    free(order);
    return true;
}

/* ---- The new corpus ------------------------------------------------------ */

/* Languages in the order in which memories name them. */
static size_t lang_in_order(const via_corpus *corpus, size_t i)
{
    size_t vi = via_corpus_lang(corpus, "vi");

    if (vi == corpus->n_langs)
        return i;
    return i == 0 ? vi : i <= vi ? i - 1 : i;
}

/* The id of the document that stands in place `i` of that order, or NULL. */
static const char *id_in_order(const struct groups *groups, const size_t *members,
                               size_t i)
{
    const via_corpus *corpus = groups->corpus;
    size_t member = members[lang_in_order(corpus, i)];

    return member ? corpus->articles[(member - 1) / corpus->n_langs].id : NULL;
}

static bool is_new(const struct groups *groups, const size_t *members, size_t i)
{
    const char *id = id_in_order(groups, members, i);

    for (size_t k = 0; id && k < i; k++) {
        const char *before = id_in_order(groups, members, k);

        if (before && strcmp(before, id) == 0)
            return false;
    }
    return id != NULL;
}

/* Joins the ids of the documents of a group, each once. */
static const char *group_id(const struct groups *groups, const size_t *members,
                            via_arena *arena)
{
    via_buffer id = VIA_BUFFER_INIT;
    const char *kept = NULL;

    for (size_t i = 0; i < groups->corpus->n_langs; i++) {
        if (!is_new(groups, members, i))
            continue;
        if (id.n_bytes)
            via_buffer_append_char(&id, '+');
        via_buffer_append_text(&id, id_in_order(groups, members, i));
    }
    if (via_buffer_text(&id))
        kept = via_arena_copy(arena, id.bytes, id.n_bytes);
    via_buffer_clear(&id);
    return kept;
}

static bool fill_article(const struct groups *groups, size_t first, via_arena *arena,
                         via_article *out)
{
    const via_corpus *corpus = groups->corpus;
    const size_t *members = &groups->members[first * corpus->n_langs];
    const via_source **sources =
        via_arena_array(arena, corpus->n_langs, sizeof *sources);

    for (size_t l = 0; sources && l < corpus->n_langs; l++) {
        if (members[l])
            sources[l] =
                corpus->articles[(members[l] - 1) / corpus->n_langs].sources[l];
    }
    out->sources = sources;
    out->id = group_id(groups, members, arena);
    return out->id && sources;
}

static size_t first_lang(const via_article *article)
{
    size_t lang = 0;

    while (!article->sources[lang])
        lang++;
    return lang;
}

static int compare_ids(const void *a, const void *b)
{
    const via_article *left = a, *right = b;
    int order = strcmp(left->id, right->id);
    size_t left_lang = first_lang(left), right_lang = first_lang(right);

    return order ? order : (left_lang > right_lang) - (left_lang < right_lang);
}

/* Documents of one id that are no translations stand in articles of their own: behind
 * the first, an id says its language. */
static bool tell_apart(via_corpus *corpus, via_article *articles)
{
    const char *last = NULL;

    for (size_t a = 0; a < corpus->n_articles; a++) {
        const char *id = articles[a].id;
        const char *lang = corpus->langs[first_lang(&articles[a])];

        if (last && strcmp(id, last) == 0) {
            via_buffer more = VIA_BUFFER_INIT;

            via_buffer_format(&more, "%s.%s", id, lang);
            articles[a].id = via_arena_copy(corpus->arena, more.bytes, more.n_bytes);
            via_buffer_clear(&more);
            if (!articles[a].id)
                return false;
        }
        last = id;
    }
    return true;
}

static via_corpus *make_corpus(const struct groups *groups)
{
    via_arena *arena = via_arena_new();
    via_corpus *corpus = arena ? via_arena_alloc(arena, sizeof *corpus) : NULL;
    size_t n_langs = groups->corpus->n_langs;
    via_article *articles =
        corpus ? via_arena_array(arena, groups->n_docs, sizeof *articles) : NULL;
    bool is_well = articles != NULL;

    if (is_well) {
        *corpus = *groups->corpus;
        corpus->arena = arena;
        corpus->articles = articles;
        corpus->n_articles = 0;
    }
    for (size_t d = 0; is_well && d < groups->n_docs; d++) {
        if (groups->parents[d] == d && groups->members[d * n_langs + d % n_langs])
            is_well = fill_article(groups, d, arena, &articles[corpus->n_articles++]);
    }
    if (is_well) {
        qsort(articles, corpus->n_articles, sizeof *articles, compare_ids);
        is_well = tell_apart(corpus, articles);
    }
    if (is_well)
        return corpus;
    via_arena_free(arena);
    return NULL;
}

via_status via_matching_regroup(const via_corpus *corpus, const via_matching *matching,
                                bool keeps_names, via_corpus **out, via_error *err)
{
    struct groups groups;
    bool is_well = groups_init(&groups, corpus);

    if (is_well && keeps_names)
        join_names(&groups);
    is_well = is_well && join_pairs(&groups, matching);
    *out = is_well ? make_corpus(&groups) : NULL;
    free(groups.parents);
    free(groups.members);
    return *out ? VIA_OK : via_fail_memory(err);
}
