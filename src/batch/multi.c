/* Multi: one memory of all languages, composed from pairs that share a pivot.
 *
 * Beads are kept as bytes, the two names of the documents first:
 *
 *     names | record, source text, target text | record, ... */
#include "batch/multi.h"

#include "base/status.h"
#include "batch/multi_compose.h"
#include "io/writer.h"
#include "tm/multi.h"
#include "tm/unit.h"

#include <stdlib.h>
#include <string.h>

/* So much text is written at once. */
#define WRITE_BYTES ((size_t)1 << 20)

struct names {
    size_t n_bytes[2]; /* with a NUL each */
};

struct record {
    size_t begin[2], end[2]; /* segments */
    size_t n_bytes[2];       /* of the texts */
    double confidence;
};

struct entry {
    size_t article, number; /* the number tells in which order they came */
    via_lang_pair langs;
    via_buffer beads;
};

struct via_multi {
    const via_outputs *outputs;
    const via_corpus *corpus;
    via_buffer entries; /* of struct entry */
};

/* ---- Collecting ---------------------------------------------------------- */

static void collect_bead(const via_unit *unit, via_buffer *out)
{
    struct record record = {{unit->bead->src_begin, unit->bead->tgt_begin},
                            {unit->bead->src_end, unit->bead->tgt_end},
                            {0, 0},
                            unit->bead->confidence};
    size_t at = out->n_bytes;

    via_buffer_append(out, (const char *)&record, sizeof record);
    size_t begin = out->n_bytes;
    via_side_text(&unit->src, out);
    record.n_bytes[0] = out->n_bytes - begin;
    begin = out->n_bytes;
    via_side_text(&unit->tgt, out);
    record.n_bytes[1] = out->n_bytes - begin;
    if (!out->has_failed)
        memcpy(out->bytes + at, &record, sizeof record);
}

void via_multi_collect(via_pair pair, const via_ladder *ladder, double min_confidence,
                       via_buffer *out)
{
    const char *src = via_doc_name(pair.src), *tgt = via_doc_name(pair.tgt);
    struct names names = {{strlen(src) + 1, strlen(tgt) + 1}};

    via_buffer_append(out, (const char *)&names, sizeof names);
    via_buffer_append(out, src, names.n_bytes[0]);
    via_buffer_append(out, tgt, names.n_bytes[1]);
    for (size_t b = 0; b < ladder->n_beads; b++) {
        via_unit unit = via_unit_of(pair, ladder, b);

        if (via_unit_is_full(&unit) && unit.bead->confidence >= min_confidence)
            collect_bead(&unit, out);
    }
}

static size_t n_entries(const via_multi *multi)
{
    return multi->entries.n_bytes / sizeof(struct entry);
}

static struct entry *entries_of(const via_multi *multi)
{
    return (struct entry *)(void *)multi->entries.bytes;
}

via_status via_multi_new(const via_outputs *outputs, const via_corpus *corpus,
                         via_multi **out, via_error *err)
{
    bool can = false;

    *out = NULL;
    for (size_t i = 0; i < outputs->n_files; i++)
        can = can || via_multi_can(outputs->files[i].tm.format);
    if (!can)
        return via_fail(err, VIA_E_ARGUMENT,
                        "expected tmx, tsv or jsonl for a memory of many languages");
    *out = calloc(1, sizeof **out);
    if (!*out)
        return via_fail_memory(err);
    (*out)->outputs = outputs;
    (*out)->corpus = corpus;
    return VIA_OK;
}

void via_multi_free(via_multi *multi)
{
    if (!multi)
        return;
    for (size_t i = 0; i < n_entries(multi); i++)
        via_buffer_clear(&entries_of(multi)[i].beads);
    via_buffer_clear(&multi->entries);
    free(multi);
}

via_status via_multi_take(via_multi *multi, const via_article *article,
                          via_lang_pair langs, via_buffer *beads, via_error *err)
{
    struct entry entry = {(size_t)(article - multi->corpus->articles), n_entries(multi),
                          langs, *beads};

    if (beads->has_failed || !via_buffer_reserve(&multi->entries, sizeof entry))
        return via_fail_memory(err);
    via_buffer_append(&multi->entries, (const char *)&entry, sizeof entry);
    *beads = (via_buffer)VIA_BUFFER_INIT;
    return VIA_OK;
}

/* ---- One article --------------------------------------------------------- */

/* The memory on its way out. */
struct writing {
    const via_multi *multi;
    const char **langs; /* in their order */
    size_t n_langs;
    via_multi_spec specs[VIA_OUTPUTS_MAX];
    via_writer *writers[VIA_OUTPUTS_MAX];
    via_buffer streams[VIA_OUTPUTS_MAX];
    size_t n_files, n_units;
    /* Of the article at hand, by place of the language. */
    size_t pivot;
    const char **documents;
    via_multi_text *texts;
    via_buffer *lines;
};

static size_t place(const struct writing *to, size_t lang)
{
    return via_lang_place(to->multi->corpus, lang);
}

/* The pivot is the first of the languages that are there. */
static size_t find_pivot(const struct writing *to, const struct entry *entries,
                         size_t n)
{
    size_t pivot = to->n_langs;

    for (size_t i = 0; i < n; i++) {
        size_t src = place(to, entries[i].langs.src);
        size_t tgt = place(to, entries[i].langs.tgt);

        pivot = src < pivot ? src : pivot;
        pivot = tgt < pivot ? tgt : pivot;
    }
    return pivot;
}

/* Reads the beads of an entry, whose side `p` is the pivot. */
static void read_beads(struct writing *to, const struct entry *entry, int p,
                       size_t other, via_buffer *out)
{
    const char *at = entry->beads.bytes, *end = at + entry->beads.n_bytes;
    struct names names;

    memcpy(&names, at, sizeof names);
    at += sizeof names;
    to->documents[to->pivot] = at + (p ? names.n_bytes[0] : 0);
    to->documents[other] = at + (p ? 0 : names.n_bytes[0]);
    for (at += names.n_bytes[0] + names.n_bytes[1]; at < end;) {
        struct record record;

        memcpy(&record, at, sizeof record);
        at += sizeof record;
        const char *texts[2] = {at, at + record.n_bytes[0]};
        via_multi_bead bead = {.lang = other,
                               .begin = record.begin[p],
                               .end = record.end[p],
                               .confidence = record.confidence,
                               .texts = {texts[p], texts[1 - p]},
                               .n_bytes = {record.n_bytes[p], record.n_bytes[1 - p]}};

        via_buffer_append(out, (const char *)&bead, sizeof bead);
        at += record.n_bytes[0] + record.n_bytes[1];
    }
}

static void add_line(struct writing *to, size_t lang, const char *text, size_t n_bytes)
{
    via_multi_join(to->langs[lang], text, n_bytes, &to->lines[lang]);
}

static void write_unit(void *data, const via_multi_bead *const *beads, size_t n_beads)
{
    struct writing *to = data;
    via_multi_unit unit = {to->texts, 0, 1.0};

    for (size_t l = 0; l < to->n_langs; l++)
        to->lines[l].n_bytes = 0;
    for (size_t b = 0; b < n_beads; b++) {
        if (beads[b]->lang == beads[0]->lang)
            add_line(to, to->pivot, beads[b]->texts[0], beads[b]->n_bytes[0]);
        add_line(to, beads[b]->lang, beads[b]->texts[1], beads[b]->n_bytes[1]);
        if (beads[b]->confidence < unit.confidence)
            unit.confidence = beads[b]->confidence;
    }
    for (size_t l = 0; l < to->n_langs; l++) {
        if (to->lines[l].n_bytes)
            to->texts[unit.n_texts++] =
                (via_multi_text){to->langs[l], to->documents[l], to->lines[l].bytes,
                                 to->lines[l].n_bytes};
    }
    to->n_units++;
    for (size_t f = 0; f < to->n_files; f++)
        via_multi_render(&to->specs[f], &unit, &to->streams[f]);
}

/* Composes and writes what belongs to one article. */
static via_status write_article(struct writing *to, const struct entry *entries,
                                size_t n, via_error *err)
{
    via_buffer beads = VIA_BUFFER_INIT;

    to->pivot = find_pivot(to, entries, n);
    memset(to->documents, 0, to->n_langs * sizeof *to->documents);
    for (size_t i = 0; i < n; i++) {
        size_t src = place(to, entries[i].langs.src);
        size_t tgt = place(to, entries[i].langs.tgt);
        size_t other = src == to->pivot ? tgt : src;

        /* The same two languages may have been asked for in both directions. */
        if ((src == to->pivot || tgt == to->pivot) && !to->documents[other])
            read_beads(to, &entries[i], tgt == to->pivot, other, &beads);
    }
    via_status st = beads.has_failed ? via_fail_memory(err) : VIA_OK;
    if (st == VIA_OK)
        st = via_multi_compose((via_multi_bead *)(void *)beads.bytes,
                               beads.n_bytes / sizeof(via_multi_bead), write_unit, to,
                               err);
    via_buffer_clear(&beads);
    return st;
}

/* ---- The files ----------------------------------------------------------- */

static via_status open_files(struct writing *to, const char *dir, via_error *err)
{
    const via_outputs *outputs = to->multi->outputs;
    via_status st = VIA_OK;

    for (size_t i = 0; st == VIA_OK && i < outputs->n_files; i++) {
        const via_tm_options *tm = &outputs->files[i].tm;
        via_buffer path = VIA_BUFFER_INIT;

        if (!via_multi_can(tm->format))
            continue;
        via_buffer_format(&path, "%s/multi.%s%s", dir, via_format_name(tm->format),
                          tm->is_gzipped ? ".gz" : "");
        to->specs[to->n_files] = (via_multi_spec){tm, to->langs, to->n_langs};
        via_multi_head(&to->specs[to->n_files], &to->streams[to->n_files]);
        if (via_buffer_text(&path))
            st = via_writer_open(path.bytes, tm->is_gzipped, &to->writers[to->n_files],
                                 err);
        else
            st = via_fail_memory(err);
        to->n_files++;
        via_buffer_clear(&path);
    }
    return st;
}

/* Writes what has come together, all of it if `is_last`. */
static via_status flush(struct writing *to, bool is_last, via_error *err)
{
    via_status st = VIA_OK;

    for (size_t f = 0; st == VIA_OK && f < to->n_files; f++) {
        via_buffer *stream = &to->streams[f];

        if (is_last)
            via_multi_tail(&to->specs[f], stream);
        if (stream->has_failed)
            return via_fail_memory(err);
        if (!is_last && stream->n_bytes < WRITE_BYTES)
            continue;
        st = via_writer_write(to->writers[f], stream->bytes, stream->n_bytes, err);
        stream->n_bytes = 0;
    }
    return st;
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static via_status write_articles(struct writing *to, via_error *err)
{
    struct entry *entries = entries_of(to->multi);
    size_t n = n_entries(to->multi), last;
    via_status st = VIA_OK;

    if (n)
        qsort(entries, n, sizeof *entries, compare_entries);
    for (size_t first = 0; st == VIA_OK && first < n; first = last) {
        for (last = first + 1;
             last < n && entries[last].article == entries[first].article;)
            last++;
        st = write_article(to, &entries[first], last - first, err);
        if (st == VIA_OK)
            st = flush(to, false, err);
    }
    return st == VIA_OK ? flush(to, true, err) : st;
}

static bool writing_init(struct writing *to)
{
    const via_corpus *corpus = to->multi->corpus;

    to->n_langs = corpus->n_langs;
    to->langs = calloc(to->n_langs + 1, sizeof *to->langs);
    to->documents = calloc(to->n_langs + 1, sizeof *to->documents);
    to->texts = calloc(to->n_langs + 1, sizeof *to->texts);
    to->lines = calloc(to->n_langs + 1, sizeof *to->lines);
    if (!to->langs || !to->documents || !to->texts || !to->lines)
        return false;
    for (size_t l = 0; l < to->n_langs; l++)
        to->langs[place(to, l)] = corpus->langs[l];
    return true;
}

static void writing_clear(struct writing *to)
{
    for (size_t f = 0; f < to->n_files; f++) {
        via_writer_abandon(to->writers[f]);
        via_buffer_clear(&to->streams[f]);
    }
    for (size_t l = 0; to->lines && l < to->n_langs; l++)
        via_buffer_clear(&to->lines[l]);
    free(to->langs);
    free(to->documents);
    free(to->texts);
    free(to->lines);
}

via_status via_multi_write(via_multi *multi, const char *dir, size_t *n_units,
                           via_error *err)
{
    struct writing to = {.multi = multi};
    via_status st = writing_init(&to) ? VIA_OK : via_fail_memory(err);

    if (st == VIA_OK)
        st = open_files(&to, dir, err);
    if (st == VIA_OK)
        st = write_articles(&to, err);
    for (size_t f = 0; st == VIA_OK && f < to.n_files; f++) {
        st = via_writer_commit(to.writers[f], err);
        to.writers[f] = NULL;
    }
    *n_units = to.n_units;
    writing_clear(&to);
    return st;
}
