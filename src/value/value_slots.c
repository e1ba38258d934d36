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

static int64_t whole_of(via_decimal value)
{
    int64_t whole;

    return via_decimal_whole(value, &whole) ? whole : -1;
}

static bool fits_small(const struct limits *limit, const via_place *place)
{
    const via_figures *run = &place->run;
    int64_t value = run->n_figures ? place->run_whole : place->numeral_whole;

    if (run->n_figures
            ? run->n_figures < limit->figures_min || run->n_figures > limit->figures_max
            : !limit->takes_words)
        return false;
    return value >= limit->min && value <= limit->max;
}

static bool has_numeral(const via_place *place)
{
    return place->numeral.end > place->at && !place->numeral.value.is_spoilt;
}

static bool fits_number(enum via_slot slot, const via_place *place)
{
    const via_numeral *numeral = &place->numeral;

    switch (slot) {
    case VIA_SLOT_NUMBER:
        return numeral->is_lone;
    case VIA_SLOT_WORDS:
        return !numeral->has_figures && !numeral->is_tail;
    default:
        return !(numeral->has_figures && numeral->has_scale) &&
               place->numeral_whole >= 0;
    }
}

static uint32_t slots_that_fit(const via_place *place)
{
    uint32_t fits = 0;

    for (int slot = 0; slot < VIA_SLOT_ROMAN; slot++) {
        bool is_fit =
            slot <= VIA_SLOT_INTEGER
                ? has_numeral(place) && fits_number((enum via_slot)slot, place)
                : fits_small(&limits[slot], place);
        fits |= (uint32_t)is_fit << slot;
    }
    return fits;
}

void via_place_read(const via_lexis *lexis, const via_scope *scope, size_t at,
                    via_place *out)
{
    out->at = at;
    if (!via_figures_read_run(scope, at, &out->run))
        out->run.n_figures = 0;
    if (!via_numeral_read(lexis, scope, at, &out->numeral))
        out->numeral = (via_numeral){.end = at};
    out->run_whole = whole_of(out->run.value);
    out->numeral_whole = has_numeral(out) ? whole_of(out->numeral.value) : -1;
    out->fits = slots_that_fit(out);
}

void via_slot_take(enum via_slot slot, const via_place *place, via_capture *out)
{
    bool is_run = slot > VIA_SLOT_INTEGER && place->run.n_figures > 0;

    out->value = is_run ? place->run_whole : place->numeral_whole;
    out->end = is_run ? place->run.end : place->numeral.end;
    if (slot <= VIA_SLOT_INTEGER)
        out->numeral = place->numeral;
}
