/* Document: normalised text with a way back to the file as it was given. */
#include "text/doc.h"

#include <string.h>

#include "base/status.h"
#include "text/chars.h"
#include "text/decode.h"
#include "text/encoding.h"
#include "text/normal.h"
#include "text/utf8.h"

bool via_lang_is_valid(const char *code)
{
    size_t n_sub = 0, at = 0;

    if (!code || strlen(code) >= VIA_LANG_BYTES)
        return false;
    while (code[at] >= 'a' && code[at] <= 'z')
        at++;
    if (at < 2 || at > 3)
        return false;
    for (; code[at]; at++) {
        bool is_word = (code[at] >= '0' && code[at] <= '9') ||
                       ((code[at] | 0x20) >= 'a' && (code[at] | 0x20) <= 'z');
        bool is_dash = code[at] == '-';
        if (is_dash ? (code[at - 1] == '-' || !code[at + 1]) : !is_word)
            return false;
        n_sub = is_dash ? 0 : n_sub + 1;
        if (n_sub > 8)
            return false;
    }
    return true;
}

/* ---- Lines --------------------------------------------------------------- */

static bool is_line_end(int32_t cp)
{
    return cp == '\n' || cp == '\r' || cp == '\f' || cp == 0x85 || cp == 0x2028 ||
           cp == 0x2029;
}

/* Finds the end of the line at `begin` and the start of the next one. */
static size_t find_line_end(const via_doc *doc, size_t begin, size_t *next)
{
    size_t at = begin;

    while (at < doc->n_bytes) {
        size_t end = at;
        int32_t cp = via_utf8_next(doc->text, &at);
        bool is_end = doc->is_segmented ? cp == '\n' : is_line_end(cp);

        if (!is_end)
            continue;
        if (cp == '\r' && doc->text[at] == '\n')
            at++;
        *next = at;
        return end;
    }
    *next = at;
    return at;
}

/* Narrows [begin, end) to what is left without white space at both ends; an empty
 * span stays at `begin`. */
static void trim(const char *text, size_t *begin, size_t *end)
{
    size_t last = *begin;
    bool is_empty = true;

    for (size_t at = *begin; at < *end;) {
        size_t here = at;
        if (via_char_class_of(via_utf8_next(text, &at)) == VIA_CHAR_SPACE)
            continue;
        if (is_empty)
            *begin = here;
        is_empty = false;
        last = at;
    }
    *end = last;
}

/* Appends every line to `lines` as a via_block, those that hold nothing too. */
static void find_lines(const via_doc *doc, via_buffer *lines)
{
    size_t next = 0;

    for (size_t begin = 0; begin < doc->n_bytes; begin = next) {
        via_block line = {.begin = begin,
                          .end = find_line_end(doc, begin, &next),
                          .kind = VIA_BLOCK_LINE};

        trim(doc->text, &line.begin, &line.end);
        via_buffer_append(lines, (const char *)&line, sizeof line);
    }
}

static bool is_empty(const via_block *line)
{
    return line->begin == line->end;
}

static bool set_blocks(via_doc *doc, via_block *lines, size_t n_lines)
{
    for (size_t i = 0; i < n_lines; i++) {
        lines[i].ends_paragraph = i + 1 == n_lines || is_empty(&lines[i + 1]);
        doc->n_blocks += !is_empty(&lines[i]);
    }
    doc->blocks = via_arena_array(doc->arena, doc->n_blocks, sizeof *doc->blocks);
    if (!doc->blocks)
        return false;
    for (size_t i = 0, n = 0; i < n_lines; i++) {
        if (!is_empty(&lines[i]))
            doc->blocks[n++] = lines[i];
    }
    return true;
}

static bool set_line_segments(via_doc *doc, const via_block *lines, size_t n_lines)
{
    doc->segs = via_arena_array(doc->arena, n_lines, sizeof *doc->segs);
    if (!doc->segs)
        return false;
    for (size_t i = 0; i < n_lines; i++) {
        doc->segs[i].begin = lines[i].begin;
        doc->segs[i].end = lines[i].end;
        doc->segs[i].ends_block = true;
        doc->segs[i].ends_paragraph = lines[i].ends_paragraph;
    }
    doc->n_segs = n_lines;
    via_doc_place_segments(doc, doc->segs, n_lines);
    return true;
}

static via_status set_lines(via_doc *doc, via_error *err)
{
    via_buffer lines = VIA_BUFFER_INIT;
    bool is_set = false;

    find_lines(doc, &lines);
    if (!lines.has_failed) {
        via_block *all = (via_block *)(void *)lines.bytes;
        size_t n_lines = lines.n_bytes / sizeof *all;

        is_set = set_blocks(doc, all, n_lines) &&
                 (!doc->is_segmented || set_line_segments(doc, all, n_lines));
    }
    via_buffer_clear(&lines);
    return is_set ? VIA_OK : via_fail_memory(err);
}

/* ---- The way back -------------------------------------------------------- */

/* A place in the text as given, which moves forward with the normalised text. */
struct way {
    const via_doc *doc;
    size_t point; /* the last fixed point passed */
    size_t byte;  /* of the normalised text */
    size_t src_cp;
};

static size_t walk_to(struct way *way, size_t byte)
{
    const via_doc *doc = way->doc;

    while (way->point + 1 < doc->n_fixed_points &&
           doc->fixed_points[way->point + 1].byte <= byte) {
        way->point++;
        way->byte = doc->fixed_points[way->point].byte;
        way->src_cp = doc->fixed_points[way->point].src_cp;
    }
    if (byte > way->byte) {
        way->src_cp += via_utf8_count(doc->text + way->byte, byte - way->byte);
        way->byte = byte;
    }
    return way->src_cp;
}

void via_doc_place_segments(const via_doc *doc, via_segment *segs, size_t n_segs)
{
    struct way way = {doc, 0, 0, 0};

    for (size_t i = 0; i < n_segs; i++) {
        segs[i].src_begin = walk_to(&way, segs[i].begin);
        segs[i].src_end = walk_to(&way, segs[i].end);
    }
}

/* ---- Making and asking --------------------------------------------------- */

/* As via_decode(), of bytes that are in a named encoding unless a mark says more. */
static via_status decode(const via_raw_text *raw, const char *encoding,
                         via_buffer *room, const char **text, size_t *n_bytes,
                         via_error *err)
{
    if (!encoding || via_has_mark(raw))
        return via_decode(raw, room, text, n_bytes, err);

    via_status st = via_encoding_decode(encoding, raw, room, err);
    if (st != VIA_OK)
        return st;
    *text = via_buffer_text(room);
    *n_bytes = room->n_bytes;
    return *text ? VIA_OK : via_fail_memory(err);
}

static via_status set_text(via_doc *doc, const via_raw_text *raw, const char *encoding,
                           via_error *err)
{
    via_buffer room = VIA_BUFFER_INIT, normal = VIA_BUFFER_INIT;
    via_buffer points = VIA_BUFFER_INIT;
    const char *text = "";
    size_t n_bytes = 0;

    via_status st = decode(raw, encoding, &room, &text, &n_bytes, err);
    if (st == VIA_OK)
        st = via_normalise(text, n_bytes, &normal, &points, err);
    if (st == VIA_OK) {
        doc->n_bytes = normal.n_bytes;
        doc->text = via_arena_copy(doc->arena, normal.bytes, normal.n_bytes);
        doc->n_fixed_points = points.n_bytes / sizeof *doc->fixed_points;
        doc->fixed_points = (via_fixed_point *)(void *)via_arena_copy(
            doc->arena, points.bytes, points.n_bytes);
        if (!doc->text || !doc->fixed_points)
            st = via_fail_memory(err);
    }
    via_buffer_clear(&room);
    via_buffer_clear(&normal);
    via_buffer_clear(&points);
    return st;
}

via_status via_doc_parse(const char *bytes, size_t n_bytes, const via_doc_options *opt,
                         via_doc **out, via_error *err)
{
    *out = NULL;
    if (!via_lang_is_valid(opt->lang))
        return via_fail(err, VIA_E_ARGUMENT, "\"%s\" is not a language code",
                        opt->lang ? opt->lang : "");

    via_arena *arena = via_arena_new();
    via_doc *doc = arena ? via_arena_alloc(arena, sizeof *doc) : NULL;
    const char *name = opt->name ? opt->name : "text";
    via_status st = VIA_OK;

    if (!doc) {
        st = via_fail_memory(err);
        goto done;
    }
    doc->arena = arena;
    doc->name = via_arena_copy(arena, name, strlen(name));
    doc->lang = via_arena_copy(arena, opt->lang, strlen(opt->lang));
    doc->is_segmented = opt->is_segmented;
    if (!doc->name || !doc->lang) {
        st = via_fail_memory(err);
        goto done;
    }

    st = set_text(doc, &(via_raw_text){doc->name, bytes, n_bytes}, opt->encoding, err);
    if (st == VIA_OK)
        st = set_lines(doc, err);
done:
    if (st != VIA_OK) {
        via_arena_free(arena);
        return st;
    }
    *out = doc;
    return VIA_OK;
}

void via_doc_free(via_doc *doc)
{
    if (doc)
        via_arena_free(doc->arena);
}

const char *via_doc_name(const via_doc *doc)
{
    return doc->name;
}

const char *via_doc_lang(const via_doc *doc)
{
    return doc->lang;
}

const char *via_doc_text(const via_doc *doc, size_t *n_bytes)
{
    *n_bytes = doc->n_bytes;
    return doc->text;
}

const via_segment *via_doc_segments(const via_doc *doc, size_t *n_segs)
{
    *n_segs = doc->n_segs;
    return doc->segs;
}

bool via_doc_is_furniture(const via_doc *doc, size_t seg)
{
    size_t byte = doc->segs[seg].begin, begin = 0, end = doc->n_blocks;

    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;

        if (doc->blocks[middle].end <= byte)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin < doc->n_blocks && doc->blocks[begin].is_furniture;
}

size_t via_doc_n_furniture(const via_doc *doc, via_furniture reason)
{
    return doc->n_furniture[reason];
}

bool via_doc_is_fine(const via_doc *doc)
{
    return doc->is_fine;
}
