/* Tables: the data files that a linguist may change, fields between tabs. */
#ifndef VIA_IO_TABLE_H
#define VIA_IO_TABLE_H

#include "vialign.h"

/* A line that holds something: not empty and not a comment ("# …"). Fields are
 * NUL-terminated and have no space at their ends. */
typedef struct via_row {
    const char *const *fields;
    size_t n_fields;
    size_t line; /* from 1 */
} via_row;

typedef struct via_table via_table;

/* Loads a table. `path` is a path as given if it holds a '/', else the name of a
 * data file (see via_data_path()). Rows and fields live as long as the table,
 * which is read-only. A row with fewer than `n_fields_min` fields is a failure
 * that names its line. */
via_status via_table_load(const char *path, size_t n_fields_min, via_table **out,
                          via_error *err);
void via_table_free(via_table *table);
size_t via_table_n_rows(const via_table *table);
const via_row *via_table_row(const via_table *table, size_t i);
/* The path that was loaded, for messages. */
const char *via_table_path(const via_table *table);

/* Parses the whole of `text` as a finite number; false if it is not one. */
bool via_parse_number(const char *text, double *out);

/* Writes the path of an installed data file to `path`: the folder that
 * VIALIGN_DATA names, else share/vialign beside the folder of the program, else
 * the one that the library was built for. Returns false if it is in none. */
bool via_data_path(const char *name, char *path, size_t n_bytes);

#endif
