/* Answers: the gold beads of a document, as somebody wrote them beside it. */
#include "batch/answers.h"

#include "base/status.h"
#include "eval/beadset.h"
#include "eval/golds.h"
#include "io/reader.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NUMBERS ".gold"
#define SPANS   ".spans.tsv"

/* Returns whether a list such as "vi-ja,en-ja" names the pair. */
static bool is_listed(const char *list, const char *lang_pair)
{
    size_t n = strlen(lang_pair);

    for (const char *at = list; at; at = strchr(at, ',')) {
        at += *at == ',';
        if (strncmp(at, lang_pair, n) == 0 && (at[n] == ',' || at[n] == '\0'))
            return true;
    }
    return false;
}

via_status via_answers_pairs(const char *folder, const char *wanted, via_buffer *out,
                             bool *are_numbers, via_error *err)
{
    via_golds *golds = NULL;
    const char *last = "";

    *are_numbers = via_golds_list(folder, NUMBERS, NULL, &golds, NULL) == VIA_OK;
    via_status st =
        *are_numbers ? VIA_OK : via_golds_list(folder, SPANS, NULL, &golds, err);
    for (size_t k = 0; st == VIA_OK && k < via_golds_count(golds); k++) {
        const char *lang_pair = via_golds_get(golds, k)->lang_pair;

        if (strcmp(lang_pair, last) == 0 || (wanted && !is_listed(wanted, lang_pair)))
            continue;
        via_buffer_format(out, "%s%s", *last ? "," : "", lang_pair);
        last = lang_pair;
    }
    if (st == VIA_OK && !via_buffer_text(out))
        st = via_fail_memory(err);
    via_golds_free(golds);
    return st;
}

static bool are_neighbours(const uint32_t *segs, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (segs[i] != segs[i - 1] + 1)
            return false;
    }
    return true;
}

static bool holds(const via_doc *doc, const uint32_t *segs, size_t n)
{
    size_t n_segs;

    via_doc_segments(doc, &n_segs);
    return n == 0 || segs[n - 1] < n_segs;
}

static void add_bead(const via_bead *bead, via_buffer *out)
{
    via_buffer_append(out, (const char *)bead, sizeof *bead);
}

static via_status read_numbers(const char *path, via_pair pair, via_buffer *out,
                               via_error *err)
{
    via_bead_set *set = NULL;
    via_status st = via_bead_set_load(path, false, &set, err);

    for (size_t b = 0; st == VIA_OK && b < via_bead_set_count(set); b++) {
        via_set_bead bead = via_bead_set_get(set, b);

        if (!via_set_bead_is_full(&bead) || !are_neighbours(bead.src, bead.n_src) ||
            !are_neighbours(bead.tgt, bead.n_tgt))
            continue;
        if (!holds(pair.src, bead.src, bead.n_src) ||
            !holds(pair.tgt, bead.tgt, bead.n_tgt))
            st = via_fail(err, VIA_E_FORMAT,
                          "%s: bead %zu holds segments beyond the "
                          "text",
                          path, b + 1);
        else
            add_bead(&(via_bead){bead.src[0], bead.src[0] + bead.n_src, bead.tgt[0],
                                 bead.tgt[0] + bead.n_tgt, 0.0, 0.0},
                     out);
    }
    via_bead_set_free(set);
    return st;
}

/* Finds the segments whose middle lies in code points [begin, end). */
static void find_segments(const via_doc *doc, size_t begin, size_t end, size_t *from,
                          size_t *to)
{
    size_t n_segs;
    const via_segment *segs = via_doc_segments(doc, &n_segs);

    *from = *to = 0;
    for (size_t i = 0; i < n_segs; i++) {
        size_t middle = (segs[i].src_begin + segs[i].src_end) / 2;

        if (middle < begin)
            *from = i + 1;
        if (middle < end)
            *to = i + 1;
    }
}

/* As when answers are scored, a line that does not start with four numbers is none. */
static void read_line(const char *line, via_pair pair, via_buffer *out)
{
    unsigned long at[4];
    char *rest = (char *)(uintptr_t)line;
    via_bead bead = {0};

    for (int k = 0; k < 4; k++) {
        rest += strspn(rest, " \t");
        if (*rest < '0' || *rest > '9') /* strtoul() takes signs as well */
            return;
        at[k] = strtoul(rest, &rest, 10);
    }
    find_segments(pair.src, at[0], at[1], &bead.src_begin, &bead.src_end);
    find_segments(pair.tgt, at[2], at[3], &bead.tgt_begin, &bead.tgt_end);
    if (bead.src_begin < bead.src_end && bead.tgt_begin < bead.tgt_end)
        add_bead(&bead, out);
}

static via_status read_spans(const char *path, via_pair pair, via_buffer *out,
                             via_error *err)
{
    via_reader *reader = NULL;
    const char *line;
    size_t n_bytes;
    via_status st = via_reader_open(path, &reader, err);

    while (st == VIA_OK &&
           (st = via_reader_next(reader, &line, &n_bytes, err)) == VIA_OK && line)
        read_line(line, pair, out);
    via_reader_close(reader);
    return st;
}

via_status via_answers_read(const char *folder, const char *id, via_pair pair,
                            via_buffer *out, bool *is_there, via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;
    size_t n_stem;
    via_status st = VIA_OK;

    *is_there = false;
    via_buffer_format(&path, "%s/%s.%s-%s", folder, id, via_doc_lang(pair.src),
                      via_doc_lang(pair.tgt));
    n_stem = path.n_bytes;
    via_buffer_append_text(&path, NUMBERS);
    if (!via_buffer_text(&path)) {
        st = via_fail_memory(err);
    } else if (access(path.bytes, F_OK) == 0) {
        *is_there = true;
        st = read_numbers(path.bytes, pair, out, err);
    } else {
        path.n_bytes = n_stem;
        via_buffer_append_text(&path, SPANS);
        if (!via_buffer_text(&path)) {
            st = via_fail_memory(err);
        } else if (access(path.bytes, F_OK) == 0) {
            *is_there = true;
            st = read_spans(path.bytes, pair, out, err);
        }
    }
    via_buffer_clear(&path);
    if (st == VIA_OK && out->has_failed)
        st = via_fail_memory(err);
    return st;
}
