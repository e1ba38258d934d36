/* Folders: documents found by walking. */
#include "corpus/gathering.h"

#include "base/buffer.h"
#include "base/status.h"
#include "corpus/filename.h"
#include "text/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* Deeper than any folder of texts; ends a walk that a link leads in circles. */
#define DEPTH_MAX 32

struct walk {
    via_gathering *to;
    via_buffer path;  /* where we are, starting with the folder that was given */
    size_t rel_begin; /* where the part below that folder begins */
    via_buffer root;  /* the last part of the folder that was given */
    via_error *err;
};

static via_status add_jsonl(via_gathering *to, const char *path, const char *lang,
                            via_error *err)
{
    via_reader *in;
    via_error why;
    via_status st = via_reader_open(path, &in, &why);

    if (st != VIA_OK)
        return via_gathering_skip_told(to, path, 0, &why, err);
    st = via_gather_jsonl(to, path, lang, in, err);
    via_reader_close(in);
    return st;
}

/* Adds one document, or what is to be said of it. */
static via_status add_file(via_gathering *to, const char *path, const char *root,
                           size_t rel_begin, bool *is_document, via_error *err)
{
    via_buffer id = VIA_BUFFER_INIT;
    via_filename name;
    via_status st = VIA_OK;
    size_t bad_at;

    *is_document = via_filename_read(path + rel_begin, root, &name, &id);
    if (!*is_document) {
        /* Gold, notes and pictures stand beside documents. */
    } else if (!via_buffer_text(&id)) {
        st = via_fail_memory(err);
    } else if (!via_utf8_check(path, strlen(path), &bad_at)) {
        st = via_gathering_skip(to, path, 0, VIA_E_ENCODING,
                                "expected a file name in UTF-8", err);
    } else if (name.is_jsonl) {
        st = add_jsonl(to, path, name.lang, err);
    } else {
        st = via_gathering_add(to, via_buffer_text(&id), name.lang, path, err);
    }
    via_buffer_clear(&id);
    return st;
}

via_status via_gather_file(via_gathering *to, const char *path, size_t rel_begin,
                           bool *is_document, via_error *err)
{
    return add_file(to, path, "", rel_begin, is_document, err);
}

static via_status walk_folder(struct walk *walk, size_t depth);

static bool is_except(const via_gathering *to, const struct stat *folder)
{
    struct stat except;

    return to->except && stat(to->except, &except) == 0 &&
           folder->st_dev == except.st_dev && folder->st_ino == except.st_ino;
}

/* Goes on with one entry, whose path is set. */
static via_status walk_entry(struct walk *walk, size_t depth)
{
    const char *path = via_buffer_text(&walk->path);
    struct stat status;
    bool is_document;

    if (!path)
        return via_fail_memory(walk->err);
    if (stat(path, &status) != 0)
        return via_gathering_skip(walk->to, path, 0, VIA_E_IO, strerror(errno),
                                  walk->err);
    if (S_ISDIR(status.st_mode) && is_except(walk->to, &status))
        return VIA_OK;
    if (S_ISDIR(status.st_mode))
        return walk_folder(walk, depth + 1);
    if (!S_ISREG(status.st_mode))
        return VIA_OK;
    if (via_is_column(path))
        return via_gather_columns(walk->to, path, walk->err);
    return add_file(walk->to, path, via_buffer_text(&walk->root), walk->rel_begin,
                    &is_document, walk->err);
}

/* Reads the folder that walk->path ends in, with a slash. */
static via_status walk_entries(struct walk *walk, DIR *folder, size_t depth)
{
    size_t n_bytes = walk->path.n_bytes;
    via_status st = VIA_OK;

    while (st == VIA_OK) {
        errno = 0;
        const struct dirent *entry = readdir(folder);

        if (!entry)
            break;
        if (entry->d_name[0] == '.')
            continue;
        via_buffer_append_text(&walk->path, entry->d_name);
        st = walk_entry(walk, depth);
        walk->path.n_bytes = n_bytes;
    }
    if (st == VIA_OK && errno)
        st = via_fail(walk->err, VIA_E_IO, "%s: %s", via_buffer_text(&walk->path),
                      strerror(errno));
    return st;
}

/* A folder below that cannot be opened costs its documents only. */
static via_status walk_folder(struct walk *walk, size_t depth)
{
    const char *path = via_buffer_text(&walk->path);

    if (!path)
        return via_fail_memory(walk->err);
    if (depth > DEPTH_MAX)
        return via_fail(walk->err, VIA_E_FORMAT,
                        "%s: expected at most %d folders in one another", path,
                        DEPTH_MAX);

    DIR *folder = opendir(path);
    if (!folder && depth == 0)
        return via_fail(walk->err, VIA_E_IO, "%s: %s", path, strerror(errno));
    if (!folder)
        return via_gathering_skip(walk->to, path, 0, VIA_E_IO, strerror(errno),
                                  walk->err);

    if (walk->path.bytes[walk->path.n_bytes - 1] != '/')
        via_buffer_append_char(&walk->path, '/');
    if (depth == 0)
        walk->rel_begin = walk->path.n_bytes;
    via_status st = walk_entries(walk, folder, depth);
    closedir(folder);
    return st;
}

via_status via_gather_folder(via_gathering *to, const char *root, via_error *err)
{
    struct walk walk = {to, VIA_BUFFER_INIT, 0, VIA_BUFFER_INIT, err};
    size_t end = strlen(root);
    via_status st = VIA_OK;

    while (end > 1 && root[end - 1] == '/')
        end--;
    via_buffer_append(&walk.path, root, end);

    size_t begin = end;
    while (begin > 0 && root[begin - 1] != '/')
        begin--;
    via_buffer_append(&walk.root, root + begin, end - begin);
    if (!via_buffer_text(&walk.root))
        st = via_fail_memory(err);
    if (st == VIA_OK)
        st = walk_folder(&walk, 0);
    via_buffer_clear(&walk.path);
    via_buffer_clear(&walk.root);
    return st;
}
