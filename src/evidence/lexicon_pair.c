/* Lexicon pair: how well the lexicon explains each bead of two documents. */
#include "evidence/lexicon_pair.h"

#include "base/buffer.h"
#include "base/status.h"
#include "evidence/leave_out.h"
#include "evidence/meetings.h"

#include <math.h>

/* A token counts in the mean as far as it is known: one seen in so many beads, half.
 * Of 1 and 4 tried. */
#define HALF_KNOWN 2.0
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
