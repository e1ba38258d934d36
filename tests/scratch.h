/* Scratch folder: a place for the files of one test, gone after it. */
#ifndef VIA_TESTS_SCRATCH_H
#define VIA_TESTS_SCRATCH_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct scratch {
    char folder[64];
    char path[512]; /* what scratch_path() made last */
} scratch;

static inline int scratch_setup(void **state)
{
    scratch *s = calloc(1, sizeof *s);

    if (!s)
        return -1;
    strcpy(s->folder, "/tmp/vialign-test-XXXXXX");
    *state = s;
    return mkdtemp(s->folder) ? 0 : -1;
}

/* Counts what is in a folder, and removes it if asked. */
static inline size_t scratch_walk(const char *folder, int is_removed)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    size_t n_entries = 0;
    char path[512];

    while (dir && (entry = readdir(dir))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        n_entries++;
        snprintf(path, sizeof path, "%.200s/%.255s", folder, entry->d_name);
        if (is_removed && unlink(path) != 0)
            scratch_walk(path, 1);
    }
    if (dir)
        closedir(dir);
    if (is_removed)
        rmdir(folder);
    return n_entries;
}

static inline int scratch_teardown(void **state)
{
    scratch *s = *state;

    scratch_walk(s->folder, 1);
    free(s);
    return 0;
}

/* Returns the path of a name in the folder, until the next call. */
static inline const char *scratch_path(scratch *s, const char *name)
{
    snprintf(s->path, sizeof s->path, "%s/%s", s->folder, name);
    return s->path;
}

/* Writes a file and returns its path, until the next call. */
static inline const char *scratch_file(scratch *s, const char *name, const char *bytes,
                                       size_t n_bytes)
{
    FILE *file = fopen(scratch_path(s, name), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n_bytes, file), n_bytes);
    assert_int_equal(fclose(file), 0);
    return s->path;
}

#endif
