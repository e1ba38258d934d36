/* Value slots: what the places of a rule take. */
#include "value/value_slots.h"

/* Slots that take a small number, by figures without a mark or by words. */
static const struct limits {
    int64_t min, max;
    unsigned figures_min, figures_max;
    bool takes_words;
} limits[VIA_SLOT_N] = {
    [VIA_SLOT_DAY] = {1, 31, 1, 2, true},
    [VIA_SLOT_FIGURE_DAY] = {1, 31, 1, 2, false},
    [VIA_SLOT_MONTH] = {1, 12, 1, 2, true},
    [VIA_SLOT_FIGURE_MONTH] = {1, 12, 1, 2, false},
    [VIA_SLOT_YEAR] = {1000, 2399, 4, 4, true},
    [VIA_SLOT_RECENT] = {1900, 2100, 4, 4, false},
    [VIA_SLOT_PAST] = {1600, 1899, 4, 4, false},
    [VIA_SLOT_BUDDHIST] = {2400, 2699, 4, 4, true},
    [VIA_SLOT_SHORT_YEAR] = {0, 99, 2, 2, false},
    [VIA_SLOT_SHORT_BUDDHIST] = {40, 99, 2, 2, false},
    [VIA_SLOT_HOUR] = {0, 24, 1, 2, true},
    [VIA_SLOT_MINUTE] = {0, 59, 2, 2, false},
    [VIA_SLOT_MINUTES] = {0, 59, 1, 2, true},
    [VIA_SLOT_SECOND] = {0, 59, 2, 2, false},
};

static bool take_number(const via_place *place, via_capture *out)
{
    if (place->numeral.end == place->at || place->numeral.value.is_spoilt)
        return false;
    out->numeral = place->numeral;
    out->end = place->numeral.end;
    if (!via_decimal_whole(out->numeral.value, &out->value))
        out->value = -1;
    return true;
}

static bool take_small(const struct limits *limit, const via_place *place,
                       via_capture *out)
{
    const via_figures *run = &place->run;

    if (run->n_figures > 0) {
        out->end = run->end;
        if (run->n_figures < limit->figures_min ||
            run->n_figures > limit->figures_max ||
            !via_decimal_whole(run->value, &out->value))
            return false;
    } else if (!limit->takes_words || !take_number(place, out)) {
        return false;
    }
    return out->value >= limit->min && out->value <= limit->max;
}

bool via_slot_take(enum via_slot slot, const via_place *place, via_capture *out)
{
    const via_numeral *numeral = &place->numeral;

    switch (slot) {
    case VIA_SLOT_NUMBER:
        return numeral->is_lone && take_number(place, out);
    case VIA_SLOT_WORDS:
        return !numeral->has_figures && !numeral->is_tail && take_number(place, out);
    case VIA_SLOT_INTEGER:
        return !(numeral->has_figures && numeral->has_scale) &&
               take_number(place, out) && out->value >= 0;
    default:
        return take_small(&limits[slot], place, out);
    }
}
