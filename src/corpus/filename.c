/* File name: what the path of a document says of its article and language.
 *
 * The language is a folder or the last part of the name. Many a folder is called
 * `raw` or `old` and many a file ends in `.md`, which are language codes too, so
 * candidates are believed in this order:
 *
 *     1. a folder named for one of our four languages     old/vi/a.txt    vi
 *     2. a name that ends in one of them                  raw/a.vi.txt    vi
 *     3. a folder named for any other language            de/a.txt        de
 *     4. a name that ends in any other                    a.de.txt        de
 *     5. the folder that was given                        (vi/) a.txt     vi
 *
 * A wrong guess does little harm: a document without a partner is in no pair. */
#include "corpus/filename.h"

#include "base/ending.h"
#include "text/lang_code.h"

#include <string.h>

/* A part of a path, without its separators. */
struct part {
    const char *text;
    size_t n_bytes;
};

static bool part_is(struct part part, const char *text)
{
    return strlen(text) == part.n_bytes && memcmp(part.text, text, part.n_bytes) == 0;
}

static bool is_one_of(struct part part, const char *const *texts, size_t n_texts)
{
    for (size_t i = 0; i < n_texts; i++) {
        if (part_is(part, texts[i]))
            return true;
    }
    return false;
}

static bool is_our_lang(struct part part)
{
    static const char *const OURS[] = {"vi", "ja", "th", "en"};

    return is_one_of(part, OURS, sizeof OURS / sizeof *OURS);
}

/* Endings of files that are no texts, among those that could be languages. */
static bool is_other_ending(struct part part)
{
    static const char *const ENDINGS[] = {
        "bak", "bin", "bmp", "cfg", "conf", "css", "csv", "dat", "db",  "doc", "gif",
        "gz",  "htm", "ini", "jpg", "js",   "log", "md",  "odt", "old", "pdf", "php",
        "png", "pot", "ps",  "py",  "rar",  "rtf", "sh",  "sql", "svg", "tar", "tex",
        "tgz", "tmp", "tmx", "tsv", "txt",  "xls", "xml", "xsl", "xz",  "yml", "zip"};

    return is_one_of(part, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS);
}

static size_t count_lower(const char *text, size_t n_bytes)
{
    size_t n = 0;

    while (n < n_bytes && text[n] >= 'a' && text[n] <= 'z')
        n++;
    return n;
}

static size_t count_upper(const char *text, size_t n_bytes)
{
    size_t n = 0;

    while (n < n_bytes && text[n] >= 'A' && text[n] <= 'Z')
        n++;
    return n;
}

bool via_filename_is_lang(const char *code, size_t n_bytes)
{
    char copy[VIA_LANG_BYTES];
    size_t n_lang = count_lower(code, n_bytes), at = n_lang;

    if (n_lang < 2 || n_lang > 3 || n_bytes >= sizeof copy)
        return false;
    if (n_bytes - at >= 5 && code[at] == '-' && count_upper(code + at + 1, 4) == 1 &&
        count_lower(code + at + 2, 3) == 3)
        at += 5;
    if (n_bytes - at == 3 && code[at] == '-' && count_upper(code + at + 1, 2) == 2)
        at += 3;
    memcpy(copy, code, n_bytes);
    copy[n_bytes] = '\0';
    return at == n_bytes && via_lang_is_valid(copy);
}

static bool is_lang(struct part part)
{
    return via_filename_is_lang(part.text, part.n_bytes);
}

/* What a file of many documents lies in is less telling. */
static bool is_known_lang(struct part part)
{
    char lang[VIA_LANG_BYTES];

    return is_lang(part) && via_lang_read(part.text, part.n_bytes, lang) &&
           via_lang_is_known(lang);
}

/* Cuts `ending` off the end of a name, unless nothing would be left. */
static bool cut_ending(struct part *name, const char *ending)
{
    size_t n_bytes = name->n_bytes;

    name->n_bytes = via_ending_cut(name->text, n_bytes, ending);
    return name->n_bytes < n_bytes;
}

/* The part of a name behind its last dot; empty if there is none. */
static struct part last_part(struct part name)
{
    size_t at = name.n_bytes;

    while (at > 0 && name.text[at - 1] != '.')
        at--;
    if (at < 2)
        return (struct part){name.text, 0};
    return (struct part){name.text + at, name.n_bytes - at};
}

/* The first folder of a path for which `is_wanted` holds; empty if there is none. */
static struct part find_folder(const char *path, bool (*is_wanted)(struct part))
{
    const char *slash;

    for (; (slash = strchr(path, '/')); path = slash + 1) {
        struct part folder = {path, (size_t)(slash - path)};

        if (is_wanted(folder))
            return folder;
    }
    return (struct part){path, 0};
}

/* Appends the folders of a path, without the one that names the language and
 * without such as say nothing. */
static void append_folders(via_buffer *id, const char *path, struct part lang)
{
    const char *slash;

    for (; (slash = strchr(path, '/')); path = slash + 1) {
        struct part folder = {path, (size_t)(slash - path)};

        if (path == lang.text || !folder.n_bytes || part_is(folder, "."))
            continue;
        via_buffer_append(id, path, (size_t)(slash - path));
        via_buffer_append_char(id, '/');
    }
}

bool via_filename_read(const char *path, const char *root, via_filename *out,
                       via_buffer *id)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    struct part name = {base, strlen(base)};
    struct part folder = find_folder(path, is_our_lang);

    cut_ending(&name, ".gz");
    out->is_page = cut_ending(&name, ".html") || cut_ending(&name, ".htm");
    out->is_jsonl = cut_ending(&name, ".jsonl") || cut_ending(&name, ".ndjson");
    bool is_bare = !out->is_page && !out->is_jsonl && !cut_ending(&name, ".txt");

    struct part last = last_part(name), lang = {root, strlen(root)};
    bool says_lang = is_lang(last) && !(is_bare && is_other_ending(last));

    if (!folder.n_bytes && !(says_lang && is_our_lang(last)))
        folder = find_folder(path, out->is_jsonl ? is_known_lang : is_lang);
    if (folder.n_bytes)
        lang = folder;
    else if (says_lang)
        lang = last;

    bool is_said = says_lang && lang.n_bytes == last.n_bytes &&
                   memcmp(lang.text, last.text, last.n_bytes) == 0;
    if (out->is_jsonl && !is_known_lang(lang))
        lang.n_bytes = 0;
    if (!name.n_bytes || !(out->is_jsonl || is_lang(lang)) || (is_bare && !is_said))
        return false;
    if (is_said)
        name.n_bytes -= last.n_bytes + 1;
    memcpy(out->lang, lang.text, lang.n_bytes);
    out->lang[lang.n_bytes] = '\0';
    append_folders(id, path, folder);
    via_buffer_append(id, name.text, name.n_bytes);
    return true;
}
