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
#define LINK_ODDS_MIN  54.598150f /* exp(2 * LINK_BASE_NATS) */

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
    float (*products)[2];       /* by bond: its counts times its scales, which do unless
                                   something is left out */
    float *rates[2];            /* by slot: 1 / (C + a) */
    via_meeting_row row;
    double *ratios;    /* by source slot: summed for the cell at hand, else nought */
    uint32_t *touched; /* source slots of that cell */
    via_buffer sums;   /* of the row at hand */
    via_buffer links;  /* of all rows */
    via_lexicon_pair *pair;
};

/* ---- Cells --------------------------------------------------------------- */

static bool find_strengths(struct build *build, via_arena *arena)
{
    const via_lexicon *lexicon = build->lexicon;
    const via_meetings *meetings = &build->meetings;

    build->strengths =
        via_arena_array(arena, meetings->n_bonds, sizeof *build->strengths);
    build->products =
        via_arena_array(arena, meetings->n_bonds, sizeof *build->products);
    for (int side = 0; side < 2; side++) {
        const via_slots *slots = &meetings->slots[side];
        float *rates = via_arena_array(arena, slots->n_slots, sizeof *rates);

        for (size_t a = 0; rates && a < slots->n_slots; a++)
            rates[a] = (float)(1.0 / (fmax(slots->known[a], 0.0) + VIA_LEXICON_PRIOR));
        build->rates[side] = rates;
    }
    if (!build->strengths || !build->products || !build->rates[0] || !build->rates[1])
        return false;
    const via_slots *slots = &meetings->slots[0];
    for (size_t a = 0, n_seen = 0; a < slots->n_slots; a++) {
        if (slots->numbers[a] != n_seen)
            continue; /* numbers come in order of first sight */
        for (uint32_t k = meetings->bond_begin[n_seen];
             k < meetings->bond_begin[n_seen + 1]; k++) {
            const via_lexicon_entry *entry = &lexicon->rows[meetings->bonds[k].entry];

            struct strength strength = {
                {entry->counts[0], entry->counts[1]},
                {1.0f / lexicon->tokens[1][entry->tgt].share,
                 1.0f / lexicon->tokens[0][slots->tokens[a]].share}};

            build->strengths[k] = strength;
            for (int from = 0; from < 2; from++)
                build->products[k][from] =
                    strength.counts[from] * strength.scales[from];
        }
        n_seen++;
    }
    return true;
}

static float at_most(float ratio)
{
    return ratio < RATIO_MAX ? ratio : RATIO_MAX;
}

static bool has_taught(const via_left_out *left, uint32_t bond)
{
    return left->own_begin[bond] < left->own_begin[bond + 1];
}

/* What a bond says of its tokens where they stand in two slots. */
static void find_ratios(const struct build *build, const struct via_meeting_item *item,
                        size_t tgt_seg, size_t tgt_slot, float ratios[2])
{
    const float *products = build->products[item->bond];
    float left[2];

    if (build->left.beads[0] && has_taught(&build->left, item->bond)) {
        const struct strength *strength = &build->strengths[item->bond];
        double counts[2] = {strength->counts[0], strength->counts[1]};

        via_leave_off(&build->left, item->bond, build->row.seg, (uint32_t)tgt_seg,
                      counts);
        left[0] = (float)counts[0] * strength->scales[0];
        left[1] = (float)counts[1] * strength->scales[1];
        products = left;
    }
    ratios[0] = at_most(products[0] * build->rates[0][item->slot]);
    ratios[1] = at_most(products[1] * build->rates[1][tgt_slot]);
}

/* Notes what two tokens near borders say of these. */
static void note_link(struct build *build, uint32_t src_slot, size_t tgt_slot,
                      size_t tgt_seg, const float ratios[2])
{
    float odds = (1.0f + ratios[0]) * (1.0f + ratios[1]);
    via_lexicon_link link = {
        {src_slot, (uint32_t)tgt_slot}, {build->row.seg, (uint32_t)tgt_seg}, odds};

    if (odds > LINK_ODDS_MIN && via_seams_is_near(&build->pair->seams, 0, src_slot))
        via_buffer_append(&build->links, (const char *)&link, sizeof link);
}

/* Returns what a target token gets from the row, and adds what it gives to `ratios`.
 * Written without a branch: whether a source token has been touched cannot be
 * foreseen. */
static double meet(struct build *build, size_t tgt_seg, size_t tgt_slot,
                   size_t *n_touched)
{
    const struct via_meeting_item *items = build->row.items;
    uint32_t k = build->row.heads[build->meetings.slots[1].numbers[tgt_slot]];
    bool is_near = via_seams_is_near(&build->pair->seams, 1, tgt_slot);
    double sum = 0.0;

    for (; k; k = items[k - 1].next) {
        uint32_t slot = items[k - 1].slot;
        double *ratio = &build->ratios[slot];
        float ratios[2];

        find_ratios(build, &items[k - 1], tgt_seg, tgt_slot, ratios);
        build->touched[*n_touched] = slot;
        *n_touched += (*ratio == 0.0) & (ratios[1] > 0.0f);
        *ratio += ratios[1];
        sum += ratios[0];
        if (is_near)
            note_link(build, slot, tgt_slot, tgt_seg, ratios);
    }
    return sum;
}

/* Writes the sums of the row with a target segment, for which there is room, and
 * returns where they end. */
static via_lexicon_sum *add_cell(struct build *build, size_t tgt_seg,
                                 via_lexicon_cell *cell, via_lexicon_sum *out)
{
    const size_t *begin = build->meetings.begin[1];
    via_lexicon_sum *tgt = out;
    size_t n_touched = 0;

    for (size_t b = begin[tgt_seg]; b < begin[tgt_seg + 1]; b++) {
        double sum = meet(build, tgt_seg, b, &n_touched);

        *out = (via_lexicon_sum){(uint32_t)b, (float)sum};
        out += sum > 0.0;
    }
    cell->n_sums[1] = (uint32_t)(out - tgt);
    for (size_t k = 0; k < n_touched; k++) {
        uint32_t slot = build->touched[k];

        *out++ = (via_lexicon_sum){slot, (float)build->ratios[slot]};
        build->ratios[slot] = 0.0;
    }
    cell->n_sums[0] = (uint32_t)n_touched;
    return out;
}

/* Fills the cells of a source segment with all target segments of the range. */
static bool fill_row(struct build *build, size_t i, via_arena *arena)
{
    via_lexicon_pair *pair = build->pair;
    const size_t *src = build->meetings.begin[0], *tgt = build->meetings.begin[1];
    size_t n_tgt = pair->sides[1]->n_segs, lo = build->range->lo[i];
    size_t end = build->range->hi[i] < n_tgt ? build->range->hi[i] : n_tgt;
    via_lexicon_cell *cells = &pair->cells[pair->first[i]];
    /* Each cell one more, which is written before it is known whether it counts. */
    size_t n_most = tgt[end] - tgt[lo] + (end - lo) * (src[i + 1] - src[i] + 1);

    if (!via_buffer_reserve(&build->sums, n_most * sizeof(via_lexicon_sum)))
        return false;
    via_lexicon_sum *begin = (via_lexicon_sum *)(void *)build->sums.bytes, *out = begin;
    via_meeting_row_turn(&build->row, &build->meetings, (uint32_t)i);
    for (size_t j = lo; j < end; j++)
        out = add_cell(build, j, &cells[j - lo], out);
    const via_lexicon_sum *sums = (const via_lexicon_sum *)(const void *)via_arena_copy(
        arena, build->sums.bytes, (size_t)(out - begin) * sizeof *out);
    for (size_t k = 0; sums && k < end - lo; k++) {
        cells[k].sums[1] = sums;
        cells[k].sums[0] = sums + cells[k].n_sums[1];
        sums = cells[k].sums[0] + cells[k].n_sums[0];
    }
    return sums != NULL;
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

via_status via_lexicon_pair_add_seams(via_lexicon_pair *pair,
                                      const via_seams_band *band, via_arena *arena,
                                      via_error *err)
{
    if (!via_seams_bound(&pair->seams, pair->lo, pair->hi, arena))
        return via_fail_memory(err);
    for (size_t k = 0; k < pair->n_links; k++) {
        const via_lexicon_link *link = &pair->links[k];

        if (has_open(band, link->segs[0], link->segs[1]))
            via_seams_add(&pair->seams, link->slots[0], link->slots[1],
                          0.5f * logf(link->odds) - LINK_BASE_NATS);
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

    /* One more, which is written before it is known whether it counts. */
    pair->touched = via_arena_array(arena, (n_src > n_tgt ? n_src : n_tgt) + 1,
                                    sizeof *pair->touched);
    bool is_well =
        pair->touched &&
        via_seams_init(&pair->seams, pair->sides[0], pair->sides[1], arena) &&
        make_tables(build, 0, arena) && make_tables(build, 1, arena) &&
        find_strengths(build, arena) &&
        via_meeting_row_init(&build->row, &build->meetings, arena);
    build->touched = pair->touched;
    build->ratios = pair->sums[0];
    for (size_t i = 0; is_well && i < pair->sides[0]->n_segs; i++)
        is_well = fill_row(build, i, arena);
    pair->n_links = build->links.n_bytes / sizeof *pair->links;
    if (is_well && !build->links.has_failed)
        pair->links = (const via_lexicon_link *)(const void *)via_arena_copy(
            arena, build->links.bytes, build->links.n_bytes);
    return pair->links != NULL;
}

via_status via_lexicon_pair_new(const via_lexicon *lexicon, const via_side *src,
                                const via_side *tgt, const via_lexicon_range *range,
                                via_arena *arena, via_lexicon_pair **out,
                                via_error *err)
{
    struct build build = {.lexicon = lexicon,
                          .range = range,
                          .sums = VIA_BUFFER_INIT,
                          .links = VIA_BUFFER_INIT};

    *out = NULL;
    build.pair = make_pair(&build, src, tgt, arena);
    if (!build.pair)
        return via_fail_memory(err);
    via_status st = via_meetings_new(lexicon, src, tgt, arena, &build.meetings, err);
    if (st == VIA_OK)
        st = via_leave_out(lexicon, src, tgt, &build.meetings, arena, &build.left, err);
    if (st == VIA_OK && !fill(&build, arena))
        st = via_fail_memory(err);
    via_buffer_clear(&build.sums);
    via_buffer_clear(&build.links);
    if (st == VIA_OK)
        *out = build.pair;
    return st;
}
