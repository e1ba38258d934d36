/* Standing: the units of an earlier memory, which a batch adds to. */
#include "batch/standing.h"

#include "base/intern.h"
#include "base/status.h"
#include "io/reader.h"
#include "markup/valid.h"

#include <stdlib.h>
#include <string.h>

/* No unit is so long; JSON of more than INT_MAX bytes cannot be read. Chosen. */
#define LINE_MAX_BYTES ((size_t)64 << 20)

/* A unit as it came. */
struct row {
    via_multi_unit unit;
    size_t article, line;
};

/* A segment that a unit holds. */
struct claim {
    size_t article, seg, line;
    const char *lang;
};

/* ---- Reading ------------------------------------------------------------- */

struct loading {
    via_standing *to;
    via_intern *ids;
    via_buffer rows; /* of struct row */
};

static bool holds_nothing(const via_record *record)
{
    for (size_t i = 0; i < record->n_bytes; i++) {
        if (!strchr(" \t\r", record->bytes[i]) || !record->bytes[i])
            return false;
    }
    return true;
}

static via_status add_line(struct loading *at, const via_record *record, size_t line,
                           via_error *err)
{
    struct row row = {.line = line};
    via_error why;
    uint32_t article;

    if (record->is_too_long)
        return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected a line of at most 64 MiB",
                        at->to->path, line);
    if (holds_nothing(record))
        return VIA_OK;
    via_status st =
        via_multi_parse(record->bytes, record->n_bytes, at->to->arena, &row.unit, &why);
    if (st != VIA_OK)
        return via_fail(err, st, "%s:%zu: %s", at->to->path, line, why.message);
    article = via_intern_add(at->ids, row.unit.article, strlen(row.unit.article));
    if (article == VIA_INTERN_NONE)
        return via_fail_memory(err);
    row.article = article;
    via_buffer_append(&at->rows, (const char *)&row, sizeof row);
    return at->rows.has_failed ? via_fail_memory(err) : VIA_OK;
}

static via_status read_lines(struct loading *at, via_error *err)
{
    via_reader *in = NULL;
    via_record record = {.bytes = ""};
    via_status st = via_reader_open(at->to->path, &in, err);

    while (st == VIA_OK) {
        st = via_reader_record(in, LINE_MAX_BYTES, &record, err);
        if (st != VIA_OK || !record.bytes)
            break;
        st = add_line(at, &record, via_reader_line(in), err);
    }
    via_reader_close(in);
    return st;
}

/* ---- Checking ------------------------------------------------------------ */

static int compare_claims(const void *a, const void *b)
{
    const struct claim *x = a, *y = b;
    int order = strcmp(x->lang, y->lang);

    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (order)
        return order;
    if (x->seg != y->seg)
        return x->seg < y->seg ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void add_claims(const struct row *row, via_buffer *out)
{
    for (size_t t = 0; t < row->unit.n_texts; t++) {
        const via_multi_text *text = &row->unit.texts[t];

        for (size_t s = 0; s < text->n_segs; s++) {
            struct claim claim = {row->article, text->segs[s], row->line, text->lang};

            via_buffer_append(out, (const char *)&claim, sizeof claim);
        }
    }
}

/* No segment stands in two units. */
static via_status check_claims(const struct loading *at, via_error *err)
{
    const struct row *rows = (const struct row *)(const void *)at->rows.bytes;
    via_buffer bytes = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    for (size_t i = 0; i < at->rows.n_bytes / sizeof *rows; i++)
        add_claims(&rows[i], &bytes);
    if (bytes.has_failed)
        st = via_fail_memory(err);
    struct claim *claims = (struct claim *)(void *)bytes.bytes;
    size_t n_claims = bytes.n_bytes / sizeof *claims;
    if (st == VIA_OK && n_claims)
        qsort(claims, n_claims, sizeof *claims, compare_claims);
    for (size_t i = 1; st == VIA_OK && i < n_claims; i++) {
        const struct claim *a = &claims[i - 1], *b = &claims[i];

        if (a->article == b->article && a->seg == b->seg &&
            strcmp(a->lang, b->lang) == 0)
            st = via_fail(err, VIA_E_FORMAT,
                          "%s:%zu: expected segments that no other unit holds, but "
                          "line %zu has \"%s\" %zu",
                          at->to->path, b->line, a->line, b->lang, b->seg);
    }
    via_buffer_clear(&bytes);
    return st;
}

/* ---- By article ---------------------------------------------------------- */

static via_status group(struct loading *at, via_error *err)
{
    const struct row *rows = (const struct row *)(const void *)at->rows.bytes;
    via_standing *to = at->to;
    size_t n_units = 0;

    to->n_units = at->rows.n_bytes / sizeof *rows;
    to->n_articles = via_intern_count(at->ids);
    to->units = via_arena_array(to->arena, to->n_units, sizeof *to->units);
    to->articles = via_arena_array(to->arena, to->n_articles, sizeof *to->articles);
    if (!to->units || !to->articles)
        return via_fail_memory(err);
    for (size_t i = 0; i < to->n_units; i++) {
        to->articles[rows[i].article].id = rows[i].unit.article;
        to->articles[rows[i].article].n_units++;
    }
    for (size_t a = 0; a < to->n_articles; a++) {
        to->articles[a].units = to->units + n_units;
        n_units += to->articles[a].n_units;
        to->articles[a].n_units = 0;
    }
    for (size_t i = 0; i < to->n_units; i++) {
        via_standing_article *article = &to->articles[rows[i].article];

        to->units[(size_t)(article->units - to->units) + article->n_units++] =
            rows[i].unit;
    }
    return VIA_OK;
}

via_status via_standing_load(const char *path, via_standing **out, via_error *err)
{
    via_arena *arena = via_arena_new();
    struct loading at = {.to = arena ? via_arena_alloc(arena, sizeof(via_standing))
                                     : NULL,
                         .ids = via_intern_new()};
    via_status st = VIA_OK;

    *out = NULL;
    if (at.to) {
        at.to->arena = arena;
        at.to->path = via_arena_copy(arena, path, strlen(path));
    }
    if (!at.to || !at.to->path || !at.ids)
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = read_lines(&at, err);
    if (st == VIA_OK)
        st = check_claims(&at, err);
    if (st == VIA_OK)
        st = group(&at, err);
    via_buffer_clear(&at.rows);
    via_intern_free(at.ids);
    if (st == VIA_OK)
        *out = at.to;
    else
        via_arena_free(arena);
    return st;
}

void via_standing_free(via_standing *standing)
{
    if (standing)
        via_arena_free(standing->arena);
}

/* ---- Articles of a corpus ------------------------------------------------ */

/* Strings, and the article that has each: the first, or NO_OWNER where only one may
 * have it and several do. */
struct names {
    via_intern *intern;
    via_buffer owners; /* size_t, by number of a name */
};

#define NO_OWNER SIZE_MAX

/* What standing articles are found by: strings to their numbers. */
struct finding {
    const via_standing *standing;
    via_intern *ids;    /* numbered as the articles */
    struct names names; /* of documents, behind their language */
    struct names parts; /* of ids */
    bool *are_taken;    /* by article */
    via_buffer key;
};

static void set_key(struct finding *at, const char *lang, const char *name,
                    size_t n_bytes)
{
    at->key.n_bytes = 0;
    if (lang)
        via_buffer_format(&at->key, "%s ", lang);
    via_append_valid(&at->key, name, n_bytes);
}

/* Moves to the next part of an id that documents were joined to, which is between two
 * plus signs; false at the end. */
static bool next_part(const char **part, size_t *n_bytes)
{
    *part += *n_bytes;
    *part += strspn(*part, "+");
    *n_bytes = strcspn(*part, "+");
    return *n_bytes > 0;
}

static bool has_part(const char *id, const char *wanted, size_t n_wanted)
{
    const char *part = id;
    size_t n_bytes = 0;

    while (next_part(&part, &n_bytes)) {
        if (n_bytes == n_wanted && memcmp(part, wanted, n_bytes) == 0)
            return true;
    }
    return false;
}

static bool has_parts(const char *id, const char *wanted)
{
    const char *part = wanted;
    size_t n_bytes = 0;

    while (next_part(&part, &n_bytes)) {
        if (!has_part(id, part, n_bytes))
            return false;
    }
    return true;
}

/* Notes that an article has the name that is the key. */
static bool own(struct finding *at, struct names *names, size_t article, bool is_sole)
{
    size_t n_names = via_intern_count(names->intern);

    if (at->key.has_failed)
        return false;
    uint32_t number = via_intern_add(names->intern, at->key.bytes, at->key.n_bytes);
    if (number == VIA_INTERN_NONE)
        return false;
    if (number == n_names)
        via_buffer_append(&names->owners, (const char *)&article, sizeof article);
    if (names->owners.has_failed)
        return false;
    size_t *owner = (size_t *)(void *)names->owners.bytes + number;
    if (is_sole && *owner != article)
        *owner = NO_OWNER;
    return true;
}

static bool own_text(struct finding *at, const via_multi_text *text, size_t article)
{
    set_key(at, text->lang, text->document, strlen(text->document));
    return own(at, &at->names, article, false);
}

static bool own_parts(struct finding *at, size_t article)
{
    const char *part = at->standing->articles[article].id;
    size_t n_bytes = 0;
    bool is_well = true;

    while (is_well && next_part(&part, &n_bytes)) {
        set_key(at, NULL, part, n_bytes);
        is_well = own(at, &at->parts, article, true);
    }
    return is_well;
}

static bool finding_fill(struct finding *at)
{
    bool is_well = at->ids && at->names.intern && at->parts.intern && at->are_taken;

    for (size_t a = 0; is_well && a < at->standing->n_articles; a++) {
        const via_standing_article *article = &at->standing->articles[a];

        is_well = via_intern_add(at->ids, article->id, strlen(article->id)) == a &&
                  own_parts(at, a);
        for (size_t u = 0; is_well && u < article->n_units; u++) {
            for (size_t t = 0; is_well && t < article->units[u].n_texts; t++)
                is_well = own_text(at, &article->units[u].texts[t], a);
        }
    }
    return is_well;
}

static void take(struct finding *at, size_t article, size_t *out)
{
    if (!at->are_taken[article])
        *out = article;
    at->are_taken[article] = true;
}

static void find_by_id(struct finding *at, const char *id, size_t *out)
{
    set_key(at, NULL, id, strlen(id));
    if (at->key.has_failed)
        return;
    uint32_t number = via_intern_find(at->ids, at->key.bytes, at->key.n_bytes);
    if (number != VIA_INTERN_NONE)
        take(at, number, out);
}

static void find_by_name(struct finding *at, const char *lang, const via_source *source,
                         size_t *out)
{
    via_buffer name = VIA_BUFFER_INIT;
    const size_t *owners = (const size_t *)(const void *)at->names.owners.bytes;

    via_source_name(source, &name);
    set_key(at, lang, name.bytes ? name.bytes : "", name.n_bytes);
    at->key.has_failed |= name.has_failed;
    via_buffer_clear(&name);
    if (at->key.has_failed)
        return;
    uint32_t number = via_intern_find(at->names.intern, at->key.bytes, at->key.n_bytes);
    if (number != VIA_INTERN_NONE)
        take(at, owners[number], out);
}

/* An id that holds all parts of a standing one, and others: documents were joined to
 * that article since. */
static void find_by_parts(struct finding *at, const char *id, size_t *out)
{
    const size_t *owners = (const size_t *)(const void *)at->parts.owners.bytes;
    const char *part = id;
    size_t n_bytes = 0;

    while (strchr(id, '+') && *out == at->standing->n_articles &&
           next_part(&part, &n_bytes)) {
        set_key(at, NULL, part, n_bytes);
        if (at->key.has_failed)
            return;
        uint32_t number =
            via_intern_find(at->parts.intern, at->key.bytes, at->key.n_bytes);
        if (number != VIA_INTERN_NONE && owners[number] != NO_OWNER &&
            has_parts(id, at->standing->articles[owners[number]].id))
            take(at, owners[number], out);
    }
}

via_status via_standing_match(const via_standing *standing, const via_corpus *corpus,
                              size_t *out, via_error *err)
{
    struct finding at = {.standing = standing,
                         .ids = via_intern_new(),
                         .names = {.intern = via_intern_new()},
                         .parts = {.intern = via_intern_new()},
                         .are_taken = calloc(standing->n_articles + 1, sizeof(bool))};
    bool is_well = finding_fill(&at);

    for (size_t a = 0; is_well && a < corpus->n_articles; a++) {
        out[a] = standing->n_articles;
        find_by_id(&at, corpus->articles[a].id, &out[a]);
    }
    for (size_t a = 0; is_well && a < corpus->n_articles; a++) {
        for (size_t l = 0; l < corpus->n_langs; l++) {
            const via_source *source = corpus->articles[a].sources[l];

            if (source && out[a] == standing->n_articles)
                find_by_name(&at, corpus->langs[l], source, &out[a]);
        }
    }
    for (size_t a = 0; is_well && a < corpus->n_articles; a++)
        find_by_parts(&at, corpus->articles[a].id, &out[a]);
    is_well = is_well && !at.key.has_failed;
    via_intern_free(at.ids);
    via_intern_free(at.names.intern);
    via_intern_free(at.parts.intern);
    via_buffer_clear(&at.names.owners);
    via_buffer_clear(&at.parts.owners);
    via_buffer_clear(&at.key);
    free(at.are_taken);
    return is_well ? VIA_OK : via_fail_memory(err);
}
