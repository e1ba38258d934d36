/* Value compose: the values of a rule from what its slots took. */
#include "value/value_compose.h"

#include "value/dates.h"
#include "value/daytime.h"

#include <string.h>

struct span {
    size_t begin, end;
};

static size_t count_values(const via_value_parts *parts)
{
    return parts->n_brackets ? parts->n_brackets / 2 : 1;
}

static struct span span_of(const via_value_parts *parts, size_t i)
{
    if (!parts->n_brackets)
        return (struct span){parts->begin, parts->end};
    return (struct span){parts->brackets[2 * i], parts->brackets[2 * i + 1]};
}

static bool is_within(const via_capture *capture, struct span span)
{
    return capture->at >= span.begin && capture->end <= span.end;
}

/* ---- Numbers, percents, ordinals ----------------------------------------- */

static const via_numeral *numeral_of(const via_value_parts *parts, struct span span)
{
    for (size_t i = 0; i < parts->n_captures; i++) {
        const via_capture *capture = &parts->captures[i];
        if (capture->slot >= 0 && capture->slot <= VIA_SLOT_INTEGER &&
            is_within(capture, span))
            return &capture->numeral;
    }
    return NULL;
}

/* One is more often an article than a number. */
static bool is_article(const via_numeral *numeral)
{
    int64_t value;

    return !numeral->has_figures && numeral->n_words == 1 &&
           via_decimal_whole(numeral->value, &value) && value < 2;
}

/* The scales of the second value are meant for the first as well: 5-6 triệu. A range
 * without them is just two numbers, and needs no rule. */
static bool share_scale(const via_numeral *first, const via_numeral *second,
                        via_decimal *value)
{
    int64_t whole;

    if (!second->is_one_term || !second->has_scale || !first->is_one_term ||
        first->has_scale || (via_decimal_whole(*value, &whole) && whole >= 1000))
        return false;
    *value = via_decimal_shift(*value, second->scales_power);
    return true;
}

static bool compose_number(const via_value_parts *parts, size_t i, via_mention *out)
{
    const via_numeral *numeral = numeral_of(parts, span_of(parts, i));

    if (!numeral)
        return false;
    via_decimal value = numeral->value;
    if (parts->rule->kind == VIA_MENTION_NUMBER) {
        if (is_article(numeral))
            return false;
        if (count_values(parts) == 2 && i == 0) {
            const via_numeral *second = numeral_of(parts, span_of(parts, 1));
            if (!second || !share_scale(numeral, second, &value))
                return false;
        }
    }
    return via_decimal_print(via_decimal_times(value, parts->rule->factor), out->value);
}

/* The sum of what stands within: twenty-first is 20 and 1. */
static bool compose_ordinal(const via_value_parts *parts, size_t i, via_mention *out)
{
    int64_t sum = 0, tens = 0;
    bool is_sum = false;

    for (size_t j = 0; j < parts->n_captures; j++) {
        const via_capture *capture = &parts->captures[j];
        bool is_nth = capture->trait == VIA_WORD_NTH;

        if ((capture->slot < 0 && !is_nth) || !is_within(capture, span_of(parts, i)))
            continue;
        is_sum |= is_nth && tens;
        if (!is_nth)
            tens = capture->value;
        sum += capture->value;
    }
    if (is_sum && (tens % 10 != 0 || tens < 20 || sum - tens > 9))
        return false;
    return sum > 0 && via_decimal_print(via_decimal_of(sum, 0), out->value);
}

/* ---- Dates and times ----------------------------------------------------- */

static void set_year(const via_value_parts *parts, via_date *date,
                     const via_capture *capture, bool has_era)
{
    int value = (int)capture->value;

    switch (capture->slot) {
    case VIA_SLOT_YEAR:
    case VIA_SLOT_RECENT:
    case VIA_SLOT_PAST:
        date->year = value;
        break;
    case VIA_SLOT_BUDDHIST:
        date->year = via_year_of_buddhist(value);
        break;
    case VIA_SLOT_SHORT_YEAR:
        date->year = via_year_of_short(value);
        break;
    case VIA_SLOT_SHORT_BUDDHIST:
        date->year = via_year_of_short_buddhist(value);
        break;
    case VIA_SLOT_INTEGER:
        /* Of an era, whose first year is 1 also where it is not told. */
        date->year += has_era && value < 1000 ? value - 1 : 0;
        break;
    default:
        break;
    }
}

/* What the value itself says, and what stands beside all values. */
static via_date read_date(const via_value_parts *parts, size_t i)
{
    via_date date = {0, 0, 0};
    size_t n_values = count_values(parts);
    bool has_era = false;

    for (size_t j = 0; j < parts->n_captures; j++) {
        const via_capture *capture = &parts->captures[j];

        if (n_values == 2 && is_within(capture, span_of(parts, !i)))
            continue;
        if (capture->trait == VIA_WORD_ERA) {
            date.year = (int)capture->value + 1;
            has_era = true;
        } else if (capture->trait == VIA_WORD_MONTH ||
                   capture->slot == VIA_SLOT_MONTH ||
                   capture->slot == VIA_SLOT_FIGURE_MONTH) {
            date.month = (int)capture->value;
        } else if (capture->slot == VIA_SLOT_DAY ||
                   capture->slot == VIA_SLOT_FIGURE_DAY) {
            date.day = (int)capture->value;
        } else {
            set_year(parts, &date, capture, has_era);
        }
    }
    return date;
}

static bool compose_date(const via_value_parts *parts, size_t i, via_mention *out)
{
    via_date date = read_date(parts, i);

    if (count_values(parts) == 2) {
        via_date other = read_date(parts, !i);
        int before = i ? other.year : date.year;
        int after = i ? date.year : other.year;

        if (before && after && before > after)
            return false;
        if (date.day && !date.month)
            date.month = other.month;
        if (date.month && !date.year)
            date.year = other.year;
    }
    return via_date_print(date, out->value, sizeof out->value);
}

static bool compose_time(const via_value_parts *parts, size_t i, via_mention *out)
{
    const via_value_rule *rule = parts->rule;
    via_daytime time = {-1, -1, -1, (enum via_daypart)rule->daypart};
    size_t n_values = count_values(parts);

    /* {hour} and a half: the rule knows the minutes. */
    if (rule->factor != 1)
        time.minute = rule->factor;

    for (size_t j = 0; j < parts->n_captures; j++) {
        const via_capture *capture = &parts->captures[j];
        bool is_other = n_values == 2 && is_within(capture, span_of(parts, !i));

        /* The part of the day is told once for both: from 4 to 7 p.m. */
        if (is_other && (capture->slot >= 0 || time.part))
            continue;
        if (capture->trait == VIA_WORD_DAYPART)
            time.part = (enum via_daypart)capture->value;
        else if (capture->slot == VIA_SLOT_HOUR)
            time.hour = (int)capture->value;
        else if (capture->slot == VIA_SLOT_MINUTE || capture->slot == VIA_SLOT_MINUTES)
            time.minute = (int)capture->value;
        else if (capture->slot == VIA_SLOT_SECOND)
            time.second = (int)capture->value;
    }
    return via_daytime_print(time, out->value, sizeof out->value);
}

/* ---- All ----------------------------------------------------------------- */

static bool compose_value(const via_value_parts *parts, size_t i, via_mention *out)
{
    if (parts->rule->constant[0]) {
        strcpy(out->value, parts->rule->constant);
        return true;
    }
    switch (parts->rule->kind) {
    case VIA_MENTION_ORDINAL:
        return compose_ordinal(parts, i, out);
    case VIA_MENTION_DATE:
        return compose_date(parts, i, out);
    case VIA_MENTION_TIME:
        return compose_time(parts, i, out);
    default:
        return compose_number(parts, i, out);
    }
}

bool via_value_compose(const via_value_parts *parts, via_value_match *out)
{
    out->n_mentions = 0;
    if (parts->rule->kind == VIA_RULE_TRAP)
        return true;
    for (size_t i = 0; i < count_values(parts); i++) {
        via_mention *mention = &out->mentions[i];
        struct span span = span_of(parts, i);

        mention->kind = (enum via_mention_kind)parts->rule->kind;
        mention->begin = span.begin;
        mention->end = span.end;
        if (!compose_value(parts, i, mention))
            return false;
    }
    out->n_mentions = count_values(parts);
    return true;
}
