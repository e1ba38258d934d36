/* Span list: beads as stretches of two texts, measured in letters. */
#include "eval/spans.h"

#include "base/buffer.h"
#include "base/status.h"
#include "io/reader.h"
#include "io/table.h"
#include "text/letters.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

#define NO_RATING (-1.0)

void via_letter_offsets_clear(via_letter_offsets *offsets)
{
    free(offsets->before);
    *offsets = (via_letter_offsets){NULL, 0};
}

static bool count_letters(const char *bytes, size_t n_bytes, via_letter_offsets *out)
{
    size_t n_letters = 0;

    out->n_cps = 0;
    out->before = calloc(via_utf8_count(bytes, n_bytes) + 1, sizeof *out->before);
    if (!out->before)
        return false;
    for (size_t at = 0; at < n_bytes;) {
        n_letters += via_char_is_letter(via_utf8_next(bytes, &at));
        out->before[++out->n_cps] = n_letters;
    }
    return true;
}

via_status via_letter_offsets_load(const char *path, via_letter_offsets *out,
                                   via_error *err)
{
    via_buffer text = VIA_BUFFER_INIT;
    via_status st = via_read_file(path, &text, err);
    size_t bad_at, n_bom = 0;

    *out = (via_letter_offsets){NULL, 0};
    if (st == VIA_OK && !via_utf8_check(text.bytes, text.n_bytes, &bad_at))
        st = via_fail(err, VIA_E_ENCODING, "%s: expected UTF-8 at byte %zu", path,
                      bad_at);
    if (st == VIA_OK) {
        n_bom = text.n_bytes >= 3 && memcmp(text.bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
        if (!count_letters(text.bytes + n_bom, text.n_bytes - n_bom, out))
            st = via_fail_memory(err);
    }
    via_buffer_clear(&text);
    return st;
}

void via_span_list_clear(via_span_list *list)
{
    free(list->spans);
    free(list->reaches);
    *list = (via_span_list){NULL, 0, NULL};
}

/* Reads four numbers between tabs; false if the line does not start with them. Sets
 * `*rest` to what follows. */
static bool read_offsets(const char *line, size_t offsets[4], const char **rest)
{
    for (int i = 0; i < 4; i++) {
        line += strspn(line, " ");
        if (*line < '0' || *line > '9')
            return false;
        offsets[i] = 0;
        for (; *line >= '0' && *line <= '9'; line++) {
            /* Behind the end of any text it does not matter how far. */
            if (offsets[i] < SIZE_MAX / 20)
                offsets[i] = offsets[i] * 10 + (size_t)(*line - '0');
        }
        line += strspn(line, " ");
        if (i < 3 && *line++ != '\t')
            return false;
    }
    *rest = line;
    return !*line || *line == '\t';
}

/* Reads the field behind a tab; there may be more behind it. */
static double read_confidence(const char *rest)
{
    char field[32];
    double confidence;
    size_t n_bytes = *rest ? strcspn(++rest, "\t") : 0;

    if (!n_bytes || n_bytes >= sizeof field)
        return NO_RATING;
    memcpy(field, rest, n_bytes);
    field[n_bytes] = '\0';
    if (!via_parse_number(field, &confidence) || !(confidence >= 0 && confidence <= 1))
        return NO_RATING;
    return confidence;
}

static size_t letters_before(const via_letter_offsets *offsets, size_t cp)
{
    return offsets->before[cp < offsets->n_cps ? cp : offsets->n_cps];
}

static void add_line(const char *line, const via_letter_offsets *src,
                     const via_letter_offsets *tgt, bool is_rated, via_buffer *spans)
{
    const char *rest;
    size_t cps[4];

    if (!read_offsets(line, cps, &rest))
        return;
    via_span span = {
        letters_before(src, cps[0]),
        letters_before(src, cps[1]),
        letters_before(tgt, cps[2]),
        letters_before(tgt, cps[3]),
        is_rated ? read_confidence(rest) : NO_RATING,
    };
    if (span.src_begin < span.src_end && span.tgt_begin < span.tgt_end)
        via_buffer_append(spans, (const char *)&span, sizeof span);
}

static int by_numbers(const void *a, const void *b)
{
    const via_span *x = a, *y = b;

    if (x->src_begin != y->src_begin)
        return x->src_begin < y->src_begin ? -1 : 1;
    if (x->src_end != y->src_end)
        return x->src_end < y->src_end ? -1 : 1;
    if (x->tgt_begin != y->tgt_begin)
        return x->tgt_begin < y->tgt_begin ? -1 : 1;
    return x->tgt_end < y->tgt_end ? -1 : x->tgt_end > y->tgt_end;
}

/* The most confident of equal spans comes first. */
static int by_numbers_then_confidence(const void *a, const void *b)
{
    const via_span *x = a, *y = b;
    int order = by_numbers(a, b);

    if (order != 0)
        return order;
    return (x->confidence < y->confidence) - (x->confidence > y->confidence);
}

/* Sorts, takes each span once, and finds how far they reach. */
static bool put_in_order(via_span_list *list, size_t n_spans)
{
    size_t reach = 0;

    list->reaches = calloc(n_spans + 1, sizeof *list->reaches);
    if (!list->reaches)
        return false;
    if (n_spans)
        qsort(list->spans, n_spans, sizeof *list->spans, by_numbers_then_confidence);
    for (size_t i = 0; i < n_spans; i++) {
        if (list->n_spans &&
            by_numbers(&list->spans[list->n_spans - 1], &list->spans[i]) == 0)
            continue;
        if (list->spans[i].src_end > reach)
            reach = list->spans[i].src_end;
        list->reaches[list->n_spans] = reach;
        list->spans[list->n_spans++] = list->spans[i];
    }
    return true;
}

via_status via_span_list_load(const char *path, const via_letter_offsets *src,
                              const via_letter_offsets *tgt, bool is_rated,
                              via_span_list *out, via_error *err)
{
    via_buffer spans = VIA_BUFFER_INIT;
    via_reader *reader = NULL;
    const char *line;
    size_t n_bytes;

    *out = (via_span_list){NULL, 0, NULL};
    via_status st = via_reader_open(path, &reader, err);
    while (st == VIA_OK) {
        st = via_reader_next(reader, &line, &n_bytes, err);
        if (st != VIA_OK || !line)
            break;
        add_line(line, src, tgt, is_rated, &spans);
    }
    via_reader_close(reader);
    if (st != VIA_OK) {
        via_buffer_clear(&spans);
        return st;
    }
    out->spans = (void *)spans.bytes;
    if (spans.has_failed || !put_in_order(out, spans.n_bytes / sizeof(via_span))) {
        via_span_list_clear(out);
        return via_fail_memory(err);
    }
    return VIA_OK;
}

size_t via_span_list_before(const via_span_list *list, size_t at)
{
    size_t low = 0, high = list->n_spans;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list->spans[middle].src_begin < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
