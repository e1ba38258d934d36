/* Answers: the gold beads of a document, as somebody wrote them beside it. */
#include "batch/answers.h"

#include "align/bead_line.h"
#include "base/status.h"
#include "eval/beadset.h"
#include "eval/golds.h"
#include "io/reader.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* By answer. */
static const char *const ENDINGS[] = {"", ".gold", ".spans.tsv"};

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

/* Adds those of one kind of answer that are wanted and not there yet. */
static void add_pairs(const via_golds *golds, const char *wanted, via_buffer *out)
{
    for (size_t k = 0; k < via_golds_count(golds); k++) {
        const char *lang_pair = via_golds_get(golds, k)->lang_pair;

        if ((wanted && !is_listed(wanted, lang_pair)) || !via_buffer_text(out) ||
            is_listed(out->bytes, lang_pair))
            continue;
        via_buffer_format(out, "%s%s", out->n_bytes ? "," : "", lang_pair);
    }
}

via_status via_answers_pairs(const char *folder, const char *wanted, via_buffer *out,
                             via_error *err)
{
    bool is_any = false;
    via_status st = VIA_OK;

    for (int k = VIA_ANSWER_NUMBERS; k <= VIA_ANSWER_SPANS; k++) {
        via_golds *golds = NULL;

        st = via_golds_list(folder, ENDINGS[k], NULL, &golds, err);
        if (st == VIA_OK)
            add_pairs(golds, wanted, out);
        is_any = is_any || st == VIA_OK;
        via_golds_free(golds);
    }
    if (!is_any)
        return st;
    return via_buffer_text(out) ? VIA_OK : via_fail_memory(err);
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
        via_bead found = {0};

        if (!via_set_bead_is_full(&bead) ||
            !via_find_run(bead.src, bead.n_src, &found.src_begin, &found.src_end,
                          &found.src_skip) ||
            !via_find_run(bead.tgt, bead.n_tgt, &found.tgt_begin, &found.tgt_end,
                          &found.tgt_skip))
            continue;
        if (!holds(pair.src, bead.src, bead.n_src) ||
            !holds(pair.tgt, bead.tgt, bead.n_tgt))
            st = via_fail(err, VIA_E_FORMAT,
                          "%s: bead %zu holds segments beyond the "
                          "text",
                          path, b + 1);
        else
            add_bead(&found, out);
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

/* ---- Files --------------------------------------------------------------- */

via_status via_answers_find(const char *folder, const char *id, const char *lang_pair,
                            via_answer *out, via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;

    *out = VIA_ANSWER_NONE;
    for (int k = VIA_ANSWER_SPANS; k >= VIA_ANSWER_NUMBERS; k--) {
        path.n_bytes = 0;
        via_buffer_format(&path, "%s/%s.%s%s", folder, id, lang_pair, ENDINGS[k]);
        if (via_buffer_text(&path) && access(path.bytes, F_OK) == 0)
            *out = (via_answer)k;
    }
    bool has_failed = path.has_failed;
    via_buffer_clear(&path);
    return has_failed ? via_fail_memory(err) : VIA_OK;
}

via_status via_answers_read(const char *folder, const char *id, via_pair pair,
                            via_answer answer, via_buffer *out, via_error *err)
{
    via_buffer path = VIA_BUFFER_INIT;
    via_status st = VIA_OK;

    via_buffer_format(&path, "%s/%s.%s-%s%s", folder, id, via_doc_lang(pair.src),
                      via_doc_lang(pair.tgt), ENDINGS[answer]);
    if (!via_buffer_text(&path))
        st = via_fail_memory(err);
    else if (answer == VIA_ANSWER_NUMBERS)
        st = read_numbers(path.bytes, pair, out, err);
    else if (answer == VIA_ANSWER_SPANS)
        st = read_spans(path.bytes, pair, out, err);
    via_buffer_clear(&path);
    return st == VIA_OK && out->has_failed ? via_fail_memory(err) : st;
}
