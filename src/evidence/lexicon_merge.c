/* Lexicon merge: a lexicon that was learned elsewhere as the start of another.
 *
 * Counts add up: what the prior saw are so many more beads, scaled down, because they
 * come from other texts. Expectation and maximisation then goes on from both. */
#include "evidence/lexicon_merge.h"

#include "base/status.h"

#include <stdlib.h>

struct merge {
    via_lexicon *lexicon;
    const via_lexicon *prior;
    double scale;
    via_lexicon_before *out;
    uint32_t *number_of[2]; /* by token of the prior: its number in the lexicon */
    uint32_t *prior_of;     /* by source token of the lexicon: that of the prior */
    size_t n_old;           /* source tokens that have rows of candidates */
    via_lexicon_entry *row; /* scratch: a row of the prior, renumbered */
};

static bool number_tokens(struct merge *merge, int side)
{
    size_t n_prior = via_intern_count(merge->prior->ids[side]);

    merge->number_of[side] = calloc(n_prior + 1, sizeof(uint32_t));
    for (uint32_t t = 0; merge->number_of[side] && t < n_prior; t++) {
        size_t n_bytes;
        const char *hash = via_intern_text(merge->prior->ids[side], t, &n_bytes);
        uint32_t id = via_intern_add(merge->lexicon->ids[side], hash, n_bytes);

        if (id == VIA_INTERN_NONE)
            return false;
        merge->number_of[side][t] = id;
    }
    return merge->number_of[side] != NULL;
}

static bool keep_tokens(struct merge *merge, int side)
{
    size_t n_prior = via_intern_count(merge->prior->ids[side]);
    size_t n_all = via_intern_count(merge->lexicon->ids[side]);
    via_lexicon_token *kept = calloc(n_all + 1, sizeof *kept);

    merge->out->tokens[side] = kept;
    for (size_t t = 0; kept && t < n_prior; t++) {
        const via_lexicon_token *token = &merge->prior->tokens[side][t];
        via_lexicon_token *to = &kept[merge->number_of[side][t]];

        to->known = (float)(merge->scale * token->known);
        to->kept = (float)(merge->scale * token->kept);
        to->share = (float)(merge->scale * token->share * merge->prior->n_all[side]);
    }
    return kept != NULL;
}

static int compare_targets(const void *a, const void *b)
{
    const via_lexicon_entry *left = a, *right = b;

    return (left->tgt > right->tgt) - (left->tgt < right->tgt);
}

/* The row of the prior for a source token of the lexicon, in its numbers. */
static size_t renumber_row(const struct merge *merge, uint32_t src)
{
    const via_lexicon *prior = merge->prior;
    uint32_t token = merge->prior_of[src];
    size_t n = 0;
    bool is_in_order = true; /* always, where the lexicon holds nothing else */

    if (token == VIA_LEXICON_NONE)
        return 0;
    for (size_t k = prior->row_begin[token]; k < prior->row_begin[token + 1]; k++) {
        const via_lexicon_entry *entry = &prior->rows[k];
        via_lexicon_entry *to = &merge->row[n++];

        *to = *entry;
        to->tgt = merge->number_of[1][entry->tgt];
        to->counts[0] = (float)(merge->scale * entry->counts[0]);
        to->counts[1] = (float)(merge->scale * entry->counts[1]);
        is_in_order = is_in_order && (n < 2 || to[-1].tgt < to->tgt);
    }
    if (!is_in_order)
        qsort(merge->row, n, sizeof *merge->row, compare_targets);
    return n;
}

/* Merges a row of candidates and one of the prior to `rows`; returns its length. */
static size_t merge_rows(const struct merge *merge, const via_lexicon_entry *old,
                         size_t n_old, size_t n_prior, via_lexicon_entry *rows,
                         float (*counts)[2])
{
    size_t a = 0, b = 0, n = 0;

    while (a < n_old || b < n_prior) {
        bool takes_prior =
            b < n_prior && (a == n_old || merge->row[b].tgt <= old[a].tgt);

        if (takes_prior) {
            a += a < n_old && old[a].tgt == merge->row[b].tgt;
            counts[n][0] = merge->row[b].counts[0];
            counts[n][1] = merge->row[b].counts[1];
            rows[n++] = merge->row[b++];
        } else {
            counts[n][0] = counts[n][1] = 0.0f;
            rows[n++] = old[a++];
        }
    }
    return n;
}

static bool find_priors(struct merge *merge, size_t n_src)
{
    size_t n_prior = via_intern_count(merge->prior->ids[0]);

    merge->prior_of = calloc(n_src + 1, sizeof *merge->prior_of);
    for (size_t s = 0; merge->prior_of && s < n_src; s++)
        merge->prior_of[s] = VIA_LEXICON_NONE;
    for (uint32_t t = 0; merge->prior_of && t < n_prior; t++)
        merge->prior_of[merge->number_of[0][t]] = t;
    return merge->prior_of != NULL;
}

static bool join_rows(struct merge *merge)
{
    via_lexicon *lexicon = merge->lexicon;
    size_t n_src = via_intern_count(lexicon->ids[0]), n = 0;
    size_t n_prior_rows =
        merge->prior->row_begin[via_intern_count(merge->prior->ids[0])];
    size_t n_rows = lexicon->row_begin[merge->n_old] + n_prior_rows;
    size_t *row_begin = calloc(n_src + 1, sizeof *row_begin);
    via_lexicon_entry *rows = malloc((n_rows + 1) * sizeof *rows);

    merge->out->counts = calloc(n_rows + 1, sizeof *merge->out->counts);
    merge->row = malloc((n_prior_rows + 1) * sizeof *merge->row);
    bool is_well = row_begin && rows && merge->out->counts && merge->row &&
                   find_priors(merge, n_src);
    for (uint32_t s = 0; is_well && s < n_src; s++) {
        size_t begin = s < merge->n_old ? lexicon->row_begin[s] : 0;
        size_t end = s < merge->n_old ? lexicon->row_begin[s + 1] : 0;
        size_t n_prior = renumber_row(merge, s);

        row_begin[s] = n;
        n += merge_rows(merge, lexicon->rows + begin, end - begin, n_prior, rows + n,
                        merge->out->counts + n);
    }
    if (!is_well) {
        free(row_begin);
        free(rows);
        return false;
    }
    row_begin[n_src] = n;
    free(lexicon->row_begin);
    free(lexicon->rows);
    lexicon->row_begin = row_begin;
    lexicon->rows = rows;
    return true;
}

/* Without a prior nothing is known before. */
static bool start_empty(const via_lexicon *lexicon, via_lexicon_before *out)
{
    size_t n_src = via_intern_count(lexicon->ids[0]);

    out->counts = calloc(lexicon->row_begin[n_src] + 1, sizeof *out->counts);
    for (int side = 0; side < 2; side++)
        out->tokens[side] =
            calloc(via_intern_count(lexicon->ids[side]) + 1, sizeof *out->tokens[side]);
    return out->counts && out->tokens[0] && out->tokens[1];
}

via_status via_lexicon_merge(via_lexicon *lexicon, const via_lexicon *prior,
                             double scale, via_lexicon_before *out, via_error *err)
{
    struct merge merge = {.lexicon = lexicon,
                          .prior = prior,
                          .scale = scale,
                          .out = out,
                          .n_old = via_intern_count(lexicon->ids[0])};

    *out = (via_lexicon_before){0};
    bool is_well = prior ? number_tokens(&merge, 0) && number_tokens(&merge, 1) &&
                               keep_tokens(&merge, 0) && keep_tokens(&merge, 1) &&
                               join_rows(&merge)
                         : start_empty(lexicon, out);
    free(merge.number_of[0]);
    free(merge.number_of[1]);
    free(merge.prior_of);
    free(merge.row);
    return is_well ? VIA_OK : via_fail_memory(err);
}

void via_lexicon_before_clear(via_lexicon_before *before)
{
    free(before->counts);
    free(before->tokens[0]);
    free(before->tokens[1]);
    *before = (via_lexicon_before){0};
}
