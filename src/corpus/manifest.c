/* Manifest: documents listed in a table, a line an article and a column a language. */
#include "corpus/gathering.h"

#include "base/buffer.h"
#include "base/status.h"
#include "corpus/filename.h"
#include "text/utf8.h"

#include <string.h>

struct manifest {
    via_gathering *to;
    const char *path;
    size_t folder_bytes; /* of `path`, with the slash: what its paths start from */
    via_reader *in;
    via_arena *arena; /* holds the header */
    const char **langs;
    size_t n_langs;
    via_error *err;
};

static via_status fail_here(struct manifest *man, const char *expected)
{
    return via_fail(man->err, VIA_E_FORMAT, "%s:%zu: expected %s", man->path,
                    via_reader_line(man->in), expected);
}

static size_t count_fields(const char *line, size_t n_bytes)
{
    size_t n_fields = 1;

    for (size_t i = 0; i < n_bytes; i++)
        n_fields += line[i] == '\t';
    return n_fields;
}

/* Takes the next field off the line, into `field`. */
static const char *take_field(const char **line, const char *end, via_buffer *field)
{
    const char *tab = memchr(*line, '\t', (size_t)(end - *line));
    const char *field_end = tab ? tab : end;

    field->n_bytes = 0;
    via_buffer_append(field, *line, (size_t)(field_end - *line));
    *line = tab ? tab + 1 : end;
    return via_buffer_text(field);
}

static via_status add_lang(struct manifest *man, const char *lang)
{
    if (!via_filename_is_lang(lang, strlen(lang)))
        return fail_here(man, "language codes such as vi or zh-Hant in the header");
    for (size_t i = 0; i < man->n_langs; i++) {
        if (strcmp(man->langs[i], lang) == 0)
            return fail_here(man, "every language once in the header");
    }

    const char *copy = via_arena_copy(man->arena, lang, strlen(lang));
    if (!copy)
        return via_fail_memory(man->err);
    man->langs[man->n_langs++] = copy;
    return VIA_OK;
}

static via_status read_header(struct manifest *man, via_buffer *field)
{
    static const char BOM[] = "\xef\xbb\xbf";
    const char *line;
    size_t n_bytes;
    via_status st = via_reader_next(man->in, &line, &n_bytes, man->err);

    if (st != VIA_OK)
        return st;
    if (line && n_bytes >= 3 && memcmp(line, BOM, 3) == 0) {
        line += 3;
        n_bytes -= 3;
    }
    if (!line || n_bytes < 3 || memcmp(line, "id\t", 3) != 0)
        return via_fail(man->err, VIA_E_FORMAT,
                        "%s:1: expected a folder, a document such as name.vi.txt, "
                        "JSONL, or a manifest that starts with id and a tab",
                        man->path);

    const char *end = line + n_bytes;
    size_t n_langs = count_fields(line, n_bytes) - 1;
    man->langs = via_arena_array(man->arena, n_langs, sizeof *man->langs);
    if (!man->langs)
        return via_fail_memory(man->err);
    line += 3;
    for (size_t i = 0; st == VIA_OK && i < n_langs; i++) {
        const char *lang = take_field(&line, end, field);

        st = lang ? add_lang(man, lang) : via_fail_memory(man->err);
    }
    return st;
}

/* Adds the document of one cell; an empty one is none. */
static via_status add_cell(struct manifest *man, const char *id, const char *lang,
                           const char *cell)
{
    via_buffer path = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    if (!*cell)
        return VIA_OK;
    if (*cell != '/')
        via_buffer_append(&path, man->path, man->folder_bytes);
    via_buffer_append_text(&path, cell);
    if (!via_buffer_text(&path))
        st = via_fail_memory(man->err);
    else
        st = via_gathering_add(man->to, id, lang, path.bytes, man->err);
    via_buffer_clear(&path);
    return st;
}

static via_status read_row(struct manifest *man, const char *line, size_t n_bytes,
                           via_buffer *id, via_buffer *field)
{
    const char *end = line + n_bytes;
    via_status st = VIA_OK;
    size_t bad_at;

    if (memchr(line, '\0', n_bytes) || !via_utf8_check(line, n_bytes, &bad_at))
        return fail_here(man, "text in UTF-8");
    if (count_fields(line, n_bytes) != man->n_langs + 1)
        return via_fail(man->err, VIA_E_FORMAT, "%s:%zu: expected %zu fields, not %zu",
                        man->path, via_reader_line(man->in), man->n_langs + 1,
                        count_fields(line, n_bytes));
    if (!take_field(&line, end, id))
        return via_fail_memory(man->err);
    if (!*id->bytes)
        return fail_here(man, "an id in the first field");
    for (size_t i = 0; st == VIA_OK && i < man->n_langs; i++) {
        const char *cell = take_field(&line, end, field);

        st = cell ? add_cell(man, id->bytes, man->langs[i], cell)
                  : via_fail_memory(man->err);
    }
    return st;
}

static via_status read_rows(struct manifest *man, via_buffer *field)
{
    via_buffer id = VIA_BUFFER_INIT;
    const char *line;
    size_t n_bytes;
    via_status st;

    for (;;) {
        st = via_reader_next(man->in, &line, &n_bytes, man->err);
        if (st != VIA_OK || !line)
            break;
        if (n_bytes)
            st = read_row(man, line, n_bytes, &id, field);
        if (st != VIA_OK)
            break;
    }
    via_buffer_clear(&id);
    return st;
}

via_status via_gather_manifest(via_gathering *to, const char *path, via_reader *in,
                               via_error *err)
{
    struct manifest man = {.to = to, .path = path, .in = in, .err = err};
    const char *slash = strrchr(path, '/');
    via_buffer field = VIA_BUFFER_INIT;
    via_status st;

    man.folder_bytes = slash ? (size_t)(slash + 1 - path) : 0;
    man.arena = via_arena_new();
    st = man.arena ? read_header(&man, &field) : via_fail_memory(err);
    if (st == VIA_OK)
        st = read_rows(&man, &field);
    via_buffer_clear(&field);
    via_arena_free(man.arena);
    return st;
}

via_status via_gather_any(via_gathering *to, const char *path, via_error *err)
{
    via_reader *in;
    int first;
    via_status st = via_reader_open(path, &in, err);

    if (st != VIA_OK)
        return st;
    st = via_reader_peek(in, &first, err);
    if (st == VIA_OK && first == '{')
        st = via_gather_jsonl(to, path, "", in, err);
    else if (st == VIA_OK)
        st = via_gather_manifest(to, path, in, err);
    via_reader_close(in);
    return st;
}
