/* Bead set: the beads of one document as somebody wrote them, each once.
 *
 * A bead is the string of its 32-bit words in an intern table,
 *
 *     [how many source segments | source segments … | target segments …]
 *
 * so that a bead is known by its number, and equal beads are one. */
#include "eval/beadset.h"

#include "align/bead_line.h"
#include "base/intern.h"
#include "base/status.h"
#include "io/reader.h"
#include "io/table.h"

#include <stdlib.h>
#include <string.h>

#define WORD_BYTES sizeof(uint32_t)
#define NO_RATING  (-1.0)

struct via_bead_set {
    via_intern *table;
    via_buffer confidences; /* doubles, by number in the table */
};

/* A file on its way into a set. */
struct loading {
    via_bead_set *set;
    const char *path;
    bool is_rated, is_begun, is_ladder;
    uint32_t src_rung, tgt_rung; /* the last one */
    bool has_rung;
    via_buffer words;
};

via_bead_set *via_bead_set_new(void)
{
    via_bead_set *set = calloc(1, sizeof *set);

    if (set)
        set->table = via_intern_new();
    if (!set || !set->table) {
        free(set);
        return NULL;
    }
    return set;
}

void via_bead_set_free(via_bead_set *set)
{
    if (!set)
        return;
    via_intern_free(set->table);
    via_buffer_clear(&set->confidences);
    free(set);
}

size_t via_bead_set_count(const via_bead_set *set)
{
    return via_intern_count(set->table);
}

/* Strings of an intern table stand in an arena, aligned for any type. */
via_set_bead via_bead_set_get(const via_bead_set *set, size_t i)
{
    size_t n_bytes;
    const char *bytes = via_intern_text(set->table, (uint32_t)i, &n_bytes);
    const uint32_t *words = (const void *)bytes;
    const double *confidences = (const void *)set->confidences.bytes;

    return (via_set_bead){
        .src = words + 1,
        .tgt = words + 1 + words[0],
        .n_src = words[0],
        .n_tgt = n_bytes / WORD_BYTES - 1 - words[0],
        .confidence = confidences[i],
    };
}

bool via_bead_set_holds(const via_bead_set *set, const via_bead_set *other, size_t i)
{
    size_t n_bytes;
    const char *bytes = via_intern_text(other->table, (uint32_t)i, &n_bytes);

    return via_intern_find(set->table, bytes, n_bytes) != VIA_INTERN_NONE;
}

static void append_word(via_buffer *words, uint32_t word)
{
    via_buffer_append(words, (const char *)&word, WORD_BYTES);
}

static void append_range(via_buffer *words, uint32_t begin, uint32_t end)
{
    for (uint32_t i = begin; i < end; i++)
        append_word(words, i);
}

static via_status add_bead(struct loading *load, double confidence, via_error *err)
{
    via_bead_set *set = load->set;
    size_t n_before = via_intern_count(set->table);

    if (load->words.has_failed)
        return via_fail_memory(err);
    if (load->words.n_bytes == WORD_BYTES)
        return VIA_OK;

    uint32_t id = via_intern_add(set->table, load->words.bytes, load->words.n_bytes);
    if (id == VIA_INTERN_NONE)
        return via_fail_memory(err);
    if (id == n_before)
        via_buffer_append(&set->confidences, (const char *)&confidence,
                          sizeof confidence);
    return set->confidences.has_failed ? via_fail_memory(err) : VIA_OK;
}

/* The sides are read behind a word that is set to the size of the first. */
static via_status read_bead(struct loading *load, const char *line, size_t line_no,
                            via_error *err)
{
    double confidence = NO_RATING;
    uint32_t n_src;

    load->words.n_bytes = 0;
    append_word(&load->words, 0);
    bool is_read = via_read_bead_side(&line, &load->words) && *line++ == ':';
    n_src = (uint32_t)(load->words.n_bytes / WORD_BYTES) - 1;
    is_read =
        is_read && via_read_bead_side(&line, &load->words) && (!*line || *line == ':');
    if (!is_read)
        return via_fail(err, VIA_E_FORMAT, "%s:%zu: expected a bead such as [0]:[1, 2]",
                        load->path, line_no);
    if (!load->words.has_failed)
        memcpy(load->words.bytes, &n_src, WORD_BYTES);
    if (!load->is_rated || *line != ':' || !via_parse_number(line + 1, &confidence) ||
        !(confidence >= 0 && confidence <= 1))
        confidence = NO_RATING;
    return add_bead(load, confidence, err);
}

static via_status read_rung(struct loading *load, const char *line, size_t line_no,
                            via_error *err)
{
    uint32_t src, tgt;
    bool is_read = via_read_segment_number(&line, &src) && *line++ == '\t' &&
                   via_read_segment_number(&line, &tgt) && (!*line || *line == '\t');

    if (!is_read || (load->has_rung && (src < load->src_rung || tgt < load->tgt_rung)))
        return via_fail(err, VIA_E_FORMAT,
                        "%s:%zu: expected a rung \"i TAB j\", not before the last",
                        load->path, line_no);
    load->words.n_bytes = 0;
    if (load->has_rung) {
        append_word(&load->words, src - load->src_rung);
        append_range(&load->words, load->src_rung, src);
        append_range(&load->words, load->tgt_rung, tgt);
    } else {
        append_word(&load->words, 0);
    }
    load->src_rung = src;
    load->tgt_rung = tgt;
    load->has_rung = true;
    return add_bead(load, NO_RATING, err);
}

/* The first line that holds something tells what the file is. */
static via_status read_line(struct loading *load, const char *line, size_t line_no,
                            via_error *err)
{
    line += strspn(line, " \t\r");
    if (!*line)
        return VIA_OK;
    if (!load->is_begun)
        load->is_ladder = *line != '[';
    load->is_begun = true;
    return load->is_ladder ? read_rung(load, line, line_no, err)
                           : read_bead(load, line, line_no, err);
}

via_status via_bead_set_load(const char *path, bool is_rated, via_bead_set **out,
                             via_error *err)
{
    via_bead_set *set = via_bead_set_new();
    struct loading load = {.set = set, .path = path, .is_rated = is_rated};
    via_reader *reader = NULL;
    const char *line;
    size_t n_bytes;

    *out = NULL;
    if (!set)
        return via_fail_memory(err);
    via_status st = via_reader_open(path, &reader, err);
    while (st == VIA_OK) {
        st = via_reader_next(reader, &line, &n_bytes, err);
        if (st != VIA_OK || !line)
            break;
        st = read_line(&load, line, via_reader_line(reader), err);
    }
    via_reader_close(reader);
    via_buffer_clear(&load.words);
    if (st != VIA_OK) {
        via_bead_set_free(set);
        return st;
    }
    *out = set;
    return VIA_OK;
}
