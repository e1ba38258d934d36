/* Lexicon pair: how well the lexicon explains each bead of two documents. */
#include "evidence/lexicon_pair.h"

#include "base/buffer.h"
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
/* A segment that is explained so well is as good as one explained better. */
#define WEAKEST_MAX 0.5
/* Products stay below this before their logarithm is taken. */
#define PRODUCT_MAX 1e200
/* Ratios above this are as good as certain, and would only be noise. */
#define RATIO_MAX 1e5f

/* A link that is so much likelier than by chance says nothing of a border: about as
 * many words are looked at. */
#define LINK_BASE_NATS 2.0f

/* What a bond says of tokens that nothing else is known of. */
struct strength {
    float counts[2], scales[2]; /* scale: 1 / p */
};

struct build {
    const via_lexicon *lexicon;
    const via_lexicon_range *range;
    via_meetings meetings;
    via_left_out left;
    struct strength *strengths; /* by bond */
    float *rates[2];            /* by slot: 1 / (C + a) */
    via_meeting_row row;
    via_buffer events; /* of the row at hand */
    via_lexicon_pair *pair;
};

/* ---- Events -------------------------------------------------------------- */

static bool find_strengths(struct build *build, via_arena *arena)
{
    const via_lexicon *lexicon = build->lexicon;
    const via_meetings *meetings = &build->meetings;

    build->strengths =
        via_arena_array(arena, meetings->n_bonds, sizeof *build->strengths);
    for (int side = 0; side < 2; side++) {
        const via_slots *slots = &meetings->slots[side];
        float *rates = via_arena_array(arena, slots->n_slots, sizeof *rates);

        for (size_t a = 0; rates && a < slots->n_slots; a++)
            rates[a] = (float)(1.0 / (fmax(slots->known[a], 0.0) + VIA_LEXICON_PRIOR));
        build->rates[side] = rates;
    }
    if (!build->strengths || !build->rates[0] || !build->rates[1])
        return false;
    const via_slots *slots = &meetings->slots[0];
    for (size_t a = 0, n_seen = 0; a < slots->n_slots; a++) {
        if (slots->numbers[a] != n_seen)
            continue; /* numbers come in order of first sight */
        for (uint32_t k = meetings->bond_begin[n_seen];
             k < meetings->bond_begin[n_seen + 1]; k++) {
            const via_lexicon_entry *entry = &lexicon->rows[meetings->bonds[k].entry];

            build->strengths[k] =
                (struct strength){{entry->counts[0], entry->counts[1]},
                                  {1.0f / lexicon->tokens[1][entry->tgt].share,
                                   1.0f / lexicon->tokens[0][slots->tokens[a]].share}};
        }
        n_seen++;
    }
    return true;
}

static float at_most(float ratio)
{
    return ratio < RATIO_MAX ? ratio : RATIO_MAX;
}

/* Adds the events of the row with a target segment, for which there is room. */
static via_lexicon_event *add_cell(const struct build *build, size_t tgt_seg,
                                   via_lexicon_event *out)
{
    const via_meetings *meetings = &build->meetings;
    const struct via_meeting_item *items = build->row.items;
    bool takes_off = build->left.beads[0] != NULL;

    for (size_t b = meetings->begin[1][tgt_seg]; b < meetings->begin[1][tgt_seg + 1];
         b++) {
        uint32_t k = build->row.heads[meetings->slots[1].numbers[b]];

        for (; k; k = items[k - 1].next) {
            uint32_t bond = items[k - 1].bond, a = items[k - 1].slot;
            const struct strength *strength = &build->strengths[bond];
            double counts[2] = {strength->counts[0], strength->counts[1]};

            if (takes_off)
                via_leave_off(&build->left, bond, build->row.seg, (uint32_t)tgt_seg,
                              counts);
            float there = (float)counts[0] * strength->scales[0] * build->rates[0][a];
            float back = (float)counts[1] * strength->scales[1] * build->rates[1][b];
            if (there > 0.0f || back > 0.0f)
                *out++ = (via_lexicon_event){{a, (uint32_t)b},
                                             {at_most(there), at_most(back)}};
        }
    }
    return out;
}

/* Finds the events of a source segment with all target segments of the range. */
static bool fill_row(struct build *build, size_t i, via_arena *arena)
{
    via_lexicon_pair *pair = build->pair;
    size_t n_tgt = pair->sides[1]->n_segs;
    size_t end = build->range->hi[i] < n_tgt ? build->range->hi[i] : n_tgt;
    via_lexicon_cell *cell = &pair->cells[pair->first[i]];

    build->events.n_bytes = 0;
    via_meeting_row_turn(&build->row, &build->meetings, (uint32_t)i);
    for (size_t j = build->range->lo[i]; j < end; j++, cell++) {
        /* A target segment holds each token once. */
        if (!via_buffer_reserve(&build->events,
                                build->row.n_items * sizeof *cell->events))
            return false;
        via_lexicon_event *begin =
            (via_lexicon_event *)(void *)(build->events.bytes + build->events.n_bytes);
        cell->n_events = (size_t)(add_cell(build, j, begin) - begin);
        build->events.n_bytes += cell->n_events * sizeof *begin;
    }
    const via_lexicon_event *events =
        (const via_lexicon_event *)(const void *)via_arena_copy(
            arena, build->events.bytes, build->events.n_bytes);
    cell = &pair->cells[pair->first[i]];
    for (size_t j = build->range->lo[i]; events && j < end; j++, cell++) {
        cell->events = events;
        events += cell->n_events;
    }
    return events != NULL;
}

/* Whether any border of a source segment and a target segment is open. */
static bool has_open(const via_seams_band *band, size_t i, size_t j)
{
    if (!band->is_open)
        return true;
    for (size_t row = i; row <= i + 1; row++) {
        for (size_t k = j; k <= j + 1; k++) {
            if (k >= band->lo[row] && k < band->hi[row] &&
                band->is_open[band->first[row] + (k - band->lo[row])])
                return true;
        }
    }
    return false;
}

static void add_seams(via_lexicon_pair *pair, const via_lexicon_cell *cell)
{
    for (size_t e = 0; e < cell->n_events; e++) {
        const via_lexicon_event *event = &cell->events[e];

        if (!via_seams_are_near(&pair->seams, event->slots[0], event->slots[1]))
            continue;
        float nats =
            0.5f * logf((1.0f + event->ratios[0]) * (1.0f + event->ratios[1])) -
            LINK_BASE_NATS;
        if (nats > 0.0f)
            via_seams_add(&pair->seams, event->slots[0], event->slots[1], nats);
    }
}

via_status via_lexicon_pair_add_seams(via_lexicon_pair *pair,
                                      const via_seams_band *band, via_arena *arena,
                                      via_error *err)
{
    if (!via_seams_init(&pair->seams, pair->sides[0], pair->sides[1], pair->lo,
                        pair->hi, arena))
        return via_fail_memory(err);
    for (size_t i = 0; i < pair->sides[0]->n_segs; i++) {
        const via_lexicon_cell *cell = &pair->cells[pair->first[i]];

        for (size_t j = pair->lo[i]; j < pair->hi[i]; j++, cell++) {
            if (cell->n_events && has_open(band, i, j))
                add_seams(pair, cell);
        }
    }
    return VIA_OK;
}

/* ---- Tables -------------------------------------------------------------- */

/* Adds a ratio to the sum of a token on side `to`. Written without a branch: whether a
 * token has been touched cannot be foreseen. */
static inline size_t add_ratio(const via_lexicon_pair *pair, int to, uint32_t slot,
                               float ratio, size_t n_touched)
{
    double *sum = &pair->sums[to][slot];

    pair->touched[n_touched] = slot;
    n_touched += (*sum == 0.0) & (ratio > 0.0f);
    *sum += ratio;
    return n_touched;
}

/* Adds the events of a cell to the sums of the tokens on side `to`. */
static size_t touch(const via_lexicon_pair *pair, const via_lexicon_cell *cell, int to,
                    size_t n_touched)
{
    for (size_t e = 0; e < cell->n_events; e++) {
        const via_lexicon_event *event = &cell->events[e];

        n_touched =
            add_ratio(pair, to, event->slots[to], event->ratios[1 - to], n_touched);
    }
    return n_touched;
}

static via_lexicon_scale make_scale(size_t n_tokens, double base)
{
    double share = SHARE / (double)(n_tokens + 1);
    double rest = share * (1.0 + base) + (1.0 - SHARE);

    return (via_lexicon_scale){log(rest), share / rest};
}

static const via_lexicon_scale *scale_of(const via_lexicon_pair *pair, int side,
                                         size_t seg, size_t n)
{
    via_lexicon_scale *scale = &pair->scales[side][seg * pair->n_max[side] + n - 1];
    const size_t *begin = pair->sides[side]->tokens.begin;

    if (scale->gain == 0.0)
        *scale = make_scale(begin[seg + n] - begin[seg],
                            pair->bases[side][seg + n] - pair->bases[side][seg]);
    return scale;
}

/* One logarithm does for many factors. */
static void multiply(double factor, double *product, double *nats)
{
    *product *= factor;
    if (*product > PRODUCT_MAX) {
        *nats += log(*product);
        *product = 1.0;
    }
}

/* The sum over `n_tokens` tokens of one segment, of which those touched have more than
 * the rest. */
static double log_ratio(const via_lexicon_pair *pair, int to, size_t n_touched,
                        size_t n_tokens, const via_lexicon_scale *scale)
{
    const double *sums = pair->sums[to];
    double product = 1.0, nats = (double)n_tokens * scale->rest_nats;

    for (size_t k = 0; k < n_touched; k++)
        multiply(1.0 + scale->gain * sums[pair->touched[k]], &product, &nats);
    return nats + log(product);
}

static bool holds(const via_lexicon_pair *pair, size_t i, size_t j)
{
    return i < pair->sides[0]->n_segs && j < pair->sides[1]->n_segs &&
           j >= pair->lo[i] && j < pair->hi[i];
}

/* Works out both numbers of one segment a side in one go: they are wanted most. Events
 * come by target token, so only sums over source tokens need places of their own. */
static void work_out_single(const via_lexicon_pair *pair, size_t i, size_t j)
{
    size_t home = pair->first[i] + (j - pair->lo[i]), n_touched = 0;
    const via_lexicon_cell *cell = &pair->cells[home];
    const size_t *src = pair->sides[0]->tokens.begin,
                 *tgt = pair->sides[1]->tokens.begin;
    const via_lexicon_scale *there = scale_of(pair, 0, i, 1),
                            *back = scale_of(pair, 1, j, 1);
    double *sums = pair->sums[0], product = 1.0, sum = 0.0;
    double nats = (double)(tgt[j + 1] - tgt[j]) * there->rest_nats;

    for (size_t e = 0; e < cell->n_events; e++) {
        const via_lexicon_event *event = &cell->events[e];

        n_touched = add_ratio(pair, 0, event->slots[0], event->ratios[1], n_touched);
        sum += event->ratios[0];
        if (e + 1 == cell->n_events || event[1].slots[1] != event->slots[1]) {
            multiply(1.0 + there->gain * sum, &product, &nats);
            sum = 0.0;
        }
    }
    pair->tables[0][home * pair->n_max[0]] = (float)(nats + log(product));
    product = 1.0;
    nats = (double)(src[i + 1] - src[i]) * back->rest_nats;
    for (size_t k = 0; k < n_touched; k++) {
        multiply(1.0 + back->gain * sums[pair->touched[k]], &product, &nats);
        sums[pair->touched[k]] = 0.0;
    }
    pair->tables[1][home * pair->n_max[1]] = (float)(nats + log(product));
}

/* Works out what `n` segments of side `from` from one on, and up to as many more as
 * make a power of two, say of a segment of the other side: whoever asks for one asks
 * for the next. (i, j) is the first of these cells. */
static void work_out(const via_lexicon_pair *pair, int from, size_t i, size_t j,
                     size_t n)
{
    int to = 1 - from;
    size_t home = pair->first[i] + (j - pair->lo[i]), n_touched = 0, n_last = 1;
    size_t seg = from ? j : i, other = from ? i : j;
    const size_t *begin = pair->sides[to]->tokens.begin;
    float *table = pair->tables[from] + home * pair->n_max[from];

    while (n_last < n)
        n_last *= 2;
    n_last = n_last < pair->n_max[from] ? n_last : pair->n_max[from];
    for (size_t k = 0; k < n_last; k++) {
        size_t row = from ? i : i + k, column = from ? j + k : j;

        if (!holds(pair, row, column))
            break;
        n_touched =
            touch(pair, &pair->cells[pair->first[row] + (column - pair->lo[row])], to,
                  n_touched);
        if (table[k] == 0.0f)
            table[k] =
                (float)log_ratio(pair, to, n_touched, begin[other + 1] - begin[other],
                                 scale_of(pair, from, seg, k + 1));
    }
    for (size_t k = 0; k < n_touched; k++)
        pair->sums[to][pair->touched[k]] = 0.0;
}

/* The bases of all tokens, and how far they are known. */
static bool weigh_tokens(struct build *build, int side, via_arena *arena)
{
    const via_slots *slots = &build->meetings.slots[side];
    size_t n_segs = build->pair->sides[side]->n_segs;
    double *bases = via_arena_array(arena, n_segs + 1, sizeof *bases);
    double *weights = via_arena_array(arena, n_segs + 1, sizeof *weights);

    if (!bases || !weights)
        return false;
    for (size_t a = 0; a < slots->n_slots; a++) {
        double known = fmax(slots->known[a], 0.0);
        double kept = fmin(known, fmax(slots->kept[a], 0.0));

        bases[slots->segs[a] + 1] += via_lexicon_base(known, kept);
        weights[slots->segs[a] + 1] += known / (known + HALF_KNOWN);
    }
    for (size_t seg = 0; seg < n_segs; seg++) {
        weights[seg + 1] += weights[seg];
        bases[seg + 1] += bases[seg];
    }
    build->pair->bases[side] = bases;
    build->pair->weights[side] = weights;
    return true;
}

static bool make_tables(struct build *build, int side, via_arena *arena)
{
    via_lexicon_pair *pair = build->pair;

    pair->n_max[side] = side ? build->range->tgt_max : build->range->src_max;
    pair->tables[side] =
        via_arena_array(arena, pair->n_cells * pair->n_max[side], sizeof(float));
    pair->scales[side] =
        via_arena_array(arena, pair->sides[side]->n_segs * pair->n_max[side],
                        sizeof *pair->scales[side]);
    pair->sums[side] = via_arena_array(arena, build->meetings.slots[side].n_slots,
                                       sizeof *pair->sums[side]);
    return pair->tables[side] && pair->scales[side] && pair->sums[side] &&
           weigh_tokens(build, side, arena);
}

/* ---- The whole ----------------------------------------------------------- */

static via_lexicon_pair *make_pair(const struct build *build, const via_side *src,
                                   const via_side *tgt, via_arena *arena)
{
    via_lexicon_pair *pair = via_arena_alloc(arena, sizeof *pair);
    const via_lexicon_range *range = build->range;

    if (!pair)
        return NULL;
    pair->sides[0] = src;
    pair->sides[1] = tgt;
    pair->lo = range->lo;
    pair->hi = range->hi;
    pair->first = via_arena_array(arena, src->n_segs + 1, sizeof *pair->first);
    if (!pair->first)
        return NULL;
    for (size_t i = 0; i < src->n_segs; i++)
        pair->first[i + 1] = pair->first[i] + (range->hi[i] - range->lo[i]);
    pair->n_cells = pair->first[src->n_segs];
    pair->cells = via_arena_array(arena, pair->n_cells, sizeof *pair->cells);
    return pair->cells ? pair : NULL;
}

static bool fill(struct build *build, via_arena *arena)
{
    via_lexicon_pair *pair = build->pair;
    size_t n_src = build->meetings.slots[0].n_slots;
    size_t n_tgt = build->meetings.slots[1].n_slots;
    bool is_well = find_strengths(build, arena) &&
                   via_meeting_row_init(&build->row, &build->meetings, arena);

    for (size_t i = 0; is_well && i < pair->sides[0]->n_segs; i++)
        is_well = fill_row(build, i, arena);
    /* One more, which is written before it is known whether it counts. */
    pair->touched = via_arena_array(arena, (n_src > n_tgt ? n_src : n_tgt) + 1,
                                    sizeof *pair->touched);
    return is_well && pair->touched && make_tables(build, 0, arena) &&
           make_tables(build, 1, arena);
}

via_status via_lexicon_pair_new(const via_lexicon *lexicon, const via_side *src,
                                const via_side *tgt, const via_lexicon_range *range,
                                via_arena *arena, via_lexicon_pair **out,
                                via_error *err)
{
    struct build build = {
        .lexicon = lexicon, .range = range, .events = VIA_BUFFER_INIT};

    *out = NULL;
    build.pair = make_pair(&build, src, tgt, arena);
    if (!build.pair)
        return via_fail_memory(err);
    via_status st = via_meetings_new(lexicon, src, tgt, arena, &build.meetings, err);
    if (st == VIA_OK)
        st = via_leave_out(lexicon, src, tgt, &build.meetings, arena, &build.left, err);
    if (st == VIA_OK && !fill(&build, arena))
        st = via_fail_memory(err);
    via_buffer_clear(&build.events);
    if (st == VIA_OK)
        *out = build.pair;
    return st;
}

static double value_of(const via_lexicon_pair *pair, int from, size_t i, size_t j,
                       size_t n)
{
    if (!holds(pair, i, j))
        return 0.0;
    size_t home = pair->first[i] + (j - pair->lo[i]);
    const float *value = &pair->tables[from][home * pair->n_max[from] + n - 1];

    if (*value == 0.0f && n == 1)
        work_out_single(pair, i, j);
    else if (*value == 0.0f)
        work_out(pair, from, i, j, n);
    return *value;
}

/* The same where one of the segments from [begin, end) is skipped: worked out each
 * time, since few are asked for. `other` is the segment of the other side. */
static double value_around(const via_lexicon_pair *pair, const via_lexicon_span *at,
                           int from, size_t other)
{
    int to = 1 - from;
    const size_t *src = pair->sides[from]->tokens.begin;
    const size_t *tgt = pair->sides[to]->tokens.begin;
    size_t n_touched = 0, n_tokens = 0;
    double base = 0.0;

    for (size_t seg = at->begin[from]; seg < at->end[from]; seg++) {
        size_t i = from ? other : seg, j = from ? seg : other;

        if (seg == at->skip[from])
            continue;
        n_tokens += src[seg + 1] - src[seg];
        base += pair->bases[from][seg + 1] - pair->bases[from][seg];
        if (holds(pair, i, j))
            n_touched = touch(pair, &pair->cells[pair->first[i] + (j - pair->lo[i])],
                              to, n_touched);
    }
    via_lexicon_scale scale = make_scale(n_tokens, base);
    double value = log_ratio(pair, to, n_touched, tgt[other + 1] - tgt[other], &scale);
    for (size_t k = 0; k < n_touched; k++)
        pair->sums[to][pair->touched[k]] = 0.0;
    return value;
}

static double weight_of(const double *weights, size_t begin, size_t end)
{
    return weights[end] - weights[begin] + MEAN_TOKENS;
}

/* The mean ratio of the tokens of segments [begin, end) of side `to`, given the
 * segments of the other side; lowers `weakest` to that of any of them alone. */
static double mean_ratio(const via_lexicon_pair *pair, const via_lexicon_span *at,
                         int from, double *weakest)
{
    int to = 1 - from;
    const double *weights = pair->weights[to];
    size_t n_from = at->end[from] - at->begin[from];
    double sum = 0.0, weight = weight_of(weights, at->begin[to], at->end[to]);

    for (size_t seg = at->begin[to]; seg < at->end[to]; seg++) {
        if (at->skip[to] && seg == at->skip[to]) {
            weight -= weights[seg + 1] - weights[seg];
            continue;
        }
        double value = at->skip[from] ? value_around(pair, at, from, seg)
                       : from         ? value_of(pair, 1, seg, at->begin[1], n_from)
                                      : value_of(pair, 0, at->begin[0], seg, n_from);

        sum += value;
        *weakest = fmin(*weakest, value / weight_of(weights, seg, seg + 1));
    }
    return sum / weight;
}

void via_lexicon_pair_rate(const via_lexicon_pair *pair, const via_lexicon_span *at,
                           via_lexicon_rating *out)
{
    double weakest[2] = {WEAKEST_MAX, WEAKEST_MAX};
    double there = mean_ratio(pair, at, 0, &weakest[1]);
    double back = mean_ratio(pair, at, 1, &weakest[0]);

    out->ratio = fmin(there, back);
    out->weakest = 0.0;
    for (int side = 0; side < 2; side++) {
        if (at->end[side] - at->begin[side] - (at->skip[side] != 0) > 1)
            out->weakest = fmin(out->weakest, weakest[side] - WEAKEST_MAX);
    }
}
