/* Multi: one memory of all languages, composed from pairs that share a pivot. */
#include "batch/multi.h"

#include "base/status.h"
#include "batch/holding.h"
#include "batch/multi_files.h"
#include "batch/multi_store.h"
#include "batch/places.h"

#include <stdlib.h>
#include <string.h>

struct via_multi {
    const via_outputs *outputs;
    const via_corpus *corpus;
    const via_standing *standing; /* or NULL */
    size_t *matches;    /* by article: that of the standing, n_articles: none */
    const char **langs; /* of both, in their order */
    size_t n_langs;
    via_multi_store store;
};

/* ---- Collecting ---------------------------------------------------------- */

static const via_standing_article *standing_of(const via_multi *multi, size_t article)
{
    if (!multi->standing || multi->matches[article] == multi->standing->n_articles)
        return NULL;
    return &multi->standing->articles[multi->matches[article]];
}

void via_multi_collect(const via_multi *multi, const via_article *article,
                       via_pair pair, const via_ladder *ladder, via_buffer *out)
{
    size_t number = (size_t)(article - multi->corpus->articles);

    via_multi_keep(pair, ladder, multi->outputs->files[0].tm.min_confidence,
                   standing_of(multi, number), out);
}

static size_t place_of(const via_multi *multi, const char *lang)
{
    size_t place = 0;

    while (place < multi->n_langs && strcmp(multi->langs[place], lang) != 0)
        place++;
    return place;
}

static int compare_codes(const void *a, const void *b)
{
    return via_lang_compare(*(const char *const *)a, *(const char *const *)b);
}

/* Adds a language that is not there yet. */
static bool add_lang(via_multi *multi, const char *lang)
{
    if (place_of(multi, lang) < multi->n_langs)
        return true;
    const char **longer =
        realloc(multi->langs, (multi->n_langs + 2) * sizeof *multi->langs);
    if (!longer)
        return false;
    multi->langs = longer;
    multi->langs[multi->n_langs++] = lang;
    return true;
}

static bool add_langs(via_multi *multi)
{
    size_t n_units = multi->standing ? multi->standing->n_units : 0;
    bool is_well = true;

    for (size_t l = 0; is_well && l < multi->corpus->n_langs; l++)
        is_well = add_lang(multi, multi->corpus->langs[l]);
    for (size_t u = 0; is_well && u < n_units; u++) {
        const via_multi_unit *unit = &multi->standing->units[u];

        for (size_t t = 0; is_well && t < unit->n_texts; t++)
            is_well = add_lang(multi, unit->texts[t].lang);
    }
    if (is_well && multi->n_langs)
        qsort(multi->langs, multi->n_langs, sizeof *multi->langs, compare_codes);
    return is_well;
}

via_status via_multi_new(const via_outputs *outputs, const via_corpus *corpus,
                         const via_standing *standing, via_multi **out, via_error *err)
{
    bool can = false;

    *out = NULL;
    for (size_t i = 0; i < outputs->n_files; i++)
        can = can || via_multi_can(outputs->files[i].tm.format);
    if (!can)
        return via_fail(err, VIA_E_ARGUMENT,
                        "expected tmx, tsv or jsonl for a memory of many languages");
    via_multi *multi = calloc(1, sizeof *multi);
    if (!multi)
        return via_fail_memory(err);
    *multi = (via_multi){.outputs = outputs, .corpus = corpus, .standing = standing};
    multi->matches = calloc(corpus->n_articles + 1, sizeof *multi->matches);
    via_status st = multi->matches && add_langs(multi) ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK)
        st = via_multi_store_open(&multi->store, err);
    if (st == VIA_OK && standing)
        st = via_standing_match(standing, corpus, multi->matches, err);
    if (st == VIA_OK)
        *out = multi;
    else
        via_multi_free(multi);
    return st;
}

void via_multi_free(via_multi *multi)
{
    if (!multi)
        return;
    via_multi_store_close(&multi->store);
    free(multi->matches);
    free(multi->langs);
    free(multi);
}

via_status via_multi_take(via_multi *multi, const via_article *article,
                          via_lang_pair langs, const via_buffer *beads, via_error *err)
{
    size_t number = (size_t)(article - multi->corpus->articles);

    if (beads->has_failed)
        return via_fail_memory(err);
    return via_multi_store_add(&multi->store, number, langs, beads, err);
}

/* ---- One article --------------------------------------------------------- */

/* An article whose turn it is to be written: what came of it, and what stands. */
struct turn {
    const char *id;
    const via_multi_entry *entries;
    size_t n_entries;
    const via_standing_article *standing; /* or NULL */
};

/* What a unit gets in one language. */
struct added {
    via_buffer line, segs; /* of size_t */
};

/* The memory on its way out. */
struct writing {
    const via_multi *multi;
    via_ledger *ledger;
    via_multi_files files;
    via_multi_totals totals;
    via_holding holding;
    /* Of the article at hand, by place of the language. */
    const struct turn *turn;
    size_t pivot;
    const char **documents;
    via_multi_text *texts;
    struct added *added;
};

static size_t place(const struct writing *to, size_t lang)
{
    return place_of(to->multi, to->multi->corpus->langs[lang]);
}

static bool has_lang(const struct writing *to, const struct turn *turn, size_t lang)
{
    for (size_t i = 0; i < turn->n_entries; i++) {
        if (place(to, turn->entries[i].langs.src) == lang ||
            place(to, turn->entries[i].langs.tgt) == lang)
            return true;
    }
    return false;
}

/* The pivot is that of the first unit that stands and whose pivot is there, else the
 * first of the languages that are there. */
static size_t find_pivot(const struct writing *to, const struct turn *turn)
{
    size_t pivot = 0, n_standing = turn->standing ? turn->standing->n_units : 0;

    for (size_t u = 0; u < n_standing; u++) {
        pivot = place_of(to->multi, turn->standing->units[u].texts[0].lang);
        if (has_lang(to, turn, pivot))
            return pivot;
    }
    for (pivot = 0; pivot < to->multi->n_langs && !has_lang(to, turn, pivot);)
        pivot++;
    return pivot;
}

static void add_segs(struct added *added, size_t begin, size_t end)
{
    for (size_t seg = begin; seg < end; seg++)
        via_buffer_append(&added->segs, (const char *)&seg, sizeof seg);
}

/* Puts what the beads say beside what stands, which may be NULL. */
static void add_beads(struct writing *to, const via_multi_unit *standing,
                      const via_multi_bead *const *beads, size_t n_beads)
{
    for (size_t l = 0; l < to->multi->n_langs; l++)
        to->added[l].line.n_bytes = to->added[l].segs.n_bytes = 0;
    for (size_t b = 0; b < n_beads; b++) {
        const via_multi_bead *bead = beads[b];
        struct added *added = &to->added[bead->lang];

        if (!standing && bead->lang == beads[0]->lang) {
            via_multi_join(to->multi->langs[to->pivot], bead->texts[0],
                           bead->n_bytes[0], &to->added[to->pivot].line);
            add_segs(&to->added[to->pivot], bead->begin, bead->end);
        }
        via_multi_join(to->multi->langs[bead->lang], bead->texts[1], bead->n_bytes[1],
                       &added->line);
        add_segs(added, bead->other_begin, bead->other_end);
    }
}

/* Appends the text in a language to those of the unit at hand, if there is one. */
static void put_text(struct writing *to, const via_multi_unit *standing, size_t lang,
                     size_t *n_texts)
{
    const char *code = to->multi->langs[lang];
    const struct added *added = &to->added[lang];
    const via_multi_text *text = standing ? via_unit_text(standing, code) : NULL;

    if (text)
        to->texts[(*n_texts)++] = *text;
    else if (added->line.n_bytes)
        to->texts[(*n_texts)++] =
            (via_multi_text){code,
                             to->documents[lang],
                             added->line.bytes,
                             added->line.n_bytes,
                             (const size_t *)(const void *)added->segs.bytes,
                             added->segs.n_bytes / sizeof(size_t)};
}

static void write_unit(void *data, size_t number, const via_multi_bead *const *beads,
                       size_t n_beads)
{
    struct writing *to = data;
    const via_multi_unit *standing =
        number == VIA_MULTI_NEW ? NULL : &to->turn->standing->units[number];
    size_t pivot = standing ? place_of(to->multi, standing->texts[0].lang) : to->pivot;
    via_multi_unit unit = {to->texts, 0, standing ? standing->confidence : 1.0,
                           to->turn->id};

    add_beads(to, standing, beads, n_beads);
    for (size_t b = 0; !standing && b < n_beads; b++) {
        if (beads[b]->confidence < unit.confidence)
            unit.confidence = beads[b]->confidence;
    }
    put_text(to, standing, pivot, &unit.n_texts);
    for (size_t l = 0; l < to->multi->n_langs; l++) {
        if (l != pivot)
            put_text(to, standing, l, &unit.n_texts);
    }
    to->totals.n_units++;
    to->totals.n_standing += standing != NULL;
    to->totals.n_grown += standing && n_beads;
    via_multi_files_add(&to->files, &unit);
}

/* Tells of units whose text is no longer in the pivot. */
static void tell_lost(struct writing *to)
{
    const via_standing_article *standing = to->turn->standing;
    const char *pivot = to->multi->langs[to->pivot];
    size_t n_lost = 0;
    via_error err;

    for (size_t u = 0; u < standing->n_units; u++)
        n_lost += strcmp(standing->units[u].texts[0].lang, pivot) == 0 &&
                  !to->holding.places[u].end;
    to->totals.n_lost += n_lost;
    if (!n_lost)
        return;
    via_fail(&err, VIA_E_FORMAT,
             "%s: %zu of %zu units of %s stay as they stood, since %s no longer has "
             "their text",
             to->multi->standing->path, n_lost, standing->n_units, standing->id,
             to->documents[to->pivot]);
    via_ledger_fail(to->ledger, &err);
}

/* Reads what was kept, whose side `p` is the pivot. Beads and names of documents borrow
 * from `bytes`. */
static via_status read_kept(struct writing *to, const via_buffer *bytes, int p,
                            size_t other, via_buffer *beads, via_error *err)
{
    via_multi_kept kept = via_multi_look(bytes);
    via_status st;

    to->documents[to->pivot] = kept.names[p];
    to->documents[other] = kept.names[1 - p];
    via_multi_read(bytes, p, other, beads);
    st = via_holding_take(&to->holding, &kept, p, to->pivot, err);
    return st == VIA_OK ? via_holding_take(&to->holding, &kept, 1 - p, other, err) : st;
}

/* Leaves out the beads that contradict what stands; returns how many are left. */
static size_t leave_out(const struct writing *to, via_multi_bead *beads, size_t n_beads)
{
    size_t n_left = 0;

    for (size_t i = 0; i < n_beads; i++) {
        if (!to->turn->standing || via_holding_allows(&to->holding, &beads[i]))
            beads[n_left++] = beads[i];
    }
    return n_left;
}

static via_status compose(struct writing *to, via_buffer *bytes, via_error *err)
{
    via_multi_task task = {.beads = (via_multi_bead *)(void *)bytes->bytes};
    via_status st = via_holding_settle(&to->holding, to->pivot, err);

    if (st != VIA_OK || bytes->has_failed)
        return via_fail_memory(err);
    task.n_beads = leave_out(to, task.beads, bytes->n_bytes / sizeof *task.beads);
    task.places = to->holding.places;
    task.n_places = to->turn->standing ? to->turn->standing->n_units : 0;
    if (to->turn->standing && to->turn->n_entries)
        tell_lost(to);
    return via_multi_compose(&task, write_unit, to, err);
}

/* Composes and writes what belongs to one article. */
static via_status write_article(struct writing *to, const struct turn *turn,
                                via_error *err)
{
    via_buffer beads = VIA_BUFFER_INIT;
    via_buffer *bytes = calloc(turn->n_entries + 1, sizeof *bytes);
    via_status st = bytes ? VIA_OK : via_fail_memory(err);

    to->turn = turn;
    /* Where nothing was aligned, no segment is held, and any pivot will do. */
    to->pivot = turn->n_entries ? find_pivot(to, turn) : 0;
    memset(to->documents, 0, to->multi->n_langs * sizeof *to->documents);
    via_holding_turn(&to->holding, turn->standing);
    for (size_t i = 0; st == VIA_OK && i < turn->n_entries; i++) {
        size_t src = place(to, turn->entries[i].langs.src);
        size_t tgt = place(to, turn->entries[i].langs.tgt);
        size_t other = src == to->pivot ? tgt : src;

        /* The same two languages may have been asked for in both directions. */
        if ((src != to->pivot && tgt != to->pivot) || to->documents[other])
            continue;
        st = via_multi_store_read(&to->multi->store, &turn->entries[i], &bytes[i], err);
        if (st == VIA_OK)
            st = read_kept(to, &bytes[i], tgt == to->pivot, other, &beads, err);
    }
    if (st == VIA_OK)
        st = compose(to, &beads, err);
    via_buffer_clear(&beads);
    for (size_t i = 0; bytes && i < turn->n_entries; i++)
        via_buffer_clear(&bytes[i]);
    free(bytes);
    return st;
}

/* ---- All articles -------------------------------------------------------- */

static int compare_turns(const void *a, const void *b)
{
    return strcmp(((const struct turn *)a)->id, ((const struct turn *)b)->id);
}

/* Appends the turns of all articles that were aligned or stand, by id. */
static void find_turns(const via_multi *multi, bool *are_aligned, via_buffer *turns)
{
    size_t n_standing = multi->standing ? multi->standing->n_articles : 0;
    size_t n_entries, last;
    const via_multi_entry *entries = via_multi_store_entries(&multi->store, &n_entries);

    for (size_t first = 0; first < n_entries; first = last) {
        size_t article = entries[first].article;
        const via_standing_article *standing = standing_of(multi, article);

        for (last = first; last < n_entries && entries[last].article == article;)
            last++;
        struct turn turn = {standing ? standing->id
                                     : multi->corpus->articles[article].id,
                            &entries[first], last - first, standing};
        via_buffer_append(turns, (const char *)&turn, sizeof turn);
        if (standing)
            are_aligned[standing - multi->standing->articles] = true;
    }
    for (size_t a = 0; a < n_standing; a++) {
        const via_standing_article *standing = &multi->standing->articles[a];
        struct turn turn = {standing->id, NULL, 0, standing};

        if (!are_aligned[a])
            via_buffer_append(turns, (const char *)&turn, sizeof turn);
    }
    if (!turns->has_failed && turns->n_bytes)
        qsort(turns->bytes, turns->n_bytes / sizeof(struct turn), sizeof(struct turn),
              compare_turns);
}

static via_status write_articles(struct writing *to, via_error *err)
{
    const via_multi *multi = to->multi;
    size_t n_standing = multi->standing ? multi->standing->n_articles : 0;
    bool *are_aligned = calloc(n_standing + 1, sizeof *are_aligned);
    via_buffer bytes = VIA_BUFFER_INIT;
    via_status st = are_aligned ? VIA_OK : via_fail_memory(err);

    if (st == VIA_OK)
        find_turns(multi, are_aligned, &bytes);
    if (bytes.has_failed)
        st = via_fail_memory(err);
    const struct turn *turns = (const struct turn *)(const void *)bytes.bytes;
    for (size_t i = 0; st == VIA_OK && i < bytes.n_bytes / sizeof *turns; i++) {
        st = write_article(to, &turns[i], err);
        if (st == VIA_OK)
            st = via_multi_files_flush(&to->files, false, err);
    }
    via_buffer_clear(&bytes);
    free(are_aligned);
    return st == VIA_OK ? via_multi_files_flush(&to->files, true, err) : st;
}

static via_status writing_init(struct writing *to, via_error *err)
{
    size_t n_langs = to->multi->n_langs;

    to->documents = calloc(n_langs + 1, sizeof *to->documents);
    to->texts = calloc(n_langs + 1, sizeof *to->texts);
    to->added = calloc(n_langs + 1, sizeof *to->added);
    if (!to->documents || !to->texts || !to->added)
        return via_fail_memory(err);
    return via_holding_init(&to->holding, to->multi->langs, n_langs, err);
}

static void writing_clear(struct writing *to)
{
    via_multi_files_abandon(&to->files);
    for (size_t l = 0; to->added && l < to->multi->n_langs; l++) {
        via_buffer_clear(&to->added[l].line);
        via_buffer_clear(&to->added[l].segs);
    }
    via_holding_clear(&to->holding);
    free(to->documents);
    free(to->texts);
    free(to->added);
}

via_status via_multi_write(via_multi *multi, const char *dir, via_ledger *ledger,
                           via_multi_totals *totals, via_error *err)
{
    struct writing to = {.multi = multi,
                         .ledger = ledger,
                         .files = {.langs = multi->langs, .n_langs = multi->n_langs}};
    via_status st = writing_init(&to, err);

    via_multi_store_settle(&multi->store);
    if (st == VIA_OK)
        st = via_multi_files_open(&to.files, multi->outputs, dir, err);
    if (st == VIA_OK)
        st = write_articles(&to, err);
    if (st == VIA_OK)
        st = via_multi_files_commit(&to.files, err);
    *totals = to.totals;
    writing_clear(&to);
    return st;
}
