/* Lock file: decisions on a pair of documents, as somebody wrote them.
 *
 *     [3]:[4, 5]:0.87     no tab: a bead, and exactly this one
 *     12 TAB 14           two numbers: these segments stand in one bead
 *     string TAB string   anything else: so do the segments that hold these strings
 *
 * Thus the beads format and the table of a memory can be given back as they are, with
 * what is wrong taken out. What stands behind the second field does not count. */
#include "align/bead_line.h"
#include "align/locks.h"
#include "align/quote.h"
#include "base/status.h"
#include "io/reader.h"
#include "text/utf8.h"

#include <string.h>

/* A file on its way into locks. */
struct loading {
    const char *path;
    via_pair pair;
    via_quoted *src, *tgt; /* made for the first string */
    via_buffer wishes;     /* of via_lock */
    size_t line;
};

/* A line of the file, cut. `fields` end with a NUL where there is a tab. */
struct fields {
    const char *src, *tgt;
    size_t n_src, n_tgt;
};

static void wish(struct loading *load, via_lock lock)
{
    via_buffer_append(&load->wishes, (const char *)&lock, sizeof lock);
}

static size_t count_segments(const via_doc *doc)
{
    size_t n_segs;

    via_doc_segments(doc, &n_segs);
    return n_segs;
}

static via_status check_number(const struct loading *load, const via_doc *doc,
                               size_t number, via_error *err)
{
    size_t n_segs = count_segments(doc);

    if (number < n_segs)
        return VIA_OK;
    return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected a segment of %s below %zu",
                    load->path, load->line, via_doc_name(doc), n_segs);
}

/* ---- Beads --------------------------------------------------------------- */

/* A side of a bead: segments [begin, end), of which one inside may be skipped. */
struct run {
    size_t begin, end, skip;
};

/* Checks that numbers are neighbours, in order, and in the document. */
static via_status read_run(const struct loading *load, const via_doc *doc,
                           const uint32_t *numbers, size_t n_numbers, struct run *run,
                           via_error *err)
{
    if (!via_find_run(numbers, n_numbers, &run->begin, &run->end, &run->skip))
        return via_fail(err, VIA_E_FORMAT,
                        "%s:%zu: expected neighbouring segments, in order, but for one "
                        "that is skipped",
                        load->path, load->line);
    return n_numbers ? check_number(load, doc, run->end - 1, err) : VIA_OK;
}

static via_status read_bead(struct loading *load, const char *line, via_error *err)
{
    via_buffer numbers = VIA_BUFFER_INIT;
    struct run src = {0}, tgt = {0};
    bool is_read = via_read_bead_side(&line, &numbers) && *line++ == ':';
    size_t n_src = numbers.n_bytes / sizeof(uint32_t);

    is_read = is_read && via_read_bead_side(&line, &numbers) &&
              (!*line || *line == ':') && (numbers.n_bytes || numbers.has_failed);
    const uint32_t *all = (const void *)numbers.bytes;
    size_t n_tgt = numbers.n_bytes / sizeof *all - n_src;
    via_status st = numbers.has_failed ? via_fail_memory(err) : VIA_OK;
    if (st == VIA_OK && !is_read)
        st = via_fail(err, VIA_E_FORMAT,
                      "%s:%zu: expected a bead such as [0]:[1, 2], or two segment "
                      "numbers or two strings with a tab between",
                      load->path, load->line);
    if (st == VIA_OK)
        st = read_run(load, load->pair.src, all, n_src, &src, err);
    if (st == VIA_OK)
        st =
            read_run(load, load->pair.tgt, n_tgt ? all + n_src : all, n_tgt, &tgt, err);
    if (st == VIA_OK)
        wish(load, (via_lock){src.begin, src.end, tgt.begin, tgt.end, load->line, true,
                              false, src.skip, tgt.skip});
    via_buffer_clear(&numbers);
    return st;
}

/* ---- Anchors ------------------------------------------------------------- */

static bool is_number(const char *field, size_t n_bytes)
{
    return n_bytes && strspn(field, "0123456789") == n_bytes;
}

static via_status read_numbers(struct loading *load, const struct fields *fields,
                               via_error *err)
{
    const char *src_at = fields->src, *tgt_at = fields->tgt;
    uint32_t src = UINT32_MAX, tgt = UINT32_MAX;

    /* A number that is too large to be read is no segment of anything. */
    if (!via_read_segment_number(&src_at, &src))
        src = UINT32_MAX;
    if (!via_read_segment_number(&tgt_at, &tgt))
        tgt = UINT32_MAX;
    via_status st = check_number(load, load->pair.src, src, err);
    if (st == VIA_OK)
        st = check_number(load, load->pair.tgt, tgt, err);
    if (st == VIA_OK)
        wish(load, (via_lock){src, (size_t)src + 1, tgt, (size_t)tgt + 1, load->line,
                              false, false, 0, 0});
    return st;
}

static via_status find_string(const struct loading *load, const via_doc *doc,
                              const via_quoted *quoted, const char *field,
                              size_t n_bytes, size_t range[2], via_error *err)
{
    via_buffer string = VIA_BUFFER_INIT;
    via_quote found = VIA_QUOTE_MISSING;
    via_status st = via_quote_prepare(field, n_bytes, &string, err);

    if (st == VIA_OK && !string.n_bytes)
        st = via_fail(err, VIA_E_FORMAT,
                      "%s:%zu: expected a string on both sides of the tab", load->path,
                      load->line);
    if (st == VIA_OK)
        found = via_quote_find(quoted, string.bytes, &range[0], &range[1]);
    if (st == VIA_OK && found != VIA_QUOTE_FOUND)
        st = via_fail(err, VIA_E_FORMAT,
                      "%s:%zu: expected a string that stands in %s%s", load->path,
                      load->line, found == VIA_QUOTE_AMBIGUOUS ? "one place of " : "",
                      via_doc_name(doc));
    via_buffer_clear(&string);
    return st;
}

static via_status read_strings(struct loading *load, const struct fields *fields,
                               via_error *err)
{
    size_t src[2], tgt[2];
    via_status st = VIA_OK;

    if (!load->src)
        st = via_quoted_new(load->pair.src, &load->src, err);
    if (st == VIA_OK && !load->tgt)
        st = via_quoted_new(load->pair.tgt, &load->tgt, err);
    if (st == VIA_OK)
        st = find_string(load, load->pair.src, load->src, fields->src, fields->n_src,
                         src, err);
    if (st == VIA_OK)
        st = find_string(load, load->pair.tgt, load->tgt, fields->tgt, fields->n_tgt,
                         tgt, err);
    if (st == VIA_OK)
        wish(load, (via_lock){src[0], src[1], tgt[0], tgt[1], load->line, false, false,
                              0, 0});
    return st;
}

/* ---- Lines --------------------------------------------------------------- */

/* A line without a tab that begins with # is a comment. */
static via_status read_line(struct loading *load, const char *line, size_t n_bytes,
                            via_error *err)
{
    const char *tab = strchr(line, '\t');
    size_t bad_at;

    if (!via_utf8_check(line, n_bytes, &bad_at))
        return via_fail(err, VIA_E_ENCODING, "%s:%zu: byte %zu is not valid UTF-8",
                        load->path, load->line, bad_at + 1);
    if (!tab && (*line == '#' || !line[strspn(line, " ")]))
        return VIA_OK;
    if (!tab)
        return read_bead(load, line, err);

    struct fields fields = {line, tab + 1, (size_t)(tab - line),
                            strcspn(tab + 1, "\t")};
    return is_number(fields.src, fields.n_src) && is_number(fields.tgt, fields.n_tgt)
               ? read_numbers(load, &fields, err)
               : read_strings(load, &fields, err);
}

static via_status read_file(struct loading *load, via_error *err)
{
    via_reader *reader = NULL;
    const char *line;
    size_t n_bytes;
    via_status st = via_reader_open(load->path, &reader, err);

    while (st == VIA_OK) {
        st = via_reader_next(reader, &line, &n_bytes, err);
        if (st != VIA_OK || !line)
            break;
        load->line = via_reader_line(reader);
        bool has_bom = load->line == 1 && strncmp(line, "\xef\xbb\xbf", 3) == 0;
        st = read_line(load, line + 3 * has_bom, n_bytes - 3 * has_bom, err);
    }
    via_reader_close(reader);
    if (st == VIA_OK && load->wishes.has_failed)
        st = via_fail_memory(err);
    return st;
}

via_status via_locks_load(const char *path, via_pair pair, via_locks **out,
                          via_error *err)
{
    struct loading load = {.path = path, .pair = pair};
    via_status st = read_file(&load, err);

    *out = NULL;
    if (st == VIA_OK)
        st = via_locks_new((const via_lock *)(const void *)load.wishes.bytes,
                           load.wishes.n_bytes / sizeof(via_lock),
                           count_segments(pair.src), count_segments(pair.tgt), path,
                           out, err);
    via_quoted_free(load.src);
    via_quoted_free(load.tgt);
    via_buffer_clear(&load.wishes);
    return st;
}
