/* Numerals: numbers in figures, words and scales, in any mixture.
 *
 * All four languages count alike: a unit or a figure takes small scales (ten, hundred,
 * in Japanese also a thousand, in Thai up to a hundred thousand), these make a group,
 * and the group takes a large scale:
 *
 *     hai trăm năm mươi   triệu   ba trăm   nghìn          (2*100 + 5*10) * 10^6 + ...
 *     term scale term scale large  term scale  large
 *     `----- group -----'         `- group -'
 *
 * A large scale behind a greater one is added (1 tỷ 200 triệu), behind a smaller one it
 * multiplies all that was read (1,5 nghìn tỷ, 2 nghìn 3 trăm tỷ). Words are taken as
 * long as they fit, and the last place where they made a number counts. */
#include "value/numerals.h"

#include "value/kanji.h"

/* Above all scales. */
#define POWER_NONE 99

/* What waits for a scale. */
enum term { NO_TERM, FIGURE, UNIT, OPEN_TEN, PART };

struct sum {
    const via_lexis *lexis;
    const via_scope *scope;
    via_decimal total, group, value; /* `value` is the term's */
    enum term term;
    int total_power, group_power; /* the smallest scale in each so far */
    int last_power;               /* of the last scale, of any size */
    enum via_role last;           /* what came last; FIRST for figures */
    unsigned n_terms, n_figures;
    bool is_linked, is_adjacent, has_decimals;
    size_t begin, at;
    via_numeral now;        /* what has been read */
    via_numeral best, safe; /* the last whole number; the one before the last term */
};

/* ---- Steps --------------------------------------------------------------- */

static bool begin_term(struct sum *sum, via_decimal value, enum term term)
{
    if (sum->term != NO_TERM)
        return false;
    sum->value = value;
    sum->term = term;
    sum->safe = sum->best;
    sum->n_terms++;
    sum->now.is_one_term = sum->n_terms == 1;
    return true;
}

static bool is_behind_ten(const struct sum *sum)
{
    return sum->term == OPEN_TEN ||
           (sum->last == VIA_ROLE_SCALE && sum->last_power == 1);
}

/* 1 to 9, and 0. Behind ten, năm is a year; before ten, lăm is nothing. */
static bool add_unit(struct sum *sum, const via_word *word)
{
    via_decimal value = via_decimal_of(word->value, 0);

    if (word->class_id == VIA_ROLE_FIRST && is_behind_ten(sum))
        return false;
    if (word->class_id == VIA_ROLE_LAST && !is_behind_ten(sum) &&
        sum->at != sum->begin && sum->last != VIA_ROLE_LINK)
        return false;
    if (sum->term == OPEN_TEN && word->value > 0) {
        sum->value = via_decimal_add(sum->value, value);
        sum->term = UNIT;
        return true;
    }
    sum->now.is_tail = word->class_id == VIA_ROLE_LAST && sum->at == sum->begin;
    return begin_term(sum, value, UNIT);
}

/* 10 to 19 in one word, or a ten that a unit may follow. */
static bool add_tens(struct sum *sum, const via_word *word)
{
    if (sum->group_power <= 1)
        return false;
    return begin_term(sum, via_decimal_of(word->value, 0),
                      word->class_id == VIA_ROLE_TEN ? OPEN_TEN : UNIT);
}

static void end_term(struct sum *sum, int power)
{
    sum->term = NO_TERM;
    sum->is_linked = false;
    sum->last_power = power;
    sum->now.has_scale = true;
    if (sum->n_terms == 1)
        sum->now.scales_power += power;
}

static bool is_one_understood(const via_word *word)
{
    return word->trait == VIA_WORD_ONE || word->trait == VIA_WORD_LONE;
}

static bool add_scale(struct sum *sum, const via_word *word)
{
    if (word->value >= sum->group_power)
        return false;
    if (sum->term == NO_TERM &&
        (!is_one_understood(word) || sum->last == VIA_ROLE_LINK ||
         !begin_term(sum, via_decimal_of(1, 0), UNIT)))
        return false;
    sum->group =
        via_decimal_add(sum->group, via_decimal_shift(sum->value, word->value));
    sum->group_power = word->value;
    end_term(sum, word->value);
    return true;
}

/* Whether a sign of money stands before the number, and the scale close to it. */
static bool is_money(const struct sum *sum)
{
    int32_t cp = via_scope_last(sum->scope, sum->begin);

    return sum->is_adjacent && sum->term == FIGURE &&
           (cp == '$' || (cp >= 0xa2 && cp <= 0xa5) || (cp >= 0x20a0 && cp < 0x20d0));
}

static bool add_large(struct sum *sum, const via_word *word)
{
    bool is_pending = sum->term != NO_TERM || sum->group_power != POWER_NONE;

    if (!is_pending && is_one_understood(word) && sum->at == sum->begin)
        is_pending = begin_term(sum, via_decimal_of(1, 0), UNIT);
    if (!is_pending && sum->last != VIA_ROLE_LARGE)
        return false;
    if (word->trait == VIA_WORD_MONEY && !is_money(sum))
        return false;
    if (!is_pending && word->value < sum->total_power)
        return false;
    /* Two numbers side by side: 2 triệu 3 triệu. */
    if (is_pending && sum->now.has_figures && word->value == sum->total_power)
        return false;

    via_decimal pending = sum->group;
    if (sum->term != NO_TERM)
        pending = via_decimal_add(pending, sum->value);
    if (sum->total_power != POWER_NONE && word->value >= sum->total_power)
        sum->total =
            via_decimal_shift(via_decimal_add(sum->total, pending), word->value);
    else
        sum->total =
            via_decimal_add(sum->total, via_decimal_shift(pending, word->value));
    sum->total_power = word->value;
    sum->group = via_decimal_of(0, 0);
    sum->group_power = POWER_NONE;
    end_term(sum, word->value);
    return true;
}

/* A half of what came last: hai triệu rưỡi, two and a half. */
static bool add_half(struct sum *sum)
{
    if (sum->term != NO_TERM) {
        sum->value = via_decimal_add(sum->value, via_decimal_of(5, -1));
        sum->term = UNIT;
        return true;
    }
    if (!sum->now.has_scale)
        return false;
    sum->total = via_decimal_add(sum->total, via_decimal_of(5, sum->last_power - 1));
    sum->now.is_one_term = false;
    return true;
}

static bool add_times(struct sum *sum, const via_word *word)
{
    if (sum->term == NO_TERM)
        return false;
    sum->value = via_decimal_times(sum->value, word->value);
    sum->term = UNIT;
    return true;
}

static bool add_link(struct sum *sum)
{
    if (sum->term != NO_TERM || !sum->now.has_scale || sum->last_power < 2)
        return false;
    sum->is_linked = true;
    return true;
}

static bool add_word(struct sum *sum, const via_word *word)
{
    switch (word->class_id) {
    case VIA_ROLE_UNIT:
    case VIA_ROLE_FIRST:
    case VIA_ROLE_LAST:
        return add_unit(sum, word);
    case VIA_ROLE_TEEN:
    case VIA_ROLE_TEN:
        return add_tens(sum, word);
    case VIA_ROLE_SCALE:
        return add_scale(sum, word);
    case VIA_ROLE_LARGE:
        return add_large(sum, word);
    case VIA_ROLE_TIMES:
        return add_times(sum, word);
    case VIA_ROLE_PART:
        return sum->at == sum->begin &&
               begin_term(sum, via_decimal_of(word->value, VIA_PART_EXPONENT), PART);
    case VIA_ROLE_HALF:
        return add_half(sum);
    case VIA_ROLE_LINK:
        return add_link(sum);
    default:
        return false;
    }
}

/* ---- Reading ------------------------------------------------------------- */

/* Whether what was read so far is a number. */
static bool is_whole(const struct sum *sum)
{
    const via_lexis *lexis = sum->lexis;

    if (sum->last == VIA_ROLE_LINK || sum->term == PART)
        return false;
    if (sum->term == FIGURE && sum->n_terms > 1)
        return lexis->glues_figures && sum->is_adjacent &&
               (int)sum->n_figures <= sum->last_power;
    if (sum->term == UNIT && sum->n_terms > 1 && sum->now.has_figures)
        return false;
    return !(lexis->needs_link && sum->term == UNIT && sum->now.has_scale &&
             sum->last_power >= 2 && !sum->is_linked && sum->value.mantissa < 10 &&
             sum->value.exponent == 0);
}

static void keep(struct sum *sum)
{
    if (!is_whole(sum))
        return;
    sum->best = sum->now;
    sum->best.end = sum->at;
    sum->best.value = via_decimal_add(sum->total, sum->group);
    if (sum->term != NO_TERM)
        sum->best.value = via_decimal_add(sum->best.value, sum->value);
    sum->best.is_lone |= sum->now.n_words > 1 || sum->now.has_figures;
}

/* Reads figures, which stand first or behind a scale; not 3.5 triệu 200 nghìn. */
static bool step_figures(struct sum *sum, size_t from)
{
    via_figures figures;
    bool is_kanji = false, is_sure = true;

    if (sum->last != VIA_ROLE_NONE && sum->last != VIA_ROLE_SCALE &&
        sum->last != VIA_ROLE_LARGE)
        return false;
    if (!via_figures_read(sum->scope, from, sum->lexis->marks, &figures)) {
        is_kanji = sum->lexis->is_positional &&
                   via_kanji_read_run(sum->lexis, sum->scope, from, &figures, &is_sure);
        if (!is_kanji)
            return false;
    }
    if (sum->n_terms > 0 && (sum->has_decimals || figures.value.exponent < 0))
        return false;
    if (!begin_term(sum, figures.value, FIGURE))
        return false;
    sum->has_decimals = figures.value.exponent < 0;
    sum->is_adjacent = from == sum->at;
    sum->n_figures = figures.n_figures;
    sum->at = figures.end;
    sum->last = VIA_ROLE_FIRST;
    sum->now.has_figures |= !is_kanji;
    sum->now.n_words += is_kanji && is_sure ? figures.n_figures : is_kanji;
    return true;
}

/* ครึ่ง is a part before a scale and a half behind one. */
static bool fits(const struct sum *sum, int class_id)
{
    if (class_id == VIA_ROLE_PART)
        return sum->last == VIA_ROLE_NONE;
    return class_id < VIA_ROLE_N &&
           (class_id != VIA_ROLE_HALF || sum->last != VIA_ROLE_NONE);
}

/* The longest word at `at` that has a role in numbers; of two as long the lone one. */
static bool find_word(const struct sum *sum, size_t at, via_word *out)
{
    via_word words[VIA_WORDS_MAX];
    size_t n_words = via_value_words_find(sum->lexis->words, sum->scope, at, words);
    bool is_found = false;

    for (size_t i = 0; i < n_words; i++) {
        bool is_role = fits(sum, words[i].class_id);
        bool is_longer = !is_found || words[i].end > out->end;
        if (is_role && (is_longer || words[i].trait == VIA_WORD_LONE)) {
            *out = words[i];
            is_found = true;
        }
    }
    return is_found;
}

/* Passes over what stands between two words of a number: a space or a joint. */
static size_t skip_joint(const struct sum *sum)
{
    via_word word;

    if (sum->last == VIA_ROLE_NONE)
        return sum->at;
    if (find_word(sum, sum->at, &word) && word.class_id == VIA_ROLE_JOIN)
        return word.end;
    return via_scope_skip_spaces(sum->scope, sum->at);
}

/* In writing without spaces a space ends a number, but not between figure and scale. */
static bool may_be_apart(const struct sum *sum, const via_word *word)
{
    if (sum->lexis->is_apart)
        return true;
    return sum->term == FIGURE &&
           (word->class_id == VIA_ROLE_SCALE || word->class_id == VIA_ROLE_LARGE);
}

static bool step(struct sum *sum)
{
    size_t from = skip_joint(sum);
    via_word word;

    if (step_figures(sum, from))
        return true;
    if (!find_word(sum, from, &word))
        return false;
    if (from != sum->at && !may_be_apart(sum, &word))
        return false;
    sum->is_adjacent = from == sum->at;
    if (!add_word(sum, &word)) {
        bool is_scale =
            word.class_id == VIA_ROLE_SCALE || word.class_id == VIA_ROLE_LARGE;
        /* The last term was the beginning of another number. */
        if (is_scale && sum->term != NO_TERM && sum->n_terms > 1)
            sum->best = sum->safe;
        return false;
    }
    sum->at = word.end;
    sum->last = word.class_id;
    sum->now.n_words++;
    sum->now.is_lone = word.trait == VIA_WORD_LONE;
    return true;
}

bool via_numeral_read(const via_lexis *lexis, const via_scope *scope, size_t at,
                      via_numeral *out)
{
    struct sum sum = {.lexis = lexis,
                      .scope = scope,
                      .total_power = POWER_NONE,
                      .group_power = POWER_NONE,
                      .begin = at,
                      .at = at};

    while (step(&sum))
        keep(&sum);
    *out = sum.best;
    return sum.best.end > at;
}
