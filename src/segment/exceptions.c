/* Exceptions: words of a language behind which a full stop may not end a sentence. */
#include "segment/exceptions.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"

/* Languages have some hundreds of such words. */
#define N_WORDS_MAX 65536

struct via_exceptions {
    via_intern *words;
    unsigned char *kinds; /* by the number of the word */
    size_t capacity;
};

static const struct {
    const char *name;
    enum via_word_kind kind;
} kind_names[] = {
    {"never", VIA_WORD_NEVER},     {"maybe", VIA_WORD_MAYBE},
    {"number", VIA_WORD_NUMBER},   {"label", VIA_WORD_LABEL},
    {"ordinal", VIA_WORD_ORDINAL}, {"plain", VIA_WORD_PLAIN},
};

static unsigned kind_of(const char *name)
{
    for (size_t i = 0; i < sizeof kind_names / sizeof kind_names[0]; i++) {
        if (!strcmp(kind_names[i].name, name))
            return kind_names[i].kind;
    }
    return 0;
}

static bool add_word(via_exceptions *exceptions, const char *word, unsigned kind)
{
    uint32_t id = via_intern_add(exceptions->words, word, strlen(word));

    if (id == VIA_INTERN_NONE || id >= N_WORDS_MAX)
        return false;
    if (id >= exceptions->capacity) {
        size_t capacity = exceptions->capacity ? exceptions->capacity * 2 : 256;
        unsigned char *kinds = realloc(exceptions->kinds, capacity);

        if (!kinds)
            return false;
        memset(kinds + exceptions->capacity, 0, capacity - exceptions->capacity);
        exceptions->kinds = kinds;
        exceptions->capacity = capacity;
    }
    exceptions->kinds[id] |= (unsigned char)kind;
    return true;
}

static via_status add_rows(via_exceptions *exceptions, const via_table *table,
                           unsigned kind_default, via_error *err)
{
    for (size_t i = 0; i < via_table_n_rows(table); i++) {
        const via_row *row = via_table_row(table, i);
        unsigned kind = row->n_fields > 1 ? kind_of(row->fields[1]) : kind_default;

        if (!kind)
            return via_fail(
                err, VIA_E_FORMAT,
                "%s:%zu: expected never, maybe, number, label, ordinal or plain",
                via_table_path(table), row->line);
        if (!add_word(exceptions, row->fields[0], kind))
            return via_fail_memory(err);
    }
    return VIA_OK;
}

static via_status load_file(via_exceptions *exceptions, const char *path,
                            unsigned kind_default, via_error *err)
{
    via_table *table = NULL;

    via_status st = via_table_load(path, 1, &table, err);
    if (st == VIA_OK)
        st = add_rows(exceptions, table, kind_default, err);
    via_table_free(table);
    return st;
}

/* Loads a file of the language, if there is one. */
static via_status load_own(via_exceptions *exceptions, const char *lang,
                           const char *what, unsigned kind_default, via_error *err)
{
    char name[VIA_LANG_BYTES + 32], path[4096];

    snprintf(name, sizeof name, "%s-%s.txt", lang, what);
    if (!via_data_path(name, path, sizeof path))
        return VIA_OK;
    return load_file(exceptions, path, kind_default, err);
}

via_status via_exceptions_load(const char *lang, via_exceptions **out, via_error *err)
{
    via_exceptions *exceptions = calloc(1, sizeof *exceptions);
    via_status st = VIA_OK;

    *out = NULL;
    if (!exceptions)
        return via_fail_memory(err);
    exceptions->words = via_intern_new();
    if (!exceptions->words)
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = load_file(exceptions, "any-abbreviations.txt", VIA_WORD_NEVER, err);
    if (st == VIA_OK)
        st = load_own(exceptions, lang, "abbreviations", VIA_WORD_NEVER, err);
    if (st == VIA_OK)
        st = load_own(exceptions, lang, "starters", VIA_WORD_STARTER, err);
    if (st != VIA_OK) {
        via_exceptions_free(exceptions);
        return st;
    }
    *out = exceptions;
    return VIA_OK;
}

void via_exceptions_free(via_exceptions *exceptions)
{
    if (!exceptions)
        return;
    via_intern_free(exceptions->words);
    free(exceptions->kinds);
    free(exceptions);
}

unsigned via_exceptions_find(const via_exceptions *exceptions, const char *bytes,
                             size_t n_bytes)
{
    uint32_t id = via_intern_find(exceptions->words, bytes, n_bytes);

    return id == VIA_INTERN_NONE ? 0 : exceptions->kinds[id];
}
