/* Matching: which documents of a corpus are translations of each other, by content. */
#include "batch/matching.h"

#include "base/parallel.h"
#include "base/status.h"
#include "batch/desk.h"
#include "evidence/seed.h"

#include <stdlib.h>
#include <string.h>

/* Documents that are sketched between two reports of progress. */
#define CHUNK_DOCS ((size_t)256)

struct slot {
    via_matching_doc doc;
    via_sketch sketch;
    via_status status;
    via_error err;
    bool is_settled; /* has a partner in a language that comes before */
};

struct matcher {
    const via_corpus *corpus;
    const via_matching_options *opt;
    via_lang_pair *langs;
    size_t n_langs;
    struct slot *slots; /* all documents, by id, then language */
    size_t n_slots, chunk_begin;
    via_names *names;
    via_furniture_rules *furniture;
    via_desk *desks;          /* by worker; they do not cut */
    via_sketcher **sketchers; /* by language; NULL where it is in no pair */
    via_buffer pairs;         /* of via_matching_pair */
};

/* ---- Documents ----------------------------------------------------------- */

static bool is_there(via_matching_doc doc)
{
    return doc.article->sources[doc.lang] != NULL;
}

static via_status load(const struct matcher *matcher, via_desk *desk,
                       via_matching_doc doc, via_segmenter *segmenter, via_doc **out,
                       via_error *err)
{
    return via_desk_load(desk, doc.article->sources[doc.lang],
                         matcher->corpus->langs[doc.lang], segmenter, out, err);
}

/* A desk for each worker. */
static via_status make_desks(const struct matcher *matcher, const via_job *job,
                             via_desk **out, via_error *err)
{
    via_desk_options opt = {matcher->corpus, matcher->furniture,
                            matcher->opt->keeps_furniture, matcher->opt->is_segmented};

    return via_desks_new(&opt, job, matcher->opt->n_workers, out, err);
}

static bool list_docs(struct matcher *matcher)
{
    const via_corpus *corpus = matcher->corpus;

    matcher->slots =
        calloc(corpus->n_articles * corpus->n_langs + 1, sizeof *matcher->slots);
    for (size_t a = 0; matcher->slots && a < corpus->n_articles; a++) {
        for (size_t l = 0; l < corpus->n_langs; l++) {
            via_matching_doc doc = {&corpus->articles[a], l};

            if (matcher->sketchers[l] && is_there(doc))
                matcher->slots[matcher->n_slots++].doc = doc;
        }
    }
    return matcher->slots != NULL;
}

static void sketch_one(void *data, size_t item, size_t worker)
{
    struct matcher *matcher = data;
    struct slot *slot = &matcher->slots[matcher->chunk_begin + item];
    via_doc *doc = NULL;

    slot->status =
        load(matcher, &matcher->desks[worker], slot->doc, NULL, &doc, &slot->err);
    if (slot->status == VIA_OK)
        slot->status = via_sketch_make(matcher->sketchers[slot->doc.lang], doc,
                                       &slot->sketch, &slot->err);
    via_doc_free(doc);
}

static void sketch_all(struct matcher *matcher)
{
    const via_matching_options *opt = matcher->opt;

    for (size_t begin = 0; begin < matcher->n_slots; begin += CHUNK_DOCS) {
        size_t n_left = matcher->n_slots - begin;

        matcher->chunk_begin = begin;
        via_parallel_for(n_left < CHUNK_DOCS ? n_left : CHUNK_DOCS, opt->n_workers,
                         sketch_one, matcher);
        if (opt->on_progress)
            opt->on_progress(opt->data, begin, matcher->n_slots);
    }
}

/* ---- One pair of languages ----------------------------------------------- */

/* The documents of both languages, as far as they are compared. */
struct duel {
    struct matcher *matcher;
    via_lang_pair langs;
    via_sketch *sketches[2];
    struct slot **slots[2];
    size_t n_docs[2];
    via_desk *desks; /* by worker */
};

static bool is_compared(const struct duel *duel, const struct slot *slot, size_t other)
{
    if (slot->status != VIA_OK || slot->is_settled || !slot->sketch.n_tokens)
        return false;
    return !duel->matcher->opt->keeps_names ||
           !is_there((via_matching_doc){slot->doc.article, other});
}

static bool gather_side(struct duel *duel, int side)
{
    const struct matcher *matcher = duel->matcher;
    size_t lang = side ? duel->langs.tgt : duel->langs.src;
    size_t other = side ? duel->langs.src : duel->langs.tgt;
    size_t n = 0;

    duel->sketches[side] = calloc(matcher->n_slots + 1, sizeof(via_sketch));
    duel->slots[side] = calloc(matcher->n_slots + 1, sizeof(struct slot *));
    if (!duel->sketches[side] || !duel->slots[side])
        return false;
    for (size_t i = 0; i < matcher->n_slots; i++) {
        struct slot *slot = &matcher->slots[i];

        if (slot->doc.lang != lang || !is_compared(duel, slot, other))
            continue;
        duel->sketches[side][n] = slot->sketch;
        duel->slots[side][n++] = slot;
    }
    duel->n_docs[side] = n;
    return true;
}

static via_status load_again(void *data, int side, size_t doc, size_t worker,
                             via_doc **out, via_error *err)
{
    const struct duel *duel = data;
    via_desk *desk = &duel->desks[worker];

    return load(duel->matcher, desk, duel->slots[side][doc]->doc,
                side ? desk->tgt_segmenter : desk->src_segmenter, out, err);
}

/* The words that are known without looking at any document; NULL if there are none. */
static via_status known_glosses(const via_lessons *lessons, via_glosses **out,
                                via_error *err)
{
    via_lexicon *seed = NULL;

    *out = NULL;
    via_status st =
        via_seed_load(lessons->src_lang, lessons->tgt_lang, NULL, &seed, err);
    if (st == VIA_OK && seed)
        st = via_glosses_new(seed, out, err);
    via_lexicon_free(seed);
    return st;
}

static void keep_partners(struct duel *duel, const via_partners *partners,
                          size_t n_partners)
{
    for (size_t p = 0; p < n_partners; p++) {
        via_matching_pair pair = {
            duel->langs, duel->slots[0][partners[p].src]->doc.article,
            duel->slots[1][partners[p].tgt]->doc.article, partners[p].confidence};

        via_buffer_append(&duel->matcher->pairs, (const char *)&pair, sizeof pair);
    }
}

static void duel_clear(struct duel *duel)
{
    for (int side = 0; side < 2; side++) {
        free(duel->sketches[side]);
        free(duel->slots[side]);
    }
    via_desks_free(duel->desks, duel->matcher->opt->n_workers);
}

static via_status match_langs(struct matcher *matcher, via_lang_pair langs,
                              via_error *err)
{
    struct duel duel = {.matcher = matcher, .langs = langs};
    via_lessons lessons = {matcher->corpus->langs[langs.src],
                           matcher->corpus->langs[langs.tgt], load_again, &duel,
                           matcher->opt->n_workers};
    via_job job = {.src_lang = lessons.src_lang, .tgt_lang = lessons.tgt_lang};
    via_partners *partners = NULL;
    size_t n_partners = 0;
    via_glosses *known = NULL;
    via_status st = known_glosses(&lessons, &known, err);

    if (st == VIA_OK && (!gather_side(&duel, 0) || !gather_side(&duel, 1)))
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = make_desks(matcher, &job, &duel.desks, err);
    if (st == VIA_OK)
        st = via_match_docs((via_sketch_set){duel.sketches[0], duel.n_docs[0]},
                            (via_sketch_set){duel.sketches[1], duel.n_docs[1]},
                            &matcher->opt->rules, &lessons, known, &partners,
                            &n_partners, err);
    keep_partners(&duel, partners, n_partners);
    free(partners);
    via_glosses_free(known);
    duel_clear(&duel);
    return st;
}

/* ---- All pairs of languages ---------------------------------------------- */

static via_status choose_langs(struct matcher *matcher, via_error *err)
{
    const via_corpus *corpus = matcher->corpus;
    via_buffer langs = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    if (matcher->opt->lang_pairs)
        st = via_lang_pairs_parse(matcher->opt->lang_pairs, corpus, &langs, err);
    else
        via_lang_pairs_all(corpus, &langs);
    if (st == VIA_OK && langs.has_failed)
        st = via_fail_memory(err);
    matcher->langs = (via_lang_pair *)(void *)langs.bytes; /* taken over */
    matcher->n_langs = langs.n_bytes / sizeof(via_lang_pair);
    return st;
}

static via_status make_sketchers(struct matcher *matcher, via_error *err)
{
    via_status st = via_names_new(&matcher->names, err);

    if (st == VIA_OK)
        st = via_furniture_load(&matcher->furniture, err);
    if (st == VIA_OK)
        st = make_desks(matcher, NULL, &matcher->desks, err);
    matcher->sketchers = calloc(matcher->corpus->n_langs + 1, sizeof(via_sketcher *));
    if (st == VIA_OK && !matcher->sketchers)
        st = via_fail_memory(err);
    for (size_t p = 0; st == VIA_OK && p < 2 * matcher->n_langs; p++) {
        via_lang_pair pair = matcher->langs[p / 2];
        size_t lang = p % 2 ? pair.tgt : pair.src;

        if (!matcher->sketchers[lang])
            st = via_sketcher_new(matcher->corpus->langs[lang], matcher->names,
                                  &matcher->sketchers[lang], err);
    }
    return st;
}

/* Documents that have a partner are not looked at on behalf of the next source. */
static void settle(struct matcher *matcher)
{
    const via_matching_pair *pairs =
        (const via_matching_pair *)(const void *)matcher->pairs.bytes;
    size_t n_langs = matcher->corpus->n_langs;
    size_t n_docs = matcher->corpus->n_articles * n_langs;
    bool *are_settled = calloc(n_docs + 1, sizeof *are_settled);

    if (!are_settled) {
        matcher->pairs.has_failed = true;
        return;
    }
    for (size_t p = 0; p < matcher->pairs.n_bytes / sizeof *pairs; p++) {
        size_t src = (size_t)(pairs[p].src - matcher->corpus->articles);
        size_t tgt = (size_t)(pairs[p].tgt - matcher->corpus->articles);

        are_settled[src * n_langs + pairs[p].langs.src] = true;
        are_settled[tgt * n_langs + pairs[p].langs.tgt] = true;
    }
    for (size_t i = 0; i < matcher->n_slots; i++) {
        struct slot *slot = &matcher->slots[i];
        size_t article = (size_t)(slot->doc.article - matcher->corpus->articles);

        slot->is_settled = are_settled[article * n_langs + slot->doc.lang];
    }
    free(are_settled);
}

static via_status match_all(struct matcher *matcher, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t p = 0; st == VIA_OK && p < matcher->n_langs; p++) {
        if (!matcher->opt->lang_pairs && p > 0 &&
            matcher->langs[p].src != matcher->langs[p - 1].src)
            settle(matcher);
        st = match_langs(matcher, matcher->langs[p], err);
    }
    if (st == VIA_OK && matcher->pairs.has_failed)
        st = via_fail_memory(err);
    return st;
}

static via_status keep_failures(const struct matcher *matcher, via_matching *out,
                                via_error *err)
{
    for (size_t i = 0; i < matcher->n_slots; i++)
        out->n_failures += matcher->slots[i].status != VIA_OK;
    out->n_read = matcher->n_slots - out->n_failures;
    out->failures = calloc(out->n_failures + 1, sizeof *out->failures);
    if (!out->failures)
        return via_fail_memory(err);
    for (size_t i = 0, n = 0; i < matcher->n_slots; i++) {
        if (matcher->slots[i].status != VIA_OK)
            out->failures[n++] =
                (via_matching_failure){matcher->slots[i].doc, matcher->slots[i].err};
    }
    return VIA_OK;
}

static void matcher_clear(struct matcher *matcher)
{
    for (size_t i = 0; i < matcher->n_slots; i++)
        via_sketch_clear(&matcher->slots[i].sketch);
    for (size_t l = 0; matcher->sketchers && l < matcher->corpus->n_langs; l++)
        via_sketcher_free(matcher->sketchers[l]);
    free(matcher->sketchers);
    free(matcher->slots);
    free(matcher->langs);
    via_names_free(matcher->names);
    via_desks_free(matcher->desks, matcher->opt->n_workers);
    via_furniture_free(matcher->furniture);
    via_buffer_clear(&matcher->pairs);
}

via_status via_matching_find(const via_corpus *corpus, const via_matching_options *opt,
                             via_matching *out, via_error *err)
{
    struct matcher matcher = {.corpus = corpus, .opt = opt};

    *out = (via_matching){0};
    via_status st = choose_langs(&matcher, err);
    if (st == VIA_OK)
        st = make_sketchers(&matcher, err);
    if (st == VIA_OK && !list_docs(&matcher))
        st = via_fail_memory(err);
    if (st == VIA_OK) {
        sketch_all(&matcher);
        st = keep_failures(&matcher, out, err);
    }
    if (st == VIA_OK)
        st = match_all(&matcher, err);
    if (st == VIA_OK) {
        out->n_pairs = matcher.pairs.n_bytes / sizeof *out->pairs;
        out->pairs = (via_matching_pair *)(void *)matcher.pairs.bytes; /* taken over */
        matcher.pairs = (via_buffer)VIA_BUFFER_INIT;
    }
    matcher_clear(&matcher);
    if (st != VIA_OK)
        via_matching_clear(out);
    return st;
}

void via_matching_clear(via_matching *matching)
{
    free(matching->pairs);
    free(matching->failures);
    *matching = (via_matching){0};
}
