/* Folders: where the data files are, and making one. */
#include "base/status.h"
#include "io/table.h"
#include "io/writer.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Sets `path` to `folder``beside`/`name` and returns whether one can read it. */
static bool try_path(const char *folder, const char *beside, const char *name,
                     char *path, size_t n_bytes)
{
    int n_chars = snprintf(path, n_bytes, "%s%s/%s", folder, beside, name);

    return n_chars > 0 && (size_t)n_chars < n_bytes && access(path, R_OK) == 0;
}

/* Sets `folder` to the folder of the running program. */
static bool find_program_folder(char *folder, size_t n_bytes)
{
    ssize_t n_chars = readlink("/proc/self/exe", folder, n_bytes - 1);

    if (n_chars <= 0)
        return false;
    folder[n_chars] = '\0';
    char *slash = strrchr(folder, '/');
    if (!slash)
        return false;
    *slash = '\0';
    return true;
}

bool via_data_path(const char *name, char *path, size_t n_bytes)
{
    const char *chosen = getenv("VIALIGN_DATA");
    char folder[PATH_MAX];

    if (chosen && *chosen && try_path(chosen, "", name, path, n_bytes))
        return true;
    if (find_program_folder(folder, sizeof folder) &&
        try_path(folder, "/../share/vialign", name, path, n_bytes))
        return true;
    if (try_path(VIA_DATA_DIR, "", name, path, n_bytes))
        return true;
    if (n_bytes)
        *path = '\0';
    return false;
}

static bool is_folder(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Makes one folder whose parent is there. */
static via_status make_one(const char *path, via_error *err)
{
    if (mkdir(path, 0777) == 0)
        return VIA_OK;
    int reason = errno;
    if (is_folder(path))
        return VIA_OK;
    return via_fail(err, VIA_E_IO, "%s: %s", path,
                    strerror(reason == EEXIST ? ENOTDIR : reason));
}

via_status via_make_folder(const char *path, via_error *err)
{
    size_t n_bytes = strlen(path);
    char *copy = strdup(path);
    via_status st = VIA_OK;

    if (!copy)
        return via_fail_memory(err);
    for (size_t i = n_bytes ? 1 : 0; st == VIA_OK && i <= n_bytes; i++) {
        if (i < n_bytes && path[i] != '/')
            continue;
        copy[i] = '\0';
        st = make_one(copy, err);
        copy[i] = path[i];
    }
    free(copy);
    return st;
}
