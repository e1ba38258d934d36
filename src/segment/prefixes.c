/* Prefixes: words that a stretch of text begins with, in writing without spaces. */
#include "segment/prefixes.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/status.h"
#include "io/table.h"
#include "text/utf8.h"

struct via_prefixes {
    via_intern *words;
    signed char *values; /* by the number of the word */
    size_t len_max_cps;
};

static int find_name(const char *name, const char *const *names, size_t n_names)
{
    for (size_t i = 0; i < n_names; i++) {
        if (!strcmp(name, names[i]))
            return (int)i;
    }
    return -1;
}

static via_status add_rows(via_prefixes *prefixes, const via_table *table,
                           const char *const *names, size_t n_names, via_error *err)
{
    size_t n_rows = via_table_n_rows(table);

    prefixes->values = calloc(n_rows + 1, sizeof *prefixes->values);
    if (!prefixes->values)
        return via_fail_memory(err);
    for (size_t i = 0; i < n_rows; i++) {
        const via_row *row = via_table_row(table, i);
        const char *word = row->fields[0];
        int value = find_name(row->fields[1], names, n_names);
        size_t len_cps = via_utf8_count(word, strlen(word));

        if (value < 0)
            return via_fail(err, VIA_E_FORMAT, "%s:%zu: \"%s\" is not known here",
                            via_table_path(table), row->line, row->fields[1]);
        uint32_t id = via_intern_add(prefixes->words, word, strlen(word));
        if (id == VIA_INTERN_NONE)
            return via_fail_memory(err);
        prefixes->values[id] = (signed char)value;
        if (len_cps > prefixes->len_max_cps)
            prefixes->len_max_cps = len_cps;
    }
    return VIA_OK;
}

via_status via_prefixes_load(const char *name, const char *const *names, size_t n_names,
                             via_prefixes **out, via_error *err)
{
    via_prefixes *prefixes = calloc(1, sizeof *prefixes);
    via_table *table = NULL;
    via_status st = VIA_OK;

    *out = NULL;
    if (!prefixes)
        return via_fail_memory(err);
    prefixes->words = via_intern_new();
    st = prefixes->words ? via_table_load(name, 2, &table, err) : via_fail_memory(err);
    if (st == VIA_OK)
        st = add_rows(prefixes, table, names, n_names, err);
    via_table_free(table);
    if (st != VIA_OK) {
        via_prefixes_free(prefixes);
        return st;
    }
    *out = prefixes;
    return VIA_OK;
}

void via_prefixes_free(via_prefixes *prefixes)
{
    if (!prefixes)
        return;
    via_intern_free(prefixes->words);
    free(prefixes->values);
    free(prefixes);
}

int via_prefixes_find(const via_prefixes *prefixes, const via_line *line, size_t begin)
{
    size_t n_left = line->n_cps - begin;
    size_t len = n_left < prefixes->len_max_cps ? n_left : prefixes->len_max_cps;

    for (; len > 0; len--) {
        const char *word = line->text + line->bytes[begin];
        size_t n_bytes = line->bytes[begin + len] - line->bytes[begin];
        uint32_t id = via_intern_find(prefixes->words, word, n_bytes);

        if (id != VIA_INTERN_NONE)
            return prefixes->values[id];
    }
    return -1;
}
