/* Columns: documents as crawl pipelines pass them on, `LANG/text.gz` with a text in
 * base64 a line and `LANG/url.gz` with its URL in the same line. */
#include "corpus/gathering.h"

#include "base/status.h"
#include "text/lang_code.h"
#include "text/utf8.h"

#include <string.h>
#include <unistd.h>

/* As in JSON lines, where base64 is a third longer. */
#define LINE_MAX_BYTES ((size_t)86 << 20)
#define URL_MAX_BYTES  ((size_t)2000)

struct columns {
    via_gathering *to;
    const char *path; /* of the text, in the arena of the gathering */
    char lang[VIA_LANG_BYTES];
    via_reader *texts, *urls;
    via_error *err;
};

static const char *base_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

/* Writes the path of another column; false if it is too long. */
static bool beside(const char *path, const char *name, via_buffer *out)
{
    out->n_bytes = 0;
    via_buffer_append(out, path, (size_t)(base_of(path) - path));
    via_buffer_append_text(out, name);
    return via_buffer_text(out) != NULL;
}

bool via_is_column(const char *path)
{
    bool is_text = strcmp(base_of(path), "text.gz") == 0;
    via_buffer other = VIA_BUFFER_INIT;

    if (!is_text && strcmp(base_of(path), "url.gz") != 0)
        return false;
    bool is_there = beside(path, is_text ? "url.gz" : "text.gz", &other) &&
                    access(other.bytes, F_OK) == 0;
    via_buffer_clear(&other);
    return is_there;
}

/* Reads the language off the folder that holds the columns. */
static bool read_folder(const char *path, char lang[VIA_LANG_BYTES])
{
    const char *end = base_of(path), *begin;

    if (end == path)
        return false;
    for (begin = --end; begin > path && begin[-1] != '/';)
        begin--;
    return via_lang_read(begin, (size_t)(end - begin), lang) && *lang;
}

static via_status add_line(struct columns *columns, const via_record *text,
                           const via_record *url)
{
    via_gathering *to = columns->to;
    size_t n_url = url->n_bytes, bad_at;
    via_source source = {.path = columns->path,
                         .line = via_reader_line(columns->texts),
                         .kind = VIA_SOURCE_BASE64};
    via_status st;

    if (text->is_too_long)
        return via_gathering_skip(to, source.path, source.line, VIA_E_FORMAT,
                                  "expected a line of at most 86 MiB", columns->err);
    if (!via_utf8_check(url->bytes, n_url, &bad_at) || memchr(url->bytes, '\0', n_url))
        return via_gathering_skip(to, source.path, source.line, VIA_E_ENCODING,
                                  "expected a URL in UTF-8", columns->err);
    if (n_url > URL_MAX_BYTES)
        n_url = via_utf8_floor(url->bytes, URL_MAX_BYTES);
    source.url = n_url ? via_arena_copy(to->arena, url->bytes, n_url) : NULL;
    if (n_url && !source.url)
        return via_fail_memory(columns->err);
    st = via_gathering_spool(to, text->bytes, text->n_bytes, &source, columns->err);
    return st == VIA_OK
               ? via_gathering_add_line(to, NULL, columns->lang, &source, columns->err)
               : st;
}

/* Counts the lines that are left of a column. */
static via_status count_rest(via_reader *in, via_error *why)
{
    via_record record;
    via_status st;

    do
        st = via_reader_record(in, LINE_MAX_BYTES, &record, why);
    while (st == VIA_OK && record.bytes);
    return st;
}

/* Reads both columns; `why` tells what is wrong with them. */
static via_status read_lines(struct columns *columns, via_error *why)
{
    via_record text, url;
    via_status st = VIA_OK;

    for (;;) {
        if (via_reader_record(columns->texts, LINE_MAX_BYTES, &text, why) != VIA_OK ||
            via_reader_record(columns->urls, LINE_MAX_BYTES, &url, why) != VIA_OK)
            return why->status;
        if (!text.bytes || !url.bytes)
            break;
        st = add_line(columns, &text, &url);
        if (st != VIA_OK)
            return st;
    }
    if (count_rest(columns->texts, why) != VIA_OK ||
        count_rest(columns->urls, why) != VIA_OK)
        return why->status;

    size_t n_texts = via_reader_line(columns->texts);
    size_t n_urls = via_reader_line(columns->urls);
    if (n_texts != n_urls)
        via_fail(why, VIA_E_FORMAT,
                 "expected as many lines as in url.gz, which has %zu, not %zu", n_urls,
                 n_texts);
    return VIA_OK;
}

/* Reads the columns and takes back what came of them if they do not fit together. */
static via_status read_both(struct columns *columns)
{
    via_gathering *to = columns->to;
    size_t n_found = to->n_found, n_skipped = to->n_skipped;
    via_error why = {VIA_OK, ""};
    via_status st = read_lines(columns, &why);

    if (why.status == VIA_OK)
        return st;
    to->n_found = n_found;
    to->n_skipped = n_skipped;
    return via_gathering_skip_told(to, columns->path, 0, &why, columns->err);
}

static via_status open_both(struct columns *columns)
{
    via_gathering *to = columns->to;
    via_buffer url_path = VIA_BUFFER_INIT;
    via_error why;
    via_status st;

    if (!beside(columns->path, "url.gz", &url_path))
        return via_fail_memory(columns->err);
    if (via_reader_open(columns->path, &columns->texts, &why) != VIA_OK ||
        via_reader_open(url_path.bytes, &columns->urls, &why) != VIA_OK)
        st = via_gathering_skip_told(to, columns->path, 0, &why, columns->err);
    else
        st = read_both(columns);
    via_reader_close(columns->texts);
    via_reader_close(columns->urls);
    via_buffer_clear(&url_path);
    return st;
}

via_status via_gather_columns(via_gathering *to, const char *path, via_error *err)
{
    struct columns columns = {.to = to, .err = err};

    if (strcmp(base_of(path), "text.gz") != 0)
        return VIA_OK;
    columns.path = via_arena_copy(to->arena, path, strlen(path));
    if (!columns.path)
        return via_fail_memory(err);
    if (!read_folder(path, columns.lang))
        return via_gathering_skip(to, path, 0, VIA_E_FORMAT,
                                  "expected in a folder named for a language", err);
    return open_both(&columns);
}
