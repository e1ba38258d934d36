/* Kanji figures: units in a row that are read by position, such as 二〇二四. */
#include "value/kanji.h"

/* So many units are one number, whatever they are. */
#define SURE_FIGURES 3

static bool find_unit(const via_lexis *lexis, const via_scope *scope, size_t at,
                      via_word *out)
{
    via_word words[VIA_WORDS_MAX];
    size_t n_words = via_value_words_find(lexis->words, scope, at, words);

    for (size_t i = 0; i < n_words; i++) {
        if (words[i].class_id != VIA_ROLE_UNIT)
            continue;
        *out = words[i];
        return true;
    }
    return false;
}

bool via_kanji_read_run(const via_lexis *lexis, const via_scope *scope, size_t at,
                        via_figures *out, bool *is_sure)
{
    int64_t value = 0;
    via_word unit;
    bool has_zero = false;

    *out = (via_figures){{0, 0, false}, 0, at};
    while (out->n_figures < 18 && find_unit(lexis, scope, out->end, &unit)) {
        value = value * 10 + unit.value;
        has_zero |= unit.value == 0;
        out->end = unit.end;
        out->n_figures++;
    }
    out->value = via_decimal_of(value, 0);
    *is_sure = has_zero || out->n_figures >= SURE_FIGURES;
    return out->n_figures >= 2;
}
