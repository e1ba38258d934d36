/* Model: what was learned of a pair of languages, kept in a file.
 *
 * Lines of fields between tabs, first what they are:
 *
 *     languages  vi  ja
 *     weight     NAME  for sentences  for clauses
 *     length     ratio | floor | slope  VALUE
 *     size       source | target  number of the class  VALUE
 *     outcome    EVENT  source | target  number of the outcome  times
 *     both       EVENT  outcome of the source  of the target  times
 *     total      key | name | line  segments of the source  of the target
 *     seen       key | name | line  hash  times in the source  in the target
 *
 * and the lines of a lexicon. */
#include "evidence/model.h"

#include "base/status.h"
#include "evidence/lexicon_file.h"
#include "io/number.h"
#include "io/reader.h"
#include "io/table.h"

#include <inttypes.h>
#include <string.h>

#define N_DECIMALS 6
#define FIELDS_MAX 8
/* Larger figures are a broken file. */
#define FIGURE_MAX 1e12
/* A line of text that was seen less often is no furniture, and what is seen once is
 * as rare as what never is. */
#define SEEN_MIN 2

/* Events by name, and how many there are. */
#define N_EVENTS (4 + VIA_N_MARKS)
static const char *const EVENTS[N_EVENTS] = {
    "end",     "start", "block",     "kind",     "question", "quote",
    "bracket", "colon", "semicolon", "ellipsis", "percent",  "dash"};

static via_joint *event_of(via_knowledge *know, int event)
{
    switch (event) {
    case 0:
        return &know->ends;
    case 1:
        return &know->starts;
    case 2:
        return &know->blocks;
    case 3:
        return &know->kinds;
    default:
        return &know->marks[event - 4];
    }
}

static const char *const SIDES[] = {"source", "target"};
static const char *const TABLES[] = {"key", "name", "line"};

static via_counts *table_of(const via_knowledge *know, int table)
{
    return table == 0 ? know->keys : table == 1 ? know->name_counts : know->lines;
}

/* ---- Writing ------------------------------------------------------------- */

static void print_figure(const char *line, double value, via_buffer *out)
{
    via_buffer_format(out, "%s\t", line);
    via_append_decimal(out, value, N_DECIMALS);
    via_buffer_append_char(out, '\n');
}

static void print_lengths(const via_lengths *lengths, via_buffer *out)
{
    print_figure("length\tratio", lengths->ratio, out);
    print_figure("length\tfloor", lengths->floor_var, out);
    print_figure("length\tslope", lengths->slope_var, out);
    for (int side = 0; side < 2; side++) {
        const via_size_weights *sizes = side ? &lengths->tgt : &lengths->src;

        for (int class = 0; class < VIA_SIZE_N_CLASSES; class ++) {
            via_buffer_format(out, "size\t%s\t", SIDES[side]);
            via_append_count(out, (size_t) class);
            print_figure("", sizes->w[class], out);
        }
    }
}

static void print_event(const char *name, const via_joint *joint, via_buffer *out)
{
    for (size_t a = 0; a < joint->n_classes; a++) {
        for (int side = 0; side < 2; side++) {
            via_buffer_format(out, "outcome\t%s\t%s\t", name, SIDES[side]);
            via_append_count(out, a);
            print_figure("", side ? joint->tgt[a] : joint->src[a], out);
        }
    }
    for (size_t a = 0; a < joint->n_classes; a++) {
        for (size_t b = 0; b < joint->n_classes; b++) {
            via_buffer_format(out, "both\t%s\t", name);
            via_append_count(out, a);
            via_buffer_append_char(out, '\t');
            via_append_count(out, b);
            print_figure("", joint->both[a][b], out);
        }
    }
}

struct printing {
    const char *table;
    via_buffer *out;
};

static bool print_seen(void *data, uint64_t id, const uint32_t n[2])
{
    const struct printing *to = data;

    if (n[0] + n[1] >= SEEN_MIN)
        via_buffer_format(to->out,
                          "seen\t%s\t%016" PRIx64 "\t%" PRIu32 "\t%" PRIu32 "\n",
                          to->table, id, n[0], n[1]);
    return true;
}

static void print_counts(const char *name, const via_counts *counts, via_buffer *out)
{
    struct printing to = {name, out};

    via_buffer_format(out, "total\t%s\t", name);
    via_append_count(out, via_counts_total(counts, 0));
    via_buffer_append_char(out, '\t');
    via_append_count(out, via_counts_total(counts, 1));
    via_buffer_append_char(out, '\n');
    via_counts_each(counts, print_seen, &to);
}

static void print_weights(const via_weights *weights, via_buffer *out)
{
    via_buffer lines = VIA_BUFFER_INIT;

    via_weights_print(weights, &lines);
    out->has_failed |= lines.has_failed;
    for (const char *line = via_buffer_text(&lines) ? lines.bytes : ""; *line;) {
        size_t n_bytes = strcspn(line, "\n");

        via_buffer_append_text(out, "weight\t");
        via_buffer_append(out, line, n_bytes + 1);
        line += n_bytes + 1;
    }
    via_buffer_clear(&lines);
}

via_status via_model_print(const via_knowledge *know, const via_spellings *spellings,
                           size_t n_pairs_max, via_buffer *out, via_error *err)
{
    via_knowledge *mutable = (via_knowledge *)(uintptr_t)know;

    via_buffer_format(out, "languages\t%s\t%s\n", know->src_lang, know->tgt_lang);
    print_weights(&know->weights, out);
    print_lengths(&know->lengths, out);
    for (int event = 0; event < N_EVENTS; event++)
        print_event(EVENTS[event], event_of(mutable, event), out);
    for (int table = 0; table < 3; table++)
        print_counts(TABLES[table], table_of(know, table), out);
    if (out->has_failed)
        return via_fail_memory(err);
    return know->lexicon
               ? via_lexicon_print(know->lexicon, spellings, n_pairs_max, out, err)
               : VIA_OK;
}

/* ---- Reading ------------------------------------------------------------- */

struct reading {
    via_knowledge *know;
    const char *path;
    via_lexicon_lines *lexicon;
    bool has_langs;
    char line[256]; /* of the line at hand, cut into fields */
    const char *fields[FIELDS_MAX];
    size_t n_fields;
};

static int find(const char *const *names, int n, const char *name)
{
    for (int k = 0; k < n; k++) {
        if (strcmp(names[k], name) == 0)
            return k;
    }
    return -1;
}

/* Cuts a copy of the line at its tabs; false if it is too long. */
static bool cut(struct reading *reading, const char *line)
{
    size_t n_bytes = strlen(line);
    char *at = reading->line;

    reading->n_fields = 0;
    if (n_bytes >= sizeof reading->line)
        return false;
    memcpy(at, line, n_bytes + 1);
    while (at && reading->n_fields < FIELDS_MAX) {
        reading->fields[reading->n_fields++] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = '\0';
    }
    return at == NULL;
}

static bool figure(const struct reading *reading, size_t field, double min, double *out)
{
    return via_parse_number(reading->fields[field], out) && *out >= min &&
           *out <= FIGURE_MAX;
}

/* A whole number below `n`, or -1. */
static int number_below(const struct reading *reading, size_t field, size_t n)
{
    double value;

    if (!figure(reading, field, 0.0, &value) || value >= (double)n ||
        value != (double)(int)value)
        return -1;
    return (int)value;
}

static bool take_length(struct reading *reading)
{
    static const char *const names[] = {"ratio", "floor", "slope"};
    via_lengths *lengths = &reading->know->lengths;
    double *const places[] = {&lengths->ratio, &lengths->floor_var,
                              &lengths->slope_var};
    int which = find(names, 3, reading->fields[1]);

    return which >= 0 && figure(reading, 2, which == 0 ? -10.0 : 1e-6, places[which]) &&
           *places[which] < 100.0;
}

static bool take_size(struct reading *reading)
{
    int side = find(SIDES, 2, reading->fields[1]);
    int class = number_below(reading, 2, VIA_SIZE_N_CLASSES);
    via_lengths *lengths = &reading->know->lengths;

    return side >= 0 && class >= 0 &&
           figure(reading, 3, 0.0,
                  side ? &lengths->tgt.w[class] : &lengths->src.w[class]);
}

static bool take_event(struct reading *reading, bool is_both)
{
    int event = find(EVENTS, N_EVENTS, reading->fields[1]);
    via_joint *joint = event < 0 ? NULL : event_of(reading->know, event);

    if (!joint)
        return false;
    int b = number_below(reading, 3, joint->n_classes);
    int a = is_both ? number_below(reading, 2, joint->n_classes)
                    : find(SIDES, 2, reading->fields[2]);
    if (a < 0 || b < 0)
        return false;
    double *place = is_both ? &joint->both[a][b] : a ? &joint->tgt[b] : &joint->src[b];
    return figure(reading, 4, 0.0, place);
}

static bool take_total(struct reading *reading)
{
    int table = find(TABLES, 3, reading->fields[1]);
    double n[2];

    if (table < 0 || !figure(reading, 2, 0.0, &n[0]) || !figure(reading, 3, 0.0, &n[1]))
        return false;
    for (int side = 0; side < 2; side++)
        via_counts_add_total(table_of(reading->know, table), side, (size_t)n[side]);
    return true;
}

static bool take_seen(struct reading *reading)
{
    int table = find(TABLES, 3, reading->fields[1]);
    double n[2];
    uint64_t id;
    char rest;

    if (table < 0 || strlen(reading->fields[2]) != 16 ||
        strspn(reading->fields[2], "0123456789abcdef") != 16 ||
        sscanf(reading->fields[2], "%" SCNx64 "%c", &id, &rest) != 1 ||
        !figure(reading, 3, 0.0, &n[0]) || !figure(reading, 4, 0.0, &n[1]) ||
        n[0] > (double)UINT32_MAX || n[1] > (double)UINT32_MAX)
        return false;
    return via_counts_add_both(table_of(reading->know, table), id,
                               (const uint32_t[]){(uint32_t)n[0], (uint32_t)n[1]});
}

static bool take_weight(struct reading *reading)
{
    for (int f = 0; f < VIA_N_FEATURES; f++) {
        if (strcmp(via_feature_name((enum via_feature)f), reading->fields[1]) == 0)
            return figure(reading, 2, -FIGURE_MAX, &reading->know->weights.w[0][f]) &&
                   figure(reading, 3, -FIGURE_MAX, &reading->know->weights.w[1][f]);
    }
    return false;
}

/* Takes any line but those of a lexicon. */
static bool take(struct reading *reading, const char *line)
{
    static const struct {
        const char *name;
        size_t n_fields;
    } kinds[] = {{"weight", 4}, {"length", 3}, {"size", 4}, {"outcome", 5},
                 {"both", 5},   {"total", 4},  {"seen", 5}};

    if (!cut(reading, line))
        return false;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        if (strcmp(kinds[k].name, reading->fields[0]) != 0)
            continue;
        if (reading->n_fields != kinds[k].n_fields)
            return false;
        switch (k) {
        case 0:
            return take_weight(reading);
        case 1:
            return take_length(reading);
        case 2:
            return take_size(reading);
        case 3:
            return take_event(reading, false);
        case 4:
            return take_event(reading, true);
        case 5:
            return take_total(reading);
        default:
            return take_seen(reading);
        }
    }
    return false;
}

static bool are_langs(struct reading *reading, const char *line)
{
    return cut(reading, line) && reading->n_fields == 3 &&
           strcmp(reading->fields[0], "languages") == 0;
}

static via_status take_langs(struct reading *reading, const char *line, via_error *err)
{
    const via_knowledge *know = reading->know;

    if (!are_langs(reading, line))
        return via_fail(err, VIA_E_FORMAT,
                        "%s: expected a model, which begins with its languages",
                        reading->path);
    reading->has_langs = true;
    if (strcmp(reading->fields[1], know->src_lang) != 0 ||
        strcmp(reading->fields[2], know->tgt_lang) != 0)
        return via_fail(err, VIA_E_ARGUMENT, "%s: expected a model of %s-%s, not %s-%s",
                        reading->path, know->src_lang, know->tgt_lang,
                        reading->fields[1], reading->fields[2]);
    return VIA_OK;
}

static via_status take_line(struct reading *reading, const char *line, size_t line_no,
                            via_error *err)
{
    bool is_mine;

    if (line[0] == '#' || line[0] == '\0')
        return VIA_OK;
    if (!reading->has_langs)
        return take_langs(reading, line, err);
    via_status st = via_lexicon_lines_take(reading->lexicon, line, reading->path,
                                           line_no, &is_mine, err);
    if (st != VIA_OK || is_mine || take(reading, line))
        return st;
    return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected a line of a model",
                    reading->path, line_no);
}

via_status via_model_load(const char *path, via_knowledge *know,
                          via_spellings *spellings, via_error *err)
{
    via_reader *reader = NULL;
    struct reading reading = {
        .know = know, .path = path, .lexicon = via_lexicon_lines_new(false, spellings)};
    const char *line;
    size_t n_bytes;

    via_status st =
        reading.lexicon ? via_reader_open(path, &reader, err) : via_fail_memory(err);
    while (st == VIA_OK &&
           (st = via_reader_next(reader, &line, &n_bytes, err)) == VIA_OK && line)
        st = strlen(line) == n_bytes
                 ? take_line(&reading, line, via_reader_line(reader), err)
                 : via_fail(err, VIA_E_FORMAT, "%s:%zu: expected text, not a NUL byte",
                            path, via_reader_line(reader));
    via_reader_close(reader);
    if (st == VIA_OK && !reading.has_langs)
        st = via_fail(err, VIA_E_FORMAT, "%s: expected a model, not an empty file",
                      path);
    if (st != VIA_OK) {
        via_lexicon_lines_free(reading.lexicon);
        return st;
    }
    know->has_model = true;
    know->prior_scale = 1.0;
    via_knowledge_settle(know);
    return via_lexicon_lines_end(reading.lexicon, &know->prior, err);
}

via_status via_model_is_of(const char *path, const char *src_lang, const char *tgt_lang,
                           bool *is_of, via_error *err)
{
    via_reader *reader = NULL;
    struct reading reading = {.path = path};
    const char *line = NULL;
    size_t n_bytes;

    *is_of = false;
    via_status st = via_reader_open(path, &reader, err);
    while (st == VIA_OK &&
           (st = via_reader_next(reader, &line, &n_bytes, err)) == VIA_OK && line &&
           (line[0] == '#' || line[0] == '\0'))
        continue;
    if (st == VIA_OK && (!line || !are_langs(&reading, line)))
        st = via_fail(err, VIA_E_FORMAT,
                      "%s: expected a model, which begins with its languages", path);
    if (st == VIA_OK)
        *is_of = strcmp(reading.fields[1], src_lang) == 0 &&
                 strcmp(reading.fields[2], tgt_lang) == 0;
    via_reader_close(reader);
    return st;
}
