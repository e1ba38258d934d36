/* Tables: the data files that a linguist may change, fields between tabs. */
#include "io/table.h"

#include "base/arena.h"
#include "base/status.h"
#include "io/reader.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct via_table {
    via_arena *arena; /* holds the path, the fields and their texts */
    const char *path;
    via_row *rows;
    size_t n_rows, capacity;
};

void via_table_free(via_table *table)
{
    if (!table)
        return;
    via_arena_free(table->arena);
    free(table->rows);
    free(table);
}

size_t via_table_n_rows(const via_table *table)
{
    return table->n_rows;
}

const via_row *via_table_row(const via_table *table, size_t i)
{
    return &table->rows[i];
}

const char *via_table_path(const via_table *table)
{
    return table->path;
}

/* Returns whether the line is empty or a comment. "#" before a tab is a field. */
static bool holds_nothing(const char *line)
{
    line += strspn(line, " ");
    if (line[0] == '#')
        return line[1] != '\t';
    return !line[strspn(line, " \t\r")];
}

/* Cuts spaces off both ends and returns the beginning. */
static char *trim(char *field)
{
    field += strspn(field, " \r");
    size_t n_bytes = strlen(field);

    while (n_bytes && (field[n_bytes - 1] == ' ' || field[n_bytes - 1] == '\r'))
        n_bytes--;
    field[n_bytes] = '\0';
    return field;
}

static size_t count_fields(const char *line)
{
    size_t n_fields = 1;

    for (; (line = strchr(line, '\t')); line++)
        n_fields++;
    return n_fields;
}

static via_row *add_row(via_table *table)
{
    if (table->n_rows == table->capacity) {
        size_t capacity = table->capacity ? table->capacity * 2 : 64;
        via_row *rows = realloc(table->rows, capacity * sizeof *rows);

        if (!rows)
            return NULL;
        table->rows = rows;
        table->capacity = capacity;
    }
    return &table->rows[table->n_rows++];
}

static bool add_line(via_table *table, const char *line, size_t n_bytes, size_t line_no)
{
    char *text = via_arena_copy(table->arena, line, n_bytes);
    size_t n_fields = count_fields(line);
    const char **fields = via_arena_array(table->arena, n_fields, sizeof *fields);
    via_row *row = text && fields ? add_row(table) : NULL;

    if (!row)
        return false;
    for (size_t i = 0; i < n_fields; i++) {
        size_t n_field_bytes = strcspn(text, "\t");

        text[n_field_bytes] = '\0';
        fields[i] = trim(text);
        text += n_field_bytes + 1;
    }
    *row = (via_row){fields, n_fields, line_no};
    return true;
}

static via_status read_line(via_table *table, via_reader *reader, const char *line,
                            size_t n_bytes, size_t n_fields_min, via_error *err)
{
    size_t line_no = via_reader_line(reader);

    if (strlen(line) != n_bytes)
        return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected text, not a NUL byte",
                        table->path, line_no);
    if (line_no == 1 && strncmp(line, "\xef\xbb\xbf", 3) == 0) {
        line += 3;
        n_bytes -= 3;
    }
    if (holds_nothing(line))
        return VIA_OK;
    if (count_fields(line) < n_fields_min)
        return via_fail(err, VIA_E_FORMAT,
                        "%s:%zu: expected at least %zu fields between tabs, found %zu",
                        table->path, line_no, n_fields_min, count_fields(line));
    return add_line(table, line, n_bytes, line_no) ? VIA_OK : via_fail_memory(err);
}

static via_status read_rows(via_table *table, size_t n_fields_min, via_error *err)
{
    via_reader *reader;
    const char *line;
    size_t n_bytes;
    via_status st = via_reader_open(table->path, &reader, err);

    while (st == VIA_OK) {
        st = via_reader_next(reader, &line, &n_bytes, err);
        if (st != VIA_OK || !line)
            break;
        st = read_line(table, reader, line, n_bytes, n_fields_min, err);
    }
    via_reader_close(reader);
    return st;
}

static via_table *new_table(const char *path)
{
    via_table *table = calloc(1, sizeof *table);

    if (!table)
        return NULL;
    table->arena = via_arena_new();
    if (table->arena)
        table->path = via_arena_copy(table->arena, path, strlen(path));
    if (!table->path) {
        via_table_free(table);
        return NULL;
    }
    return table;
}

via_status via_table_load(const char *path, size_t n_fields_min, via_table **out,
                          via_error *err)
{
    char data_path[PATH_MAX];

    *out = NULL;
    if (!strchr(path, '/')) {
        if (!via_data_path(path, data_path, sizeof data_path))
            return via_fail(err, VIA_E_IO,
                            "%s: no such data file; VIALIGN_DATA may name its folder",
                            path);
        path = data_path;
    }

    via_table *table = new_table(path);
    if (!table)
        return via_fail_memory(err);
    via_status st = read_rows(table, n_fields_min, err);
    if (st != VIA_OK) {
        via_table_free(table);
        return st;
    }
    *out = table;
    return VIA_OK;
}
