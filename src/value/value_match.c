/* Value match: the longest reading of a place in a text, by the rules of a language.
 *
 * The tree of rules is walked with the text: each branch that fits is followed, and of
 * all rules whose end is reached the one that read most is kept. */
#include "value/value_match.h"

#include "value/roman.h"
#include "value/value_compose.h"

/* Places that were read lately; a rule comes back to the same few. */
#define N_PLACES 4

#define N_BRACKETS_MAX (2 * VIA_RULE_VALUES_MAX)

/* So many classes of words are looked at before a reading, and so many words back. */
#define N_BEHIND_MAX 8
#define N_WORDS_BACK 3

struct place {
    via_place place;
    via_word words[VIA_WORDS_MAX];
    size_t n_words;
    bool has_words, has_numbers;
    bool may_hold_number; /* a digit or a word with a role in numbers stands there */
};

struct walk {
    const via_lexis *lexis;
    const via_value_rules *rules;
    const via_scope *scope;
    struct place places[N_PLACES];
    via_capture captures[VIA_RULE_ELEMENTS_MAX];
    size_t brackets[N_BRACKETS_MAX];
    size_t n_captures, n_brackets, begin;
    size_t resume;                 /* 0: at the end */
    uint16_t behind[N_BEHIND_MAX]; /* classes of words that end before the reading */
    size_t n_behind;
    bool has_behind;
    uint32_t best_rule; /* + 1; 0: none */
    via_value_match *best;
};

/* ---- Places -------------------------------------------------------------- */

static bool is_digit_at(const via_scope *scope, size_t at)
{
    return via_scope_digit(via_scope_next(scope, at)) >= 0;
}

/* Forgets what was read there and turns to another place. */
static void turn_to(struct place *place, size_t at)
{
    place->place.at = at;
    place->has_words = place->has_numbers = false;
}

static struct place *place_at(struct walk *walk, size_t at)
{
    struct place *place = &walk->places[at % N_PLACES];

    if (place->place.at != at)
        turn_to(place, at);
    return place;
}

static const struct place *words_at(struct walk *walk, size_t at)
{
    struct place *place = place_at(walk, at);

    if (place->has_words)
        return place;
    place->has_words = true;
    place->n_words =
        via_value_words_find(walk->lexis->words, walk->scope, at, place->words);
    place->may_hold_number = is_digit_at(walk->scope, at);
    for (size_t i = 0; i < place->n_words; i++)
        place->may_hold_number |= place->words[i].class_id < VIA_ROLE_N;
    return place;
}

static const via_place *numbers_at(struct walk *walk, size_t at)
{
    struct place *place = place_at(walk, at);

    if (!place->has_numbers)
        via_place_read(walk->lexis, walk->scope, at, &place->place);
    place->has_numbers = true;
    return &place->place;
}

/* ---- Borders ------------------------------------------------------------- */

/* Whether a file name goes on at `at`, as in 5517.jpg and (1).JPG. */
static bool is_in_file_name(const via_scope *scope, size_t at)
{
    if (via_scope_next(scope, at) == ')')
        at++;
    if (via_scope_next(scope, at) != '.')
        return false;
    at++;
    if (via_scope_last(scope, at - 1) != ')' &&
        !(via_scope_next(scope, at) >= 'a' && via_scope_next(scope, at) <= 'z'))
        return false;
    for (int i = 0; i < 3; i++, at++) {
        int32_t cp = via_scope_next(scope, at);
        if (cp >= 0x80 || !via_scope_is_letter(cp))
            return false;
    }
    return true;
}

/* Whether figures that end at `at` are whole there: not 5G, 3.1 of 3.1.2, 7/2024/QH. */
static bool ends_figures(const via_scope *scope, size_t at, int kind)
{
    int32_t next = via_scope_next(scope, at);
    size_t after = via_scope_after(scope, at);

    if (via_scope_is_letter(next))
        return false;
    if (next == '.' || next == ',')
        return kind == VIA_MENTION_NUMBER || !is_digit_at(scope, after);
    if (kind != VIA_MENTION_DATE && kind != VIA_MENTION_TIME)
        return true;
    if (next == ':')
        return !is_digit_at(scope, after);
    if (next == '/')
        return !is_digit_at(scope, after) &&
               !via_scope_is_letter(via_scope_next(scope, after));
    return true;
}

static bool may_end(const struct walk *walk, int kind, size_t at)
{
    const via_scope *scope = walk->scope;
    int32_t next;

    if (is_in_file_name(scope, at))
        return false;
    if (via_scope_digit(via_scope_last(scope, at)) >= 0 &&
        !ends_figures(scope, at, kind))
        return false;
    if (kind != VIA_MENTION_ORDINAL)
        return true;
    next = via_scope_next(scope, via_scope_skip_spaces(scope, at));
    return next != '%';
}

/* ---- What stands before -------------------------------------------------- */

static size_t skip_spaces_back(const via_scope *scope, size_t at)
{
    while (via_scope_is_space(via_scope_last(scope, at)))
        at = via_scope_before(scope, at);
    return at;
}

static void note_words(struct walk *walk, size_t at, size_t end)
{
    via_word words[VIA_WORDS_MAX];
    size_t n_words = via_value_words_find(walk->lexis->words, walk->scope, at, words);

    for (size_t i = 0; i < n_words && walk->n_behind < N_BEHIND_MAX; i++) {
        if (words[i].end == end)
            walk->behind[walk->n_behind++] = words[i].class_id;
    }
}

/* Notes the words that end before the reading, of one word and more: in, end of, 's. */
static void look_behind(struct walk *walk)
{
    const via_scope *scope = walk->scope;
    size_t end = skip_spaces_back(scope, walk->begin);
    size_t at = end;

    walk->n_behind = 0;
    for (int n_words = 0; n_words < N_WORDS_BACK; n_words++) {
        size_t from = at;

        while (via_scope_is_letter(via_scope_last(scope, at)))
            at = via_scope_before(scope, at);
        if (at == from)
            break;
        int32_t mark = via_scope_last(scope, at);
        if (mark == '\'' || mark == 0x2019)
            note_words(walk, via_scope_before(scope, at), end);
        note_words(walk, at, end);
        at = skip_spaces_back(scope, at);
    }
}

static bool stands_behind(struct walk *walk, int class_id)
{
    if (!walk->has_behind)
        look_behind(walk);
    walk->has_behind = true;
    for (size_t i = 0; i < walk->n_behind; i++) {
        if (walk->behind[i] == class_id)
            return true;
    }
    return false;
}

/* ---- Walking ------------------------------------------------------------- */

/* Whether a rule comes before the one that is best so far, where both read as much: one
 * with a word before it, then by kind, then by place in the tables. */
static bool is_stronger(const struct walk *walk, uint32_t number)
{
    static const int ranks[] = {
        [VIA_MENTION_NUMBER] = 5, [VIA_MENTION_PERCENT] = 3, [VIA_MENTION_ORDINAL] = 4,
        [VIA_MENTION_DATE] = 1,   [VIA_MENTION_TIME] = 2,    [VIA_RULE_TRAP] = 0};
    const via_value_rule *rule = &walk->rules->rules[number - 1];
    const via_value_rule *best_rule = &walk->rules->rules[walk->best_rule - 1];
    int rank = ranks[rule->kind], best = ranks[best_rule->kind];

    if (!rule->behind != !best_rule->behind)
        return rule->behind != 0;
    return rank < best || (rank == best && number < walk->best_rule);
}

/* Keeps what a rule has read up to `at`, if it is more than any before. */
static void consider(struct walk *walk, uint32_t number, size_t at)
{
    const via_value_rule *rule = &walk->rules->rules[number - 1];
    via_value_match match;

    if (walk->best_rule &&
        (at < walk->best->end || (at == walk->best->end && !is_stronger(walk, number))))
        return;
    if (!may_end(walk, rule->kind, at) ||
        (rule->behind && !stands_behind(walk, rule->behind)))
        return;

    via_value_parts parts = {rule,
                             walk->captures,
                             walk->n_captures,
                             walk->brackets,
                             walk->n_brackets,
                             walk->begin,
                             at};
    match.end = at;
    match.resume = walk->resume ? walk->resume : at;
    if (!via_value_compose(&parts, &match))
        return;
    *walk->best = match;
    walk->best_rule = number;
}

static void follow(struct walk *walk, uint32_t node, size_t at);

static void follow_bracket(struct walk *walk, uint32_t node, enum via_element element,
                           size_t at)
{
    walk->brackets[walk->n_brackets++] = at;
    follow(walk, via_edges_find(&walk->rules->edges, node, via_rule_label(element, 0)),
           at);
    walk->n_brackets--;
}

/* Room for one more; what slots and words leave out is not looked at. */
static via_capture *next_capture(struct walk *walk, int slot, size_t at)
{
    via_capture *capture = &walk->captures[walk->n_captures];

    capture->slot = slot;
    capture->trait = VIA_WORD_PLAIN;
    capture->at = at;
    return capture;
}

static void follow_capture(struct walk *walk, uint32_t node, size_t end)
{
    walk->n_captures++;
    follow(walk, node, end);
    walk->n_captures--;
}

static void follow_words(struct walk *walk, uint32_t node, size_t at)
{
    via_word words[VIA_WORDS_MAX];
    const struct place *place = words_at(walk, at);
    size_t n_words = place->n_words;

    for (size_t i = 0; i < n_words; i++)
        words[i] = place->words[i];
    for (size_t i = 0; i < n_words; i++) {
        int32_t label = via_rule_label(VIA_ELEMENT_WORD, words[i].class_id);
        uint32_t to = via_edges_find(&walk->rules->edges, node, label);

        if (to == VIA_EDGE_NONE)
            continue;
        via_capture *capture = next_capture(walk, -1, at);
        capture->trait = words[i].trait;
        capture->value = words[i].value;
        capture->end = words[i].end;
        follow_capture(walk, to, words[i].end);
    }
}

static void follow_slot(struct walk *walk, uint32_t node, enum via_slot slot, size_t at)
{
    via_capture *capture = next_capture(walk, slot, at);

    if (slot != VIA_SLOT_ROMAN)
        via_slot_take(slot, numbers_at(walk, at), capture);
    else
        capture->value = via_roman_read(walk->scope, at, &capture->end);
    if (capture->value == 0 && slot == VIA_SLOT_ROMAN)
        return;
    follow_capture(
        walk, via_edges_find(&walk->rules->edges, node, via_rule_label((int)slot, 0)),
        capture->end);
}

/* The slots of a node that something at `at` may fill. */
static uint32_t slots_at(struct walk *walk, uint32_t elements, size_t at)
{
    uint32_t slots = elements & ((UINT32_C(1) << VIA_SLOT_N) - 1);
    uint32_t roman = slots & UINT32_C(1) << VIA_SLOT_ROMAN;

    if (slots == roman || !words_at(walk, at)->may_hold_number)
        return roman;
    return roman | (slots & numbers_at(walk, at)->fits);
}

static void follow(struct walk *walk, uint32_t node, size_t at)
{
    uint32_t elements = walk->rules->elements[node];

    for (uint32_t number = walk->rules->rule_of[node]; number;
         number = walk->rules->rules[number - 1].next)
        consider(walk, number, at);
    if (elements >> VIA_ELEMENT_SPACE & 1) {
        int32_t label = via_rule_label(VIA_ELEMENT_SPACE, 0);
        follow(walk, via_edges_find(&walk->rules->edges, node, label),
               via_scope_skip_spaces(walk->scope, at));
    }
    if (elements >> VIA_ELEMENT_RESUME & 1) {
        int32_t label = via_rule_label(VIA_ELEMENT_RESUME, 0);
        walk->resume = at;
        follow(walk, via_edges_find(&walk->rules->edges, node, label), at);
        walk->resume = 0;
    }
    if (elements >> VIA_ELEMENT_OPEN & 1)
        follow_bracket(walk, node, VIA_ELEMENT_OPEN, at);
    if (elements >> VIA_ELEMENT_CLOSE & 1)
        follow_bracket(walk, node, VIA_ELEMENT_CLOSE, at);
    if (walk->lexis->is_loose && at != walk->begin)
        at = via_scope_skip_spaces(walk->scope, at);
    if (at >= walk->scope->end)
        return;
    if (elements >> VIA_ELEMENT_WORD & 1)
        follow_words(walk, node, at);
    elements = slots_at(walk, elements, at);
    for (int slot = 0; elements >> slot; slot++) {
        if (elements >> slot & 1)
            follow_slot(walk, node, (enum via_slot)slot, at);
    }
}

bool via_value_match_at(const via_lexis *lexis, const via_value_rules *rules,
                        const via_scope *scope, size_t at, via_value_match *out)
{
    struct walk walk;

    walk.lexis = lexis;
    walk.rules = rules;
    walk.scope = scope;
    for (size_t i = 0; i < N_PLACES; i++)
        turn_to(&walk.places[i], SIZE_MAX);
    const struct place *place = words_at(&walk, at);
    if (!place->n_words && !place->may_hold_number)
        return false;
    walk.n_captures = walk.n_brackets = walk.resume = 0;
    walk.begin = at;
    walk.has_behind = false;
    walk.best_rule = 0;
    walk.best = out;
    follow(&walk, 0, at);
    return walk.best_rule != 0;
}
