/* Leaving out: what a bead taught the lexicon, to be taken off before it is scored.
 *
 * It is worked out again from the ratios of the last round, just as ibm1.c does it.
 * Storing it for all documents would take more memory than the lexicon. */
#include "evidence/leave_out.h"

#include "base/status.h"
#include "evidence/parallel_text.h"

#include <stdlib.h>

/* What rounding leaves of a count is nothing. */
#define COUNT_MIN 0.01

#define NO_BEAD UINT32_MAX

struct lesson {
    const via_lexicon *lexicon;
    via_meetings *meetings;
    const via_lexicon_bead *beads;
    size_t n_beads;
    uint32_t *bead_of[2]; /* by segment */
    double *z[2];         /* by slot: the sum over the other side, then weight / z */
    double *kept[2];      /* by slot: counts in rows */
    double *base;         /* by bead, scratch */
    double *mass[2];      /* by bead: sum of weight / z over the other side */
};

/* A slot in a bead. */
struct holder {
    uint32_t token, bead, slot;
};

static void place_beads(const struct lesson *lesson, size_t n_segs, int side)
{
    uint32_t *bead_of = lesson->bead_of[side];

    for (size_t seg = 0; seg < n_segs; seg++)
        bead_of[seg] = NO_BEAD;
    for (size_t b = 0; b < lesson->n_beads; b++) {
        const via_lexicon_bead *bead = &lesson->beads[b];
        size_t seg = side ? bead->tgt_begin : bead->src_begin;
        size_t end = side ? bead->tgt_end : bead->src_end;

        for (; seg < end && seg < n_segs; seg++)
            bead_of[seg] = (uint32_t)b;
    }
}

static uint32_t bead_of_slot(const struct lesson *lesson, int side, size_t slot)
{
    return lesson->bead_of[side][lesson->meetings->slots[side].segs[slot]];
}

/* The bead in which both slots of a meeting stand, or NO_BEAD. */
static uint32_t bead_of_meeting(const struct lesson *lesson, const via_meeting *meeting)
{
    uint32_t bead = bead_of_slot(lesson, 0, meeting->slots[0]);

    return bead == bead_of_slot(lesson, 1, meeting->slots[1]) ? bead : NO_BEAD;
}

/* Weight over z for each token of the side other than `from`. */
static void expect_side(const struct lesson *lesson, int from)
{
    const via_lexicon *lexicon = lesson->lexicon;
    const uint32_t *tokens = lesson->meetings->slots[from].tokens;
    int to = 1 - from;
    double *z = lesson->z[to];

    for (size_t b = 0; b < lesson->n_beads; b++)
        lesson->base[b] = 1.0;
    for (size_t a = 0; a < lesson->meetings->slots[from].n_slots; a++) {
        uint32_t bead = bead_of_slot(lesson, from, a);

        if (bead != NO_BEAD && tokens[a] != VIA_LEXICON_NONE)
            lesson->base[bead] += lexicon->tokens[from][tokens[a]].base;
    }
    for (size_t m = 0; m < lesson->meetings->n_meetings; m++) {
        const via_meeting *meeting = &lesson->meetings->list[m];

        if (bead_of_meeting(lesson, meeting) != NO_BEAD)
            z[meeting->slots[to]] +=
                lexicon->rows[lesson->meetings->bonds[meeting->bond].entry]
                    .ratios[from];
    }
    for (size_t b = 0; b < lesson->meetings->slots[to].n_slots; b++) {
        uint32_t bead = bead_of_slot(lesson, to, b);

        if (bead == NO_BEAD)
            continue;
        z[b] = lesson->beads[bead].weight / (z[b] + lesson->base[bead]);
        lesson->mass[from][bead] += z[b];
    }
}

/* Counts how many meetings of each bond stand in beads; false: no memory. */
static bool make_lists(const struct lesson *lesson, via_arena *arena, via_left_out *out)
{
    const via_meetings *meetings = lesson->meetings;

    out->own = via_arena_array(arena, meetings->n_meetings, sizeof *out->own);
    out->own_begin =
        via_arena_array(arena, meetings->n_bonds + 2, sizeof *out->own_begin);
    if (!out->own || !out->own_begin)
        return false;
    for (size_t m = 0; m < meetings->n_meetings; m++) {
        if (bead_of_meeting(lesson, &meetings->list[m]) != NO_BEAD)
            out->own_begin[meetings->list[m].bond + 2]++;
    }
    for (size_t k = 0; k < meetings->n_bonds; k++)
        out->own_begin[k + 2] += out->own_begin[k + 1];
    return true;
}

/* A token may stand in two segments of a bead: their counts are one. */
static void join_equal(const via_meetings *meetings, via_left_out *out)
{
    size_t n = 0, k = 0;

    for (size_t bond = 0; bond < meetings->n_bonds; bond++) {
        size_t begin = n;

        for (; k < out->own_begin[bond + 1]; k++) {
            if (n > begin && out->own[n - 1].bead == out->own[k].bead) {
                out->own[n - 1].counts[0] += out->own[k].counts[0];
                out->own[n - 1].counts[1] += out->own[k].counts[1];
            } else {
                out->own[n++] = out->own[k];
            }
        }
        out->own_begin[bond] = (uint32_t)begin;
    }
    out->own_begin[meetings->n_bonds] = (uint32_t)n;
}

/* Meetings come by source segment, so that beads ascend within each bond. */
static void list_own(const struct lesson *lesson, via_left_out *out)
{
    const via_meetings *meetings = lesson->meetings;

    for (size_t m = 0; m < meetings->n_meetings; m++) {
        const via_meeting *meeting = &meetings->list[m];
        const via_lexicon_entry *entry =
            &lesson->lexicon->rows[meetings->bonds[meeting->bond].entry];
        uint32_t bead = bead_of_meeting(lesson, meeting);

        if (bead == NO_BEAD)
            continue;
        via_own_count *own = &out->own[out->own_begin[meeting->bond + 1]++];
        *own = (via_own_count){bead, {0.0, 0.0}};
        for (int from = 0; from < 2; from++) {
            own->counts[from] =
                entry->ratios[from] * lesson->z[1 - from][meeting->slots[1 - from]];
            lesson->kept[from][meeting->slots[from]] += own->counts[from];
        }
    }
    join_equal(meetings, out);
}

/* Takes off what the slots [begin, end) of one token and bead taught together. A bead
 * is a set of tokens: its base counted once. */
static void take_off_group(const struct lesson *lesson, int side, via_slots *slots,
                           const struct holder *begin, const struct holder *end)
{
    double kept = 0.0;
    double known = lesson->mass[side][begin->bead] *
                   lesson->lexicon->tokens[side][begin->token].base;

    for (const struct holder *holder = begin; holder < end; holder++)
        kept += lesson->kept[side][holder->slot];
    for (const struct holder *holder = begin; holder < end; holder++) {
        slots->kept[holder->slot] -= kept;
        slots->known[holder->slot] -= known + kept;
    }
}

/* Slots of one token stand in order, and so those of one bead beside each other: a
 * bead spans neighbouring segments. */
static void take_off_tokens(const struct lesson *lesson, int side, via_slots *slots,
                            struct holder *holders, uint32_t *begin)
{
    size_t n = 0;

    for (size_t a = 0; a < slots->n_slots; a++)
        begin[slots->numbers[a] + 1]++;
    for (size_t k = 0; k < slots->n_numbers; k++)
        begin[k + 1] += begin[k];
    for (size_t a = 0; a < slots->n_slots; a++)
        holders[begin[slots->numbers[a]]++] = (struct holder){
            slots->tokens[a], bead_of_slot(lesson, side, a), (uint32_t)a};
    n = slots->n_slots;
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && holders[to].token == holders[from].token &&
                            holders[to].bead == holders[from].bead;)
            to++;
        if (holders[from].bead != NO_BEAD && holders[from].token != VIA_LEXICON_NONE)
            take_off_group(lesson, side, slots, holders + from, holders + to);
    }
}

/* The target segments of each source segment's bead. */
static bool bound_beads(const struct lesson *lesson, size_t n_src, uint32_t *lo,
                        uint32_t *hi)
{
    for (size_t i = 0; lo && hi && i < n_src; i++) {
        uint32_t bead = lesson->bead_of[0][i];

        lo[i] = bead == NO_BEAD ? 0 : lesson->beads[bead].tgt_begin;
        hi[i] = bead == NO_BEAD ? 0 : lesson->beads[bead].tgt_end;
    }
    return lo && hi;
}

static bool make_room(struct lesson *lesson, const via_side *src, const via_side *tgt,
                      via_arena *arena)
{
    const via_side *sides[2] = {src, tgt};
    bool is_well = true;

    lesson->base = via_arena_array(arena, lesson->n_beads, sizeof *lesson->base);
    for (int side = 0; side < 2; side++) {
        size_t n_slots = lesson->meetings->slots[side].n_slots;

        lesson->bead_of[side] =
            via_arena_array(arena, sides[side]->n_segs, sizeof *lesson->bead_of[side]);
        lesson->z[side] = via_arena_array(arena, n_slots, sizeof(double));
        lesson->kept[side] = via_arena_array(arena, n_slots, sizeof(double));
        lesson->mass[side] = via_arena_array(arena, lesson->n_beads, sizeof(double));
        is_well = is_well && lesson->bead_of[side] && lesson->z[side] &&
                  lesson->kept[side] && lesson->mass[side];
    }
    return is_well && lesson->base;
}

via_status via_leave_out(const via_lexicon *lexicon, const via_side *src,
                         const via_side *tgt, via_meetings *meetings, via_arena *arena,
                         via_left_out *out, via_error *err)
{
    const via_lexicon_lesson *taught =
        via_lexicon_lesson_of(lexicon, via_lexicon_pair_id(src, tgt));
    size_t n_src = meetings->slots[0].n_slots, n_tgt = meetings->slots[1].n_slots;

    *out = (via_left_out){{NULL, NULL}, NULL, NULL};
    if (!taught || taught->bead_begin == taught->bead_end)
        return VIA_OK;
    struct lesson lesson = {.lexicon = lexicon,
                            .meetings = meetings,
                            .beads = lexicon->beads + taught->bead_begin,
                            .n_beads = taught->bead_end - taught->bead_begin};
    uint32_t *lo = via_arena_array(arena, src->n_segs, sizeof *lo);
    uint32_t *hi = via_arena_array(arena, src->n_segs, sizeof *hi);
    struct holder *holders =
        via_arena_array(arena, n_src > n_tgt ? n_src : n_tgt, sizeof *holders);
    if (!holders || !make_room(&lesson, src, tgt, arena))
        return via_fail_memory(err);
    place_beads(&lesson, src->n_segs, 0);
    place_beads(&lesson, tgt->n_segs, 1);
    if (!bound_beads(&lesson, src->n_segs, lo, hi))
        return via_fail_memory(err);
    via_status st = via_meetings_list(meetings, lo, hi, arena, err);
    if (st != VIA_OK)
        return st;
    if (!make_lists(&lesson, arena, out))
        return via_fail_memory(err);
    expect_side(&lesson, 0);
    expect_side(&lesson, 1);
    list_own(&lesson, out);
    for (int side = 0; side < 2; side++) {
        uint32_t *begin =
            via_arena_array(arena, meetings->slots[side].n_numbers + 1, sizeof *begin);

        if (!begin)
            return via_fail_memory(err);
        take_off_tokens(&lesson, side, &meetings->slots[side], holders, begin);
        out->beads[side] = lesson.bead_of[side];
    }
    return VIA_OK;
}

/* What a bead taught of a bond, or NULL. Searched without branches: which way it goes
 * cannot be foreseen. */
static const via_own_count *find_own(const via_left_out *left, uint32_t bond,
                                     uint32_t bead)
{
    const via_own_count *first = &left->own[left->own_begin[bond]];
    size_t n = left->own_begin[bond + 1] - left->own_begin[bond];

    while (n > 1) {
        size_t half = n / 2;

        first += half * (first[half].bead <= bead);
        n -= half;
    }
    return n && first->bead == bead ? first : NULL;
}

static void take_off(const via_left_out *left, uint32_t bond, uint32_t bead,
                     double counts[2])
{
    const via_own_count *own = bead == NO_BEAD ? NULL : find_own(left, bond, bead);

    if (own) {
        counts[0] -= own->counts[0];
        counts[1] -= own->counts[1];
    }
}

void via_leave_off(const via_left_out *left, uint32_t bond, uint32_t src_seg,
                   uint32_t tgt_seg, double counts[2])
{
    if (!left->beads[0] || left->own_begin[bond] == left->own_begin[bond + 1])
        return;
    uint32_t src = left->beads[0][src_seg], tgt = left->beads[1][tgt_seg];
    take_off(left, bond, src, counts);
    if (tgt != src)
        take_off(left, bond, tgt, counts);
    for (int from = 0; from < 2; from++) {
        if (counts[from] < COUNT_MIN)
            counts[from] = 0.0;
    }
}
