/* Meetings: where tokens that the lexicon pairs stand in two documents. */
#include "evidence/meetings.h"

#include "base/buffer.h"
#include "base/status.h"

#include <stdlib.h>

/* The different tokens of a document: open addressing by hash, which they are. */
struct table {
    uint64_t *ids;    /* by number */
    uint32_t *tokens; /* by number: that of the lexicon */
    uint32_t *places; /* number plus 1 */
    size_t mask;
    size_t n;
};

/* ---- Numbers ------------------------------------------------------------- */

static bool table_init(struct table *table, size_t n_slots, via_arena *arena)
{
    size_t n_places = 64;

    while (n_places < 2 * n_slots)
        n_places *= 2;
    *table = (struct table){via_arena_array(arena, n_slots, sizeof *table->ids),
                            via_arena_array(arena, n_slots, sizeof *table->tokens),
                            via_arena_array(arena, n_places, sizeof *table->places),
                            n_places - 1, 0};
    return table->ids && table->tokens && table->places;
}

static uint32_t number_of(struct table *table, const via_lexicon *lexicon, int which,
                          uint64_t id)
{
    size_t place = (size_t)id & table->mask;

    for (; table->places[place]; place = (place + 1) & table->mask) {
        if (table->ids[table->places[place] - 1] == id)
            return table->places[place] - 1;
    }
    table->ids[table->n] = id;
    table->tokens[table->n] = via_lexicon_find(lexicon, which, id);
    table->places[place] = (uint32_t)++table->n;
    return (uint32_t)table->n - 1;
}

static bool fill_slots(const via_lexicon *lexicon, const via_side *side, int which,
                       via_arena *arena, via_slots *slots, struct table *table)
{
    const via_token_sets *sets = &side->tokens;
    size_t n = sets->begin[side->n_segs];

    slots->n_slots = n;
    slots->tokens = via_arena_array(arena, n, sizeof *slots->tokens);
    slots->segs = via_arena_array(arena, n, sizeof *slots->segs);
    slots->known = via_arena_array(arena, n, sizeof *slots->known);
    slots->kept = via_arena_array(arena, n, sizeof *slots->kept);
    slots->numbers = via_arena_array(arena, n, sizeof *slots->numbers);
    if (!slots->tokens || !slots->segs || !slots->known || !slots->kept ||
        !slots->numbers || !table_init(table, n, arena))
        return false;
    for (size_t seg = 0; seg < side->n_segs; seg++) {
        for (size_t k = sets->begin[seg]; k < sets->begin[seg + 1]; k++) {
            uint32_t number = number_of(table, lexicon, which, sets->ids[k]);
            uint32_t token = table->tokens[number];

            slots->numbers[k] = number;
            slots->tokens[k] = token;
            slots->segs[k] = (uint32_t)seg;
            if (token == VIA_LEXICON_NONE)
                continue;
            slots->known[k] = lexicon->tokens[which][token].known;
            slots->kept[k] = lexicon->tokens[which][token].kept;
        }
    }
    slots->n_numbers = table->n;
    return true;
}

/* ---- Bonds --------------------------------------------------------------- */

/* The tokens of the target by token of the lexicon, to be looked up. Few of a row are
 * there: a bit of each token of the lexicon tells which. */
struct known {
    uint64_t *are_there; /* by token / 64 */
    uint32_t *places;    /* number plus 1 */
    uint32_t mask;
    const uint32_t *tokens; /* by number */
};

static bool is_there(const struct known *known, uint32_t token)
{
    return known->are_there[token / 64] >> token % 64 & 1;
}

static uint32_t place_of(uint32_t token)
{
    return token * 2654435761u >> 7; /* Knuth's multiplicative hash */
}

static bool known_init(struct known *known, const via_lexicon *lexicon,
                       const struct table *tgt, via_arena *arena)
{
    size_t n_places = 64, n_words = via_intern_count(lexicon->ids[1]) / 64 + 1;

    while (n_places < 2 * tgt->n)
        n_places *= 2;
    *known = (struct known){via_arena_array(arena, n_words, sizeof *known->are_there),
                            via_arena_array(arena, n_places, sizeof *known->places),
                            (uint32_t)(n_places - 1), tgt->tokens};
    if (!known->are_there || !known->places)
        return false;
    for (size_t n = 0; n < tgt->n; n++) {
        uint32_t token = tgt->tokens[n], place = place_of(token) & known->mask;

        if (token == VIA_LEXICON_NONE)
            continue;
        while (known->places[place])
            place = (place + 1) & known->mask;
        known->places[place] = (uint32_t)n + 1;
        known->are_there[token / 64] |= (uint64_t)1 << token % 64;
    }
    return true;
}

/* The number of a token that is there. */
static uint32_t number_of_known(const struct known *known, uint32_t token)
{
    uint32_t place = place_of(token) & known->mask;

    while (known->tokens[known->places[place] - 1] != token)
        place = (place + 1) & known->mask;
    return known->places[place] - 1;
}

/* Adds the entries of a source token whose target tokens are there. */
static void find_bonds(const via_lexicon *lexicon, const struct known *known,
                       uint32_t token, via_buffer *found)
{
    for (size_t k = lexicon->row_begin[token]; k < lexicon->row_begin[token + 1]; k++) {
        uint32_t tgt = lexicon->rows[k].tgt;

        if (!is_there(known, tgt))
            continue;
        via_bond bond = {k, number_of_known(known, tgt)};
        via_buffer_append(found, (const char *)&bond, sizeof bond);
    }
}

static bool find_all_bonds(const via_lexicon *lexicon, const struct table *src,
                           const struct known *known, via_arena *arena,
                           via_meetings *out)
{
    via_buffer found = VIA_BUFFER_INIT;

    out->bond_begin = via_arena_array(arena, src->n + 1, sizeof *out->bond_begin);
    for (size_t n = 0; out->bond_begin && n < src->n; n++) {
        if (src->tokens[n] != VIA_LEXICON_NONE)
            find_bonds(lexicon, known, src->tokens[n], &found);
        out->bond_begin[n + 1] = (uint32_t)(found.n_bytes / sizeof(via_bond));
    }
    out->n_bonds = found.n_bytes / sizeof(via_bond);
    if (out->bond_begin && !found.has_failed)
        out->bonds =
            (via_bond *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    via_buffer_clear(&found);
    return out->bonds != NULL;
}

via_status via_meetings_new(const via_lexicon *lexicon, const via_side *src,
                            const via_side *tgt, via_arena *arena, via_meetings *out,
                            via_error *err)
{
    struct table tables[2];
    struct known known;

    *out = (via_meetings){.begin = {src->tokens.begin, tgt->tokens.begin}};
    bool is_well = fill_slots(lexicon, src, 0, arena, &out->slots[0], &tables[0]) &&
                   fill_slots(lexicon, tgt, 1, arena, &out->slots[1], &tables[1]) &&
                   known_init(&known, lexicon, &tables[1], arena) &&
                   find_all_bonds(lexicon, &tables[0], &known, arena, out);
    return is_well ? VIA_OK : via_fail_memory(err);
}

/* ---- Rows ---------------------------------------------------------------- */

bool via_meeting_row_init(via_meeting_row *row, const via_meetings *meetings,
                          via_arena *arena)
{
    const via_slots *slots = &meetings->slots[0];
    size_t n_here = 0, n_most = 0;

    for (size_t a = 0; a < slots->n_slots; a++) {
        const uint32_t *begin = &meetings->bond_begin[slots->numbers[a]];

        n_here = a && slots->segs[a] == slots->segs[a - 1] ? n_here : 0;
        n_here += begin[1] - begin[0];
        n_most = n_here > n_most ? n_here : n_most;
    }
    *row = (via_meeting_row){
        via_arena_array(arena, meetings->slots[1].n_numbers, sizeof *row->heads),
        via_arena_array(arena, n_most, sizeof *row->items), 0, 0};
    return row->heads && row->items;
}

void via_meeting_row_turn(via_meeting_row *row, const via_meetings *meetings,
                          uint32_t seg)
{
    const size_t *begin = meetings->begin[0];

    for (size_t k = 0; k < row->n_items; k++)
        row->heads[meetings->bonds[row->items[k].bond].tgt] = 0;
    row->n_items = 0;
    row->seg = seg;
    for (size_t a = begin[seg + 1]; a-- > begin[seg];) {
        uint32_t number = meetings->slots[0].numbers[a];

        for (uint32_t bond = meetings->bond_begin[number];
             bond < meetings->bond_begin[number + 1]; bond++) {
            uint32_t *head = &row->heads[meetings->bonds[bond].tgt];

            row->items[row->n_items++] =
                (struct via_meeting_item){bond, (uint32_t)a, *head};
            *head = (uint32_t)row->n_items;
        }
    }
}

static void list_cell(const via_meetings *meetings, const via_meeting_row *row,
                      size_t tgt, via_buffer *found)
{
    for (size_t b = meetings->begin[1][tgt]; b < meetings->begin[1][tgt + 1]; b++) {
        uint32_t k = row->heads[meetings->slots[1].numbers[b]];

        for (; k; k = row->items[k - 1].next) {
            via_meeting meeting = {row->items[k - 1].bond,
                                   {row->items[k - 1].slot, (uint32_t)b}};

            via_buffer_append(found, (const char *)&meeting, sizeof meeting);
        }
    }
}

via_status via_meetings_list(via_meetings *meetings, const uint32_t *lo,
                             const uint32_t *hi, via_arena *arena, via_error *err)
{
    const via_slots *slots = meetings->slots;
    size_t n_src = slots[0].n_slots ? slots[0].segs[slots[0].n_slots - 1] + 1 : 0;
    size_t n_tgt = slots[1].n_slots ? slots[1].segs[slots[1].n_slots - 1] + 1 : 0;
    via_buffer found = VIA_BUFFER_INIT;
    via_meeting_row row;

    if (!via_meeting_row_init(&row, meetings, arena))
        return via_fail_memory(err);
    for (size_t i = 0; i < n_src; i++) {
        if (lo[i] >= hi[i])
            continue;
        via_meeting_row_turn(&row, meetings, (uint32_t)i);
        for (size_t j = lo[i]; j < hi[i] && j < n_tgt; j++)
            list_cell(meetings, &row, j, &found);
    }
    meetings->n_meetings = found.n_bytes / sizeof(via_meeting);
    if (!found.has_failed)
        meetings->list =
            (via_meeting *)(void *)via_arena_copy(arena, found.bytes, found.n_bytes);
    via_buffer_clear(&found);
    return meetings->list ? VIA_OK : via_fail_memory(err);
}
