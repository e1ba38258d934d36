/* Lexicon pair: how well the lexicon explains each bead of two documents. */
#include "evidence/lexicon_pair.h"

#include "base/status.h"
#include "evidence/leave_out.h"
#include "evidence/meetings.h"

#include <math.h>

/* So much of a translation is translated word by word; the rest may be anything
 * (design, "Lexicon"). */
#define SHARE 0.85
/* A token counts in the mean as far as it is known: one seen in so many beads, half.
 * Of 1 and 4 tried. */
#define HALF_KNOWN 2.0
/* So many tokens of ratio 1 are added, lest the mean of a few be taken for that of
 * many. Of 1 to 16 tried. */
#define MEAN_TOKENS 5.0
/* Products stay below this before their logarithm is taken. */
#define PRODUCT_MAX 1e200
/* Ratios above this are as good as certain, and would only be noise. */
#define RATIO_MAX 1e5

/* A meeting with its values. */
struct event {
    uint32_t slots[2];
    float ratios[2];
};

struct build {
    const via_lexicon *lexicon;
    const via_side *sides[2];
    const via_lexicon_range *range;
    via_meetings meetings;
    double *bases[2];     /* by slot */
    struct event *events; /* by cell */
    size_t *event_begin;  /* by cell */
    double *sums;         /* scratch, by slot of the longer side */
    uint32_t *touched;
    via_lexicon_pair *pair;
};

/* ---- Events -------------------------------------------------------------- */

static struct event event_of(const struct build *build, const via_left_out *left,
                             const via_meeting *meeting)
{
    const via_lexicon *lexicon = build->lexicon;
    struct event event = {{meeting->slots[0], meeting->slots[1]}, {0.0f, 0.0f}};
    double counts[2];

    via_left_counts(left, lexicon, &build->meetings, meeting, counts);
    for (int from = 0; from < 2; from++) {
        const via_slots *slots = &build->meetings.slots[1 - from];
        double share =
            lexicon->tokens[1 - from][slots->tokens[meeting->slots[1 - from]]].share;
        double known = build->meetings.slots[from].known[meeting->slots[from]];

        event.ratios[from] = (float)fmin(
            via_lexicon_ratio(counts[from], fmax(known, 0.0), share), RATIO_MAX);
    }
    return event;
}

/* Orders the events of each source segment by cell. */
static bool place_events(struct build *build, const via_left_out *left,
                         via_arena *arena)
{
    const via_lexicon_pair *pair = build->pair;
    const via_meeting *meetings = build->meetings.list;
    size_t n_meetings = build->meetings.n_meetings;
    size_t *next = via_arena_array(arena, pair->n_cells + 2, sizeof *next);

    build->events = via_arena_array(arena, n_meetings, sizeof *build->events);
    build->event_begin = next;
    if (!build->events || !next)
        return false;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t m = 0; m < n_meetings; m++) {
            uint32_t i = build->meetings.slots[0].segs[meetings[m].slots[0]];
            uint32_t j = build->meetings.slots[1].segs[meetings[m].slots[1]];
            size_t cell = pair->first[i] + (j - pair->lo[i]);

            if (pass == 0)
                next[cell + 2]++;
            else
                build->events[next[cell + 1]++] = event_of(build, left, &meetings[m]);
        }
        for (size_t cell = 0; pass == 0 && cell < pair->n_cells; cell++)
            next[cell + 2] += next[cell + 1];
    }
    return true;
}

/* A link that is so much likelier than by chance says nothing of a border: about as
 * many words are looked at. */
#define LINK_BASE_NATS 2.0

static bool fill_seams(struct build *build, via_arena *arena)
{
    via_seams *seams = &build->pair->seams;

    if (!via_seams_init(seams, build->sides[0], build->sides[1], build->range->lo,
                        build->range->hi, arena))
        return false;
    for (size_t e = 0; e < build->meetings.n_meetings; e++) {
        const struct event *event = &build->events[e];
        via_link link = {{build->meetings.slots[0].segs[event->slots[0]],
                          build->meetings.slots[1].segs[event->slots[1]]},
                         {event->slots[0], event->slots[1]},
                         0.0f};

        link.nats = 0.5f * logf((1.0f + event->ratios[0]) * (1.0f + event->ratios[1])) -
                    (float)LINK_BASE_NATS;
        if (link.nats > 0.0f)
            via_seams_add(seams, build->sides[0], build->sides[1], &link);
    }
    return true;
}

/* ---- Tables -------------------------------------------------------------- */

/* Adds the events of a cell to the sums of the tokens on side `to`. */
static size_t touch(const struct build *build, size_t cell, int to, size_t n_touched)
{
    for (size_t e = build->event_begin[cell]; e < build->event_begin[cell + 1]; e++) {
        uint32_t slot = build->events[e].slots[to];

        if (build->events[e].ratios[1 - to] <= 0.0f)
            continue;
        if (build->sums[slot] == 0.0)
            build->touched[n_touched++] = slot;
        build->sums[slot] += build->events[e].ratios[1 - to];
    }
    return n_touched;
}

/* The sum over `n_tokens` tokens of one segment, of which those touched have more than
 * the base. `base` is that of `n_from` tokens on the other side. */
static double log_ratio(const struct build *build, size_t n_touched, size_t n_tokens,
                        double base, size_t n_from)
{
    double scale = SHARE / (double)(n_from + 1);
    double rest = scale * (1.0 + base) + (1.0 - SHARE);
    double gain = scale / rest, product = 1.0, nats = (double)n_tokens * log(rest);

    for (size_t k = 0; k < n_touched; k++) {
        product *= 1.0 + gain * build->sums[build->touched[k]];
        if (product > PRODUCT_MAX) {
            nats += log(product);
            product = 1.0;
        }
    }
    return nats + log(product);
}

static void forget(const struct build *build, size_t n_touched)
{
    for (size_t k = 0; k < n_touched; k++)
        build->sums[build->touched[k]] = 0.0;
}

static double sum_bases(const struct build *build, int side, size_t seg)
{
    const size_t *begin = build->sides[side]->tokens.begin;
    double sum = 0.0;

    for (size_t a = begin[seg]; a < begin[seg + 1]; a++)
        sum += build->bases[side][a];
    return sum;
}

static bool holds(const struct build *build, size_t i, size_t j)
{
    return j >= build->range->lo[i] && j < build->range->hi[i] &&
           j < build->sides[1]->n_segs;
}

/* Source segments from i on, with target segment j. */
static void fill_forward(const struct build *build, size_t i, size_t j)
{
    via_lexicon_pair *pair = build->pair;
    const size_t *src = build->sides[0]->tokens.begin;
    const size_t *tgt = build->sides[1]->tokens.begin;
    size_t home = pair->first[i] + (j - pair->lo[i]), n_touched = 0;
    double base = 0.0;

    for (size_t m = 0; m < build->range->src_max && i + m < build->sides[0]->n_segs;
         m++) {
        if (!holds(build, i + m, j))
            break;
        n_touched =
            touch(build, pair->first[i + m] + (j - pair->lo[i + m]), 1, n_touched);
        base += sum_bases(build, 0, i + m);
        pair->forward[m * pair->n_cells + home] = (float)log_ratio(
            build, n_touched, tgt[j + 1] - tgt[j], base, src[i + m + 1] - src[i]);
    }
    forget(build, n_touched);
}

/* Target segments from j on, with source segment i. */
static void fill_backward(const struct build *build, size_t i, size_t j)
{
    via_lexicon_pair *pair = build->pair;
    const size_t *src = build->sides[0]->tokens.begin;
    const size_t *tgt = build->sides[1]->tokens.begin;
    size_t home = pair->first[i] + (j - pair->lo[i]), n_touched = 0;
    double base = 0.0;

    for (size_t n = 0; n < build->range->tgt_max; n++) {
        if (!holds(build, i, j + n))
            break;
        n_touched = touch(build, home + n, 0, n_touched);
        base += sum_bases(build, 1, j + n);
        pair->backward[n * pair->n_cells + home] = (float)log_ratio(
            build, n_touched, src[i + 1] - src[i], base, tgt[j + n + 1] - tgt[j]);
    }
    forget(build, n_touched);
}

/* The bases of all tokens, and how far they are known. */
static bool weigh_tokens(struct build *build, int side, via_arena *arena)
{
    const via_slots *slots = &build->meetings.slots[side];
    size_t n_segs = build->sides[side]->n_segs;
    double *bases = via_arena_array(arena, slots->n_slots, sizeof *bases);
    double *weights = via_arena_array(arena, n_segs + 1, sizeof *weights);

    if (!bases || !weights)
        return false;
    for (size_t a = 0; a < slots->n_slots; a++) {
        double known = fmax(slots->known[a], 0.0);
        double kept = fmin(known, fmax(slots->kept[a], 0.0));

        bases[a] = via_lexicon_base(known, kept);
        weights[slots->segs[a] + 1] += known / (known + HALF_KNOWN);
    }
    for (size_t seg = 0; seg < n_segs; seg++)
        weights[seg + 1] += weights[seg];
    build->bases[side] = bases;
    build->pair->weights[side] = weights;
    return true;
}

static bool fill_tables(struct build *build, via_arena *arena)
{
    via_lexicon_pair *pair = build->pair;
    size_t n_slots = build->meetings.slots[0].n_slots > build->meetings.slots[1].n_slots
                         ? build->meetings.slots[0].n_slots
                         : build->meetings.slots[1].n_slots;

    build->sums = via_arena_array(arena, n_slots, sizeof *build->sums);
    build->touched = via_arena_array(arena, n_slots, sizeof *build->touched);
    pair->forward = via_arena_array(arena, pair->n_cells * build->range->src_max,
                                    sizeof *pair->forward);
    pair->backward = via_arena_array(arena, pair->n_cells * build->range->tgt_max,
                                     sizeof *pair->backward);
    if (!build->sums || !build->touched || !pair->forward || !pair->backward ||
        !weigh_tokens(build, 0, arena) || !weigh_tokens(build, 1, arena))
        return false;
    for (size_t i = 0; i < build->sides[0]->n_segs; i++) {
        for (size_t j = build->range->lo[i]; holds(build, i, j); j++) {
            fill_forward(build, i, j);
            fill_backward(build, i, j);
        }
    }
    return true;
}

/* ---- The whole ----------------------------------------------------------- */

static via_lexicon_pair *make_pair(const struct build *build, via_arena *arena)
{
    via_lexicon_pair *pair = via_arena_alloc(arena, sizeof *pair);
    const via_lexicon_range *range = build->range;
    size_t n_src = build->sides[0]->n_segs;

    if (!pair)
        return NULL;
    pair->src = build->sides[0];
    pair->tgt = build->sides[1];
    pair->lo = range->lo;
    pair->first = via_arena_array(arena, n_src + 1, sizeof *pair->first);
    if (!pair->first)
        return NULL;
    for (size_t i = 0; i < n_src; i++)
        pair->first[i + 1] = pair->first[i] + (range->hi[i] - range->lo[i]);
    pair->n_cells = pair->first[n_src];
    return pair;
}

via_status via_lexicon_pair_new(const via_lexicon *lexicon, const via_side *src,
                                const via_side *tgt, const via_lexicon_range *range,
                                via_arena *arena, via_lexicon_pair **out,
                                via_error *err)
{
    struct build build = {.lexicon = lexicon, .sides = {src, tgt}, .range = range};
    via_left_out left;

    *out = NULL;
    build.pair = make_pair(&build, arena);
    if (!build.pair)
        return via_fail_memory(err);
    via_status st = via_meetings_find(lexicon, src, tgt, range->lo, range->hi, arena,
                                      &build.meetings, err);
    if (st == VIA_OK)
        st = via_leave_out(lexicon, src, tgt, &build.meetings, arena, &left, err);
    if (st != VIA_OK)
        return st;
    if (!place_events(&build, &left, arena) || !fill_seams(&build, arena) ||
        !fill_tables(&build, arena))
        return via_fail_memory(err);
    *out = build.pair;
    return VIA_OK;
}

static double weight_of(const double *weights, size_t begin, size_t end)
{
    return weights[end] - weights[begin] + MEAN_TOKENS;
}

double via_lexicon_pair_ratio(const via_lexicon_pair *pair, size_t src_begin,
                              size_t src_end, size_t tgt_begin, size_t tgt_end)
{
    const float *forward = pair->forward + (src_end - src_begin - 1) * pair->n_cells;
    const float *backward = pair->backward + (tgt_end - tgt_begin - 1) * pair->n_cells;
    double there = 0.0, back = 0.0;

    for (size_t j = tgt_begin; j < tgt_end; j++)
        there += forward[pair->first[src_begin] + (j - pair->lo[src_begin])];
    for (size_t i = src_begin; i < src_end; i++)
        back += backward[pair->first[i] + (tgt_begin - pair->lo[i])];
    return fmin(there / weight_of(pair->weights[1], tgt_begin, tgt_end),
                back / weight_of(pair->weights[0], src_begin, src_end));
}
