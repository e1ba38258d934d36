/* Meetings: where tokens that the lexicon pairs stand in two documents. */
#include "evidence/meetings.h"

#include "base/buffer.h"
#include "base/status.h"

#include <stdlib.h>

/* Where each token of the target stands: slots in order of token. */
struct postings {
    uint32_t *slots;
    uint32_t *begin;  /* by different token; one more at the end */
    uint32_t *tokens; /* the different ones */
    uint32_t *table;  /* open addressing: number of a different token, plus 1 */
    uint32_t mask;
};

struct posting {
    uint32_t token, slot;
};

/* ---- Slots and postings -------------------------------------------------- */

static bool fill_slots(const via_lexicon *lexicon, const via_side *side, int which,
                       via_arena *arena, via_slots *slots)
{
    const via_token_sets *sets = &side->tokens;
    size_t n = sets->begin[side->n_segs];

    slots->n_slots = n;
    slots->tokens = via_arena_array(arena, n, sizeof *slots->tokens);
    slots->segs = via_arena_array(arena, n, sizeof *slots->segs);
    slots->known = via_arena_array(arena, n, sizeof *slots->known);
    slots->kept = via_arena_array(arena, n, sizeof *slots->kept);
    if (!slots->tokens || !slots->segs || !slots->known || !slots->kept)
        return false;
    for (size_t seg = 0; seg < side->n_segs; seg++) {
        for (size_t k = sets->begin[seg]; k < sets->begin[seg + 1]; k++) {
            uint32_t token = via_lexicon_find(lexicon, which, sets->ids[k]);

            slots->tokens[k] = token;
            slots->segs[k] = (uint32_t)seg;
            if (token == VIA_LEXICON_NONE)
                continue;
            slots->known[k] = lexicon->tokens[which][token].known;
            slots->kept[k] = lexicon->tokens[which][token].kept;
        }
    }
    return true;
}

static int compare_postings(const void *a, const void *b)
{
    const struct posting *left = a, *right = b;

    if (left->token != right->token)
        return left->token < right->token ? -1 : 1;
    return (left->slot > right->slot) - (left->slot < right->slot);
}

static uint32_t place_of(uint32_t token)
{
    return token * 2654435761u >> 7; /* Knuth's multiplicative hash */
}

static bool fill_postings(const via_slots *slots, via_arena *arena,
                          struct postings *out)
{
    struct posting *list = via_arena_array(arena, slots->n_slots, sizeof *list);
    size_t n = 0, n_tokens = 0, n_table = 64;

    while (n_table < 2 * slots->n_slots)
        n_table *= 2;
    out->slots = via_arena_array(arena, slots->n_slots, sizeof *out->slots);
    out->begin = via_arena_array(arena, slots->n_slots + 1, sizeof *out->begin);
    out->tokens = via_arena_array(arena, slots->n_slots, sizeof *out->tokens);
    out->table = via_arena_array(arena, n_table, sizeof *out->table);
    out->mask = (uint32_t)(n_table - 1);
    if (!list || !out->slots || !out->begin || !out->tokens || !out->table)
        return false;
    for (size_t b = 0; b < slots->n_slots; b++) {
        if (slots->tokens[b] != VIA_LEXICON_NONE)
            list[n++] = (struct posting){slots->tokens[b], (uint32_t)b};
    }
    qsort(list, n, sizeof *list, compare_postings);
    for (size_t k = 0; k < n; k++) {
        out->slots[k] = list[k].slot;
        if (k && list[k].token == list[k - 1].token)
            continue;
        uint32_t place = place_of(list[k].token) & out->mask;
        while (out->table[place])
            place = (place + 1) & out->mask;
        out->begin[n_tokens] = (uint32_t)k;
        out->tokens[n_tokens++] = list[k].token;
        out->table[place] = (uint32_t)n_tokens;
    }
    out->begin[n_tokens] = (uint32_t)n;
    return true;
}

/* Returns the number of a token among those of the target, or VIA_LEXICON_NONE. */
static uint32_t find_posting(const struct postings *postings, uint32_t token)
{
    uint32_t place = place_of(token) & postings->mask;

    while (postings->table[place]) {
        uint32_t number = postings->table[place] - 1;

        if (postings->tokens[number] == token)
            return number;
        place = (place + 1) & postings->mask;
    }
    return VIA_LEXICON_NONE;
}

/* ---- Meetings ------------------------------------------------------------ */

struct search {
    const via_lexicon *lexicon;
    const via_meetings *out;
    const uint32_t *lo, *hi;
    struct postings postings; /* of the target */
    via_buffer found;         /* via_meeting */
};

static void meet(struct search *search, size_t entry, uint32_t slot)
{
    const struct postings *postings = &search->postings;
    uint32_t number = find_posting(postings, search->lexicon->rows[entry].tgt);
    uint32_t seg = search->out->slots[0].segs[slot];

    if (number == VIA_LEXICON_NONE)
        return;
    for (uint32_t p = postings->begin[number]; p < postings->begin[number + 1]; p++) {
        uint32_t other = search->out->slots[1].segs[postings->slots[p]];
        via_meeting meeting = {entry, {slot, postings->slots[p]}};

        if (other >= search->lo[seg] && other < search->hi[seg])
            via_buffer_append(&search->found, (const char *)&meeting, sizeof meeting);
    }
}

static void meet_all(struct search *search)
{
    const via_lexicon *lexicon = search->lexicon;
    const via_slots *src = &search->out->slots[0];

    for (size_t a = 0; a < src->n_slots; a++) {
        uint32_t token = src->tokens[a];

        if (token == VIA_LEXICON_NONE)
            continue;
        for (size_t k = lexicon->row_begin[token]; k < lexicon->row_begin[token + 1];
             k++)
            meet(search, k, (uint32_t)a);
    }
}

via_status via_meetings_find(const via_lexicon *lexicon, const via_side *src,
                             const via_side *tgt, const uint32_t *lo,
                             const uint32_t *hi, via_arena *arena, via_meetings *out,
                             via_error *err)
{
    struct search search = {lexicon, out, lo, hi, {0}, VIA_BUFFER_INIT};

    *out = (via_meetings){0};
    if (!fill_slots(lexicon, src, 0, arena, &out->slots[0]) ||
        !fill_slots(lexicon, tgt, 1, arena, &out->slots[1]) ||
        !fill_postings(&out->slots[1], arena, &search.postings))
        return via_fail_memory(err);
    meet_all(&search);
    out->n_meetings = search.found.n_bytes / sizeof(via_meeting);
    if (!search.found.has_failed)
        out->list = (via_meeting *)(void *)via_arena_copy(arena, search.found.bytes,
                                                          search.found.n_bytes);
    via_buffer_clear(&search.found);
    return out->list ? VIA_OK : via_fail_memory(err);
}
