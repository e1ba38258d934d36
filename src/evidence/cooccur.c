/* Co-occurrence: which tokens stand in beads together more often than by chance.
 *
 * For each source token the beads that hold it are walked, and the target tokens in
 * them counted in an array as long as the target vocabulary, which belongs to the
 * worker. No pair is ever hashed; most would not pass the test. */
#include "evidence/cooccur.h"

#include "base/buffer.h"
#include "base/parallel.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What stands together once may be anything. */
#define MEETINGS_MIN 2
/* The log-likelihood ratio of Dunning (1993) must reach this; of 3 to 60 tried. */
#define SIGNIFICANCE_MIN 15.0
/* They must meet so many times more often than by chance. Chosen, not tuned. */
#define LIFT_MIN 1.5
/* A token has at most so many candidates, the most significant ones. */
#define ROW_MAX 100
/* Source tokens that one item covers. */
#define BLOCK_TOKENS 64

struct candidate {
    via_lexicon_entry entry;
    float significance;
};

struct desk {
    uint32_t *counts;  /* by target token, zero between items */
    uint32_t *touched; /* target tokens counted */
    struct candidate *row;
};

struct block {
    via_buffer entries; /* via_lexicon_entry */
    size_t row_sizes[BLOCK_TOKENS];
};

struct work {
    const via_parallel_text *text;
    size_t *posting_begin; /* by source token */
    uint32_t *postings;    /* beads */
    struct desk *desks;
    struct block *blocks;
};

static double x_log_x(double x)
{
    return x > 0.0 ? x * log(x) : 0.0;
}

/* Dunning's ratio for a two by two table, doubled as usual. */
static double significance(double both, double src, double tgt, double all)
{
    double rest = all - src - tgt + both;

    return 2.0 * (x_log_x(both) + x_log_x(src - both) + x_log_x(tgt - both) +
                  x_log_x(rest) + x_log_x(all) - x_log_x(src) - x_log_x(tgt) -
                  x_log_x(all - src) - x_log_x(all - tgt));
}

static int compare_significance(const void *a, const void *b)
{
    const struct candidate *left = a, *right = b;

    if (left->significance != right->significance)
        return left->significance > right->significance ? -1 : 1;
    return left->entry.tgt < right->entry.tgt ? -1 : left->entry.tgt > right->entry.tgt;
}

static int compare_targets(const void *a, const void *b)
{
    const struct candidate *left = a, *right = b;

    return left->entry.tgt < right->entry.tgt ? -1 : left->entry.tgt > right->entry.tgt;
}

static size_t count_row(const struct work *work, struct desk *desk, uint32_t token)
{
    const via_parallel_text *text = work->text;
    size_t n_touched = 0;

    for (size_t p = work->posting_begin[token]; p < work->posting_begin[token + 1];
         p++) {
        size_t bead = work->postings[p];

        for (size_t k = text->begin[1][bead]; k < text->begin[1][bead + 1]; k++) {
            uint32_t tgt = text->tokens[1][k];

            if (desk->counts[tgt]++ == 0)
                desk->touched[n_touched++] = tgt;
        }
    }
    return n_touched;
}

static size_t test_row(const struct work *work, struct desk *desk, uint32_t token,
                       size_t n_touched)
{
    double all = (double)work->text->n_beads;
    double src = work->text->n_beads_with[0][token];
    size_t n_row = 0;

    for (size_t k = 0; k < n_touched; k++) {
        uint32_t tgt = desk->touched[k], both = desk->counts[tgt];
        double other = work->text->n_beads_with[1][tgt];
        double lift = both * all / (src * other);

        desk->counts[tgt] = 0;
        if (both < MEETINGS_MIN || lift < LIFT_MIN)
            continue;
        double g2 = significance(both, src, other, all);
        if (g2 >= SIGNIFICANCE_MIN)
            desk->row[n_row++] =
                (struct candidate){{tgt, {0}, {(float)lift, (float)lift}}, (float)g2};
    }
    return n_row;
}

static void find_rows(void *data, size_t item, size_t worker)
{
    struct work *work = data;
    struct desk *desk = &work->desks[worker];
    struct block *block = &work->blocks[item];
    size_t begin = item * BLOCK_TOKENS, end = begin + BLOCK_TOKENS;

    if (end > work->text->n_tokens[0])
        end = work->text->n_tokens[0];
    for (size_t token = begin; token < end; token++) {
        if (work->text->n_beads_with[0][token] < MEETINGS_MIN)
            continue;
        size_t n_row = test_row(work, desk, (uint32_t)token,
                                count_row(work, desk, (uint32_t)token));
        if (n_row > ROW_MAX) {
            qsort(desk->row, n_row, sizeof *desk->row, compare_significance);
            n_row = ROW_MAX;
        }
        qsort(desk->row, n_row, sizeof *desk->row, compare_targets);
        for (size_t k = 0; k < n_row; k++)
            via_buffer_append(&block->entries, (const char *)&desk->row[k].entry,
                              sizeof desk->row[k].entry);
        block->row_sizes[token - begin] = n_row;
    }
}

static bool list_postings(struct work *work)
{
    const via_parallel_text *text = work->text;
    size_t n_all = text->begin[0][text->n_beads], n = text->n_tokens[0];

    work->posting_begin = calloc(n + 2, sizeof(size_t));
    work->postings = calloc(n_all + 1, sizeof(uint32_t));
    if (!work->posting_begin || !work->postings)
        return false;
    for (size_t token = 0; token < n; token++)
        work->posting_begin[token + 2] =
            work->posting_begin[token + 1] + text->n_beads_with[0][token];
    for (size_t bead = 0; bead < text->n_beads; bead++) {
        for (size_t k = text->begin[0][bead]; k < text->begin[0][bead + 1]; k++)
            work->postings[work->posting_begin[text->tokens[0][k] + 1]++] =
                (uint32_t)bead;
    }
    return true;
}

static bool make_desks(struct work *work, size_t n_workers)
{
    size_t n = work->text->n_tokens[1] + 1;

    work->desks = calloc(n_workers, sizeof *work->desks);
    for (size_t w = 0; work->desks && w < n_workers; w++) {
        struct desk *desk = &work->desks[w];

        desk->counts = calloc(n, sizeof *desk->counts);
        desk->touched = calloc(n, sizeof *desk->touched);
        desk->row = calloc(n, sizeof *desk->row);
        if (!desk->counts || !desk->touched || !desk->row)
            return false;
    }
    return work->desks != NULL;
}

static void clear_work(struct work *work, size_t n_workers, size_t n_blocks)
{
    for (size_t w = 0; work->desks && w < n_workers; w++) {
        free(work->desks[w].counts);
        free(work->desks[w].touched);
        free(work->desks[w].row);
    }
    for (size_t b = 0; work->blocks && b < n_blocks; b++)
        via_buffer_clear(&work->blocks[b].entries);
    free(work->desks);
    free(work->blocks);
    free(work->posting_begin);
    free(work->postings);
}

/* Puts the rows of all blocks one behind the other. */
static bool join_blocks(const struct work *work, size_t n_blocks, via_lexicon *lexicon)
{
    size_t n_tokens = work->text->n_tokens[0], n_bytes = 0;

    for (size_t b = 0; b < n_blocks; b++) {
        if (work->blocks[b].entries.has_failed)
            return false;
        n_bytes += work->blocks[b].entries.n_bytes;
    }
    lexicon->row_begin = calloc(n_tokens + 1, sizeof(size_t));
    lexicon->rows = malloc(n_bytes + sizeof *lexicon->rows);
    if (!lexicon->row_begin || !lexicon->rows)
        return false;
    char *end = (char *)lexicon->rows;
    for (size_t b = 0; b < n_blocks; b++) {
        const via_buffer *entries = &work->blocks[b].entries;

        if (entries->n_bytes)
            memcpy(end, entries->bytes, entries->n_bytes);
        end += entries->n_bytes;
    }
    for (size_t token = 0; token < n_tokens; token++)
        lexicon->row_begin[token + 1] =
            lexicon->row_begin[token] +
            work->blocks[token / BLOCK_TOKENS].row_sizes[token % BLOCK_TOKENS];
    return true;
}

via_status via_cooccur_find(const via_parallel_text *text, size_t n_workers,
                            via_lexicon *lexicon, via_error *err)
{
    struct work work = {text, NULL, NULL, NULL, NULL};
    size_t n_blocks = (text->n_tokens[0] + BLOCK_TOKENS - 1) / BLOCK_TOKENS;

    work.blocks = calloc(n_blocks + 1, sizeof *work.blocks);
    bool is_well = work.blocks && list_postings(&work) && make_desks(&work, n_workers);
    if (is_well) {
        via_parallel_for(n_blocks, n_workers, find_rows, &work);
        is_well = join_blocks(&work, n_blocks, lexicon);
    }
    clear_work(&work, n_workers, n_blocks);
    return is_well ? VIA_OK : via_fail_memory(err);
}
