/* IBM model 1: expected counts of translations, both directions at once.
 *
 * Brown et al. (1993), "The Mathematics of Statistical Machine Translation", by
 * expectation and maximisation; we work with ratios t(t|s) / p(t), see lexicon.h. The
 * empty word has t(t|empty) = p(t), so its ratio is 1.
 *
 * An event is a pair of the lexicon in a bead. What a bead expects is worked out in
 * parallel, each event in a place of its own; sums are made in order by one thread. */
#include "evidence/ibm1.h"

#include "base/buffer.h"
#include "base/parallel.h"
#include "base/status.h"

#include <stdlib.h>
#include <string.h>

#define N_ROUNDS 5
/* Where a pair went that is not there any more. */
#define DROPPED UINT32_MAX
/* Beads that one item covers. */
#define BLOCK_BEADS 256

struct event {
    uint32_t pair;     /* its place in the rows */
    uint16_t slots[2]; /* tokens of the bead: source, target */
    float p[2];        /* expected: forward, backward */
};

struct block {
    via_buffer events;
    size_t event_begin[BLOCK_BEADS + 1];
    double mass[2][BLOCK_BEADS]; /* sum of 1 / z over the tokens of the other side */
    bool has_failed;
};

struct school {
    const via_parallel_text *text;
    via_lexicon_before *before; /* counts by entry that is left */
    via_lexicon *lexicon;
    size_t n_tokens[2];
    uint32_t *columns; /* by entry: its target token, side by side to be walked */
    struct block *blocks;
    size_t n_blocks;
};

static size_t last_bead(const struct school *school, size_t item)
{
    size_t end = (item + 1) * BLOCK_BEADS;

    return end < school->text->n_beads ? end : school->text->n_beads;
}

/* ---- Events -------------------------------------------------------------- */

/* Both the row and the bead are in ascending order. */
static void list_meetings(const struct school *school, size_t bead, size_t slot,
                          via_buffer *events)
{
    const via_parallel_text *text = school->text;
    const via_lexicon *lexicon = school->lexicon;
    uint32_t src = text->tokens[0][text->begin[0][bead] + slot];
    const uint32_t *tgt = text->tokens[1] + text->begin[1][bead];
    size_t n_tgt = text->begin[1][bead + 1] - text->begin[1][bead], b = 0;

    if (!via_buffer_reserve(events, n_tgt * sizeof(struct event)))
        return;
    struct event *end = (struct event *)(void *)(events->bytes + events->n_bytes);
    for (size_t k = lexicon->row_begin[src]; k < lexicon->row_begin[src + 1]; k++) {
        uint32_t column = school->columns[k];

        while (b < n_tgt && tgt[b] < column)
            b++;
        if (b == n_tgt)
            break;
        if (tgt[b] == column)
            *end++ = (struct event){(uint32_t)k, {(uint16_t)slot, (uint16_t)b}, {0}};
    }
    events->n_bytes = (size_t)((char *)end - events->bytes);
}

static void list_events(void *data, size_t item, size_t worker)
{
    struct school *school = data;
    struct block *block = &school->blocks[item];
    size_t begin = item * BLOCK_BEADS, end = last_bead(school, item);
    (void)worker;

    for (size_t bead = begin; bead < end; bead++) {
        size_t n_src = school->text->begin[0][bead + 1] - school->text->begin[0][bead];

        for (size_t slot = 0; slot < n_src; slot++)
            list_meetings(school, bead, slot, &block->events);
        block->event_begin[bead - begin + 1] =
            block->events.n_bytes / sizeof(struct event);
    }
}

/* ---- Expectation --------------------------------------------------------- */

/* z of each token of side `to`, then 1 / z times the weight of the bead. */
static void expect_side(const struct school *school, size_t bead, struct event *events,
                        size_t n_events, int from, double *z, double *mass)
{
    const via_parallel_text *text = school->text;
    const via_lexicon_entry *rows = school->lexicon->rows;
    int to = 1 - from;
    size_t n_to = text->begin[to][bead + 1] - text->begin[to][bead];
    double base = 1.0;

    for (size_t k = text->begin[from][bead]; k < text->begin[from][bead + 1]; k++)
        base += school->lexicon->tokens[from][text->tokens[from][k]].base;
    for (size_t b = 0; b < n_to; b++)
        z[b] = base;
    for (size_t e = 0; e < n_events; e++)
        z[events[e].slots[to]] += rows[events[e].pair].ratios[from];
    *mass = 0.0;
    for (size_t b = 0; b < n_to; b++) {
        z[b] = text->weight[bead] / z[b];
        *mass += z[b];
    }
    for (size_t e = 0; e < n_events; e++)
        events[e].p[from] =
            (float)(rows[events[e].pair].ratios[from] * z[events[e].slots[to]]);
}

static void expect(void *data, size_t item, size_t worker)
{
    struct school *school = data;
    struct block *block = &school->blocks[item];
    struct event *events = (struct event *)(void *)block->events.bytes;
    size_t begin = item * BLOCK_BEADS, end = last_bead(school, item);
    double z[VIA_BEAD_TOKENS_MAX];
    (void)worker;

    for (size_t bead = begin; bead < end; bead++) {
        size_t at = block->event_begin[bead - begin];
        size_t n = block->event_begin[bead - begin + 1] - at;

        for (int from = 0; from < 2; from++)
            expect_side(school, bead, events ? events + at : NULL, n, from, z,
                        &block->mass[from][bead - begin]);
    }
}

/* ---- Maximisation -------------------------------------------------------- */

/* Starts from what was known before. */
static void clear_counts(const struct school *school)
{
    via_lexicon *lexicon = school->lexicon;

    for (int side = 0; side < 2; side++) {
        for (size_t t = 0; t < school->n_tokens[side]; t++) {
            const via_lexicon_token *before = &school->before->tokens[side][t];

            lexicon->tokens[side][t].known = before->known - before->kept;
            lexicon->tokens[side][t].kept = 0.0f;
        }
    }
    for (size_t k = 0; k < lexicon->row_begin[school->n_tokens[0]]; k++) {
        lexicon->rows[k].counts[0] = school->before->counts[k][0];
        lexicon->rows[k].counts[1] = school->before->counts[k][1];
    }
}

/* What the tokens explain beyond their rows. */
static void add_bases(const struct school *school, const struct block *block,
                      size_t bead, size_t place)
{
    const via_parallel_text *text = school->text;

    for (int side = 0; side < 2; side++) {
        for (size_t k = text->begin[side][bead]; k < text->begin[side][bead + 1]; k++) {
            via_lexicon_token *token =
                &school->lexicon->tokens[side][text->tokens[side][k]];

            token->known += (float)(token->base * block->mass[side][place]);
        }
    }
}

static void sum_block(const struct school *school, size_t item)
{
    const struct block *block = &school->blocks[item];
    const struct event *events =
        (const struct event *)(const void *)block->events.bytes;
    size_t begin = item * BLOCK_BEADS, end = last_bead(school, item);
    via_lexicon_entry *rows = school->lexicon->rows;

    for (size_t bead = begin; bead < end; bead++)
        add_bases(school, block, bead, bead - begin);
    for (size_t e = 0; e < block->event_begin[end - begin]; e++) {
        rows[events[e].pair].counts[0] += events[e].p[0];
        rows[events[e].pair].counts[1] += events[e].p[1];
    }
}

static void sum_rows(const struct school *school)
{
    via_lexicon *lexicon = school->lexicon;

    for (size_t s = 0; s < school->n_tokens[0]; s++) {
        via_lexicon_token *src = &lexicon->tokens[0][s];

        for (size_t k = lexicon->row_begin[s]; k < lexicon->row_begin[s + 1]; k++) {
            src->kept += lexicon->rows[k].counts[0];
            lexicon->tokens[1][lexicon->rows[k].tgt].kept += lexicon->rows[k].counts[1];
        }
    }
    for (int side = 0; side < 2; side++) {
        for (size_t t = 0; t < school->n_tokens[side]; t++)
            lexicon->tokens[side][t].known += lexicon->tokens[side][t].kept;
    }
}

/* ---- The whole ----------------------------------------------------------- */

static void find_shares(const struct school *school, int side)
{
    const via_parallel_text *text = school->text;
    via_lexicon_token *tokens = school->lexicon->tokens[side];
    double all = 0.0;

    for (size_t t = 0; t < school->n_tokens[side]; t++) {
        tokens[t].share = school->before->tokens[side][t].share;
        all += tokens[t].share;
    }
    for (size_t bead = 0; bead < text->n_beads; bead++) {
        for (size_t k = text->begin[side][bead]; k < text->begin[side][bead + 1]; k++) {
            tokens[text->tokens[side][k]].share += text->weight[bead];
            all += text->weight[bead];
        }
    }
    for (size_t t = 0; t < school->n_tokens[side]; t++)
        tokens[t].share = (float)(tokens[t].share / all);
    school->lexicon->n_all[side] = all;
}

/* Drops pairs that turned out to be no translations; `moved` tells where those that are
 * left went. What was known of others before is then known of their tokens, beyond
 * their rows. */
static void drop_weak(const struct school *school, uint32_t *moved)
{
    via_lexicon *lexicon = school->lexicon;
    via_lexicon_before *before = school->before;
    size_t n_kept = 0, k = 0;

    for (size_t s = 0; s < school->n_tokens[0]; s++) {
        size_t end = lexicon->row_begin[s + 1];

        for (lexicon->row_begin[s] = n_kept; k < end; k++) {
            const via_lexicon_entry *entry = &lexicon->rows[k];
            const float *counts = before->counts[k];

            moved[k] = DROPPED;
            if (via_lexicon_is_weak(lexicon, (uint32_t)s, entry)) {
                before->tokens[0][s].kept -= counts[0];
                before->tokens[1][entry->tgt].kept -= counts[1];
                continue;
            }
            memcpy(before->counts[n_kept], counts, sizeof before->counts[n_kept]);
            moved[k] = (uint32_t)n_kept;
            lexicon->rows[n_kept++] = *entry;
        }
    }
    lexicon->row_begin[school->n_tokens[0]] = n_kept;
}

/* Drops the events of pairs that were dropped. */
static void follow_moves(struct block *block, size_t n_beads, const uint32_t *moved)
{
    struct event *events = (struct event *)(void *)block->events.bytes;
    size_t n_kept = 0, e = 0;

    for (size_t b = 0; b < n_beads; b++) {
        for (; e < block->event_begin[b + 1]; e++) {
            if (moved[events[e].pair] == DROPPED)
                continue;
            events[n_kept] = events[e];
            events[n_kept++].pair = moved[events[e].pair];
        }
        block->event_begin[b + 1] = n_kept;
    }
    block->events.n_bytes = n_kept * sizeof *events;
}

static bool drop_weak_events(struct school *school)
{
    size_t n_rows = school->lexicon->row_begin[school->n_tokens[0]];
    uint32_t *moved = malloc((n_rows + 1) * sizeof *moved);

    if (!moved)
        return false;
    drop_weak(school, moved);
    for (size_t b = 0; b < school->n_blocks; b++)
        follow_moves(&school->blocks[b], last_bead(school, b) - b * BLOCK_BEADS, moved);
    free(moved);
    return true;
}

static bool make_room(struct school *school)
{
    via_lexicon *lexicon = school->lexicon;
    size_t n_rows = lexicon->row_begin[via_intern_count(lexicon->ids[0])];

    school->blocks = calloc(school->n_blocks + 1, sizeof *school->blocks);
    school->columns = malloc((n_rows + 1) * sizeof *school->columns);
    for (size_t k = 0; school->columns && k < n_rows; k++)
        school->columns[k] = lexicon->rows[k].tgt;
    for (int side = 0; side < 2; side++) {
        school->n_tokens[side] = via_intern_count(lexicon->ids[side]);
        lexicon->tokens[side] =
            calloc(school->n_tokens[side] + 1, sizeof *lexicon->tokens[side]);
    }
    return school->blocks && school->columns && lexicon->tokens[0] &&
           lexicon->tokens[1];
}

static void clear_school(struct school *school)
{
    for (size_t b = 0; school->blocks && b < school->n_blocks; b++)
        via_buffer_clear(&school->blocks[b].events);
    free(school->blocks);
    free(school->columns);
}

/* The first round starts from how often tokens meet, which the ratios hold. */
static void start(const struct school *school)
{
    for (int side = 0; side < 2; side++) {
        find_shares(school, side);
        for (size_t t = 0; t < school->n_tokens[side]; t++) {
            const via_lexicon_token *before = &school->before->tokens[side][t];

            school->lexicon->tokens[side][t].base =
                (float)via_lexicon_base(before->known, before->kept);
        }
    }
}

static bool list_all(struct school *school, size_t n_workers)
{
    bool is_well = true;

    via_parallel_for(school->n_blocks, n_workers, list_events, school);
    for (size_t b = 0; b < school->n_blocks; b++)
        is_well = is_well && !school->blocks[b].events.has_failed;
    return is_well;
}

static void do_round(struct school *school, size_t n_workers)
{
    via_parallel_for(school->n_blocks, n_workers, expect, school);
    clear_counts(school);
    for (size_t b = 0; b < school->n_blocks; b++)
        sum_block(school, b);
    sum_rows(school);
}

via_status via_ibm1_learn(const via_parallel_text *text, via_lexicon_before *before,
                          size_t n_workers, via_lexicon *lexicon, via_error *err)
{
    struct school school = {.text = text, .before = before, .lexicon = lexicon};
    school.n_blocks = (text->n_beads + BLOCK_BEADS - 1) / BLOCK_BEADS;

    bool is_well = make_room(&school) && list_all(&school, n_workers);
    if (is_well)
        start(&school);
    for (int round = 1; is_well && round < N_ROUNDS; round++) {
        do_round(&school, n_workers);
        via_lexicon_rate(lexicon);
    }
    is_well = is_well && drop_weak_events(&school);
    if (is_well) {
        do_round(&school, n_workers);
        if (text->n_beads == 0)
            via_lexicon_rate(lexicon);
    }
    clear_school(&school);
    return is_well ? VIA_OK : via_fail_memory(err);
}
