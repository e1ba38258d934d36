/* Value tables: the words and rules of a language, from its data files. */
#include "value/value_tables.h"

#include "base/status.h"
#include "value/daytime.h"

#include <stdlib.h>
#include <string.h>

#define N_TABLES 2

/* Class 0 is none. */
static const char *const role_names[VIA_ROLE_N] = {
    "none",  "unit",  "first", "last", "teen", "ten",  "scale",
    "large", "times", "part",  "half", "link", "join", "stop"};

struct loading {
    via_value_tables *tables;
    via_table *files[N_TABLES]; /* of the language, if any, and of all */
    via_rule_reader reader;
    via_error *err;
};

static via_status fail(const struct loading *loading, const via_table *file,
                       const via_row *row, const char *what)
{
    return via_fail(loading->err, VIA_E_FORMAT, "%s:%zu: %s", via_table_path(file),
                    row->line, what);
}

/* ---- Marks and traits ---------------------------------------------------- */

static bool set_mark(via_lexis *lexis, const via_row *row)
{
    const char *mark = row->n_fields > 2 ? row->fields[2] : "";

    if (strcmp(mark, ".") != 0 && strcmp(mark, ",") != 0)
        return false;
    if (strcmp(row->fields[1], "group") == 0)
        lexis->marks.group = mark[0];
    else if (strcmp(row->fields[1], "decimal") == 0)
        lexis->marks.decimal = mark[0];
    else
        return false;
    return true;
}

static bool set_trait(via_lexis *lexis, const char *name)
{
    if (strcmp(name, "words-apart") == 0)
        lexis->is_apart = true;
    else if (strcmp(name, "needs-link") == 0)
        lexis->needs_link = true;
    else if (strcmp(name, "positional") == 0)
        lexis->is_positional = true;
    else if (strcmp(name, "loose") == 0)
        lexis->is_loose = true;
    else if (strcmp(name, "glues-figures") == 0)
        lexis->glues_figures = true;
    else
        return false;
    return true;
}

/* ---- Words --------------------------------------------------------------- */

/* A whole number, a decimal with two places for parts, or a part of the day. */
static bool read_word_value(const char *text, int role, int32_t *out)
{
    double number;

    if (via_daypart_of(text) >= 0) {
        *out = via_daypart_of(text);
        return true;
    }
    if (!via_parse_number(text, &number) || number < -10000 || number > 10000)
        return false;
    *out = (int32_t)(role == VIA_ROLE_PART ? number * 100 : number);
    return true;
}

static bool read_word_trait(const char *text, uint16_t *out)
{
    static const char *const names[] = {[VIA_WORD_ONE] = "one",
                                        [VIA_WORD_INNER] = "inner",
                                        [VIA_WORD_LONE] = "lone",
                                        [VIA_WORD_MONEY] = "money"};

    for (uint16_t trait = VIA_WORD_ONE; trait <= VIA_WORD_MONEY; trait++) {
        if (strcmp(names[trait], text) != 0)
            continue;
        *out = trait;
        return true;
    }
    return false;
}

/* Classes that mean something to the program. */
static uint16_t trait_of_class(const char *name)
{
    if (strncmp(name, "month-", 6) == 0)
        return VIA_WORD_MONTH;
    if (strcmp(name, "era") == 0)
        return VIA_WORD_ERA;
    if (strcmp(name, "daypart") == 0)
        return VIA_WORD_DAYPART;
    return strcmp(name, "nth") == 0 ? VIA_WORD_NTH : VIA_WORD_PLAIN;
}

static via_status add_word(struct loading *loading, const via_table *file,
                           const via_row *row)
{
    via_intern *classes = loading->reader.classes;
    uint32_t id = via_intern_add(classes, row->fields[0], strlen(row->fields[0]));
    via_word word = {(uint16_t)id, trait_of_class(row->fields[0]), 0, 0};

    if (id > UINT16_MAX)
        return via_fail_memory(loading->err);
    if (row->n_fields > 2 && !read_word_value(row->fields[2], (int)id, &word.value))
        return fail(loading, file, row, "expected a number or a part of the day");
    if (row->n_fields > 3 && !read_word_trait(row->fields[3], &word.trait))
        return fail(loading, file, row, "expected one, inner, lone or money");
    if (!via_value_words_add(loading->tables->lexis.words, row->fields[1], &word))
        return via_fail_memory(loading->err);
    return VIA_OK;
}

/* ---- Rows ---------------------------------------------------------------- */

static via_status add_row(struct loading *loading, const via_table *file,
                          const via_row *row)
{
    const char *kind = row->fields[0];

    if (strcmp(kind, "mark") == 0) {
        if (!set_mark(&loading->tables->lexis, row))
            return fail(loading, file, row,
                        "expected group or decimal, and \".\" or \",\"");
        return VIA_OK;
    }
    if (strcmp(kind, "trait") == 0) {
        if (!set_trait(&loading->tables->lexis, row->fields[1]))
            return fail(loading, file, row, "expected the name of a trait");
        return VIA_OK;
    }
    return via_value_rules_is_kind(kind) ? VIA_OK : add_word(loading, file, row);
}

/* Words come first, wherever they stand: a rule may name any class. */
static via_status add_words(struct loading *loading)
{
    via_status st = VIA_OK;

    for (size_t f = 0; f < N_TABLES; f++) {
        const via_table *file = loading->files[f];
        size_t n_rows = file ? via_table_n_rows(file) : 0;

        for (size_t i = 0; st == VIA_OK && i < n_rows; i++)
            st = add_row(loading, file, via_table_row(file, i));
    }
    return st;
}

static via_status add_rules(struct loading *loading)
{
    via_status st = VIA_OK;

    for (size_t f = 0; f < N_TABLES; f++) {
        const via_table *file = loading->files[f];
        size_t n_rows = file ? via_table_n_rows(file) : 0;

        loading->reader.path = file ? via_table_path(file) : NULL;
        for (size_t i = 0; st == VIA_OK && i < n_rows; i++) {
            const via_row *row = via_table_row(file, i);
            if (via_value_rules_is_kind(row->fields[0]))
                st = via_value_rules_add(&loading->reader, row, loading->err);
        }
    }
    return st;
}

/* A class that no rule has is a slip of the pen. */
static via_status check_classes(const struct loading *loading)
{
    const char *checked = "";

    for (size_t f = 0; f < N_TABLES; f++) {
        const via_table *file = loading->files[f];
        size_t n_rows = file ? via_table_n_rows(file) : 0;

        for (size_t i = 0; i < n_rows; i++) {
            const via_row *row = via_table_row(file, i);
            uint32_t id = via_intern_find(loading->reader.classes, row->fields[0],
                                          strlen(row->fields[0]));
            /* Rows of a class stand together, mostly. */
            if (id == VIA_INTERN_NONE || id < VIA_ROLE_N ||
                strcmp(checked, row->fields[0]) == 0)
                continue;
            if (!via_value_rules_has(&loading->tables->rules, (int)id))
                return fail(loading, file, row,
                            "expected a role, or a class of words that a rule names");
            checked = row->fields[0];
        }
    }
    return VIA_OK;
}

/* Whether readings begin with the word of a row. */
static bool is_beginning(const struct loading *loading, const via_row *row, uint32_t id)
{
    const char *trait = row->n_fields > 3 ? row->fields[3] : "";

    switch (id) {
    case VIA_ROLE_SCALE:
    case VIA_ROLE_LARGE:
        return strcmp(trait, "one") == 0 || strcmp(trait, "lone") == 0;
    case VIA_ROLE_TIMES:
    case VIA_ROLE_HALF:
    case VIA_ROLE_LINK:
    case VIA_ROLE_JOIN:
    case VIA_ROLE_STOP:
        return false;
    default:
        return id < VIA_ROLE_N
                   ? strcmp(trait, "inner") != 0
                   : via_value_rules_begin(&loading->tables->rules, (int)id);
    }
}

/* Tells the words which of them readings begin with. */
static void sift_words(struct loading *loading)
{
    via_value_words *words = loading->tables->lexis.words;
    const via_intern *classes = loading->reader.classes;

    for (uint32_t id = 0; id < via_intern_count(classes); id++) {
        size_t n_bytes;
        const char *name = via_intern_text(classes, id, &n_bytes);

        if (name[0] == '=' && via_value_rules_begin(&loading->tables->rules, (int)id))
            via_value_words_let_begin(words, name + 1);
    }
    for (size_t f = 0; f < N_TABLES; f++) {
        size_t n_rows = loading->files[f] ? via_table_n_rows(loading->files[f]) : 0;

        for (size_t i = 0; i < n_rows; i++) {
            const via_row *row = via_table_row(loading->files[f], i);
            uint32_t id =
                via_intern_find(classes, row->fields[0], strlen(row->fields[0]));
            if (id != VIA_INTERN_NONE && is_beginning(loading, row, id))
                via_value_words_let_begin(words, row->fields[1]);
        }
    }
}

/* ---- Loading ------------------------------------------------------------- */

static via_status load_files(struct loading *loading, const char *lang)
{
    char name[VIA_LANG_BYTES + 16], path[4096];

    snprintf(name, sizeof name, "values-%.*s.tsv", (int)strcspn(lang, "-"), lang);
    if (via_data_path(name, path, sizeof path)) {
        via_status st = via_table_load(path, 2, &loading->files[0], loading->err);
        if (st != VIA_OK)
            return st;
    }
    return via_table_load("values-any.tsv", 2, &loading->files[1], loading->err);
}

static bool prepare(struct loading *loading)
{
    via_value_tables *tables = loading->tables;

    tables->lexis.words = via_value_words_new();
    loading->reader.classes = via_intern_new();
    if (!tables->lexis.words || !loading->reader.classes ||
        !via_value_rules_init(&tables->rules))
        return false;
    loading->reader.rules = &tables->rules;
    loading->reader.words = tables->lexis.words;
    for (size_t i = 0; i < VIA_ROLE_N; i++) {
        if (via_intern_add(loading->reader.classes, role_names[i],
                           strlen(role_names[i])) != i)
            return false;
    }
    return true;
}

via_status via_value_tables_load(const char *lang, via_value_tables *tables,
                                 via_error *err)
{
    struct loading loading = {.tables = tables, .err = err};

    memset(tables, 0, sizeof *tables);
    via_status st = prepare(&loading) ? VIA_OK : via_fail_memory(err);
    if (st == VIA_OK)
        st = load_files(&loading, lang);
    if (st == VIA_OK)
        st = add_words(&loading);
    if (st == VIA_OK)
        st = add_rules(&loading);
    if (st == VIA_OK)
        st = check_classes(&loading);
    if (st == VIA_OK)
        sift_words(&loading);
    if (st == VIA_OK && !via_value_words_settle(tables->lexis.words))
        st = via_fail_memory(err);
    for (size_t f = 0; f < N_TABLES; f++)
        via_table_free(loading.files[f]);
    via_intern_free(loading.reader.classes);
    if (st != VIA_OK)
        via_value_tables_clear(tables);
    return st;
}

void via_value_tables_clear(via_value_tables *tables)
{
    via_value_words_free(tables->lexis.words);
    via_value_rules_clear(&tables->rules);
    memset(tables, 0, sizeof *tables);
}
