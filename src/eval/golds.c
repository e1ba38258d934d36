/* Gold list: the documents of a folder for which somebody knows the answer. */
#include "eval/golds.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/ending.h"
#include "base/status.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct via_golds {
    via_arena *arena; /* of the names */
    via_buffer list;  /* of via_gold */
};

void via_golds_free(via_golds *golds)
{
    if (!golds)
        return;
    via_arena_free(golds->arena);
    via_buffer_clear(&golds->list);
    free(golds);
}

size_t via_golds_count(const via_golds *golds)
{
    return golds->list.n_bytes / sizeof(via_gold);
}

const via_gold *via_golds_get(const via_golds *golds, size_t i)
{
    return (const via_gold *)(const void *)golds->list.bytes + i;
}

/* Cuts "news.7.vi-ja" into its parts. A language code may hold a hyphen, as in
 * "vi-zh-Hant"; the first one parts the pair. */
static via_status parse_name(via_arena *arena, const char *folder, const char *file,
                             size_t n_bytes, via_gold *out, via_error *err)
{
    char *name = via_arena_copy(arena, file, n_bytes);
    char *doc = via_arena_copy(arena, file, n_bytes);

    if (!name || !doc)
        return via_fail_memory(err);
    char *dot = strrchr(doc, '.');
    const char *lang_pair = dot ? name + (dot - doc) + 1 : "";
    char *hyphen = dot ? strchr(dot, '-') : NULL;
    if (!hyphen || hyphen == dot + 1 || !hyphen[1] ||
        strlen(lang_pair) >= sizeof((via_eval_figures *)0)->lang_pair)
        return via_fail(err, VIA_E_FORMAT,
                        "%s/%s: expected a name such as DOCUMENT.vi-ja.ENDING", folder,
                        file);
    *dot = *hyphen = '\0';
    *out = (via_gold){name, lang_pair, doc, dot + 1, hyphen + 1};
    return VIA_OK;
}

static via_status add_file(via_golds *golds, const char *folder, const char *file,
                           const char *ending, const char *lang_pair, via_error *err)
{
    size_t n_bytes = strlen(file);
    via_gold gold;

    if (!via_ending_is(file, n_bytes, ending))
        return VIA_OK;
    via_status st =
        parse_name(golds->arena, folder, file, n_bytes - strlen(ending), &gold, err);
    if (st != VIA_OK || (lang_pair && strcmp(lang_pair, gold.lang_pair) != 0))
        return st;
    via_buffer_append(&golds->list, (const char *)&gold, sizeof gold);
    return golds->list.has_failed ? via_fail_memory(err) : VIA_OK;
}

static via_status read_folder(via_golds *golds, const char *folder, const char *ending,
                              const char *lang_pair, via_error *err)
{
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    via_status st = VIA_OK;

    if (!dir)
        return via_fail(err, VIA_E_IO, "%s: %s", folder, strerror(errno));
    while (st == VIA_OK && (errno = 0, entry = readdir(dir)))
        st = add_file(golds, folder, entry->d_name, ending, lang_pair, err);
    if (st == VIA_OK && errno)
        st = via_fail(err, VIA_E_IO, "%s: %s", folder, strerror(errno));
    closedir(dir);
    return st;
}

static int by_pair(const void *a, const void *b)
{
    const via_gold *x = a, *y = b;
    int order = strcmp(x->lang_pair, y->lang_pair);

    return order ? order : strcmp(x->name, y->name);
}

via_status via_golds_list(const char *folder, const char *ending, const char *lang_pair,
                          via_golds **out, via_error *err)
{
    via_golds *golds = calloc(1, sizeof *golds);

    *out = NULL;
    if (golds)
        golds->arena = via_arena_new();
    if (!golds || !golds->arena) {
        free(golds);
        return via_fail_memory(err);
    }
    via_status st = read_folder(golds, folder, ending, lang_pair, err);
    if (st == VIA_OK && !golds->list.n_bytes)
        st = via_fail(err, VIA_E_ARGUMENT, "%s: expected files named DOCUMENT.%s%s",
                      folder, lang_pair ? lang_pair : "vi-ja", ending);
    if (st != VIA_OK) {
        via_golds_free(golds);
        return st;
    }
    qsort(golds->list.bytes, via_golds_count(golds), sizeof(via_gold), by_pair);
    *out = golds;
    return VIA_OK;
}
